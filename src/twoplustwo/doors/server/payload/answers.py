"""Answers as the interface sends them: column by column, each column told in both languages."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.dossier.models import Dossier


def answer(
    question: str,
    position_text: str,
    dossier: "Dossier",
    options: Mapping[str, Any] | None = None,
    interval: bool = False,
    tables: str | Collection[str] = "views",
) -> dict[str, Any]:
    """One question under one position.

    Parameters
    ----------
    question : str
        Identifier of a question (not of an analysis).
    position_text : str
        The position, with everything that is laid over it.
    dossier : Dossier
    options : mapping
        Of the question.
    interval : bool
        Whether headlines get their range over the held claims' own intervals.
    tables : str or collection of str
        Which tables come with their data; see `answers.columns.answer_to_columns`.
    """
    from twoplustwo.doors import asking

    (found,) = asking.ask(question, dossier, [position_text], interval=interval, **(options or {}))
    return told(found, tables)


def analysis(
    question: str,
    positions: Sequence[str],
    dossier: "Dossier",
    options: Mapping[str, Any] | None = None,
    tables: str | Collection[str] = "views",
) -> dict[str, Any]:
    """One analysis of several positions; of every party where none is named."""
    from twoplustwo.doors import asking

    (found,) = asking.ask(question, dossier, positions, **(options or {}))
    return told(found, tables)


def told(found: "Answer", tables: str | Collection[str] = "views") -> dict[str, Any]:
    """An answer column by column, with the texts that its card has for each column."""
    from twoplustwo.answers.columns import answer_to_columns
    from twoplustwo.question_cards.card import card

    known = card(found.question).columns
    form = answer_to_columns(found, tables)
    for table in (form["rows"], *form["tables"].values()):
        for column in table["columns"]:
            texts = known.get(column["name"], {})
            column |= {key: texts[key] for key in ("short", "means", "from") if key in texts}
    return form
