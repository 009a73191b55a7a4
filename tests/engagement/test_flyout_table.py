"""From flyouts to a table, step by step, on made-up fans of which everything is known."""

from functools import partial

import jax.numpy as jnp
import numpy as np
import pytest

from twoplustwo.engagement import tables
from twoplustwo.engagement.flyout import FARTHEST_RAD, LARGEST_S, Sampling, arc_grid, path_angles

SAMPLING = Sampling(angles=41, azimuths=8, arcs=6, branch=30)
ALL_S = np.linspace(-LARGEST_S, LARGEST_S, 2 * SAMPLING.branch + 1)

sort_by_branch = partial(tables.by_branch, largest_s=LARGEST_S, branch=SAMPLING.branch)


def test_the_grids():
    angles = np.degrees(path_angles(Sampling()))
    assert angles[[0, -1]] == pytest.approx([-2.0, 89.5], abs=1e-9)
    assert np.diff(angles) == pytest.approx(np.diff(angles)[0], rel=1e-9)
    assert np.diff(angles)[0] < 1.0  # a degree or finer
    assert arc_grid(SAMPLING)[-1] == pytest.approx(FARTHEST_RAD, rel=1e-12)
    assert np.diff(np.sqrt(arc_grid(SAMPLING)), 2) == pytest.approx(0.0, abs=1e-12)


