"""What crosses the meridian of 180 degrees is cut there; rings hold what is inside."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from twoplustwo.answers.exports.antimeridian import cut_line, cut_ring, lunes
from twoplustwo.base.errors import OutputError

from .placed import circle, circles

EARTH = Geod(ellps="sphere")


def test_a_line_that_does_not_cross_stays_whole():
    ((lon, lat, high),) = cut_line(np.array([10.0, 11.0, 12.0]), np.array([1.0, 2.0, 3.0]))
    assert lon.tolist() == [10.0, 11.0, 12.0] and lat.tolist() == [1.0, 2.0, 3.0]
    assert high.tolist() == [0.0, 0.0, 0.0]


def test_a_line_eastwards_is_cut_where_the_great_circle_crosses():
    first, second = cut_line(
        np.array([178.0, -174.0]), np.array([60.0, 64.0]), 0.0, np.array([0.0, 8.0])
    )
    assert (first[0][0], first[0][-1], second[0][0], second[0][-1]) == (
        178.0,
        180.0,
        -180.0,
        -174.0,
    )
    assert first[1][-1] == second[1][0]
    # on a sphere (Clairaut): tan of the latitude over a meridian between two places
    a, b, along, whole = *np.radians([60.0, 64.0]), np.radians(2.0), np.radians(8.0)
    crossing = (np.tan(a) * np.sin(whole - along) + np.tan(b) * np.sin(along)) / np.sin(whole)
    assert first[1][-1] == pytest.approx(np.degrees(np.arctan(crossing)), abs=0.005)
    assert first[3][-1] == second[3][0] and 0.0 < first[3][-1] < 8.0


def test_a_line_westwards_and_back():
    parts = cut_line(np.array([-179.0, 179.0, -179.0]), np.array([0.0, 2.0, 4.0]))
    ends = [(one[0][0], one[0][-1]) for one in parts]
    assert ends == [(-179.0, -180.0), (180.0, 180.0), (-180.0, -179.0)]


@pytest.mark.parametrize("signs", [(1, 1, 1), (1, -1, 1), (-1, -1, 1), (-1, 1, -1)])
def test_a_line_along_the_meridian_is_not_cut(signs):
    lon = 180.0 * np.array(signs)
    assert len(cut_line(lon, np.array([10.0, 20.0, 30.0]))) == 1
    assert len(cut_line(np.append(lon, 170.0), np.array([10.0, 20.0, 30.0, 40.0]))) == 1


def test_a_line_over_the_pole_goes_by_it():
    parts = cut_line(np.array([30.0, -150.0]), np.array([80.0, 80.0]))
    lon, lat = (np.concatenate([one[at] for one in parts]) for at in (0, 1))
    assert lat.max() > 89.97
    low = lat < 89.9
    assert np.isin(np.round(lon[low], 6), [30.0, -150.0]).all()
    assert all(np.abs(np.diff(one[0])).max() <= 180.0 for one in parts)


@given(
    st.floats(-180.0, 180.0),
    st.lists(st.tuples(st.floats(-120.0, 120.0), st.floats(-90.0, 90.0)), min_size=1, max_size=8),
)
def test_no_point_of_a_line_is_lost_or_moved(start, steps):
    lon = start + np.concatenate([[0.0], np.cumsum([step for step, _ in steps])])
    lat = np.array([0.0, *(one for _, one in steps)])
    told = (lon + 180.0) % 360.0 - 180.0
    mark = np.arange(len(lon), dtype=float)
    parts = cut_line(told, lat, 0.0, mark)
    assert all(np.abs(one[0]).max() <= 180.0 for one in parts)
    kept = {}
    for part in parts:
        assert np.all(np.abs(np.diff(part[0])) <= 180.0)
        kept |= {m: (x, y) for x, y, m in zip(part[0], part[1], part[3], strict=True) if m % 1 == 0}
    for at, here in enumerate(told):
        x, y = kept[float(at)]
        assert y == lat[at]
        assert (x - here + 180.0) % 360.0 - 180.0 == pytest.approx(0.0, abs=1e-9)


def test_a_ring_round_a_pole_takes_it_in():
    lon = np.arange(180.0, -180.0, -10.0)
    whole = shapely.union_all(cut_ring(lon, np.full_like(lon, 60.0)))
    assert whole.contains(shapely.Point(33.0, 89.0)) and not whole.contains(shapely.Point(33.0, 55))
    south = shapely.union_all(cut_ring(lon[::-1], np.full_like(lon, -60.0)))
    assert south.contains(shapely.Point(33.0, -89.0))


def test_a_ring_the_other_way_round_is_all_the_rest_of_the_earth():
    lon, lat = circle(20.0, 10.0, 500e3, 90)
    here, there = (shapely.union_all(cut_ring(lon[::way], lat[::way])) for way in (1, -1))
    assert here.area + there.area == pytest.approx(360.0 * 180.0)
    assert there.contains(shapely.Point(20.0, 90.0 - 1e-6)) and here.contains(shapely.Point(20, 10))


def test_a_ring_that_turns_twice_is_refused():
    lon = np.arange(0.0, 720.0, 10.0)
    with pytest.raises(OutputError, match="more than once") as caught:
        cut_ring(lon, np.linspace(60.0, 70.0, len(lon)))
    assert "--to csv" in caught.value.fix


@given(st.floats(-180.0, 180.0), st.floats(-90.0, 90.0), st.floats(50e3, 19.5e6))
def test_rings_go_by_the_right_hand_and_lie_on_the_map(lon, lat, far):
    for one in cut_ring(*circle(lon, lat, far, 60)):
        assert one.exterior.is_ccw and not any(hole.is_ccw for hole in one.interiors)
        west, south, east, north = one.bounds
        assert -180.0 <= west <= east <= 180.0 and -90.0 <= south <= north <= 90.0


def test_pieces_for_a_globe_have_no_holes_and_the_same_area():
    for lon, lat, far in circles(100):
        whole = cut_ring(*circle(lon, lat, far, 72))
        pieces = lunes(whole, 90.0)
        assert not any(len(one.interiors) for one in pieces)
        assert max(one.bounds[2] - one.bounds[0] for one in pieces) <= 90.0
        assert sum(one.area for one in pieces) == pytest.approx(sum(one.area for one in whole))
