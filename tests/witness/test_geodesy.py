"""Places on the ellipsoid against PROJ, distances and bearings against geographiclib.

The engine measures distances between places on a sphere, by central angles of geocentric
latitudes, and only ever uses them to search: where a flight ends is found by flying. Geodesics of
the ellipsoid therefore differ, by a known amount: with geocentric latitudes at most a quarter of a
percent, with geodetic ones at most the 0.56 % of the textbooks.
"""

import numpy as np
import pytest
from geographiclib.geodesic import Geodesic
from pyproj import Transformer

from twoplustwo.base import constants as k
from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.earth import (
    Vector,
    altitude,
    altitude_and_up,
    from_geodetic,
    to_geodetic,
)
from twoplustwo.physics.fly import fly
from twoplustwo.physics.sphere import angle_and_bearing, geocentric

WGS84 = Geodesic.WGS84
CART = Transformer.from_pipeline("+proj=cart +ellps=WGS84")
COUNT = 3_000
ANTIPODAL_M = 15_000e3  # beyond, bearings mean little


@pytest.fixture(scope="module")
def draw():
    return np.random.default_rng(2007)


def anywhere(draw, count=COUNT):
    return np.arcsin(draw.uniform(-0.999, 0.999, count)), draw.uniform(-np.pi, np.pi, count)


def inverse(lat0, lon0, lat1, lon1):
    """Length [m] and bearing at the first place [rad] of the geodesics."""
    rows = zip(*np.degrees([lat0, lon0, lat1, lon1]), strict=True)
    out = [WGS84.Inverse(*row, Geodesic.DISTANCE | Geodesic.AZIMUTH) for row in rows]
    return np.array([o["s12"] for o in out]), np.radians([o["azi1"] for o in out])


def test_the_ellipsoid_is_the_same():
    assert WGS84.a == pytest.approx(k.EARTH_EQUATORIAL_RADIUS_M, rel=1e-15)
    assert WGS84.f == pytest.approx(k.EARTH_FLATTENING, rel=1e-12)


@pytest.mark.parametrize("highest_m", [0.0, 100e3, 2_000e3])
def test_places_in_space(draw, highest_m):
    lat, lon = anywhere(draw)
    height = draw.uniform(-5e3, highest_m, COUNT)
    ours = np.stack([np.asarray(c) for c in from_geodetic(lat, lon, height)])
    theirs = np.stack(CART.transform(*np.degrees([lon, lat]), height))
    assert ours == pytest.approx(theirs, abs=1e-6)


def test_places_from_space(draw):
    """Places that PROJ set are found again: height to the last digits, latitude to 2 cm.

    PROJ sets them in closed form. Its own way back is one step of Bowring's, as ours is, and its
    heights are worse (2 cm off at 2,000 km), so it is asked for the way there only.
    """
    lat, lon = anywhere(draw)
    height = draw.uniform(-5e3, 2_000e3, COUNT)
    r = Vector(*CART.transform(*np.degrees([lon, lat]), height))
    there, here, up_m = (np.asarray(x) for x in to_geodetic(r))
    assert up_m == pytest.approx(height, abs=1e-6)
    assert there == pytest.approx(lat, abs=0.02 / k.EARTH_MEAN_RADIUS_M)
    assert here == pytest.approx(lon, abs=1e-12)


@pytest.mark.parametrize(("highest_m", "off_m"), [(500e3, 0.02), (2_000e3, 0.05)])
def test_altitude_in_flight(draw, highest_m, off_m):
    """The quicker altitude that flights use: within 2 cm below 500 km, 5 cm below 2,000 km."""
    lat, lon = anywhere(draw)
    height = draw.uniform(-5e3, highest_m, COUNT)
    r = Vector(*CART.transform(*np.degrees([lon, lat]), height))
    assert np.asarray(altitude(r)) == pytest.approx(height, abs=off_m)


