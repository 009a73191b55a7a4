"""``twoplustwo schema``: files for editors, beside a dossier."""

import json
from pathlib import Path

from twoplustwo.doors.schema_files import pointer
from twoplustwo.dossier.schema import schemas


def test_schemas_are_written_beside_the_dossier(command, tmp_path: Path):
    said = command("schema", str(tmp_path))
    assert said.status == 0 and f"{len(schemas())} files" in said.out
    written = {path.stem: json.loads(path.read_text()) for path in tmp_path.glob("schema/*.json")}
    assert written == schemas()


def test_the_line_for_an_editor_points_there():
    at = "# yaml-language-server: $schema="
    assert pointer("missiles/dart.yaml") == f"{at}../schema/missiles.json"
    assert pointer("commit.yaml") == f"{at}./schema/commit.json"


def test_a_folder_that_is_not_there(command, tmp_path: Path):
    said = command("schema", str(tmp_path / "nowhere"))
    assert said.status == 2
    assert "there is no folder" in said.err and "make the folder" in said.err
    assert "dossiers/README.md" in said.err
