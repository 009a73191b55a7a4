"""What an answer assumes, as a table: each number with who said it and who holds it how."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer, Assumption
from twoplustwo.base.table import Column, Table

NAME = "assumptions"
"""What the table is called where tables are chosen by name."""

COLUMNS = {
    "parameter": "the number's path in the dossier",
    "means_en": "what it is, in English",
    "means_ru": "what it is, in Russian",
    "shown": "the value as it was written",
    "computed_with": "the value computed with, SI; a text where it is no number",
    "unit": "the unit of computed_with",
    "by": "who said it",
    "by_party": "the party that the speaker speaks for; empty for no party's",
    "ascribed_to": "whose number the speaker says that it is, where not their own",
    "best_by": "who gave the value computed with, where that is somebody else",
    "ends_by": "who gave the ends of its interval, where that is somebody else",
    "how": "how the position holds it: own, adopted, common, set, measure",
    "why_en": "why somebody else's number is held, in English",
    "why_ru": "the same in Russian",
    "status": "how well it is known: read, secondary, recalled, derived, assumed",
    "source": "where it stands",
}
"""Column to its meaning."""


def table(answer: Answer) -> Table:
    """The assumptions of an answer, a row each, in the order of their paths."""
    rows = [_row(one) for one in answer.assumptions]
    return Table(
        tuple(Column(name, means=means) for name, means in COLUMNS.items()),
        {name: _texts([row[name] for row in rows]) for name in COLUMNS},
    )


def _row(one: Assumption) -> dict[str, Any]:
    known = {name: getattr(one, name) for name in COLUMNS if hasattr(one, name)}
    return {
        **known,
        "means_en": one.means.get("en", ""),
        "means_ru": one.means.get("ru", ""),
        "why_en": one.why.get("en", ""),
        "why_ru": one.why.get("ru", ""),
        "computed_with": "" if one.value is None else str(one.value),
    }


def _texts(values: Sequence[Any]) -> np.ndarray:
    return np.array([value or None for value in values], dtype=object)
