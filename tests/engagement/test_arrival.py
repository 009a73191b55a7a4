"""Reading a wavefront: a table of fields that grow evenly is read back exactly.

Velocities and times are made up, linear in the central angle and in s on each branch; what is read
between the nodes must be what they were made of.
"""

import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.engagement.arrival import Seen, arrival
from twoplustwo.engagement.flyout import FARTHEST_RAD, LARGEST_S, Sampling, Wavefront, arc_grid

SAMPLING = Sampling(angles=8, azimuths=12, arcs=16, branch=10)
ARC = arc_grid(SAMPLING)
S = np.linspace(-LARGEST_S, LARGEST_S, 2 * SAMPLING.branch + 1)  # low branch, envelope, lofted
ENVELOPE_RAD = 0.8


def lean(bearing):
    """What depends on the bearing: a saw tooth, even between two azimuths, nought at north."""
    return 10.0 * np.abs((bearing + np.pi) % (2 * np.pi) - np.pi)


def made(arc, s, bearing):
    """Flight time, velocity up, onward and to the right, and angle of the flyout."""
    common = 40.0 * s + 0.0 * arc
    return (
        400.0 + 900.0 * arc + 3.0 * common + lean(bearing),
        2_000.0 + 500.0 * arc + common,
        4_000.0 - 300.0 * arc - common,
        50.0 * arc - common,
        0.9 + 0.1 * s + 0.0 * arc,
    )


def front() -> Wavefront:
    azimuth = np.arange(SAMPLING.azimuths) * (2 * np.pi / SAMPLING.azimuths)
    b, r, s = np.meshgrid(azimuth, ARC, S, indexing="ij")
    field = np.stack(made(r, s, b), axis=-1)
    return Wavefront(jnp.asarray(field), jnp.full(b.shape[:2], ENVELOPE_RAD), jnp.asarray(100.0))


FRONT = front()


def read(bearing, arc, elevation, velocity=(0.0, 0.0, 0.0)):
    values = (bearing, arc, elevation, *velocity, 0.0)
    seen = Seen(*(jnp.asarray([float(x)]) for x in values))
    return [np.asarray(x)[:, 0] for x in arrival(FRONT, seen, SAMPLING)]


@given(
    bearing=st.floats(-9.0, 9.0),
    arc=st.floats(ARC[0], ARC[-1]),
    below=st.floats(1e-6, 0.99 * LARGEST_S**2),
)
def test_both_branches_between_the_nodes(bearing, arc, below):
    time, closing, _, angle = read(bearing, arc, ENVELOPE_RAD - below)
    for branch, sign in enumerate((-1.0, 1.0)):
        true = made(arc, sign * np.sqrt(below), bearing)
        assert time[branch] == pytest.approx(true[0], abs=1e-6)
        assert closing[branch] == pytest.approx(np.linalg.norm(true[1:4]), abs=1e-6)
        assert angle[branch] == pytest.approx(true[4], abs=1e-9)


@given(
    up=st.floats(-3e3, 3e3),
    onward=st.floats(-7e3, 7e3),
    right=st.floats(-7e3, 7e3),
    arc=st.floats(0.05, 1.0),
)
def test_closing_speed_and_angle_between_the_velocities(up, onward, right, arc):
    theirs = np.array([up, onward, right])
    if np.linalg.norm(theirs) < 10.0:
        theirs = np.array([100.0, 0.0, 0.0])
    _, closing, crossing, _ = read(0.3, arc, ENVELOPE_RAD - 0.25, theirs)
    for branch, sign in enumerate((-1.0, 1.0)):
        mine = np.array(made(arc, sign * 0.5, 0.3)[1:4])
        cosine = mine @ theirs / np.linalg.norm(mine) / np.linalg.norm(theirs)
        assert closing[branch] == pytest.approx(np.linalg.norm(mine - theirs), rel=1e-9)
        assert np.cos(crossing[branch]) == pytest.approx(cosine, abs=1e-9)


def test_above_the_envelope_and_beyond_the_table_nobody_comes():
    assert np.isfinite(read(1.0, 0.5, ENVELOPE_RAD - 1e-9)[0]).all()
    assert np.isnan(read(1.0, 0.5, ENVELOPE_RAD + 1e-9)[0]).all()
    assert np.isnan(read(1.0, FARTHEST_RAD + 1e-6, 0.0)[0]).all()
    assert np.isfinite(read(1.0, FARTHEST_RAD - 1e-6, 0.0)[0]).all()


def test_nearer_than_the_table_is_read_at_its_first_ring():
    near, first = (read(1.0, arc, 0.3)[0] for arc in (ARC[0] / 3, ARC[0]))
    assert near == pytest.approx(first, abs=1e-6)


def test_far_below_the_envelope_is_read_at_the_end_of_the_branch():
    time = read(1.0, 0.5, ENVELOPE_RAD - 1.2 * LARGEST_S**2)[0]
    ends = [made(0.5, sign * LARGEST_S, 1.0)[0] for sign in (-1.0, 1.0)]
    assert time == pytest.approx(ends, abs=1e-4)


def test_the_envelope_is_read_between_its_nodes():
    """It leans with the arc: a point counts as inside by the straight line between two rings."""
    edge = np.broadcast_to(0.2 + 0.5 * ARC, (SAMPLING.azimuths, len(ARC)))
    leaning = FRONT._replace(envelope_rad=jnp.asarray(edge))
    arc = 0.3 * ARC[8] + 0.7 * ARC[9]
    for off, comes in ((-1e-6, True), (1e-6, False)):
        points = Seen(*(jnp.asarray([x]) for x in (2.0, arc, 0.2 + 0.5 * arc + off, 0, 0, 0, 0)))
        found = np.asarray(arrival(leaning, points, SAMPLING).flight_time_s)
        assert np.isfinite(found).all() == comes
