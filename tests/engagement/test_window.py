"""The admissible part of a path, on made-up paths of which every point is known."""

import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base import constants as k
from twoplustwo.engagement.window import at_times, hermite, window
from twoplustwo.physics.earth import Vector
from twoplustwo.physics.fly import Track

A = k.EARTH_EQUATORIAL_RADIUS_M
NODES = np.linspace(200.0, 1_400.0, 25)
MIDDLE_S = 800.0
PLACE = (0.0, 0.1, 0.0)  # on the equator
SAMPLES = 31


def height(t, top_m):
    """A parabola in time, highest in the middle, 100 km above the ground at both ends."""
    share = (np.asarray(t) - MIDDLE_S) / 600.0
    return 1e5 + (top_m - 1e5) * (1.0 - share**2)


def position(t, top_m, turn=3e-4):
    """Above the equator, moving to the east at an even rate."""
    r, angle = A + height(t, top_m), turn * np.asarray(t)
    return np.stack([r * np.cos(angle), r * np.sin(angle), 0.0 * r])


def path(*tops_m) -> Track:
    """One path for each greatest altitude."""
    step = 1e-3
    r = np.stack([position(NODES, h) for h in tops_m], axis=-1)
    ahead = np.stack([position(NODES + step, h) - position(NODES - step, h) for h in tops_m], -1)
    time = np.repeat(NODES[:, None], len(tops_m), axis=1)
    return Track(
        *(
            jnp.asarray(x) if i == 0 else Vector(*map(jnp.asarray, x))
            for i, x in enumerate((time, r, ahead / (2 * step)))
        )
    )


def sampled(track, settle_s=0.0, keep_out_m=0.0, samples=SAMPLES):
    site = tuple(jnp.asarray(x) for x in PLACE)
    points = window(track, jnp.asarray(settle_s), jnp.asarray(keep_out_m), site, samples)
    return points, np.asarray(points.seen.time_s)


def passes(keep_out_m, top_m):
    """When the altitude is the keep-out, up and down."""
    share = np.sqrt(1.0 - (keep_out_m - 1e5) / (top_m - 1e5))
    return MIDDLE_S - 600.0 * share, MIDDLE_S + 600.0 * share


def test_the_whole_path_evenly():
    _, time = sampled(path(1e6))
    assert time[:, 0] == pytest.approx(np.linspace(200.0, 1_400.0, SAMPLES), abs=1e-9)


@pytest.mark.parametrize("keep_out_m", [130e3, 200e3, 350e3, 600e3])
def test_above_the_keep_out(keep_out_m):
    points, time = sampled(path(1e6, 7e5), keep_out_m=keep_out_m)
    for i, top in enumerate((1e6, 7e5)):
        # straight lines between nodes 50 s apart, on a parabola
        assert time[[0, -1], i] == pytest.approx(passes(keep_out_m, top), abs=3.0)
        assert np.diff(time[:, i], 2) == pytest.approx(0.0, abs=1e-9)
    above = np.asarray(points.altitude_m)
    assert above.min() > keep_out_m - 3e3


def test_not_before_it_has_settled():
    _, time = sampled(path(1e6), settle_s=155.0, keep_out_m=120e3)
    assert time[0, 0] == pytest.approx(355.0, abs=1e-9)
    early, late = passes(120e3, 1e6)
    assert early < 355.0
    assert time[-1, 0] == pytest.approx(late, abs=3.0)


def test_a_low_path_and_one_that_settles_too_late_have_no_window():
    _, time = sampled(path(3e5, 9e5), keep_out_m=4e5)
    assert np.isnan(time[:, 0]).all()
    assert np.isfinite(time[:, 1]).all()
    assert np.isnan(sampled(path(9e5), settle_s=1_150.0, keep_out_m=4e5)[1]).all()


@given(st.lists(st.floats(200.0, 1_400.0), min_size=5, max_size=5))
def test_between_nodes_the_path_is_kept(times):
    """Cubics through place and velocity: 50 s apart, errors of centimetres."""
    track, at = path(1e6), np.array(times)
    r, v = hermite(track, jnp.asarray(at[:, None]))
    assert np.stack(r)[:, :, 0] == pytest.approx(position(at, 1e6), abs=0.2)
    step = 1e-3
    velocity = (position(at + step, 1e6) - position(at - step, 1e6)) / (2 * step)
    assert np.stack(v)[:, :, 0] == pytest.approx(velocity, abs=0.05)


def test_cubic_motion_is_exact():
    """Any path that is a cubic in time comes out as it is, velocity too."""
    nodes = np.array([0.0, 7.0, 11.0, 20.0])
    of = np.polynomial.Polynomial([3.0, -2.0, 0.5, 0.03])
    column = (jnp.asarray(f(nodes)[:, None]) for f in (of, of.deriv()))
    place, speed = (Vector(c, 2.0 * c, -c) for c in column)
    at = np.linspace(0.0, 20.0, 41)
    r, v = hermite(Track(jnp.asarray(nodes[:, None]), place, speed), jnp.asarray(at[:, None]))
    assert np.asarray(r.x)[:, 0] == pytest.approx(of(at), abs=1e-9)
    assert np.asarray(v.y)[:, 0] == pytest.approx(2.0 * of.deriv()(at), abs=1e-9)
    assert np.asarray(v.z)[:, 0] == pytest.approx(-of.deriv()(at), abs=1e-9)


def test_where_the_points_are():
    at = np.array([[400.0], [900.0]])
    points = at_times(path(1e6), jnp.asarray(at), tuple(jnp.asarray(x) for x in PLACE))
    lon = 3e-4 * at
    assert np.asarray(points.longitude_rad) == pytest.approx(lon, abs=1e-6)
    assert np.asarray(points.latitude_rad) == pytest.approx(0.0, abs=1e-9)
    assert np.asarray(points.altitude_m) == pytest.approx(height(at, 1e6), abs=1.0)
    assert np.asarray(points.seen.arc_rad) == pytest.approx(np.abs(lon - 0.1), abs=1e-6)
    assert np.asarray(points.seen.bearing_rad) == pytest.approx(np.pi / 2, abs=1e-6)  # to the east
    assert np.asarray(points.seen.time_s) == pytest.approx(at, abs=1e-12)
