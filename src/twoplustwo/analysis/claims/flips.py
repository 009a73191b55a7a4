"""Where one number turns a proposition: on the way to another's, or to an end of its slider."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from twoplustwo.analysis.claims.deciding import PropositionAt
from twoplustwo.analysis.claims.mixtures import PropositionTester, Truth
from twoplustwo.base.units import show, si_unit
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.disputes import Dispute
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.search.turning_point import Bracket
from twoplustwo.search.turning_point import bisect as narrow


class Case(NamedTuple):
    """One proposition under one position, and one number moved from what it holds; SI."""

    proposition: str
    position: int
    path: str
    held: float
    far: float


def movable_numbers(
    stage: PropositionTester,
    name: str,
    position: int,
    players: dict[int, list[Dispute]],
    dossier: Dossier,
) -> Iterator[Case]:
    """Numbers to move: those of the disputes, and those with a slider.

    A number with a slider goes to both its ends, if the card of the question says which way the
    answer moves with it; any other number of a dispute goes to what the other position holds.

    Parameters
    ----------
    stage, name, position, dossier
        The proposition and the position.
    players : dict
        Other position to the disputes with it that the question reads.
    """
    put = stage.bound[name][0]
    held = stage.positions.held(put, position).values
    laid = {path for path, _ in put.sets}
    read = stage.numbers.read[put.question]
    sliding = set()
    for dispute in dossier.disputes.values():
        path = dispute.parameters[0]
        if dispute.slider is None or len(stage.bound[name]) > 1 or path not in read - laid:
            continue
        if (
            any(fnmatchcase(path, one) for one in card_of(dossier, put.question).directions)
            and path in held
        ):
            sliding.add(path)
            own = float(held[path].value)  # type: ignore[arg-type]
            within = dossier.kind_of(path).within
            counts = dispute.slider.unit == "1" and within is not None and within[1] > 1.0
            # none of a thing at all is another matter than few of it
            least = max(dispute.slider.low, 1.0) if counts else dispute.slider.low
            for end in (least, dispute.slider.high):
                yield Case(name, position, path, own, end)
    for other, disputes in players.items():
        theirs = stage.positions.held(put, other).values
        for path in dict.fromkeys(path for one in disputes for path in one.paths):
            mine, his = held.get(path), theirs.get(path)
            number = dossier.kind_of(path).type == "number" and path in read - laid - sliding
            if number and mine is not None and his is not None and mine.value != his.value:
                yield Case(name, position, path, float(mine.value), float(his.value))  # type: ignore[arg-type]


class Flip(NamedTuple):
    """The verdict turns between two neighbouring values, SI: as held at the one, not at the other.

    Parameters
    ----------
    kept, turned : float
        The last value with the verdict of the position, and the first with the other.
    holds : bool
        Whether the proposition holds at the second.
    """

    kept: float
    turned: float
    holds: bool


def find_flips(
    some: Sequence[Case],
    own: dict[tuple[str, int], Truth],
    stage: PropositionTester,
    dossier: Dossier,
) -> dict[Case, Flip]:
    """Where each case turns, by halving; all cases take each step together.

    A case whose far end has the same verdict is left out. A verdict that turns more than once on
    the way is found to turn at one of these places.
    """
    distinct = list(dict.fromkeys(some))
    ends = _truths([(case, case.far) for case in distinct], stage, dossier)
    turning, brackets = [], []
    for case, there in zip(distinct, ends, strict=True):
        here, kind = own[case.proposition, case.position].holds, dossier.kind_of(case.path)
        if here is not None and there.holds is not None and there.holds != here:
            rising = case.held < case.far
            turning.append(case)
            brackets.append(
                Bracket(
                    min(case.held, case.far),
                    max(case.held, case.far),
                    here if rising else not here,
                    not here if rising else here,
                    kind.unit,
                    kind.counts,
                )
            )
    found = narrow(
        lambda asked: [
            t.holds for t in _truths([(turning[i], x) for i, x in asked], stage, dossier)
        ],
        brackets,
    )
    return {
        case: Flip(b.low, b.high, b.after)
        if case.held < case.far
        else Flip(b.high, b.low, b.before)
        for case, b in zip(turning, found, strict=True)
    }


def flip_text(case: Case, flip: Flip, dossier: Dossier) -> str:
    """At which value of what it turns, as people read it."""
    named = [d.id for d in dossier.disputes.values() if d.parameters == (case.path,)]
    return (
        f"{named[0] if named else case.path} {show(flip.turned, dossier.kind_of(case.path).unit)}"
    )


def _truths(
    values: Sequence[tuple[Case, float]], stage: PropositionTester, dossier: Dossier
) -> list[Truth]:
    asks = []
    for case, value in values:
        said = f"{value!r} {si_unit(dossier.kind_of(case.path).unit)}"
        for_each = stage.bound[case.proposition]
        moved = (
            stage.positions.position(put, case.position).with_setting(case.path, said)
            for put in for_each
        )
        held = zip(for_each, (resolve(dossier, move) for move in moved), strict=True)
        asks.append([PropositionAt(case.proposition, put, one) for put, one in held])
    return stage.judge(asks)
