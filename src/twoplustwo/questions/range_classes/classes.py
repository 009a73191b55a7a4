"""The class of a missile: its range against the limits of the treaty, and what is left out."""

from typing import NamedTuple

from twoplustwo.base.outcomes import Outcome
from twoplustwo.stages.inputs import Inputs

SHORTER, INTERMEDIATE, NONE = "shorter", "intermediate", "none"
TESTED, MODEL = "tested", "model"
RULES = (TESTED, MODEL)
CRUISE, INTERCEPTOR = "cruise", "interceptor"
YES, GROUND = "yes", "ground"


class Treaty(NamedTuple):
    """Limits [m] and rules, each a claim."""

    shorter_from_m: float
    shorter_to_m: float
    intermediate_to_m: float
    rule: str
    ground_only: bool
    exempts_interceptors: bool


class Missile(NamedTuple):
    """What counts for the class; ranges in m, None where nobody claims or computes one."""

    id: str
    owner: str
    sort: str
    existence: str
    launched_from: str | None
    intercepts_only: bool
    claimed_m: float | None
    tested_m: float | None
    model_m: float | None
    removed: bool = False


def treaties(inputs: Inputs) -> list[Treaty]:
    """The treaty as each position holds it."""
    numbers = [
        inputs.values(f"treaty.{n}") for n in ("shorter_from", "shorter_to", "intermediate_to")
    ]
    names = [
        inputs.names(f"treaty.{n}") for n in ("range_rule", "ground_only", "interceptor_exemption")
    ]
    return [
        Treaty(low, middle, high, rule, ground == YES, exempts == YES)
        for low, middle, high, rule, ground, exempts in zip(*numbers, *names, strict=True)
    ]


def class_of(range_m: float, treaty: Treaty) -> str:
    """The class of a range; limits belong to the class that ends with them, 500 km to the class."""
    if range_m < treaty.shorter_from_m or range_m > treaty.intermediate_to_m:
        return NONE
    return SHORTER if range_m <= treaty.shorter_to_m else INTERMEDIATE


def counted_range(missile: Missile, rule: str) -> float | None:
    """The range [m] that counts: tested or possible; of a cruise missile always the possible."""
    if missile.sort == CRUISE:
        return missile.claimed_m
    if rule == TESTED:
        return missile.tested_m
    return missile.claimed_m if missile.model_m is None else missile.model_m


def class_by(missile: Missile, treaty: Treaty, rule: str) -> str | None:
    """Class by one rule, whatever is exempt; None where there is no range to go by."""
    counted = counted_range(missile, rule)
    return None if counted is None else class_of(counted, treaty)


def outcome(missile: Missile, treaty: Treaty, rule: str) -> Outcome:
    """How the treaty treats a missile by one rule."""
    if missile.removed:
        return Outcome.REMOVED
    if treaty.ground_only and missile.launched_from not in (None, GROUND):
        return Outcome.NOT_COVERED
    if treaty.exempts_interceptors and missile.intercepts_only:
        return Outcome.EXEMPT
    found = class_by(missile, treaty, rule)
    if found is None:
        by_test = rule == TESTED and missile.sort != CRUISE
        return Outcome.UNTESTED if by_test else Outcome.NO_CLAIM
    return Outcome.OUT_OF_CLASS if found == NONE else Outcome.IN_CLASS


def in_class(missile: Missile, treaty: Treaty, rule: str) -> bool:
    """Whether a universal treaty would take the missile away."""
    return outcome(missile, treaty, rule) == Outcome.IN_CLASS


def kept(missiles: list[Missile], treaty: Treaty, rule: str) -> list[Missile]:
    """What is left where every state gave up the class."""
    there = [m for m in missiles if not m.removed]
    return [m for m in there if not in_class(m, treaty, rule)]


def km(range_m: float | None) -> float | None:
    """Metres as kilometres; None for None."""
    return None if range_m is None else range_m / 1e3