def at_arcs(arc: np.ndarray, fields: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """One path; shapes (T,), (T, F) and (R,)."""
    columns = (arc[:, None, None], fields[:, None, None], grid)
    out = tables.at_arcs(*(jnp.asarray(x) for x in columns))
    return np.asarray(out)[0, :, 0]


def rings(farthest: float, count: int) -> np.ndarray:
    """A grid as `arc_grid` makes it: even in its root."""
    return farthest * (np.arange(1, count + 1) / count) ** 2


def test_a_path_is_read_at_the_rings():
    """Between its points on straight lines, to its last ring; nothing beyond."""
    arc = np.array([0.0, 0.1, 0.15, 0.4, 0.45, 0.8])
    fields = np.stack([arc**2, 5.0 - arc], axis=-1)
    grid = rings(0.9, 12)
    read, there = at_arcs(arc, fields, grid), grid <= 0.8
    assert 0 < there.sum() < 12
    assert read[there, 0] == pytest.approx(np.interp(grid[there], arc, arc**2), abs=1e-12)
    assert read[there, 1] == pytest.approx(5.0 - grid[there], abs=1e-12)
    assert np.isnan(read[~there]).all()


def test_a_path_through_the_rings_themselves():
    """Nodes on the lines of the grid, and many between two of them."""
    grid = rings(0.9, 12)
    for arc in (np.append(0.0, grid), np.linspace(0.0, 0.9, 300)):
        read = at_arcs(arc, np.stack([np.sin(3.0 * arc)], axis=-1), grid)
        expected = np.interp(grid, arc, np.sin(3.0 * arc))
        assert read[:-1, 0] == pytest.approx(expected[:-1], abs=1e-12)
        assert np.isnan(read[-1, 0]) or read[-1, 0] == pytest.approx(expected[-1], abs=1e-12)


def test_a_path_that_turns_back_counts_as_far_as_it_has_been():
    arc = np.array([0.0, 0.3, 0.2, 0.5])
    read = at_arcs(arc, np.stack([arc], axis=-1), rings(0.5, 5))
    assert np.isfinite(read[:4]).all()
    assert read[3, 0] == pytest.approx(0.2 + (0.32 - 0.3) / 0.2 * 0.3, abs=1e-12)


def test_a_path_that_ends_below_ground_ends_there():
    arc = np.append([0.0, 0.2, 0.4], np.full(9, np.nan))
    fields = np.stack([arc * 2.0], axis=-1)
    grid = rings(0.41, 9)
    read = at_arcs(arc, fields, grid)
    assert read[:8, 0] == pytest.approx(2.0 * grid[:8], abs=1e-12)
    assert np.isnan(read[8, 0])
    assert np.isnan(at_arcs(np.full(5, np.nan), np.full((5, 1), np.nan), grid)).all()


def fan_of(top: float, sharp: float, peak: float = 0.9) -> np.ndarray:
    """Fields of all path angles at one ring: elevation falls away on both sides of angle `top`.

    Its distance from the highest, s, grows evenly with the angle, and all else evenly with s.
    """
    g = np.arange(SAMPLING.angles)
    s = sharp * (g - top)
    others = [
        300.0 + 80.0 * s,
        1_000.0 - 50.0 * s,
        3_000.0 + 10.0 * s,
        5.0 * s,
        0.8 + 0.3 * s,
        0.02 * s,
    ]
    return np.stack([peak - s**2, *others], axis=-1)


def by_branch(fan: np.ndarray) -> list[np.ndarray]:
    out = sort_by_branch(jnp.asarray(fan[None, None]))
    return [np.asarray(x)[0, 0] for x in out]


@pytest.mark.parametrize("top", [20.0, 17.3, 25.5, 20.49])
@pytest.mark.parametrize("sharp", [0.05, 0.3])
def test_low_and_lofted_around_the_envelope(top, sharp):
    """Flyouts denser than the cells, and flyouts with several cells between each two."""
    s = ALL_S
    table, peak, turn = by_branch(fan_of(top, sharp))
    assert peak == pytest.approx(0.9, abs=1e-9)
    assert turn == pytest.approx(0.0, abs=1e-9)
    first, last = -sharp * top + 1e-9, sharp * (40 - top) - 1e-9
    reached = (first < s) & (s < last)
    assert table[reached, 0] == pytest.approx(300.0 + 80.0 * s[reached], abs=1e-6)
    assert table[reached, 4] == pytest.approx(0.8 + 0.3 * s[reached], abs=1e-9)
    assert table[reached, 5] == pytest.approx(0.02 * s[reached], abs=1e-9)
    beyond = (s < first - 1e-6) | (s > last + 1e-6)
    assert np.isnan(table[beyond]).all()


def test_an_envelope_at_the_end_of_the_fan_has_one_branch():
    """The steepest flyout is the highest: nothing is lofted above it."""
    s = ALL_S
    table, peak, _ = by_branch(fan_of(40.0, 0.03))
    assert peak == pytest.approx(0.9, abs=1e-12)
    low = (s > -1.2 + 1e-9) & (s < 1e-9)
    assert table[low, 0] == pytest.approx(300.0 + 80.0 * s[low], abs=1e-6)
    assert np.isnan(table[s > 1e-9]).all()


def test_flyouts_that_do_not_get_there_are_left_out():
    s = ALL_S
    fan = fan_of(20.0, 0.05)
    fan[:15] = np.nan  # the flat ones are too slow for this ring
    table, peak, _ = by_branch(fan)
    assert peak == pytest.approx(0.9, abs=1e-9)
    assert np.isnan(table[s < -0.25 - 1e-9]).all()
    good = (s > -0.25 + 1e-9) & (s < 1.0 - 1e-9)
    assert table[good, 1] == pytest.approx(1_000.0 - 50.0 * s[good], abs=1e-6)
    fan[22] = np.nan  # nor one between others: they are read across the gap
    again, _, _ = by_branch(fan)
    assert again[good, 2] == pytest.approx(3_000.0 + 10.0 * s[good], abs=1e-6)
    nobody = by_branch(np.full_like(fan, np.nan))
    assert np.isnan(nobody[0]).all()


@pytest.mark.parametrize("steps", [0.0, 1.0, -2.0, 0.5, -0.25])
def test_from_azimuths_to_bearings(steps):
    """All paths turned by one angle: what is seen at a bearing left on the azimuth before it."""
    count = SAMPLING.azimuths
    turned = steps * 2 * np.pi / count
    by_azimuth = np.cos(np.arange(count) * 2 * np.pi / count)
    table = np.zeros((count, 2, 3, 6))
    table[..., :5] = 100.0 * by_azimuth[:, None, None, None] + np.arange(5.0)
    table[..., 5] = turned
    envelope = np.repeat(by_azimuth[:, None], 2, axis=1)
    turn = np.full((count, 2), turned)
    field, highest = tables.by_bearing(*(jnp.asarray(x) for x in (table, envelope, turn)))
    source = (np.arange(count) - steps) % count
    expected = np.interp(source, np.arange(count + 1), np.append(by_azimuth, by_azimuth[0]))
    field = np.asarray(field)
    assert field.shape == (count, 2, 3, 5)
    for i in range(5):
        assert field[..., i] == pytest.approx(
            np.broadcast_to(100.0 * expected[:, None, None] + i, (count, 2, 3)), abs=1e-4
        )
    assert np.asarray(highest)[:, 0] == pytest.approx(expected, abs=1e-9)


def test_paths_that_turn_by_different_angles():
    """What is seen at a bearing left on the azimuth from which the paths turn just to it."""
    azimuth = np.arange(720) * (2 * np.pi / 720)
    turned = 0.1 * np.sin(azimuth)
    table = np.stack([np.cos(azimuth), turned], axis=-1)[:, None, None, :]
    columns = (table, np.cos(azimuth)[:, None], turned[:, None])
    field, highest = tables.by_bearing(*(jnp.asarray(x) for x in columns))
    round_and_round = np.concatenate([azimuth - 2 * np.pi, azimuth, azimuth + 2 * np.pi])
    left = np.interp(azimuth, round_and_round + np.tile(turned, 3), round_and_round)
    # the turn is read twice, not for ever: 0.1 cubed is left
    assert np.asarray(field)[:, 0, 0, 0] == pytest.approx(np.cos(left), abs=2e-3)
    assert np.asarray(highest)[:, 0] == pytest.approx(np.cos(left), abs=2e-3)
