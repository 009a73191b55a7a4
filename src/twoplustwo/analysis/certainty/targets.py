"""Which headlines are asked, and which way each is worse."""

from typing import NamedTuple

from twoplustwo.base.criterion import Criterion
from twoplustwo.question_cards.card import card

REACH, COVER = "icbm-reach", "defended-footprint"


class Target(NamedTuple):
    """One headline of a question; `most` says whether the greatest value is the worst."""

    question: str
    column: str
    most: bool
    counts: bool = True  # whether every claim on the table must be looked at, or corners do


def targets(of: str) -> list[Target]:
    """Headlines of a question, the worst being what its card's test speaks against.

    Reach is never shown without cover: the most that the shield could do to one side stands beside
    the least that it might do for the other.
    """
    if of == REACH:
        return [
            Target(REACH, "share_reachable", most=True),
            Target(REACH, "best_margin_s", most=True),
            Target(COVER, "coverage_europe", most=False, counts=False),
            Target(COVER, "coverage_us", most=False, counts=False),
        ]
    asked = card(of)
    column = asked.headline["column"]
    if of == COVER:
        return [Target(of, name, most=False) for name in ("coverage_europe", "coverage_us")]
    return [Target(of, column, most) for most in worse(asked.test, asked.columns)]


def worse(test: str, columns: dict[str, dict]) -> list[bool]:
    """Whether the most, the least or both are worse than what a test wants of its column."""
    parsed = Criterion.parse(test)
    if parsed.sign != "=":
        return [parsed.sign in ("<", "<=")]
    low, high = columns.get(parsed.column, {}).get("within", (None, None))
    if parsed.value == low:
        return [True]
    return [False] if parsed.value == high else [True, False]
