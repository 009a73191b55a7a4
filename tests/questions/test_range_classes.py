"""Ranges and classes: the words of the treaty, who falls in, and the measure that removes them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.outcomes import Outcome
from twoplustwo.positions.position import parse_position
from twoplustwo.questions.range_classes import classes
from twoplustwo.questions.range_classes.classes import Missile, Treaty
from twoplustwo.runs.ask import ask
from twoplustwo.runs.headline_values import headline_values

from ..europe_cards import card

TEXT = Treaty(500e3, 1_000e3, 5_500e3, "tested", True, True)
IRAN = {"shahab-3", "ghadr-1", "sejjil-2"}
BY_MODEL = IRAN | {"irbm", "bm-25"}


def ask_one(europe, position):
    (answer,) = ask("range-classes", [position], europe)
    return answer


def rows(answer, key="missile", table=None):
    return {r[key]: r for r in answer.table(table).records()}


def missile(**changes):
    base = {
        "id": "x",
        "owner": "o",
        "sort": "ballistic",
        "existence": "flown",
        "launched_from": "ground",
        "intercepts_only": False,
        "claimed_m": None,
        "tested_m": None,
        "model_m": None,
    }
    return Missile(**(base | changes))


@pytest.fixture(scope="module")
def everybody(europe, parties):
    return dict(zip(parties, ask("range-classes", parties, europe), strict=True))


@pytest.mark.parametrize(
    ("range_km", "expected"),
    [
        (499.9, "none"),
        (500, "shorter"),
        (1_000, "shorter"),
        (1_000.1, "intermediate"),
        (5_500, "intermediate"),
        (5_500.1, "none"),
        (10_000, "none"),
    ],
)
def test_limits_are_inclusive_as_the_text_says(range_km, expected):
    """INF treaty, Article II: from 500 to 1,000 km both inside; above 1,000 up to 5,500 inside."""
    assert classes.class_of(range_km * 1e3, TEXT) == expected


@given(a=st.floats(1e5, 2e7), b=st.floats(1e5, 2e7))
def test_no_range_between_two_of_the_class_is_outside(a, b):
    low, high = sorted((a, b))
    inside = [classes.class_of(r, TEXT) != "none" for r in (low, (low + high) / 2, high)]
    assert inside[1] or not (inside[0] and inside[2])


def test_which_range_counts():
    one = missile(tested_m=400e3, model_m=1_200e3)
    assert classes.outcome(one, TEXT, "tested") == Outcome.OUT_OF_CLASS
    assert classes.outcome(one, TEXT, "model") == Outcome.IN_CLASS
    never = missile(model_m=1_200e3)
    assert classes.outcome(never, TEXT, "tested") == Outcome.UNTESTED
    cruise = missile(sort="cruise", claimed_m=1_500e3)
    assert {classes.outcome(cruise, TEXT, r) for r in classes.RULES} == {Outcome.IN_CLASS}
    assert classes.outcome(missile(sort="cruise"), TEXT, "tested") == Outcome.NO_CLAIM


def test_what_is_left_out():
    one = missile(tested_m=2_000e3)
    at_sea = one._replace(launched_from="sea")
    assert classes.outcome(at_sea, TEXT, "tested") == Outcome.NOT_COVERED
    assert classes.outcome(at_sea, TEXT._replace(ground_only=False), "tested") == Outcome.IN_CLASS
    only = one._replace(intercepts_only=True)
    assert classes.outcome(only, TEXT, "tested") == Outcome.EXEMPT
    bare = TEXT._replace(exempts_interceptors=False)
    assert classes.outcome(only, bare, "tested") == Outcome.IN_CLASS
    assert classes.outcome(one._replace(removed=True), TEXT, "tested") == Outcome.REMOVED


def test_ranges_are_those_in_print(everybody):
    """Shahab-3 1,300 km, Ghadr-1 1,600, Sejjil-2 2,000, IRBM 4,000; SS-25 10,500, SS-19 10,000."""
    for answer in everybody.values():
        for name, row in rows(answer).items():
            if name in IRAN | {"irbm", "ss-25", "ss-19", "ss-18"}:
                claimed = row["claimed_range_km"]
                assert row["model_range_km"] == pytest.approx(claimed, rel=0.03), name
                assert row["rotating_min_km"] < row["model_range_km"] < row["rotating_max_km"]


def test_least_is_to_the_west_and_greatest_to_the_east(everybody):
    for row in everybody["us"].table("places").records():
        assert row["least_azimuth_deg"] == pytest.approx(270.0, abs=1e-6)
        if not row["all_round"]:
            assert row["greatest_azimuth_deg"] == pytest.approx(90.0, abs=1e-6)


def test_who_falls_in_under_every_party(everybody):
    for answer in everybody.values():
        found = rows(answer)
        assert {n for n, r in found.items() if r["in_class"]} == IRAN
        assert {n for n, r in found.items() if r["in_class_model"]} == BY_MODEL
        assert answer.headline.value == pytest.approx(3.0)
        assert sum(answer.outcomes.values()) == len(found)


def test_the_measure_removes_exactly_what_falls_in(europe, everybody):
    """The list of `universal-inf` is the computed class, of whoever has it, by either rule."""
    listed = {a.parameter.partition(".")[2] for a in europe.measures["universal-inf"].does}
    for answer in everybody.values():
        found = rows(answer)
        either = {n for n, r in found.items() if r["in_class"] or r["in_class_model"]}
        assert either == listed
        assert {found[n]["owner"] for n in listed} == {"iran"}


def test_with_the_measure_nothing_is_in_the_class(europe, parties):
    for answer in ask("range-classes", [f"{p}+universal-inf" for p in parties], europe):
        assert answer.headline.value == 0.0
        assert {n for n, r in rows(answer).items() if r["outcome"] == "removed"} == BY_MODEL


def test_one_number_with_two_owners(europe):
    """9M729: 1,500 km or 480 km (positions.md section 4); nobody had said either by 2009."""
    for when, us, russia in (
        ("", "no_claim", "no_claim"),
        ("@2019-09", "in_class", "out_of_class"),
    ):
        for party, expected in (("us", us), ("russia", russia)):
            assert rows(ask_one(europe, party + when))["9m729"]["outcome"] == expected


def test_interceptors_are_exempt_whatever_their_range(europe):
    free = "+set:treaty.interceptor_exemption=no"
    held, slow, fast = (
        rows(ask_one(europe, p))["gbi"] for p in ("us", f"us+speed-cap-5{free}", f"us{free}")
    )
    assert held["outcome"] == "exempt"
    # 5 km/s is 3,200 km and 6.3 km/s beyond 5,500: the cap alone would bring it into the class
    assert slow["class_model"] == "intermediate" and slow["in_class_model"]
    assert fast["class_model"] == "none" and not fast["in_class_model"]


def test_whom_the_rest_still_reaches(everybody):
    for answer in everybody.values():
        for row in answer.table("left").records():
            assert 0.0 <= row["people_left"] <= row["people_now"]
            assert row["missiles_left"] <= row["missiles_now"]
            if row["owner"] == "iran" and row["listed"] == "flown":
                assert row["people_left"] == 0.0
                assert (row["people_now"] > 0.0) == (row["region"] == "europe")
            if row["owner"] == "russia":
                assert row["people_left"] == row["people_now"]


def test_rings_hold_who_is_threatened(europe, everybody):
    """Turkey lies within reach of the Shahab-3 from Tabriz, Poland beyond it."""
    points = [r for r in everybody["us"].table("rings").records() if r["ring"] == "shahab-3 tabriz"]
    assert len(points) == 72
    assert min(r["range_km"] for r in points) == pytest.approx(1_257, rel=0.01)
    west = max(points, key=lambda r: -r["lon_deg"])
    assert 30.0 < west["lon_deg"] < 35.0  # about Ankara


def test_who_lies_within_a_ring_is_who_can_be_aimed_at(europe, rockets):
    """Two ways to the same people: the ring, and the aim solver of the defended footprint."""
    from twoplustwo.physics.aim import REACHED, TOO_NEAR, Aimer
    from twoplustwo.physics.farthest import farthest
    from twoplustwo.questions.range_classes.left import Cells, reaches
    from twoplustwo.stages.records import Place

    start = Place(np.radians(38.08), np.radians(46.29), 0.0)
    table = europe.in_regions(europe.parameters["population.cells"][0].value.si).table
    lat, lon = (np.radians(table.column(n)) for n in ("lat_deg", "lon_deg"))
    some = np.flatnonzero((lon > 0.35) & (lon < 0.75) & (lat > 0.55) & (lat < 0.9))[::3]
    cells = Cells(lat[some], lon[some], table.column("population")[some], {})
    one = Aimer(rockets["sejjil-2"])
    azimuth = np.linspace(0.0, 2 * np.pi, 24, endpoint=False)
    ring = farthest(one.rocket, one.kicks, start.latitude_rad, azimuth)
    within = reaches(ring, start, cells)
    whole = np.ones_like(cells.latitude_rad)
    aimed = one.solve(
        start.latitude_rad * whole,
        start.longitude_rad * whole,
        cells.latitude_rad,
        cells.longitude_rad,
    )
    hit = np.isin(aimed.outcome, (REACHED, TOO_NEAR))
    assert 30 < within.sum() < len(some) - 30
    # the solver gives up within a hundredth of the greatest range
    closer = ring._replace(range_m=0.985 * ring.range_m)
    assert not (hit & ~reaches(ring._replace(range_m=1.01 * ring.range_m), start, cells)).any()
    assert (hit | ~reaches(closer, start, cells)).all()


def test_rings_are_drawn_through_the_points_flown(rockets):
    """Three points for each azimuth flown: the flown ones stay, those between were flown too."""
    from twoplustwo.physics.aim import Aimer
    from twoplustwo.physics.farthest import farthest
    from twoplustwo.questions.range_classes.left import smooth

    one = Aimer(rockets["irbm"])
    azimuth = np.linspace(0.0, 2 * np.pi, 72, endpoint=False)
    flown = farthest(one.rocket, one.kicks, np.radians(38.0), azimuth)
    few = type(flown)(*(a[::3] for a in flown))
    drawn = smooth(few, 72)
    assert drawn.range_m == pytest.approx(flown.range_m, rel=1e-3)
    assert drawn.latitude_rad == pytest.approx(flown.latitude_rad, abs=2e-4)
    assert drawn.longitude_rad == pytest.approx(flown.longitude_rad, abs=4e-4)


def test_states_of_the_lists(everybody):
    found = rows(everybody["us"], "state", "states")
    said = {s for s, r in found.items() if r["has_missiles_of_the_class"] == "yes"}
    assert said == {"india", "iran", "israel", "north-korea", "pakistan", "china", "saudi-arabia"}
    assert found["iran"]["missiles_in_class"] == pytest.approx(3.0)


def test_wider_limits_never_hold_fewer(europe):
    """The directions of the card."""
    lows = [f"us+set:treaty.shorter_from={x} km" for x in (300, 500, 1_250, 1_700)]
    highs = [f"us+set:treaty.intermediate_to={x} km" for x in (1_000, 1_700, 5_500, 10_700)]
    positions = [parse_position(p, europe) for p in (*lows, *highs)]
    count = headline_values("range-classes", positions, europe)["missiles_in_class"]
    assert (np.diff(count[:4]) <= 0.0).all() and (np.diff(count[4:]) >= 0.0).all()
    assert count[0] > count[3] and count[4] < count[7]


def test_a_lighter_load_goes_farther(europe):
    heavy, light = (
        rows(ask_one(europe, f"us+set:missiles.irbm.payload={kg} kg"))["irbm"]
        for kg in (1_000, 500)
    )
    assert light["model_range_km"] > heavy["model_range_km"]


def test_a_position_without_the_rule_is_not_answerable(europe):
    from dataclasses import replace

    bare = replace(
        europe, parameters={k: v for k, v in europe.parameters.items() if k != "treaty.range_rule"}
    )
    (answer,) = ask("range-classes", ["us"], bare)
    assert "treaty.range_rule" in answer.headline.sentence["en"]
    assert dict(answer.outcomes) == {"not_answerable": 1}


def test_the_sentence_counts_all_states_and_says_so(europe):
    """The class is counted over every missile listed; the test that goes with it says the same."""
    (us,) = ask("range-classes", ["us"], europe)
    rows = us.rows.records()
    inside = sum(r["in_class"] for r in rows)
    said = us.headline.sentence["en"]
    assert f"{inside} of the {len(rows)} missiles listed, of all states" in said
    assert {r["owner"] for r in rows} > {"iran"}
    assert "of any state" in card("range-classes").test_says["holds"]["en"]


def test_the_range_flown_is_set_against_the_range_in_print(europe):
    """18,279 km against 10,000: whoever reads the one reads the other beside it."""
    (us,) = ask("range-classes", ["us"], europe)
    (gap,) = (one for one in us.headlines if one.column == "model_over_claimed")
    both = [r for r in us.rows.records() if r["model_range_km"] and r["claimed_range_km"]]
    for row in both:
        expected = row["model_range_km"] / row["claimed_range_km"] - 1
        assert row["model_over_claimed"] == pytest.approx(expected, rel=1e-12)
    most = max(both, key=lambda r: abs(r["model_over_claimed"]))
    assert gap.value == pytest.approx(most["model_over_claimed"], rel=1e-12)
    much = sum(abs(r["model_over_claimed"]) > 0.1 for r in both)
    assert (
        f"of {len(both)} missiles that have both, {much} differ by more than a tenth"
        in (gap.sentence["en"])
    )
    assert f"{most['model_range_km']:,.0f} km here".replace(",", "\u2009") in gap.sentence["en"]


def test_nobody_is_no_number_of_millions(europe):
    (us, gone) = ask("range-classes", ["us", "us+universal-inf"], europe)
    (left,) = (one for one in us.headlines if one.column == "people_left")
    assert left.value == 0.0 and left.unit == "people"
    assert "reach nobody in Europe, instead of 129 million people" in left.sentence["en"]
    (left,) = (one for one in gone.headlines if one.column == "people_left")
    assert "that the position leaves reach nobody" in left.sentence["en"]
    for one in (*us.headlines, *gone.headlines):
        assert " 0 " not in f" {one.sentence['en']} " and "–." not in one.sentence["en"]


def test_a_state_of_which_no_missile_is_listed_has_no_count(europe):
    (us,) = ask("range-classes", ["us"], europe)
    for row in us.table("states").records():
        none = row["missiles_listed"] == 0.0
        assert (row["missiles_in_class"] is None) == none
        assert (row["names_in_class"] == "not_listed") == none
