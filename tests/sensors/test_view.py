"""Views of whole flights: against a dense look, and what may lengthen or shorten them."""

import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.earth import Vector, from_geodetic
from twoplustwo.physics.fly import Track
from twoplustwo.sensors.radar import NOT_BLIND, Radar, Refraction, margin
from twoplustwo.sensors.view import view

BENT = Refraction(np.radians(0.7), np.radians(0.33), np.radians(0.17), 8_000.0)
NODES = 97


def track(lat0, lon0, lat1, lon1, apogee_m=900e3, nodes=NODES) -> Track:
    """An arc over the ground in half an hour, one flight; geometry is all that counts here."""
    u = np.linspace(0.0, 1.0, nodes)[:, None]
    lat = np.radians(lat0 + (lat1 - lat0) * u)
    lon = np.radians(lon0 + (lon1 - lon0) * u)
    height = 200e3 + 4.0 * (apogee_m - 200e3) * u * (1.0 - u)
    r = from_geodetic(jnp.asarray(lat), jnp.asarray(lon), jnp.asarray(height))
    return Track(jnp.asarray(170.0 + 1_600.0 * u), r, Vector(*(0.0 * c for c in r)))


def radar(**changes) -> Radar:
    base = Radar(
        np.radians(50.0),
        np.radians(14.0),
        0.0,
        2_400e3,
        1.0,
        0.1,
        0.1,
        np.radians(2.0),
        0.0,
        2 * np.pi,
        NOT_BLIND,
    )
    return base._replace(**changes)


EASTERN = track(57.0, 40.0, 62.0, -30.0)


def looked(one, flight=EASTERN, size_m2=1.0):
    return {n: float(x[0]) for n, x in view(flight, one, BENT, size_m2)._asdict().items()}


def blind(low_deg, high_deg):
    out = NOT_BLIND.copy()
    out[0] = np.radians((low_deg + high_deg) / 2), np.radians((high_deg - low_deg) / 2)
    return out


def test_against_a_dense_look():
    """The same path at fifty times the points."""
    dense = track(57.0, 40.0, 62.0, -30.0, nodes=4_801)
    inside = np.asarray(margin(radar(), BENT, 1.0, dense.r))[:, 0] >= 0.0
    time = np.asarray(dense.time_s)[:, 0]
    got = looked(radar())
    assert got["first_s"] == pytest.approx(time[inside][0], abs=2.0)
    assert got["in_view_s"] == pytest.approx(inside.mean() * 1_600.0, abs=3.0)
    assert got["longest_s"] == pytest.approx(got["in_view_s"], abs=1e-6)
    share = (got["first_s"] - 170.0) / 1_600.0
    expected = 200e3 + 4.0 * 700e3 * share * (1.0 - share)
    assert got["altitude_m"] == pytest.approx(expected, rel=5e-3)
    assert got["burnout_s"] == pytest.approx(170.0) and got["coast_s"] == pytest.approx(1_600.0)


def test_a_gap_breaks_the_longest_view_and_not_the_whole():
    whole, gap = looked(radar()), looked(radar(blind_rad=blind(340.0, 350.0)))
    assert gap["longest_s"] < gap["in_view_s"] < whole["in_view_s"]


@pytest.mark.parametrize(
    ("changes", "risen", "turned_to"),
    [
        ({"min_elevation_rad": np.radians(60.0)}, False, False),
        ({"boresight_rad": np.radians(180.0), "sector_rad": np.radians(60.0)}, True, False),
        ({"blind_rad": blind(180.0, 539.0)}, True, False),
        ({"reach_range_m": 100e3}, True, True),
    ],
)
def test_what_hides_a_flight(changes, risen, turned_to):
    got = looked(radar(**changes))
    assert not np.isfinite(got["first_s"]) and np.isnan(got["altitude_m"])
    assert got["in_view_s"] == got["longest_s"] == 0.0
    assert (bool(got["risen"]), bool(got["turned_to"])) == (risen, turned_to)


@given(
    lat=st.floats(40.0, 65.0),
    lon=st.floats(20.0, 60.0),
    end=st.floats(-60.0, 0.0),
    size=st.floats(0.01, 1.0),
    elevation=st.floats(0.0, 6.0),
    edge=st.floats(0.0, 180.0),
    width=st.floats(5.0, 120.0),
)
def test_nothing_that_takes_away_lengthens_a_view(lat, lon, end, size, elevation, edge, width):
    flight = track(lat, lon, 60.0, end)
    one = radar(min_elevation_rad=np.radians(elevation))
    most = looked(one, flight)
    for less, target in (
        (one, size),
        (one._replace(min_elevation_rad=np.radians(elevation + 2.0)), 1.0),
        (one._replace(blind_rad=blind(edge, edge + width)), 1.0),
        (one._replace(boresight_rad=np.radians(edge), sector_rad=np.radians(width)), 1.0),
        (one._replace(reach_range_m=1_500e3), 1.0),
    ):
        got = looked(less, flight, target)
        assert got["in_view_s"] <= most["in_view_s"] + 1e-6
        assert got["first_s"] >= most["first_s"] - 1e-6


@given(lat=st.floats(45.0, 65.0), lon=st.floats(20.0, 60.0), boresight=st.floats(0.0, 180.0))
def test_a_mirrored_world_sees_the_same(lat, lon, boresight):
    """East and west changed about the meridian of the radar."""
    east = track(lat, 14.0 + lon, 62.0, 14.0)
    west = track(lat, 14.0 - lon, 62.0, 14.0)
    turned = radar(boresight_rad=np.radians(boresight), sector_rad=np.radians(120.0))
    other = turned._replace(boresight_rad=np.radians(-boresight))
    one, two = looked(turned, east), looked(other, west)
    for name, value in one.items():
        assert two[name] == pytest.approx(value, rel=1e-6, abs=1e-6, nan_ok=True), name
