"""What a reader of the repository meets first: readme, licences, citation."""

import re
import tomllib
from pathlib import Path

import yaml

import twoplustwo

FIRST_SCREEN = 40  # lines


def test_the_readme_begins_with_what_matters(root: Path):
    first = "\n".join((root / "README.md").read_text().splitlines()[:FIRST_SCREEN])
    for words in ("make run", "make test", "For whom", "## The fence", "out of scope"):
        assert words.casefold() in first.casefold(), words
    assert re.search(r"!\[[^\]]+\]\(docs/pictures/one-slider\.png\)", first)


def test_every_link_of_the_papers_leads_somewhere(root: Path):
    broken = []
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "dossiers/README.md"):
        page = root / name
        for where in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text()):
            if "://" not in where and not (page.parent / where).exists():
                broken.append((name, where))
    assert broken == []


def test_the_licences_are_there(root: Path):
    assert "MIT License" in (root / "LICENSE").read_text()
    assert "CC BY 4.0" in (root / "LICENSE-data").read_text()
    notice = (root / "NOTICE").read_text()
    for maker in ("Natural Earth", "GeoNames", "Gapminder", "world-atlas"):
        assert maker in notice


def test_the_package_says_its_licences(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    ours, bundled = "MIT AND CC-BY-4.0", "Apache-2.0 AND ISC AND Unicode-3.0"
    assert project["license"] == f"{ours} AND {bundled}"
    assert set(project["license-files"]) == {"LICENSE", "LICENSE-data", "NOTICE"}


def test_one_version_everywhere(root: Path):
    stated = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    assert twoplustwo.__version__ == stated
    assert yaml.safe_load((root / "CITATION.cff").read_text())["version"] == stated
    assert f"## {stated}" in (root / "CHANGELOG.md").read_text()


def test_the_gate_is_one_command(root: Path):
    gate = root / ".ci/run"
    assert gate.stat().st_mode & 0o111 and "make test" in gate.read_text()


def test_every_target_is_explained(root: Path):
    text = (root / "Makefile").read_text()
    phony = set(re.findall(r"^\.PHONY: (.*)$", text, flags=re.M)[0].split())
    explained = set(re.findall(r"^([a-z]+):.*## .+$", text, flags=re.M))
    assert phony == explained
