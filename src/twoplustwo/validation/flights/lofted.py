"""A stand-in rocket fitted to a lofted test: the payload and kick that give its apogee and range.

The lofted-to-standard conversion must be flown, not reckoned at constant speed: a steep boost
loses more to gravity than a flat one.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from scipy.interpolate import PchipInterpolator

from twoplustwo.physics.fly import CRASHED, Flight
from twoplustwo.validation.flights.farthest import farthest, sweep
from twoplustwo.validation.flights.root import root
from twoplustwo.validation.flights.vehicle import Vehicle

KICKS = 256
STEEP_RAD = np.radians((0.02, 25.0))
PAYLOADS_KG = (20.0, 20_000.0)


class Lofted(NamedTuple):
    """The fitted test flight; SI."""

    payload_kg: float
    time_s: float
    burnout_time_s: float
    burnout_speed_m_s: float
    burnout_altitude_m: float
    burnout_angle_rad: float


@cache
def lofted(vehicle: Vehicle, apogee_m: float, range_m: float) -> Lofted:
    """Fit payload and kick of a stand-in so that its full burn gives an apogee and a range.

    Raises
    ------
    ValueError
        If no payload between `PAYLOADS_KG` does.
    """

    def miss(log_payload: float) -> float:
        return _at_range(vehicle, float(np.exp(log_payload)), range_m)["apogee_m"] - apogee_m

    ends = np.log(PAYLOADS_KG)
    high, low = miss(ends[0]), miss(ends[1])
    if not (high > 0.0 > low):
        raise ValueError(
            f"the stand-in tops out between {(low + apogee_m) / 1e3:.0f} and "
            f"{(high + apogee_m) / 1e3:.0f} km, not at {apogee_m / 1e3:.0f} km"
        )
    payload = float(np.exp(root(miss, ends[0], ends[1], 1e-4)))
    flown = _at_range(vehicle, payload, range_m)
    return Lofted(payload, *(float(flown[name]) for name in Lofted._fields[1:]))


@cache
def standard_range(vehicle: Vehicle, apogee_m: float, range_m: float) -> float:
    """Greatest range [m] of the fitted stand-in with the fitted payload, Earth not turning."""
    return farthest(vehicle.rocket(lofted(vehicle, apogee_m, range_m).payload_kg)).range_m


def _at_range(vehicle: Vehicle, payload_kg: float, range_m: float) -> dict[str, float]:
    """The steep flight of a payload that comes down at a range: everything about it."""
    far, flight = sweep(vehicle.rocket(payload_kg), np.geomspace(STEEP_RAD[0], STEEP_RAD[1], KICKS))
    rising = int(np.argmax(np.nan_to_num(far))) + 1  # the steep branch
    names = ("apogee_m", *Lofted._fields[1:])
    if not far[rising - 1] >= range_m:  # too heavy to get there, or so light that it never lands
        top = float(flight.apogee_m[0]) if flight.outcome[0] != CRASHED else 0.0
        return dict.fromkeys(names, 0.0) | {"apogee_m": top}
    before = np.concatenate([[0.0], np.fmax.accumulate(far[: rising - 1])])
    keep = np.flatnonzero(far[:rising] > before)  # no flight twice, none that does not land
    return {
        name: float(PchipInterpolator(far[keep], _values(flight, name)[keep])(range_m))
        for name in names
    }


def _values(flight: Flight, name: str) -> np.ndarray:
    return np.asarray(getattr(flight, name))
