"""What there is to ask and to hold: questions, options, parameters and so on, a line each."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from twoplustwo.base.errors import QuestionError, nearest
from twoplustwo.base.localized_text import text_in

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier

Line = tuple[str, str]
"""A name as it is written on the command line, and what it is."""
LANG = "en"


def listed(what: str, dossier: "Dossier", question: str = "") -> list[Line]:
    """Names of one sort, each with what it is.

    Parameters
    ----------
    what : str
        One of `SORTS`.
    dossier : Dossier
    question : str
        For options: whose; every question's where empty.

    Raises
    ------
    QuestionError
        There is no such sort, or no such question.
    """
    if what not in SORTS:
        raise QuestionError(
            f"there is no list of {what}",
            why=f"lists: {', '.join(SORTS)}",
            fix=nearest(what, SORTS),
        )
    return _options(dossier, question) if what == "options" else SORTS[what](dossier)


def _questions(dossier: "Dossier") -> list[Line]:
    from twoplustwo.question_cards.for_dossier import cards_of

    every = cards_of(dossier).values()
    return [(one.id, text_in(one.asks, LANG)) for one in every]


def _options(dossier: "Dossier", question: str = "") -> list[Line]:
    from twoplustwo.question_cards.for_dossier import card_of, cards_of

    every = [card_of(dossier, question)] if question else cards_of(dossier).values()
    lines = []
    for card in every:
        for name, rule in card.options.items():
            kind = rule.get("kind", "")
            values = sorted(dossier.things.get(kind, {})) if kind else rule.get("of", ())
            means = text_in(rule.get("means") or {}, LANG)
            usual = rule.get("default")
            parts = [
                means,
                f"one of {', '.join(map(str, values))}" if values else "",
                f"usual: {usual}" if usual not in (None, "") else "",
            ]
            whose = name if question else f"{card.id} {name}"
            lines.append((whose, "; ".join(part for part in parts if part) or "a text"))
    return lines


def _parameters(dossier: "Dossier") -> list[Line]:
    from twoplustwo.positions.disputes import parameter_meaning

    return [(path, text_in(parameter_meaning(path, dossier), LANG)) for path in dossier.paths()]


def _parties(dossier: "Dossier") -> list[Line]:
    return [(name, text_in(one.name, LANG)) for name, one in sorted(dossier.parties.items())]


def _disputes(dossier: "Dossier") -> list[Line]:
    from twoplustwo.positions.disputes import all_disputes

    return [(one.id, text_in(one.name, LANG)) for one in all_disputes(dossier)]


def _measures(dossier: "Dossier") -> list[Line]:
    return [(name, text_in(one.name, LANG)) for name, one in sorted(dossier.measures.items())]


def _dossiers(dossier: "Dossier") -> list[Line]:
    from twoplustwo.doors.dossiers import load
    from twoplustwo.dossier.find import packaged

    return [(name, text_in(load(root).title, LANG)) for name, root in sorted(packaged().items())]


def _runs(dossier: "Dossier") -> list[Line]:
    found = sorted(Path("out").glob("*/run.json"))
    return [
        (one.parent.name, str(one.parent / "report.html"))
        for one in found
        if not one.parent.is_symlink()
    ]


SORTS: dict[str, Callable[["Dossier"], list[Line]]] = {
    "questions": _questions,
    "options": _options,
    "parameters": _parameters,
    "parties": _parties,
    "disputes": _disputes,
    "measures": _measures,
    "dossiers": _dossiers,
    "runs": _runs,
}
"""What can be listed, and how; runs are those of the folder ``out`` here."""
