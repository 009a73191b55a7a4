"""A fan of flights of one rocket from one latitude, flown coarsely and interpolated finely.

Distances swing wildly with azimuth and speed once a missile is nearly fast enough to circle the
Earth; states at burnout do not. So the states are interpolated, the rest of the flight is closed
form, and what closed form leaves out (air, oblateness) is interpolated as a correction.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline

from twoplustwo.physics import ballistic
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.earth import Vector
from twoplustwo.physics.fly import IMPACT, Flight, fly
from twoplustwo.physics.kick import KickMap
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.physics.vehicle import Rocket, last_stage

F = NDArray[np.float64]

AZIMUTHS, ANGLES, CUTOFFS = 8, 14, 9  # flown
FINE_AZIMUTHS, FINE_STEP_RAD, FINE_CUTOFFS = 48, np.radians(1.0), 17
# nominal, on a still Earth: launched to the east at nearly circular speed, -4 degrees climbs
LOWEST_RAD, HIGHEST_RAD = np.radians(-4.0), np.radians(88.0)
CROWDING = 1.5  # flown angles are denser low down
FLATTEST_RAD = np.radians(1.0)  # at burnout over the ground; anything flatter is left out
LARGEST_CORRECTION = 0.3  # of a unit vector
# earliest cut-off tabulated: a last stage may end almost at once, a single stage not before it has
# flown; the search may go a little further
EARLIEST_LAST, EARLIEST_ONLY, SLACK = 0.06, 0.35, 0.055


class Fan(NamedTuple):
    """What each flight does; axes (azimuth, nominal angle, cut-off).

    `angle_rad` is the central angle flown (NaN where it circles the Earth), `offset_rad` bearing
    minus azimuth, `energy_j_kg` that at burnout relative to the Earth, `flies` whether it still
    climbs at burnout.
    """

    azimuth_rad: F
    nominal_rad: F
    cutoff: F
    angle_rad: F
    offset_rad: F
    energy_j_kg: F
    flies: NDArray[np.bool_]


def spreads(kicks: KickMap) -> bool:
    """Whether kicks leave a rocket on angles far enough apart to make a fan of.

    One that rises straight for nearly all of its burn has none: it comes down where it began.
    """
    lowest, highest = _ends_of_fan(kicks)
    return highest - lowest > FINE_STEP_RAD


def _ends_of_fan(kicks: KickMap) -> tuple[float, float]:
    """Flattest and steepest nominal angle of a fan [rad]."""
    lowest = max(LOWEST_RAD, kicks.lowest_rad + np.radians(0.1))
    return lowest, min(HIGHEST_RAD, kicks.highest_rad)


def earliest_cutoff(rocket: Rocket) -> float:
    """Smallest share of the last stage's burn after which the model lets it be cut off."""
    return EARLIEST_ONLY if last_stage(rocket) == 0 else EARLIEST_LAST


def fan(rocket: Rocket, kicks: KickMap, latitude_rad: float) -> Fan:
    """Fly the fan of a rocket from a geodetic latitude and fill it in."""
    nominal, cutoff, fields = _fly(rocket, kicks, latitude_rad)
    fine_g = np.arange(nominal[0], nominal[-1], FINE_STEP_RAD)
    fine_c = np.linspace(cutoff[0], 1.0, FINE_CUTOFFS)
    fields = np.einsum("Aa,fagc->fAgc", _around(), fields)
    fields = np.einsum("Gg,fAgc->fAGc", _spline(nominal, fine_g), fields)
    fields = fields @ _spline(cutoff, fine_c).T
    azimuth = np.linspace(0.0, 2 * np.pi, FINE_AZIMUTHS, endpoint=False)
    state, left = fields[:7], fields[7:]
    place = ballistic.fall(azimuth[:, None, None], geocentric(latitude_rad), state) + left
    angle, offset = ballistic.distance(place)
    for i in range(1, FINE_CUTOFFS):  # where it circles the Earth: the offset just before
        offset[..., i] = np.where(np.isnan(offset[..., i]), offset[..., i - 1], offset[..., i])
    flies = ballistic.path_angle(state) >= FLATTEST_RAD
    return Fan(azimuth, fine_g, fine_c, angle, offset, ballistic.energy(state), flies)


def _fly(rocket: Rocket, kicks: KickMap, latitude_rad: float) -> tuple[F, F, F]:
    """Fly azimuths x nominal angles x cut-offs: states at burnout, and corrections to Kepler.

    Returns nominal angles (G,), cut-offs (C,), and states and corrections (7 + 3, A, G, C).
    """
    azimuth = np.linspace(0.0, 2 * np.pi, AZIMUTHS, endpoint=False)
    lowest, highest = _ends_of_fan(kicks)
    rise = np.linspace(0.0, 1.0, ANGLES) ** CROWDING
    nominal = lowest + rise * (highest - lowest)
    cutoff = np.linspace(earliest_cutoff(rocket), 1.0, CUTOFFS)
    a, g, c = (x.ravel() for x in np.meshgrid(azimuth, nominal, cutoff, indexing="ij"))
    zero = np.zeros_like(a)
    launch = Launch(zero + latitude_rad, zero, a, kicks(g), c)
    flight, r, v = in_chunks(lambda piece: _ends(rocket, piece), launch)
    state = ballistic.local(a, geocentric(latitude_rad), r, v, flight.burnout_time_s)
    shape = (-1, AZIMUTHS, ANGLES, CUTOFFS)
    landed = ballistic.direction(*_seen(launch, flight))
    left = (landed - ballistic.fall(a, geocentric(latitude_rad), state)).reshape(shape)
    known = (flight.outcome == IMPACT).reshape(shape[1:])
    known &= (np.abs(left) < LARGEST_CORRECTION).all(axis=0)
    left = np.where(known, left, 0.0)
    for i in range(ANGLES - 2, -1, -1):  # where it circles the Earth or hardly climbs: from above
        left[:, :, i] = np.where(known[:, i], left[:, :, i], left[:, :, i + 1])
    return nominal, cutoff, np.concatenate([state.reshape(shape), left])


def _seen(launch: Launch, flight: Flight) -> tuple[F, F]:
    """Central angle, and bearing minus azimuth, of where flights land."""
    angle, bearing = angle_and_bearing(
        geocentric(launch.latitude_rad),
        launch.longitude_rad,
        geocentric(flight.latitude_rad),
        flight.longitude_rad,
    )
    return angle, bearing - launch.azimuth_rad


def _ends(rocket: Rocket, launch: Launch) -> tuple[Flight, Vector, Vector]:
    """Flights and their Earth-fixed states at burnout."""
    flight, track = fly(rocket, launch)
    first = [Vector(*(np.asarray(c)[0] for c in part)) for part in (track.r, track.v)]
    return flight, first[0], first[1]


@cache
def _around() -> F:
    """Trigonometric interpolation from the flown azimuths to the fine ones, as a matrix."""
    fine = np.arange(FINE_AZIMUTHS) * (2 * np.pi / FINE_AZIMUTHS)
    gap = fine[:, None] - np.arange(AZIMUTHS) * (2 * np.pi / AZIMUTHS)
    orders = np.arange(1, AZIMUTHS // 2)
    waves = 1.0 + 2.0 * np.cos(orders[:, None, None] * gap).sum(axis=0)
    return (waves + np.cos(AZIMUTHS / 2 * gap)) / AZIMUTHS


def _spline(x: F, fine: F) -> F:
    """Cubic interpolation from `x` to `fine`, as a matrix."""
    return CubicSpline(x, np.eye(len(x)))(fine)
