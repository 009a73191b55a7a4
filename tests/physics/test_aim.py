"""Aim: 5,000 random pairs of launch and aim, against a dense sweep of kicks on each bearing."""

import numpy as np
import pytest
from pyproj import Geod

from twoplustwo.physics.aim import OUT_OF_RANGE, REACHED, Aimer
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import IMPACT, fly

from ..known.missiles import RANGES
from .sweep import greatest, place

GEOD = Geod(ellps="WGS84")
PLACES, BEARINGS = 14, 40  # a missile: 9 x 14 x 40 = 5,040 pairs
# near the far side of the globe a bearing means nothing; no place of any dossier is so far
FARTHEST_RAD = np.radians(150.0)
SWEPT_RAD = np.radians(100.0)
MISS_M = 100.0


@pytest.mark.parametrize("number", range(len(RANGES)), ids=list(RANGES))
def test_every_reachable_place_is_hit(rockets, number):
    rocket = rockets[list(RANGES)[number]]
    draw = np.random.default_rng([2007, number])
    lat0 = np.repeat(np.arcsin(draw.uniform(-0.9, 0.94, PLACES)), BEARINGS)
    count = len(lat0)
    bearing = draw.uniform(-np.pi, np.pi, count)
    farthest = greatest(rocket, lat0, bearing)
    aimer = Aimer(rocket)

    def solved(share, cases=slice(None)):
        there = place(lat0[cases], bearing[cases], share * farthest[cases])
        aimed = aimer.solve(lat0[cases], np.zeros(len(share)), *there)
        flight = in_chunks(lambda piece: fly(rocket, piece)[0], aimed.launch)
        reached = np.degrees([flight.longitude_rad, flight.latitude_rad])
        miss = GEOD.inv(*reached, *np.degrees(there[::-1]))[2]
        return aimed.outcome, np.where(flight.outcome == IMPACT, miss, np.inf)

    share = draw.uniform(0.02, 0.99, count)
    share[::10] = draw.uniform(0.97, 0.99, count // 10)  # more of them where it is hardest
    outcome, miss_m = solved(np.minimum(share, FARTHEST_RAD / farthest))
    assert (outcome == REACHED).all()
    assert miss_m.max() < MISS_M

    # nearly fast enough to circle the Earth, the sweep misses the very farthest: leave those out
    plain = np.flatnonzero(farthest < SWEPT_RAD)
    assert len(plain) > count / 3
    outcome, _ = solved(draw.uniform(1.01, 1.3, len(plain)), plain)
    assert (outcome == OUT_OF_RANGE).all()


def test_unreached_is_told_not_raised(rockets):
    aimer = Aimer(rockets["shahab-3"])
    lat = np.radians([35.0, 35.0])
    aimed = aimer.solve(lat, np.zeros(2), np.radians([38.0, 70.0]), np.radians([5.0, 60.0]))
    assert list(aimed.outcome) == [REACHED, OUT_OF_RANGE]
    assert aimed.miss_m[0] < MISS_M
    assert not np.isfinite(aimed.miss_m[1])


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("name", "payload_t"),
    [("shahab-3", 9.0), ("shahab-3", 11.0), ("ss-25", 38.0), ("ss-25", 50.0), ("ss-19", 52.0)],
)
def test_what_is_too_heavy_to_fly_reaches_nothing(rockets, name, payload_t):
    """An outcome, whether it never leaves the pad or falls back under power."""
    heavy = rockets[name]._replace(payload_kg=np.float64(payload_t * 1e3))
    lat = np.full(3, 0.6)
    aimed = Aimer(heavy).solve(lat, np.zeros(3), lat, np.array([0.1, 0.5, 1.5]))
    assert list(aimed.outcome) == [OUT_OF_RANGE] * 3
    assert not np.isfinite(aimed.miss_m[1:]).any()


def test_alone_as_in_company(rockets):
    """What else is aimed at does not touch a bit of a solution."""
    aimer = Aimer(rockets["irbm"])
    draw, count = np.random.default_rng(3), 700
    lat0 = np.full(count, 0.6)
    there = place(lat0, draw.uniform(-3.0, 3.0, count), draw.uniform(0.1, 0.5, count))
    company = aimer.solve(lat0, np.zeros(count), *there)
    for i in (0, 1, 479, 480, 699):
        alone = aimer.solve(lat0[i : i + 1], np.zeros(1), there[0][i : i + 1], there[1][i : i + 1])
        for one, many in zip(alone.launch, company.launch, strict=True):
            assert one[0].tobytes() == many[i].tobytes()