def test_the_vertical_is_the_normal_of_the_ellipsoid(draw):
    lat, lon = anywhere(draw)
    _, up = altitude_and_up(from_geodetic(lat, lon, np.full(COUNT, 300e3)))
    higher, lower = (
        np.stack(CART.transform(*np.degrees([lon, lat]), np.full(COUNT, h))) for h in (4e5, 2e5)
    )
    assert np.stack([np.asarray(c) for c in up]) == pytest.approx((higher - lower) / 2e5, abs=1e-9)


def test_a_geodesic_is_as_long_as_its_chords():
    """Two thousand small steps along a geodesic add up to its length: the ground is in place."""
    line = WGS84.DirectLine(54.5, 17.1, -38.0, 9_000e3)
    steps = [line.Position(s) for s in np.linspace(0.0, 9_000e3, 2_001)]
    lat, lon = (np.radians([p[key] for p in steps]) for key in ("lat2", "lon2"))
    r = np.stack([np.asarray(c) for c in from_geodetic(lat, lon, np.zeros_like(lat))])
    chords = np.linalg.norm(np.diff(r, axis=1), axis=0).sum()
    assert chords == pytest.approx(9_000e3, abs=10.0)  # an arc is longer: by a 50-millionth


@pytest.mark.parametrize(
    ("latitude", "at_most"),
    [(geocentric, 0.0025), (lambda x: x, 0.0057)],
    ids=["geocentric", "geodetic"],
)
def test_distances_on_the_sphere(draw, latitude, at_most):
    (lat0, lon0), (lat1, lon1) = anywhere(draw), anywhere(draw)
    length_m, _ = inverse(lat0, lon0, lat1, lon1)
    angle, _ = angle_and_bearing(latitude(lat0), lon0, latitude(lat1), lon1)
    off = angle * k.EARTH_MEAN_RADIUS_M / length_m - 1.0
    assert np.abs(off).max() < at_most
    assert np.abs(off).max() > at_most / 3.0  # a sphere it is


def test_bearings_on_the_sphere(draw):
    (lat0, lon0), (lat1, lon1) = anywhere(draw), anywhere(draw)
    length_m, bearing = inverse(lat0, lon0, lat1, lon1)
    _, ours = angle_and_bearing(geocentric(lat0), lon0, geocentric(lat1), lon1)
    off = np.abs(np.mod(ours - bearing + np.pi, 2 * np.pi) - np.pi)
    assert np.degrees(off[length_m < ANTIPODAL_M]).max() < 0.4


@pytest.mark.parametrize("bearing_deg", range(-180, 180, 45))
@pytest.mark.parametrize("length_m", [100e3, 1_000e3, 10_000e3])
def test_the_direct_problem_turned_round(bearing_deg, length_m):
    """geographiclib walks; the angle and bearing to where it arrives are those it walked."""
    end = WGS84.Direct(35.0, 51.0, bearing_deg, length_m)
    places = geocentric(np.radians([35.0, end["lat2"]]))
    angle, bearing = angle_and_bearing(
        places[0], np.radians(51.0), places[1], np.radians(end["lon2"])
    )
    assert angle * k.EARTH_MEAN_RADIUS_M == pytest.approx(length_m, rel=0.0025)
    turned = np.degrees(bearing) - bearing_deg
    assert (turned + 180.0) % 360.0 - 180.0 == pytest.approx(0.0, abs=0.4)


def test_a_flight_ends_where_geographiclib_points(rockets):
    """The sphere is for searching only: landings are on the ellipsoid."""
    far = np.array([1_500e3, 2_500e3, 3_500e3])
    ends = [
        WGS84.Direct(38.0, 46.3, b, s) for b, s in zip((-40.0, -75.0, -140.0), far, strict=True)
    ]
    there = [np.radians([e[key] for e in ends]) for key in ("lat2", "lon2")]
    here = [np.full(3, np.radians(x)) for x in (38.0, 46.3)]
    aimed = Aimer(rockets["irbm"]).solve(*here, *there)
    assert (aimed.outcome == REACHED).all()
    flight = in_chunks(lambda piece: fly(rockets["irbm"], piece)[0], aimed.launch)
    miss_m, _ = inverse(flight.latitude_rad, flight.longitude_rad, *there)
    assert miss_m.max() < 100.0
