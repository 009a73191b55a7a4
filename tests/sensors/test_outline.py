"""Outlines against the margin that every other question of sight uses, and closed forms."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.physics.earth import from_geodetic
from twoplustwo.sensors.outline import AZIMUTHS, clear_azimuths, edge, is_whole
from twoplustwo.sensors.radar import NOT_BLIND, Radar, Refraction, margin

STRAIGHT = Refraction(0.0, 0.0, 0.0, 8_000.0)
BENT = Refraction(*np.radians([0.7, 0.33, 0.17]), 8_000.0)
ALL_ROUND = np.linspace(0.0, 2 * np.pi, AZIMUTHS, endpoint=False)


def radar(
    lat=0.86,
    lon=0.24,
    reach_m=3e6,
    elevation=0.035,
    boresight=0.0,
    sector=2 * np.pi,
    blind=NOT_BLIND,
):
    return Radar(lat, lon, 600.0, reach_m, 1.0, 0.1, 0.1, elevation, boresight, sector, blind)


def seen(one, bending, lat, lon, altitude_m):
    return np.asarray(margin(one, bending, 1.0, from_geodetic(lat, lon, altitude_m + 0.0 * lat)))


@settings(max_examples=30)
@given(
    lat=st.floats(-1.5, 1.5),
    lon=st.floats(-3.1, 3.1),
    reach=st.floats(6e5, 6e6),
    elevation=st.floats(0.0, 0.3),
    altitude=st.floats(1e5, 5e5),
)
def test_the_edge_is_where_sight_ends(lat, lon, reach, elevation, altitude):
    one = radar(lat, lon, reach, elevation)
    north, east = (np.asarray(a) for a in edge(one, BENT, 1.0, altitude, ALL_ROUND))
    assert seen(one, BENT, north, east, altitude) == pytest.approx(0.0, abs=1e-6)
    here = np.stack(from_geodetic(np.float64(lat), np.float64(lon), np.float64(0.0)))
    there = np.stack(from_geodetic(north, east, 0.0 * north))
    for stretch, sign in ((0.97, 1.0), (1.03, -1.0)):
        r = here[:, None] + stretch * (there - here[:, None])
        r /= np.linalg.norm(r, axis=0)
        latitude = np.arctan2(r[2], (1 - 0.00669437999) * np.hypot(r[0], r[1]))
        side = seen(one, BENT, latitude, np.arctan2(r[1], r[0]), altitude)
        assert (sign * side > 0.0).all()


def test_a_horizon_is_the_closed_form():
    far = radar(0.0, 0.0, 1e8, 0.0)._replace(altitude_m=0.0)
    _, east = edge(far, STRAIGHT, 1.0, 400e3, np.full(AZIMUTHS, np.pi / 2))
    equator = 6_378_137.0
    assert float(east[0]) == pytest.approx(np.arccos(equator / (equator + 400e3)), abs=1e-9)


def test_azimuths_are_kept():
    one = radar(0.9, 0.3, 2e6)
    north, east = (np.asarray(a) for a in edge(one, BENT, 1.0, 2e5, ALL_ROUND))
    for middle in ALL_ROUND[::9]:
        narrow = one._replace(boresight_rad=middle, sector_rad=np.radians(6.0))
        inside = seen(narrow, BENT, north, east, 1.99e5) > -1e-3
        assert inside.sum() == 1
        assert ALL_ROUND[np.argmax(inside)] == middle


def test_out_of_range_overhead_there_is_no_edge():
    north, east = edge(radar(reach_m=1.9e5), BENT, 1.0, 2e5, ALL_ROUND)
    assert np.isnan(np.asarray(north)).all()
    assert np.isnan(np.asarray(east)).all()


def test_a_larger_target_is_seen_farther():
    small, large = (
        np.asarray(edge(radar(reach_m=1.2e6), BENT, size, 3e5, ALL_ROUND)[0])[0]
        for size in (0.1, 1.0)
    )
    assert 0.86 < small < large


def blind(*masks):
    return np.array([*masks, *NOT_BLIND[len(masks) :]])


CLEAR = [
    (2 * np.pi, blind(), [(0.0, 360.0)]),
    (np.radians(120), blind(), [(-30.0, 90.0)]),
    (np.radians(120), blind(np.radians((30.0, 10.0))), [(-30.0, 20.0), (40.0, 90.0)]),
    (np.radians(120), blind(np.radians((-40.0, 30.0))), [(-10.0, 90.0)]),
    (np.radians(120), blind(np.radians((320.0, 30.0))), [(-10.0, 90.0)]),
    (np.radians(120), blind(np.radians((390.0, 90.0))), []),
    (2 * np.pi, blind(np.radians((90.0, 20.0))), [(110.0, 430.0)]),
    (
        2 * np.pi,
        blind(np.radians((90.0, 20.0)), np.radians((270.0, 10.0))),
        [(110.0, 260.0), (280.0, 430.0)],
    ),
    (2 * np.pi, blind(np.radians((90.0, 180.0))), []),
]


@pytest.mark.parametrize(("sector", "masks", "expected"), CLEAR)
def test_clear_azimuths(sector, masks, expected):
    one = radar(boresight=np.radians(30.0), sector=sector, blind=masks)
    found = clear_azimuths(one)
    if sector == 2 * np.pi and not masks.any():
        assert len(found) == 1
        assert is_whole(found[0])
        return
    assert np.degrees(found).ravel() == pytest.approx(np.ravel(expected), abs=1e-9)
    assert not any(is_whole(one) for one in found)
