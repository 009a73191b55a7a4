"""Step sizes: how far flights on coarser and finer grids end from those on the finest."""

from collections.abc import Sequence

import numpy as np

from twoplustwo.base import progress
from twoplustwo.base.table import Column, Table
from twoplustwo.physics.boost import Environment
from twoplustwo.validation.studies.flights import Aimed, aimed
from twoplustwo.validation.studies.inputs import inputs
from twoplustwo.validation.studies.phases import PHASES, Landed, apart_m, fly_phases
from twoplustwo.validation.studies.tabled import tabled

ALL = "all"
FACTORS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)  # steps for each step of the grid in use
FINEST = 16.0
ROUNDING_M = 1e-7  # errors below are those of the arithmetic: they tell no order

STEP_COLUMNS = (
    Column("flight", means="missile and way, each on its least-energy arc and both ends of loft"),
    Column("air", means="with air, or without: then nothing in the equations has a corner"),
    Column("phase", means="whose grid is changed; the others are on the finest"),
    Column("steps", means="steps for each step of the grid in use"),
    Column("error_m", "m", "largest distance of an impact from that on the finest grid"),
    Column("error_s", "s", "largest difference of a time of impact from that on the finest"),
    Column("order", means="two to this power: how much smaller the error is on twice the steps"),
)
AIM_COLUMNS = (
    Column("flight", means="missile and way"),
    Column("loft", means="which arc: least energy, low or high end of loft"),
    Column("miss_m", "m", "what the aim solver left on the grid in use"),
    Column("miss_on_finest_m", "m", "how far the same launch lands from its aim on the finest"),
)


def steps(
    flights: Sequence[str] | None = None,
    phases: Sequence[str] = (*PHASES, ALL),
    factors: Sequence[float] = FACTORS,
    airs: Sequence[bool] = (True, False),
) -> Table:
    """Error of impact against step size, phase by phase.

    Parameters
    ----------
    flights : sequence of str, optional
        Names of flights; all of the inputs by default.
    phases : sequence of str
        ``boost``, ``coast``, ``descent``, or ``all`` at once.
    factors : sequence of float
        Steps for each step in use, rising by two for the order to be told.
    airs : sequence of bool
        With air, without.

    Returns
    -------
    Table
        One row a flight, surroundings, phase and factor. `order` is null where the next finer
        factor is not there, or an error is one of arithmetic.
    """
    rows = []
    names = list(flights or inputs()["flights"])
    for done, name in enumerate(names):
        progress.step("step sizes", done, len(names))
        one = aimed(name, lofted=True)
        for air in airs:
            best = _flown(one, air, dict.fromkeys(PHASES, FINEST))
            for phase in phases:
                errors = [_error(_flown(one, air, _grids(phase, f)), best) for f in factors]
                for i, (factor, (metres, seconds)) in enumerate(zip(factors, errors, strict=True)):
                    after = errors[i + 1][0] if i + 1 < len(errors) else np.nan
                    rows.append(
                        (
                            name,
                            "yes" if air else "no",
                            phase,
                            factor,
                            metres,
                            seconds,
                            _order(metres, after),
                        )
                    )
    return tabled(STEP_COLUMNS, rows)


def aims() -> Table:
    """How far aimed flights land from their aim: on the grid in use, and on the finest.

    The solver stops when it is near enough on the grid in use; what the same launch does on the
    finest grid holds the error of the grid too.
    """
    rows = []
    for name in inputs()["flights"]:
        one = aimed(name, lofted=True)
        there = _flown(one, True, dict.fromkeys(PHASES, FINEST))
        goal = Landed(*(np.array([x]) for x in (*one.place[2:], 0.0)), track=there.track)
        for loft, miss, left in zip(
            ("least energy", "low", "high"), one.miss_m, apart_m(there, goal), strict=True
        ):
            rows.append((name, loft, miss, left))
    return tabled(AIM_COLUMNS, rows)


def _flown(one: Aimed, air: bool, finer: dict[str, float]) -> Landed:
    around = dict.fromkeys(PHASES, Environment(air=float(air)))
    return fly_phases(one.rocket, one.launch, around, finer)


def _grids(phase: str, factor: float) -> dict[str, float]:
    return {p: factor if phase in (p, ALL) else FINEST for p in PHASES}


def _error(flown: Landed, best: Landed) -> tuple[float, float]:
    return float(apart_m(flown, best).max()), float(np.abs(flown.time_s - best.time_s).max())


def _order(coarse_m: float, fine_m: float) -> float:
    known = coarse_m > ROUNDING_M and fine_m > ROUNDING_M
    return float(np.log2(coarse_m / fine_m)) if known else np.nan
