"""Where, between what two parties say of one number, a proposition turns."""

from collections.abc import Sequence
from typing import NamedTuple

from twoplustwo.analysis.claims.looks import Ask
from twoplustwo.analysis.claims.mixtures import Stage, Truth
from twoplustwo.analysis.divergence.disputes import Dispute
from twoplustwo.analysis.together import with_value
from twoplustwo.base.units import from_si, si_unit
from twoplustwo.dossier.models import Dossier
from twoplustwo.scenario.hold import hold

HALVINGS = 6  # of the distance between the two numbers


class Case(NamedTuple):
    """One proposition under one position, and the dispute with another that turns it."""

    proposition: str
    one: int
    two: int
    dispute: str
    path: str  # its one number; empty where it is about more, or about no number


class Flip(NamedTuple):
    """The verdict turns between two values, SI; the first is nearer to what the position holds."""

    path: str
    near: float
    far: float
    unit: str

    def text(self) -> str:
        """The value as people read it."""
        return f"{from_si(0.5 * (self.near + self.far), self.unit):.4g} {self.unit}".strip()


def case(proposition: str, one: int, two: int, dispute: Dispute) -> Case:
    """A case as it is looked at: by the identifier of its dispute."""
    alone = len(dispute.paths) == 1 and not dispute.things
    return Case(proposition, one, two, dispute.id, dispute.paths[0] if alone else "")


def number(case: Case, stage: Stage, dossier: Dossier) -> Flip | None:
    """The one number of a dispute, from what one holds to what the other does; else None."""
    if not case.path:
        return None
    path = case.path
    kind = dossier.kind_of(path)
    put = stage.puts[case.proposition][0]
    ends = [stage.laid.held(put, at).values.get(path) for at in (case.one, case.two)]
    if kind.type != "number" or any(end is None for end in ends):
        return None
    near, far = (float(end.value) for end in ends if end is not None)  # type: ignore[arg-type]
    return Flip(path, near, far, "" if kind.unit == "1" else kind.unit)


def find(cases: Sequence[Case], stage: Stage, dossier: Dossier) -> dict[Case, Flip]:
    """Where each case turns, by halving; all cases take each step together.

    A verdict that turns more than once on the way is found to turn at one of these places.
    """
    found = {case: flip for case in cases if (flip := number(case, stage, dossier)) is not None}
    if not found:
        return {}
    own = dict(zip(found, stage.truths([(c.proposition, c.one, c.two, frozenset())
                                        for c in found]), strict=True))  # fmt: skip
    for _ in range(HALVINGS):
        middles = {case: 0.5 * (flip.near + flip.far) for case, flip in found.items()}
        seen = _at(middles, found, stage, dossier)
        found = {
            case: flip._replace(near=middles[case]) if seen[case].holds == own[case].holds
            else flip._replace(far=middles[case])
            for case, flip in found.items()
        }  # fmt: skip
    return found


def _at(
    values: dict[Case, float], flips: dict[Case, Flip], stage: Stage, dossier: Dossier
) -> dict[Case, Truth]:
    asks = []
    for case, value in values.items():
        path = flips[case].path
        text = f"{value!r} {si_unit(dossier.kind_of(path).unit)}"
        held = ((put, hold(dossier, with_value(stage.laid.position(put, case.one), path, text)))
                for put in stage.puts[case.proposition])  # fmt: skip
        asks.append([Ask(case.proposition, put, one) for put, one in held])
    return dict(zip(values, stage.judge(asks), strict=True))
