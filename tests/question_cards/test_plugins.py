"""A broken question of another package is named and left out; the others are there."""

import logging
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import yaml

from twoplustwo.question_cards import card as module
from twoplustwo.question_cards import plugins

CARD = {
    "id": "other-question",
    "order": 900,
    "title": {"en": "Other", "ru": "Другой"},
    "headline": {"column": "n", "show": "1"},
    "columns": {"n": {"unit": "1", "means": {"en": "a number", "ru": "число"}}},
    "says": [{"when": "headline", "en": "{n}", "ru": "{n}"}],
}
ASK = "def ask(inputs, dossier):\n    return []\n"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    """All cards where another package brings one with this text; and what is said of it."""

    def cards(text: str, code: str | None = ASK) -> tuple[set[str], list[str]]:
        module.cards()  # ours alone are remembered
        (tmp_path / "brought").mkdir()
        (tmp_path / "brought/__init__.py").touch()
        (tmp_path / "brought/card.yaml").write_text(text)
        if code is not None:
            (tmp_path / "brought/ask.py").write_text(code)
        point = EntryPoint("mine", "brought", plugins.GROUP)
        monkeypatch.setattr(plugins, "entry_points", lambda group: [point])
        monkeypatch.syspath_prepend(str(tmp_path))
        for one in ("brought", "brought.ask"):
            monkeypatch.delitem(sys.modules, one, raising=False)
        with caplog.at_level(logging.WARNING, "twoplustwo"):
            found = module.cards.__wrapped__()
        return {*found}, [one.getMessage() for one in caplog.records]

    return cards


def test_a_good_one_is_there(asked):
    found, said = asked(yaml.safe_dump(CARD))
    assert "other-question" in found and "raid" in found and said == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (yaml.safe_dump(CARD | {"headline": {"column": "n"}}), "its headline lacks show"),
        (yaml.safe_dump(CARD | {"headline": {"column": "m", "show": "1"}}), "in no column: m"),
        (yaml.safe_dump({k: v for k, v in CARD.items() if k != "id"}), "its card lacks 'id'"),
        (yaml.safe_dump(CARD | {"id": "raid"}), "there is a question raid already"),
        (yaml.safe_dump(CARD | {"title": {"en": "Other"}}), "its title lacks ru"),
        (yaml.safe_dump(CARD | {"test": "n is many"}), "is not a test"),
        (yaml.safe_dump(CARD | {"views": [{"table": "rows"}]}), "a view of it has no kind"),
        ("{unclosed: [", "ParserError"),
        ("just a text", "TypeError"),
        ("", "TypeError"),
    ],
)
def test_a_broken_one_is_named_and_left_out(asked, text, told):
    found, said = asked(text)
    assert found == {*module.cards()}
    assert len(said) == 1 and told in said[0]
    assert said[0].startswith("note: the question mine of the package brought is left out: ")


def test_one_without_its_function(asked):
    found, said = asked(yaml.safe_dump(CARD), code=None)
    assert "other-question" not in found and "there is no module brought.ask" in said[0]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import nowhere\n", "ModuleNotFoundError: No module named 'nowhere'"),
        ("def ask(:\n", "SyntaxError"),
        ("1 / 0\n", "ZeroDivisionError: division by zero"),
        ("import sys\nsys.exit('no')\n", "SystemExit: no"),
        ("", "there is no function ask in brought.ask"),
        ("ask = 3\n", "there is no function ask in brought.ask"),
    ],
)
def test_one_whose_code_cannot_be_used(asked, code, told):
    found, said = asked(yaml.safe_dump(CARD), code)
    assert found == {*module.cards()}
    assert len(said) == 1 and told in said[0]
    assert said[0].startswith("note: the question mine of the package brought is left out: ")
