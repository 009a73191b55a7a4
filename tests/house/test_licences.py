"""Everything that the page holds has its notice, and the package says all licences."""

import json
import re
import tomllib
from pathlib import Path

import pytest

HEAD = re.compile(r"(?m)^== (\S+) (\S+): (.+)$")


@pytest.fixture(scope="module")
def page(root: Path) -> Path:
    folder = root / "src/twoplustwo/doors/server/page"
    if not folder.is_dir():
        pytest.skip("the page is not built here")
    return folder


@pytest.fixture(scope="module")
def noticed(page: Path) -> dict[str, tuple[str, str]]:
    """Package in the bundle to its licence, and the text of that."""
    text = (page / "licences.txt").read_text(encoding="utf-8")
    heads = [*HEAD.finditer(text)]
    ends = [*(one.start() for one in heads[1:]), len(text)]
    return {
        one[1]: (one[3], text[one.end() : end].strip())
        for one, end in zip(heads, ends, strict=True)
    }


def test_the_bundle_brings_its_notices(noticed, root: Path):
    direct = json.loads((root / "web/package.json").read_text())["dependencies"]
    assert {*direct, "svelte"} <= {*noticed}
    for name, (licence, text) in noticed.items():
        assert "opyright" in text, (name, licence)


def test_what_marks_itself_in_the_bundle_is_among_them(noticed, page: Path):
    """Comments that the bundler must keep name what they are of."""
    code = "".join(one.read_text(encoding="utf-8") for one in sorted(page.glob("assets/*.js")))
    marks = {"svelte": "svelte", "@cesium/engine": "Cesium", "marked": "marked"}
    for name, mark in marks.items():
        assert mark in code and name in noticed


def test_the_notice_names_each(noticed, root: Path):
    said = (root / "NOTICE").read_text(encoding="utf-8")
    assert [name for name in noticed if name not in said] == []


def test_the_expression_has_every_licence(noticed, root: Path):
    about = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = {*about["license"].split(" AND ")}
    for name, (licence, _) in noticed.items():
        choices = [{*one.split(" AND ")} for one in licence.strip("()").split(" OR ")]
        assert any(choice <= said for choice in choices), (name, licence)
    for name in re.findall(r"(?:SPDX |under the )([A-Za-z]+-[0-9.]+|ISC|MIT)", _notice(root)):
        assert name in said, name


def _notice(root: Path) -> str:
    return (root / "NOTICE").read_text(encoding="utf-8")
