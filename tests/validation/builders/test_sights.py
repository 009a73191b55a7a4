"""Sites in view of a radar, against a table worked out apart; arcs against closed forms."""

import numpy as np
import pytest

from twoplustwo.physics.kepler import minimum_energy
from twoplustwo.validation.builders import arcs, sights
from twoplustwo.validation.flights.arcs import start_of_arc
from twoplustwo.validation.flights.ellipse import RADIUS_M, Ellipse, along, apart
from twoplustwo.validation.places import Place, place

RANGES_KM = (600, 800, 1000, 1500, 2000, 2500)
# How many of 18 sites come into view above 200 km on flights of least energy from the surface, by
# radar, least elevation in degrees and city (research notes of the dossier, section 5).
WORKED_OUT = {
    ("seongju", 0, "washington"): (0, 1, 1, 7, 12, 15),
    ("seongju", 5, "washington"): (0, 1, 1, 5, 8, 8),
    ("kyogamisaki", 0, "washington"): (0, 0, 0, 2, 4, 11),
    ("kyogamisaki", 5, "washington"): (0, 0, 0, 1, 3, 5),
    ("shariki", 0, "washington"): (0, 0, 0, 1, 3, 12),
    ("shariki", 5, "washington"): (0, 0, 0, 1, 2, 7),
    ("seongju", 0, "los-angeles"): (1, 3, 6, 12, 16, 18),
    ("seongju", 2, "los-angeles"): (1, 3, 6, 13, 16, 18),
    ("seongju", 5, "los-angeles"): (1, 3, 6, 12, 15, 17),
    ("kyogamisaki", 0, "los-angeles"): (0, 0, 1, 6, 14, 16),
    ("kyogamisaki", 5, "los-angeles"): (0, 0, 1, 6, 14, 16),
    ("shariki", 0, "los-angeles"): (0, 0, 2, 9, 14, 17),
    ("shariki", 5, "los-angeles"): (0, 0, 2, 9, 14, 17),
}


def counts(radar, elevation_deg, city, above_m=200e3):
    return [
        sights.bases_in_view(
            "korea-2016", radar, city, far * 1e3, np.radians(elevation_deg), above_m
        )
        for far in RANGES_KM
    ]


@pytest.mark.parametrize("case", WORKED_OUT, ids=lambda one: "-".join(map(str, one)))
def test_sites_in_view_are_those_of_the_table_within_one(case):
    ours = counts(*case)
    assert np.abs(np.subtract(ours, WORKED_OUT[case])).max() <= 1
    assert ours == sorted(ours)  # more range never sees less


def test_nearly_all_entries_are_equal():
    """Within one of 18 everywhere; a systematic error of one would show here."""
    off = [np.subtract(counts(*case), WORKED_OUT[case]) for case in WORKED_OUT]
    assert np.count_nonzero(off) <= 4


def test_a_lower_floor_never_sees_less_and_a_higher_mask_never_more():
    low, high = counts("seongju", 0, "washington", 0.0), counts("seongju", 0, "washington", 6e5)
    assert all(a >= b for a, b in zip(low, high, strict=True)) and low != high
    masked = counts("seongju", 20, "washington")
    assert all(a <= b for a, b in zip(masked, WORKED_OUT["seongju", 5, "washington"], strict=True))


def test_what_is_seen_alone_is_part_of_what_is_seen():
    args = ("washington", 1500e3, 0.0, 200e3)
    seen = sights.bases_in_view("korea-2016", "seongju", *args)
    beside = ["kyogamisaki", "shariki"]
    alone = sights.bases_in_view_alone("korea-2016", "seongju", beside, *args)
    assert 0 < alone < seen
    assert sights.bases_in_view_alone("korea-2016", "seongju", [], *args) == seen
    assert sights.bases_in_view_alone("korea-2016", "seongju", ["seongju"], *args) == 0


@pytest.mark.parametrize(
    ("far_km", "top_km"), [(500, 118), (1000, 260), (2700, 550), (998, 3724.9)]
)
def test_the_ellipse_is_the_one_that_its_speed_begins(far_km, top_km):
    """Energy and time of the same arc by two other closed forms, or by its own small steps."""
    one = Ellipse(far_km * 1e3, top_km * 1e3)
    whole = far_km * 1e3 / RADIUS_M
    assert one.altitude_m(np.array([0.0, whole / 2, whole])) == pytest.approx(
        [0.0, top_km * 1e3, 0.0], abs=1e-3
    )
    speed, angle = start_of_arc(top_km * 1e3, far_km * 1e3, 0.0)
    small = np.array(1e-6)
    ahead = RADIUS_M * 1e-6 / float(one.time_s(small))
    assert ahead == pytest.approx(speed * np.cos(angle), rel=1e-3)
    up = float(one.altitude_m(small)) / float(one.time_s(small))
    assert up == pytest.approx(speed * np.sin(angle), rel=1e-3)


@pytest.mark.parametrize("far_km", [480.0, 1300.0, 9500.0])
def test_the_time_of_an_arc_of_least_energy_is_the_closed_form(far_km):
    _, _, apogee, time = minimum_energy(np.array(far_km * 1e3))
    one = Ellipse(far_km * 1e3, float(apogee))
    assert float(one.time_s(np.array(far_km * 1e3 / RADIUS_M))) == pytest.approx(
        float(time), rel=1e-9
    )
    assert arcs.time_down_to(far_km * 1e3, float(apogee), 0.0) == pytest.approx(
        float(time), rel=1e-6
    )


def test_points_along_a_circle_keep_their_distance_and_end_at_the_goal():
    start, goal = place("seoul"), place("washington")
    angle, course = apart(start, goal)
    lat, lon = along(start, course, np.linspace(0.0, angle, 5))
    assert (lat[-1], lon[-1] % (2 * np.pi)) == pytest.approx(
        (goal.latitude_rad, goal.longitude_rad % (2 * np.pi)), abs=1e-9
    )
    there = [apart(start, Place(float(a), float(b)))[0] for a, b in zip(lat, lon, strict=True)]
    assert there == pytest.approx(np.linspace(0.0, angle, 5), abs=1e-9)


def test_more_loft_stays_up_longer():
    times = [arcs.time_down_to(480e3, top, 40e3) for top in (118e3, 200e3, 300e3, 600e3)]
    assert times == sorted(times)
    assert arcs.comes_down_before(480e3, 118e3, 40e3, times[0] + 1.0)
    assert not arcs.comes_down_before(480e3, 118e3, 40e3, times[0] - 1.0)


def test_all_land_lies_within_half_the_world():
    whole = sights.land_within("korea-2016", "seongju", "CHN", 2.1e7)
    assert whole == pytest.approx(1.0, rel=1e-12)
    near, far = (sights.land_within("korea-2016", "seongju", "CHN", d) for d in (1e6, 3e6))
    assert 0.0 < near < 0.25 < far < 1.0
