"""Ten thousand flights, launch to impact: ours and the peers, at about equal error.

The error is the distance of the place of impact from that of the tests' witness (DOP853 at 1e-12)
over 64 flights; for ours and heyoka also over all, against ours on a grid eight times as fine.
Tolerances of the peers are tuned by hand to the least work below 100 m. Questions fly with errors
of a few metres; at equal error ours takes 0.4 of the steps, and that rate is compared. Rates are of
all cores together.
"""

import functools
from collections.abc import Callable
from typing import Any

import jax
import numpy as np

import machine
from clock import once, race
from missile import MISSILE, flights, miss_m
from ours import fly_all, impacts
from row import Row, not_installed
from twoplustwo.physics.boost import Launch

ORDER = 1
TITLE = "Flights: launch to impact of a two-stage missile of 3,000 km, flights per second"
TARGET = (
    "at least as many as heyoka at equal error, 200 x solve_ivp, 500 x RocketPy; error below 100 m"
)
COUNT, SAMPLE, MAPPED, ROUNDS = 10_000, 64, 4_096, 5
ERROR_M = 100.0
REFINE = 8
COARSE = 0.4  # of our steps: the error of heyoka as tuned
AS_USED, OURS = "ours, as questions fly", "ours, 0.4 of the steps"

Places = tuple[np.ndarray, ...]


def run() -> list[Row]:
    """Measure all."""
    jax.config.update("jax_enable_compilation_cache", False)  # compile times are part of the table
    launches = flights(COUNT)
    reference = _witness()
    first = once(lambda: fly_all(MISSILE, _some(launches, 512)))
    coarse = once(lambda: fly_all(MISSILE, _some(launches, 512), COARSE))
    refined = {AS_USED: 1.0, OURS: COARSE}
    runners: dict[str, Callable[[], Any]] = {
        name: functools.partial(fly_all, MISSILE, launches, share)
        for name, share in refined.items()
    }
    compiled: dict[str, float] = {}
    fleets: dict[str, Any] = {}
    lacking: list[Row] = []
    try:
        from peers import heyoka

        tries = {"heyoka, tuned": heyoka.TUNED, "heyoka, tolerance 1e-9": heyoka.SENSIBLE}
        for name, settings in tries.items():
            fleets[name] = heyoka.Fleet(MISSILE, settings, machine.cores())
            compiled[name] = fleets[name].compile_s
            runners[name] = functools.partial(fleets[name].fly, launches)
    except ImportError as error:
        lacking.append(not_installed("heyoka", error))
    took = race(runners, ROUNDS)
    for fleet in fleets.values():
        fleet.close()
    fine = impacts(fly_all(MISSILE, launches, REFINE))
    check = float(miss_m(_head(fine), reference).max())
    rate = COUNT / took[OURS].best_s
    for name, once_ in ((AS_USED, first), (OURS, coarse)):
        compiled[name] = once_.best_s - took[name].best_s * 512 / COUNT
    rows = []
    for name, one in took.items():
        places = impacts(one.result) if name in refined else one.result[:2]
        worst = float(miss_m(places, fine).max())
        cpu_s = fleets[name].cpu_s if name in fleets else one.cpu_s
        figures = _figures(
            COUNT,
            one.best_s,
            rate,
            cpu_s,
            compiled[name],
            float(miss_m(_head(places), reference).max()),
            worst,
        )
        if name in refined:
            rows.append(
                Row(
                    name,
                    figures,
                    f"error below {ERROR_M:.0f} m",
                    worst < ERROR_M,
                    f"reference for all: {check:.2g} m from the witness",
                )
            )
        else:
            asked = name == "heyoka, tuned"
            met = COUNT / one.best_s <= rate if asked else None
            rows.append(Row(name, figures, "ours at least 1 x" if asked else "", met))
    return [*rows, *lacking, *_others(launches, reference, rate)]


def _others(launches: Launch, reference: Places, rate: float) -> list[Row]:
    """Peers that fly a part of the flights; their rates are extrapolated."""
    rows = []
    for name, part in (("diffrax", _diffrax), ("solve_ivp", _scipy), ("RocketPy", _rocketpy)):
        try:
            rows += part(launches, reference, rate)
        except ImportError as error:
            rows.append(not_installed(name, error))
    return rows


def _diffrax(launches: Launch, reference: Places, rate: float) -> list[Row]:
    from peers import diffrax

    some = _some(launches, MAPPED)
    flyer = diffrax.Flyer(MISSILE, diffrax.TUNED)
    flyer.warm(some)
    took = race({"it": lambda: flyer.fly(some)}, 3)["it"]
    error = float(miss_m(_head(took.result), reference).max())
    return [
        Row(
            "diffrax, adaptive",
            _figures(MAPPED, took.best_s, rate, took.cpu_s, flyer.compile_s, error),
        )
    ]


def _scipy(launches: Launch, reference: Places, rate: float) -> list[Row]:
    from peers import scipy

    given = _as_rows(launches)
    rows = []
    for method, rtol in scipy.TUNED.items():
        out, took = scipy.fly_on_all_cores(MISSILE, given, machine.cores(), rtol, method)
        error = float(miss_m(tuple(out.T), reference).max())
        figures = _figures(len(out), took, rate, took * machine.cores(), None, error)
        rows.append(
            Row(
                f"solve_ivp, {method}",
                figures,
                "ours at least 200 x",
                figures["ours_over_it"] >= 200.0,
                "a process a core; plain Python right-hand side",
            )
        )
    return rows


def _rocketpy(_launches: Launch, _reference: Places, rate: float) -> list[Row]:
    from peers import rocketpy

    took = min(rocketpy.fly(MISSILE)[-1] for _ in range(3))
    figures = _figures(1, took, rate, took, None, None)
    note = "one core; flat Earth that stands still, point of mass, no pitch programme"
    met = figures["ours_over_it"] >= 500.0
    return [Row("RocketPy, one flight", figures, "ours at least 500 x", met, note)]


def _figures(
    count: int,
    wall_s: float,
    ours: float,
    cpu_s: float,
    compile_s: float | None,
    sample_m: float | None,
    all_m: float | None = None,
) -> dict[str, Any]:
    return {
        "flights": count,
        "flights_per_s": count / wall_s,
        "ours_over_it": ours * wall_s / count,
        "cpu_us_per_flight": cpu_s / count * 1e6,
        "compile_s": compile_s,
        "error_of_64_m": sample_m,
        "error_of_all_m": all_m,
    }


def _some(launches: Launch, count: int) -> Launch:
    return Launch(*(np.asarray(a)[:count] for a in launches))


def _head(places: Places) -> Places:
    return tuple(a[:SAMPLE] for a in places)


def _as_rows(launches: Launch) -> np.ndarray:
    lat, _, azimuth, kick, cutoff = _some(launches, SAMPLE)
    return np.stack([lat, azimuth, kick, cutoff], axis=1)


def _witness() -> Places:
    from peers import scipy

    out, _ = scipy.fly(MISSILE, _as_rows(flights(COUNT)))
    return tuple(out.T)
