"""A question of another package that fails while it answers: named, left out, the rest goes on."""

import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from twoplustwo.analysis import ask as module_of_ask
from twoplustwo.analysis import suite
from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.suite import run_suite
from twoplustwo.doors.cli.rehearsal import fails_on_paper
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.positions.position import parse_position
from twoplustwo.question_cards import card as module
from twoplustwo.question_cards import for_dossier, plugins
from twoplustwo.question_cards.brought import BroughtQuestionError
from twoplustwo.question_cards.for_dossier import card_of, cards_of
from twoplustwo.runs import ask as runs
from twoplustwo.runs.unanswerable import unanswerable_asks

CARD = {
    "id": "other-question",
    "order": 1,
    "title": {"en": "Other", "ru": "Другой"},
    "asks": {"en": "How many?", "ru": "Сколько?"},
    "headline": {"column": "n", "show": "1"},
    "test": "n <= 3",
    "columns": {"n": {"unit": "1", "means": {"en": "a number", "ru": "число"}}},
    "tables": {"rows": ["n"]},
    "says": [{"when": "headline", "en": "{n}", "ru": "{n}"}],
    "views": [{"kind": "table"}],
}
ASK = """
from twoplustwo.question_cards.card import card
from twoplustwo.question_cards.result import HeadlineValue, Result

def rows():
    return card("other-question").table("rows", [{{"n": 1.0}}])

def make():
    return {make}

def result(x):
    return Result((HeadlineValue("n", {value}, {words}, show="1"),), {{}}, make)

def ask(inputs, dossier):
    xs = inputs.numbers("interceptors.gbi-2.burnout_speed")
    return {returns}
"""
GOOD = {
    "make": "(rows(), {})",
    "value": "float(x)",
    "words": "{'n': '1'}",
    "returns": "[result(x) for x in xs]",
}
WRONG = [
    ({"value": "1 / 0"}, "ZeroDivisionError: division by zero"),
    ({"value": "float('nan')"}, "its headline n is nan; None stands for no number"),
    ({"value": "'many'"}, "could not convert string to float"),
    ({"words": "{}"}, "KeyError: 'n'"),
    ({"returns": "{'n': 1}"}, "it returned a dict, not a list of"),
    ({"returns": "[]"}, "it returned a list of 0, not a list of"),
    ({"returns": "[1.0 for x in xs]"}, "it returned a float among its results"),
    ({"returns": "[Result((), {}, make) for x in xs]"}, "its first headline is not n"),
    ({"make": "rows()"}, "cannot unpack"),
    ({"make": "({'n': [1]}, {})"}, "its rows is a dict, not a Table"),
    ({"make": "(rows(), {'more': [1]})"}, "its more is a list, not a Table"),
]


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A dossier that may be asked raid, divergence, and a question of another package."""

    def made(code: dict[str, str], **card: object):
        module.cards()  # ours alone are remembered
        (tmp_path / "brought").mkdir()
        (tmp_path / "brought/__init__.py").touch()
        (tmp_path / "brought/card.yaml").write_text(yaml.safe_dump(CARD | card))
        (tmp_path / "brought/ask.py").write_text(ASK.format(**{**GOOD, **code}))
        point = EntryPoint("mine", "brought", plugins.GROUP)
        monkeypatch.setattr(plugins, "entry_points", lambda group: [point])
        monkeypatch.syspath_prepend(str(tmp_path))
        for one in ("brought", "brought.ask"):
            monkeypatch.delitem(sys.modules, one, raising=False)
        every = module.cards.__wrapped__()
        some = {name: every[name] for name in ("raid", "other-question", "divergence")}
        monkeypatch.setattr(module, "cards", lambda: some)
        monkeypatch.setattr(for_dossier, "cards", lambda: some)
        dossier = load(locate("europe-2007"))
        asks = {name: one for name, one in dossier.asks.items() if one.question == "raid"}
        object.__setattr__(dossier, "asks", asks)
        return dossier

    return made


@pytest.fixture
def without_analyses(monkeypatch: pytest.MonkeyPatch):
    """The analysis of `run` answers at once; which questions it is asked of is what counts."""

    def asked(question, positions, dossier, **options):
        if question == "divergence":
            return [SimpleNamespace(options=options)]
        return ask(question, positions, dossier, **options)

    monkeypatch.setattr(suite, "ask", asked)


def about(answers) -> set[str]:
    return {one.options.get("of", "") for one in answers}


def test_a_good_one_is_asked(brought, without_analyses):
    dossier = brought({})
    answers = ask("other-question", [*dossier.parties], dossier)
    assert len({one.headline.value for one in answers}) == 2
    answered = {name: about(answers) for name, answers in run_suite(dossier)}
    assert {*answered} == {"raid", "other-question", "divergence"}
    assert answered["divergence"] == {"raid", "other-question"}


@pytest.mark.parametrize(("code", "told"), WRONG, ids=[str(one[0]) for one in WRONG])
def test_what_is_wrong_is_said_with_its_name(brought, code, told):
    dossier = brought(code)
    with pytest.raises(BroughtQuestionError) as caught:
        ask("other-question", [*dossier.parties], dossier)
    assert "the question other-question of the package brought fails: " in caught.value.what
    assert told in caught.value.what
    assert "in that package, not in this program" in caught.value.why
    assert "uninstall it" in caught.value.fix


def test_the_place_in_its_code_is_said(brought, tmp_path: Path):
    dossier = brought({"value": "1 / 0"})
    with pytest.raises(BroughtQuestionError) as caught:
        ask("other-question", [*dossier.parties], dossier)
    lines = (tmp_path / "brought/ask.py").read_text().splitlines()
    (at,) = (i + 1 for i, line in enumerate(lines) if "1 / 0" in line)
    assert caught.value.where == f"{tmp_path / 'brought/ask.py'}:{at}"


@pytest.mark.parametrize("value", ["1 / 0", "1.0 if x in (6300.0, 8000.0) else 1 / 0"])
def test_run_goes_on_without_it(brought, without_analyses, value):
    """It fails at once, or only at the ends of an interval."""
    dossier, refused = brought({"value": value}), []
    answered = {name: about(answers) for name, answers in run_suite(dossier, refused=refused)}
    assert answered == {"raid": {""}, "divergence": {"raid"}}
    assert [(name, type(error)) for name, error in refused] == [
        ("other-question", BroughtQuestionError)
    ]


def test_an_analysis_that_asks_everything_goes_on_without_it(brought, monkeypatch, caplog):
    dossier = brought({"value": "1 / 0"})

    def everything(card, positions, dossier, **options):
        for name in cards_of(dossier):
            if name != card.id:
                runs.ask(name, positions, dossier)
        return "answered"

    monkeypatch.setattr(
        module_of_ask, "implementation", lambda card: SimpleNamespace(ask=everything)
    )
    asked = [parse_position(name, dossier) for name in dossier.parties]
    with caplog.at_level("WARNING", "twoplustwo"):
        answer = module_of_ask._analysed(
            card_of(dossier, "divergence"), asked, dossier, {"of": "raid"}
        )
    assert answer == "answered"
    assert [one.getMessage().partition(": ")[2][:40] for one in caplog.records] == [
        "other-question is left out of divergence"
    ]
    assert "other-question" in cards_of(dossier)  # it may be asked again, at another setting
    with pytest.raises(BroughtQuestionError):  # of which it is asked
        module_of_ask._analysed(
            card_of(dossier, "divergence"), asked, dossier, {"of": "other-question"}
        )


def test_check_names_it(brought):
    dossier = brought({"value": "1 / 0"})
    (told,) = (one for one in unanswerable_asks(dossier) if "other-question" in one.what)
    assert told.warning and "of the package brought fails: ZeroDivisionError" in told.what


def test_a_view_that_cannot_be_drawn_is_found_before_the_report(brought):
    dossier = brought({}, views=[{"kind": "hologram"}])
    answers = ask("other-question", [*dossier.parties], dossier)
    error = fails_on_paper(card_of(dossier, "other-question"), answers, dossier)
    assert error is not None and "hologram" in error.what
    dossier = load(dossier.root)
    ours = ask("raid", [*dossier.parties], dossier)
    assert fails_on_paper(card_of(dossier, "raid"), ours, dossier) is None
