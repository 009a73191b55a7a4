"""Which single test stands in the way: what would pass if one of them were given up?"""

from collections.abc import Sequence
from dataclasses import dataclass

from twoplustwo.analysis.common_ground.judge import Judged
from twoplustwo.analysis.common_ground.rows import Row, best_of
from twoplustwo.analysis.common_ground.tests import StatedTest, all_hold
from twoplustwo.question_cards.compared import Compared

COLUMNS = ("test", "parties", "case", "designs_left", "designs", "design")


@dataclass(frozen=True)
class DroppedTest:
    """One test, whoever states it, and the designs that pass all others.

    `best` is the number of that which leaves most coverage; `left` how many pass.
    """

    test: StatedTest
    parties: tuple[str, ...]
    worst: bool
    left: int
    best: int | None


def drop_each(
    found: Sequence[Judged],
    made: Sequence[Row],
    tests: Sequence[StatedTest],
    worst: bool,
    shown: Sequence[Compared],
) -> list[DroppedTest]:
    """Every distinct test taken away by itself; the same test of two parties goes together.

    Parameters
    ----------
    found, made : sequences
        Designs and their rows.
    tests : sequence of Stated
    worst : bool
        Whether the others must hold whatever is claimed, or by each party's numbers.
    """
    out = []
    for same in dict.fromkeys((t.accepts.question, str(t.accepts.test)) for t in tests if t.judged):
        gone = [t for t in tests if (t.accepts.question, str(t.accepts.test)) == same]
        left = [i for i, one in enumerate(found) if _passes(one, tests, gone, worst)]
        best = best_of(left, found, made, worst, shown)
        parties = tuple(t.party for t in gone)
        out.append(DroppedTest(gone[0], parties, worst, len(left), best))
    return out


def _passes(
    judged: Judged, tests: Sequence[StatedTest], gone: Sequence[StatedTest], worst: bool
) -> bool:
    held = judged.holds_worst if worst else judged.holds_own
    others = [h for t, h in zip(tests, held, strict=True) if t.judged and t not in gone]
    return all_hold(others) is True


def dropped_rows(
    given: Sequence[DroppedTest], made: Sequence[Row], shown: Sequence[Compared]
) -> list[Row]:
    """One row a test and case; without a design where none is left."""
    return [_row(one, made, shown) for one in given]


def _row(one: DroppedTest, made: Sequence[Row], shown: Sequence[Compared]) -> Row:
    kind = "worst" if one.worst else "own"
    row: Row = {
        "test": str(one.test.accepts.test),
        "parties": ", ".join(one.parties),
        "case": kind,
        "designs_left": float(one.left),
        "designs": float(len(made)),
        "design": "",
        **dict.fromkeys(each.name for each in shown),
    }
    if one.best is None:
        return row
    mine = made[one.best]
    kept = {each.name: mine[f"{kind}_{each.name}"] for each in shown}
    return row | kept | {"design": mine["design"]}
