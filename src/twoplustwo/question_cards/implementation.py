"""The module of a question that computes its answers; what to do where it cannot be imported."""

import importlib
import re
import traceback
from functools import cache
from importlib import resources
from types import ModuleType
from typing import TYPE_CHECKING

import yaml

from twoplustwo.base.errors import QuestionError

if TYPE_CHECKING:
    from twoplustwo.question_cards.card import Card

OURS = re.compile(r"\btwoplustwo(?:\.\w+)+")


def implementation(card: "Card") -> ModuleType:
    """Module ``ask`` of the package of a question; see `imported`."""
    return imported(card.package, card.id)


def imported(package: str, question: str) -> ModuleType:
    """Module ``ask`` of a package.

    Raises
    ------
    QuestionError
        The package imports a module that is called otherwise by now; says how.
    """
    try:
        return importlib.import_module(f"{package}.ask")
    except ImportError as error:
        lines = [one.line or "" for one in traceback.extract_tb(error.__traceback__)]
        wanted = next((name for one in reversed(lines) for name in OURS.findall(one)), "")
        if wanted not in renamed():
            raise
        raise QuestionError(
            f"the package of the question {question} imports {wanted}",
            package,
            "that is called otherwise now",
            f"import {renamed()[wanted]}",
        ) from error


@cache
def renamed() -> dict[str, str]:
    """Modules as they were called in earlier versions, to what they are called today."""
    text = (resources.files(__package__ or "") / "renamed.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)
