"""A package of questions written for an earlier version is told what its imports are called now."""

import importlib
import sys
from dataclasses import replace

import pytest

from twoplustwo.base.errors import QuestionError
from twoplustwo.question_cards.implementation import implementation, renamed

from ..europe_cards import cards


def package(folder, monkeypatch, text):
    (folder / "old_questions").mkdir()
    (folder / "old_questions" / "__init__.py").write_text("")
    (folder / "old_questions" / "ask.py").write_text(text)
    monkeypatch.syspath_prepend(str(folder))
    for name in ("old_questions", "old_questions.ask"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return replace(next(iter(cards().values())), id="spare", package="old_questions")


@pytest.mark.parametrize(
    ("line", "was", "now"),
    [
        (
            "from twoplustwo.scenario.given import Given",
            "twoplustwo.scenario.given",
            "import twoplustwo.stages.inputs (there Given is Inputs, apart is ask_by_group)",
        ),
        (
            "from twoplustwo.questions.result import Headlined",
            "twoplustwo.questions.result",
            "import twoplustwo.question_cards.result (there Headlined is HeadlineValue)",
        ),
    ],
)
def test_what_was_renamed_is_told(tmp_path, monkeypatch, line, was, now):
    card = package(tmp_path, monkeypatch, line)
    with pytest.raises(QuestionError) as error:
        implementation(card)
    assert f"the package of the question spare imports {was}" in error.value.what
    assert error.value.fix == now


def test_another_fault_of_a_package_is_its_own(tmp_path, monkeypatch):
    with pytest.raises(ModuleNotFoundError, match="nowhere_at_all"):
        implementation(package(tmp_path, monkeypatch, "import nowhere_at_all"))


def test_every_new_name_is_there():
    for new in renamed().values():
        module, _, names = new.partition(" (there ")
        there = importlib.import_module(module)
        for pair in names.rstrip(")").split(", ") if names else ():
            assert hasattr(there, pair.partition(" is ")[2]), (module, pair)
