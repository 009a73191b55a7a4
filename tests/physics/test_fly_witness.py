"""Flights against an independent integration, from 300 to 10,000 km and beyond."""

import numpy as np
import pytest
from pyproj import Geod

from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, fly
from twoplustwo.physics.kick import kick_map

from .witness import Witness

GEOD = Geod(ellps="WGS84")
MISS_M, LATE_S = 100.0, 0.1
# where each missile is aimed, km; together 300 to 10,000
AIMS_KM = {
    "shahab-3": (300, 700, 1_200),
    "ghadr-1": (500, 1_000, 1_500),
    "irbm": (1_500, 2_500, 3_500),
    "icbm-liquid": (3_000, 5_000, 7_500),
    "ss-19": (4_000, 6_500, 9_000),
    "ss-25": (3_500, 6_000, 8_500, 10_000),
    "ss-18": (5_000, 8_000, 10_000),
}


def compared(rocket, launch: Launch) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Outcome, range [km], miss [m] and time error [s] of the engine against the witness."""
    flight = in_chunks(lambda piece: fly(rocket, piece)[0], launch)
    witness, rows = Witness(rocket), []
    for i in range(len(launch.cutoff)):
        lat, lon, time = witness.fly(*(float(a[i]) for a in (launch.latitude_rad, *launch[2:])))
        here = np.degrees([flight.longitude_rad[i], flight.latitude_rad[i]])
        there = np.degrees([lon, lat])
        miss = GEOD.inv(*here, *there)[2]
        far = GEOD.inv(0.0, np.degrees(launch.latitude_rad[i]), *there)[2] / 1e3
        rows.append((far, miss, flight.time_s[i] - time))
    return flight.outcome, *np.array(rows).T


@pytest.mark.parametrize("name", sorted(AIMS_KM))
@pytest.mark.parametrize("loft_deg", [-5.0, 0.0, 5.0])
def test_aimed_arcs(rockets, name, loft_deg):
    far = np.array(AIMS_KM[name], dtype=float)
    count = len(far)
    lat0 = np.full(count, 50.0)
    azimuth = np.linspace(-40.0, 10.0, count)
    lon1, lat1, _ = GEOD.fwd(np.zeros(count), lat0, azimuth, far * 1e3)
    there = np.radians(lat1), np.radians(lon1)
    aimed = Aimer(rockets[name]).solve(
        np.radians(lat0), np.zeros(count), *there, loft_rad=np.radians(loft_deg)
    )
    solved = aimed.outcome == REACHED
    assert solved[:-1].all()  # a lofted or flat arc to the farthest may ask for too much
    outcome, reached_km, miss_m, late_s = compared(
        rockets[name], Launch(*(a[solved] for a in aimed.launch))
    )
    assert (outcome == IMPACT).all()
    assert reached_km == pytest.approx(far[solved], abs=0.1)
    assert miss_m.max() < MISS_M
    assert np.abs(late_s).max() < LATE_S


@pytest.mark.parametrize("name", ["sejjil-2", "icbm-solid", "ss-25", "shahab-3"])
def test_anywhere_anyhow(rockets, name):
    draw, count = np.random.default_rng(5), 12
    rocket = rockets[name]
    kicks = kick_map(rocket)
    angle = np.radians(draw.uniform(15.0, 85.0, count))
    earliest = 0.06 if rocket.burn_time_s[1] > 0 else 0.4
    launch = Launch(
        np.arcsin(draw.uniform(-0.95, 0.95, count)),
        np.zeros(count),
        draw.uniform(-np.pi, np.pi, count),
        kicks(angle),
        np.where(draw.random(count) < 0.4, 1.0, draw.uniform(earliest, 1.0, count)),
    )
    outcome, _, miss_m, late_s = compared(rocket, launch)
    assert (outcome == IMPACT).all()
    assert miss_m.max() < MISS_M
    assert np.abs(late_s).max() < LATE_S


FALLING_DEG = (-0.3, -1.8, -6.0)
# between these kicks the missile burns out on its way down, still off the ground
TIPPED_DEG = {"shahab-3": (26.0, 34.0), "ss-18": (10.0, 12.4), "ss-19": (25.5, 29.9)}


@pytest.mark.parametrize("name", sorted(TIPPED_DEG))
def test_what_falls_at_burnout_is_not_sent_round_once_more(rockets, name):
    """Burnt out falling at 20 km, or at 110, it comes down at once."""
    kick = np.radians(np.linspace(*TIPPED_DEG[name], 200))
    zero = np.zeros_like(kick)
    fan = Launch(zero + 0.6, zero, zero - 0.7, kick, zero + 1.0)
    flight = in_chunks(lambda piece: fly(rockets[name], piece)[0], fan)
    angle = np.degrees(flight.burnout_angle_rad)
    some = [int(np.argmin(np.abs(angle - a))) for a in FALLING_DEG]
    assert angle[some] == pytest.approx(FALLING_DEG, abs=0.2)
    outcome, _, miss_m, late_s = compared(rockets[name], Launch(*(x[some] for x in fan)))
    assert (outcome == IMPACT).all()
    assert miss_m.max() < 2 * MISS_M  # so flat that metres of height are hundreds along the ground
    assert np.abs(late_s).max() < LATE_S
