"""Sections kept between runs: the same bytes as if drawn anew; anew where any part moved."""

import ast
import shutil
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import twoplustwo
from twoplustwo.base import kept_files
from twoplustwo.base.digest import digest
from twoplustwo.doors.cli import kept_sections
from twoplustwo.doors.cli.kept_sections import SectionWriter
from twoplustwo.doors.cli.versions import PACKAGES
from twoplustwo.reports.block import blocks

from ..reports import samples

WITHOUT_A_LOOK = {"jaxtyping", "pyyaml", "jinja2", "markupsafe"} | {
    "rispy",
    "bibtexparser",
    "xlsxwriter",
}
"""Libraries for types, for texts as they stand, for the page, or for files that no run writes."""
GROUP = [samples.icbm_reach("russia"), samples.icbm_reach("us")]


def doubled(table, name):
    return replace(table, data={**table.data, name: 2 * table.data[name]})


@pytest.fixture
def drawings(monkeypatch, tmp_path):
    """How often a section was drawn, in a cache of its own."""
    counted = []

    def count(*given):
        counted.append(given)
        return blocks(*given)

    monkeypatch.setenv(kept_files.CACHE, str(tmp_path / "cache"))
    monkeypatch.setattr(kept_sections, "blocks", count)
    kept_sections._kept.cache_clear()
    yield counted
    kept_sections._kept.cache_clear()


def written(folder, group=GROUP, info=samples.RUN_INFO, basemap=None):
    """Blocks and files of a section, by a writer that begins anew."""
    folder.mkdir(exist_ok=True)
    made = SectionWriter(folder, basemap, info).section(group)
    files = {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }
    shutil.rmtree(folder)
    return made, files


def test_what_is_kept_is_what_was_made(drawings, tmp_path):
    made, files = written(tmp_path / "one")
    again, files_again = written(tmp_path / "two")
    assert len(drawings) == 1
    assert (made, files) == (again, files_again)
    assert made == blocks(GROUP, None, samples.RUN_INFO)
    assert {name.partition("/")[0] for name in files} == {"answers", "tables", "figures"}


def test_whatever_a_section_shows_makes_it_anew(drawings, tmp_path):
    first, second = GROUP
    written(tmp_path / "out")
    headline = replace(first.headline, value=(first.headline.value or 0.0) + 1e-15)
    renamed = {**samples.RUN_INFO, "names": {**samples.RUN_INFO["names"], "us": "Another"}}
    moved = (
        ([replace(first, headline=headline), second], samples.RUN_INFO),
        ([replace(first, laid=({"en": "over it"},)), second], samples.RUN_INFO),
        ([replace(first, rows=doubled(first.rows, "weight")), second], samples.RUN_INFO),
        ([second, first], samples.RUN_INFO),
        (GROUP, renamed),
    )
    for group, info in moved:
        before = len(drawings)
        written(tmp_path / "out", group, info)
        assert len(drawings) == before + 1


def test_another_version_of_a_library_draws_anew(drawings, tmp_path, monkeypatch):
    written(tmp_path / "out")
    monkeypatch.setattr(kept_sections, "versions", lambda: {"matplotlib": "another"})
    written(tmp_path / "out")
    assert len(drawings) == 2


def test_what_is_damaged_is_made_anew(drawings, tmp_path):
    made = written(tmp_path / "out")
    (kept,) = (tmp_path / "cache").rglob("*.zip")
    kept.write_bytes(kept.read_bytes()[:-9])
    assert written(tmp_path / "out") == made
    assert len(drawings) == 2


def test_what_has_no_digest_is_drawn_and_not_kept(drawings, tmp_path, monkeypatch):
    with pytest.raises(TypeError, match="cannot digest"):
        digest(object())  # as a question that is not ours may put into its answers

    def refuse(*things):
        if GROUP in things:
            raise TypeError
        return digest(*things)

    monkeypatch.setattr(kept_sections, "digest", refuse)
    assert written(tmp_path / "out") == written(tmp_path / "out")
    assert len(drawings) == 2
    assert not list((tmp_path / "cache").rglob("*.zip"))


def test_every_library_that_draws_or_words_is_known_by_version():
    """Another version of any of them may draw otherwise, so that the key must know it."""
    home = Path(twoplustwo.__file__).parent
    found = set()
    for room in ("reports", "wording", "answers"):
        for file in (home / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {one.name.partition(".")[0] for one in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module.partition(".")[0])
    packages = packages_distributions()
    used = {packages[one][0].lower() for one in found if one in packages}
    drawn = used - WITHOUT_A_LOOK
    assert {"matplotlib", "shapely", "babel", "pillow"} <= drawn
    assert drawn <= {*PACKAGES}
