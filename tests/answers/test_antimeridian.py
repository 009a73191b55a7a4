"""What crosses the meridian of 180 degrees is cut there."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.answers.antimeridian import cut_line, cut_ring


def test_a_line_that_does_not_cross_stays_whole():
    ((lon, lat),) = cut_line(np.array([10.0, 20.0, 30.0]), np.array([1.0, 2.0, 3.0]))
    assert lon.tolist() == [10.0, 20.0, 30.0] and lat.tolist() == [1.0, 2.0, 3.0]


def test_a_line_eastwards_is_cut_in_proportion():
    parts = cut_line(np.array([178.0, -174.0]), np.array([60.0, 64.0]), np.array([0.0, 8.0]))
    assert [one[0].tolist() for one in parts] == [[178.0, 180.0], [-180.0, -174.0]]
    assert [one[1].tolist() for one in parts] == [[60.0, 61.0], [61.0, 64.0]]
    assert [one[2].tolist() for one in parts] == [[0.0, 2.0], [2.0, 8.0]]


def test_a_line_westwards_and_back():
    parts = cut_line(np.array([-179.0, 179.0, -179.0]), np.array([0.0, 2.0, 4.0]))
    assert [one[0].tolist() for one in parts] == [
        [-179.0, -180.0], [180.0, 179.0, 180.0], [-180.0, -179.0],
    ]  # fmt: skip


def test_a_ring_over_the_meridian_has_two_parts_of_the_same_area():
    here = cut_ring(np.array([10.0, 14.0, 14.0, 10.0, 9.0]), np.array([0.0, 0.0, 5.0, 5.0, 2.0]))
    there = cut_ring(
        np.array([178.0, -178.0, -178.0, 178.0, 177.0]), np.array([0.0, 0.0, 5.0, 5.0, 2.0])
    )
    assert (len(here), len(there)) == (1, 2)
    area = [sum(shapely.Polygon(one).area for one in parts) for parts in (here, there)]
    assert area[0] == pytest.approx(area[1])
    for part in there:
        assert part[:, 0].min() >= -180.0 and part[:, 0].max() <= 180.0


def test_a_ring_round_a_pole_takes_it_in():
    lon = np.arange(-180.0, 180.0, 10.0)
    parts = cut_ring(lon, np.full_like(lon, 60.0))
    whole = shapely.union_all([shapely.Polygon(one) for one in parts])
    assert whole.area == pytest.approx(360.0 * 30.0)
    assert whole.contains(shapely.Point(33.0, 89.0))
    south = cut_ring(lon[::-1], np.full_like(lon, -60.0))
    assert shapely.union_all([shapely.Polygon(one) for one in south]).contains(
        shapely.Point(33.0, -89.0)
    )


@given(
    st.floats(-180.0, 180.0),
    st.lists(st.floats(-40.0, 40.0), min_size=1, max_size=12),
)
def test_no_point_of_a_line_is_lost_or_moved(start, steps):
    lon = start + np.concatenate([[0.0], np.cumsum(steps)])
    told = (lon + 180.0) % 360.0 - 180.0
    mark = np.arange(len(lon), dtype=float)
    parts = cut_line(told, mark)
    assert all(np.abs(one[0]).max() <= 180.0 for one in parts)
    kept = {}
    for part_lon, part_mark in parts:
        assert np.all(np.abs(np.diff(part_lon)) < 180.0)
        kept |= {m: x for x, m in zip(part_lon, part_mark, strict=True) if m == int(m)}
    for at, here in enumerate(told):
        turned = (kept[float(at)] - here + 180.0) % 360.0 - 180.0
        assert turned == pytest.approx(0.0, abs=1e-9)


@given(
    st.floats(-180.0, 180.0), st.floats(-60.0, 60.0),
    st.lists(st.floats(1.0, 25.0), min_size=5, max_size=30),
)  # fmt: skip
def test_rings_keep_their_area_and_go_against_the_clock(lon, lat, reach):
    turn = np.linspace(0.0, 2.0 * np.pi, len(reach), endpoint=False)
    far = np.array(reach)
    ring_lon, ring_lat = lon + far * np.cos(turn), np.clip(lat + far * np.sin(turn), -89.0, 89.0)
    parts = cut_ring((ring_lon + 180.0) % 360.0 - 180.0, ring_lat)
    area = sum(shapely.Polygon(one).area for one in parts)
    assert area == pytest.approx(shapely.Polygon(np.column_stack([ring_lon, ring_lat])).area,
                                 rel=1e-6)  # fmt: skip
    for one in parts:
        assert shapely.LinearRing(one).is_ccw
        assert one[0].tolist() == one[-1].tolist()
        assert np.abs(one[:, 0]).max() <= 180.0 + 1e-9
