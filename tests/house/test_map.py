"""The documents lead through the house as it is: its picture, its path, its words."""

import importlib
import re
import runpy

import pytest

PATHS = re.compile(r"`((?:dossiers|web/src|docs/generate)/[\w./-]+|\w+/[\w/]+\.(?:py|yaml))`")


@pytest.fixture(scope="module")
def rooms(root):
    return runpy.run_path(str(root / "docs/generate/rooms.py"))


def test_the_picture_is_that_of_the_contract(rooms, root):
    drawn = (root / "docs/pictures/rooms.svg").read_text(encoding="utf-8")
    assert drawn == rooms["picture"](), "run: python docs/generate/rooms.py"
    for room in (name for row in rooms["layers"]() for name in row):
        assert f">{room}</text>" in drawn and rooms["purpose"](room)


def test_every_file_on_the_path_through_the_house_is_there(root):
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    path = text[text.index("### One number on its way") : text.index("- **A new question**")]
    named = PATHS.findall(path)
    assert len(named) > 15
    homes = (root, root / "src/twoplustwo")
    assert [one for one in named if not any((home / one).exists() for home in homes)] == []


def test_every_word_of_the_glossary_stands_in_the_code(root):
    text = (root / "docs/glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| `([\w.]+)` \|$", text, re.MULTILINE)
    assert len(rows) > 35
    assert sorted({word for word, _, _ in rows}) == sorted(word for word, _, _ in rows)
    missing = [place for _, _, place in rows if not _is_there(place)]
    assert missing == []


def _is_there(place: str) -> bool:
    try:
        importlib.import_module(place)
    except ModuleNotFoundError:
        module, _, name = place.rpartition(".")
        return hasattr(importlib.import_module(module), name)
    return True


def test_every_public_name_is_in_the_reference(root, monkeypatch):
    monkeypatch.syspath_prepend(str(root / "docs/generate"))
    reference = runpy.run_path(str(root / "docs/generate/api.py"))
    text = "\n".join(reference["pages"]().values())
    members = {
        f"{module}.{name}"
        for module, names in re.findall(r"automodule:: (\S+)\n   :members: (.+)", text)
        for name in names.split(", ")
    }
    for module in ("positions.resolve", "stages.reach", "search.worst.find", "answers.answer"):
        there = importlib.import_module(f"twoplustwo.{module}")
        own = {
            name
            for name, one in vars(there).items()
            if not name.startswith("_") and getattr(one, "__module__", "") == there.__name__
        }
        assert (
            own
            and {f"{there.__name__}.{name}" for name in own if callable(vars(there)[name])}
            <= members
        )
    assert len(members) > 900
