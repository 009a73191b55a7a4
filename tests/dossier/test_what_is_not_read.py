"""What stands in a dossier's folder and would not be read is told, by name."""

import shutil
from pathlib import Path

import pytest

from twoplustwo.dossier.check import check
from twoplustwo.dossier.find import locate


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("europe-2007", "common"):
        shutil.copytree(locate("europe-2007").parent / name, tmp_path / name)
    return tmp_path / "europe-2007"


def told(folder: Path) -> list[str]:
    return [str(one) for one in check(folder) if not one.warning]


def test_a_folder_that_is_a_link(copy: Path):
    (copy / "disputed").mkdir()
    shutil.move(copy / "measures", copy.parent / "measures")
    (copy / "measures").symlink_to(copy.parent / "measures")
    (copy / "disputed").rmdir()
    first = told(copy)
    (text,) = [one for one in first if "is a link to a folder" in one]
    assert text.startswith("measures is a link to a folder (")
    assert "links are not followed" in text and "`includes`" in text


@pytest.mark.parametrize("name", ["speakers.YAML", "measures/mine.yaml.txt", "measures/mine.Yml"])
def test_a_name_with_another_ending(copy: Path, name):
    (copy / name).write_text("name: mine\n")
    (text,) = told(copy)
    assert text.startswith(f"the name {Path(name).name} does not end in .yaml (")
    assert "it would not be read\nrename it" in text


def test_a_folder_that_is_missing_is_one_error(copy: Path):
    """Not hundreds, of all that it would have held."""
    main = copy / "dossier.yaml"
    main.write_text(main.read_text().replace("common", "commons"))
    (text,) = told(copy)
    assert text.startswith("there is no folder") and "commons" in text


def test_a_line_is_what_an_editor_calls_one(copy: Path):
    """U+2028, U+2029 and U+0085 in a note end a line for YAML, and for nobody else."""
    measures = next((copy / "measures").glob("*.yaml"))
    text = measures.read_text()
    measures.write_text(
        f"note: a\u2028b\u2029c\x85d\n{text}nonsense: x\n".replace("\nnote:", "\n#")
    )
    lines = len(measures.read_text().rstrip("\n").split("\n"))
    assert any(f"{measures.name}:{lines}" in one for one in told(copy))
