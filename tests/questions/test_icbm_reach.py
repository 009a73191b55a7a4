"""What the answer of icbm-reach promises: rows, outcomes, directions, controls."""

from itertools import pairwise

import numpy as np
import pytest
from pyproj import Geod

from twoplustwo.questions.reach import meeting
from twoplustwo.questions.reach.verdict import _median
from twoplustwo.runs.ask import ask

EARTH = Geod(ellps="WGS84")
COLUMNS = {
    "base",
    "target",
    "reachable",
    "outcome",
    "latest_launch_s",
    "commit_delay_s",
    "margin_s",
    "meeting",
    "closing_speed_m_s",
    "flight_time_s",
    "intercept_lat_deg",
    "intercept_lon_deg",
    "intercept_altitude_km",
}


def reach(europe, *positions, **options):
    return ask("icbm-reach", list(positions), europe, **options)


@pytest.fixture(scope="module")
def us(europe):
    return reach(europe, "us")[0]


def test_rows_are_every_base_against_twelve_targets_or_more(us, europe):
    rows = us.rows
    assert set(rows.names) >= COLUMNS
    assert len(set(rows.column("target"))) >= 12
    assert set(rows.column("base")) == set(europe.things["bases"])
    assert len(rows) == len(set(rows.column("base"))) * len(set(rows.column("target")))


def test_outcome_margin_and_reachable_agree(us):
    for row in us.rows.records():
        late, commit, margin = (row[n] for n in ("latest_launch_s", "commit_delay_s", "margin_s"))
        if row["outcome"] in ("met", "too_late"):
            assert margin == pytest.approx(late - commit, abs=1e-9)
            assert row["reachable"] == (margin >= 0.0) == (row["outcome"] == "met")
        else:
            assert not row["reachable"]
        if row["outcome"] == "never_tracked":
            assert commit is None
            assert late is not None
        if row["outcome"] == "threat_cannot_reach":
            assert late is None
            assert row["icbm_flight_s"] is None


def test_meetings_obey_the_assumptions(us):
    """Altitude at least the keep-out, flight at most the limit, meeting = launch + flight."""
    rows = us.rows
    met = np.isfinite(rows.column("latest_launch_s"))
    held = {a.parameter: a.value for a in us.assumptions}
    assert (
        rows.column("intercept_altitude_km")[met].min() >= held["engagement.keep_out"] / 1e3 - 0.5
    )
    assert rows.column("flight_time_s")[met].max() <= held["engagement.max_flight"] + 1e-6
    total = rows.column("latest_launch_s") + rows.column("flight_time_s")
    assert total[met] == pytest.approx(rows.column("meeting_s")[met], abs=1e-6)


def sorted_by_angle(angle):
    return "chase" if angle < np.pi / 3 else "crossing" if angle < 2 * np.pi / 3 else "head_on"


def test_every_meeting_says_how_it_is_and_the_sentence_counts_them(us):
    rows = us.rows.records()
    for row in rows:
        angle = row["crossing_angle_rad"]
        assert row["meeting"] == (None if angle is None else sorted_by_angle(angle))
        assert (row["closing_speed_m_s"] is None) == (row["meeting"] is None)
    met = [row for row in rows if row["outcome"] == "met"]
    (told,) = (h for h in us.headlines if h.column == "median_closing_m_s")
    speeds = [row["closing_speed_m_s"] for row in met]
    assert told.value == pytest.approx(np.median(speeds), rel=1e-12)
    sorts = [row["meeting"] for row in met]
    counts = [sorts.count(one) for one in ("chase", "crossing", "head_on")]
    assert sum(counts) == us.outcomes["met"] > 0
    chase, crossing, head_on = counts
    low, high = (f"{end(speeds) / 1e3:.1f}" for end in (min, max))
    assert (
        f"chases {chase}, crossing {crossing}, head-on {head_on}; they close at {low} to {high}"
        in (told.sentence["en"])
    )
    assert f"от {low} до {high} км/с".replace(".", ",") in told.sentence["ru"]


def test_the_sorts_of_meetings_part_at_a_third_of_the_half_circle():
    angles = np.radians([0.0, 59.9, 60.1, 119.9, 120.1, 180.0, np.nan])
    assert list(meeting.sort(angles)) == [
        "chase",
        "chase",
        "crossing",
        "crossing",
        "head_on",
        "head_on",
        None,
    ]


def test_the_best_local_maximum_is_the_latest_launch(us):
    best = {}
    for row in us.table("maxima").records():
        pair = (row["base"], row["target"])
        best[pair] = max(best.get(pair, -np.inf), row["launch_s"])
        assert row["meeting"] == sorted_by_angle(row["crossing_angle_rad"])
    for row in us.rows.records():
        if row["latest_launch_s"] is not None:
            pair = (row["base"], row["target"])
            # the close look between two samples may find a little more
            assert 0.0 <= row["latest_launch_s"] - best[pair] < 5.0


@pytest.mark.parametrize(
    ("path", "values", "up"),
    [
        ("interceptors.gbi-2.burnout_speed", ("5 km/s", "6.3 km/s", "7 km/s", "9 km/s"), True),
        ("engagement.max_flight", ("600 s", "900 s", "1200 s", "1500 s"), True),
        ("engagement.min_closing", ("0 km/s", "1 km/s", "3 km/s", "5 km/s"), False),
        ("engagement.keep_out", ("100 km", "130 km", "200 km"), False),
        ("commit.icbm_delay", ("150 s", "250 s", "350 s", "450 s"), False),
    ],
)
def test_reach_is_monotone(europe, path, values, up):
    answers = reach(europe, *(f"us+set:{path}={v}" for v in values))
    late = [np.nan_to_num(a.rows.column("latest_launch_s"), nan=-1e9) for a in answers]
    if path != "commit.icbm_delay":
        for one, two in pairwise(late):
            later = two >= one - 1e-6 if up else two <= one + 1e-6
            # the window's samples move with the keep-out: a second of slack there
            assert later.all() or (path.endswith("keep_out") and np.all(two <= one + 2.0))
    else:
        assert all(np.array_equal(late[0], other) for other in late)


def test_no_shield_reaches_nothing(europe):
    """An interceptor too slow to leave the air, and one that may never be launched."""
    slow, never = reach(
        europe,
        "us+set:interceptors.gbi-2.burnout_speed=2.6 km/s+set:engagement.keep_out=200 km",
        "us+set:commit.boost_cue=no+set:commit.radar_track=no+set:commit.remote=no",
    )
    assert slow.headline.value == 0.0
    assert never.headline.value == 0.0
    assert set(never.outcomes) <= {"never_tracked", "out_of_reach", "threat_cannot_reach"}


def test_without_interceptors_nothing_is_reached(europe):
    (none,) = reach(europe, "us+set:interceptors.gbi-2.number=0")
    assert none.headline.value == 0.0
    assert set(none.outcomes) == {"no_interceptor", "threat_cannot_reach"}
    said = {one.column: one.value for one in none.headlines}
    assert (said["best_margin_s"], said["median_margin_s"]) == (None, None)
    assert none.headline.sentence["en"].startswith(
        "There are no interceptors: of 120 flights from the bases to the cities listed, none could "
        "be met (144 pairs are listed; in 24 of them the missile cannot fly so far: "
    )
    assert "–" not in "".join(one.sentence["en"] + one.sentence["ru"] for one in none.headlines)
    assert np.isnan(none.rows.column("latest_launch_s")).all()
    assert np.isnan(none.rows.column("earliest_meeting_s")).all()


def test_another_site_by_option_or_by_claim(europe):
    (by_option,) = ask("icbm-reach", ["us"], europe, site="deveselu")
    (by_claim,) = reach(europe, "us+set:interceptors.gbi-2.site=deveselu")
    assert by_option.headline == by_claim.headline
    assert by_claim.tables["sites"].column("site")[0] == "deveselu"


def test_a_radar_that_a_measure_takes_away_needs_no_place(europe):
    """Gabala in place of Brdy: answered, without the radar that is gone."""
    (answer,) = reach(europe, "us+gabala-instead")
    assert answer.headline.value is not None
    assert "emr" not in set(answer.tables["sites"].column("site"))
    assert "gabala" in set(answer.tables["sites"].column("site"))


def test_margins_in_the_headlines_are_those_of_the_rows(europe):
    """Where most flights have no margin, their median is none, and the sentence says how many."""
    us, russia = reach(europe, "us", "russia")
    for answer, none in ((us, 61), (russia, 0)):
        flown = answer.rows.column("outcome") != "threat_cannot_reach"
        margin = answer.rows.column("margin_s")[flown]
        said = {one.column: one for one in answer.headlines}
        assert said["best_margin_s"].value == np.nanmax(margin)
        assert np.isnan(margin).sum() == none
        sentence = said["median_margin_s"].sentence
        if none:
            assert said["median_margin_s"].value is None
            assert "no median: 61 of the 120 flights have no margin at all" in sentence["en"]
            assert "полётов без всякого запаса 61 из 120" in sentence["ru"]
        else:
            assert said["median_margin_s"].value == np.median(margin)
            assert f"median of the 116 flights {np.median(margin):.0f} s" in sentence["en"]
        assert "600" not in sentence["en"]


def test_the_median_of_an_even_number_needs_both_in_the_middle():
    nan = float("nan")
    assert _median(np.array([nan, nan, 5.0, 7.0])) is None
    assert _median(np.array([nan, 3.0, 5.0, 7.0])) == pytest.approx(4.0, rel=1e-15)
    assert _median(np.array([nan, 900.0, 1100.0])) == pytest.approx(900.0, rel=1e-15)
    assert _median(np.array([])) is None
    assert _median(np.array([nan])) is None


def test_shares_come_with_what_they_are_over(europe):
    us, russia = reach(europe, "us", "russia")
    for answer in (us, russia):
        count = answer.outcomes
        listed, cannot = sum(count.values()), count["threat_cannot_reach"]
        met, flown = count["met"], listed - count["threat_cannot_reach"]
        said = answer.headline.sentence
        assert f"Of {flown} flights" in said["en"] and f" {met} could be met in time" in said["en"]
        assert f"({listed} pairs are listed; in {cannot} of them" in said["en"]
        assert f" из {flown} полётов" in said["ru"] and f"в {cannot} из них" in said["ru"]
        assert answer.headline.value == met / flown
    assert us.headline.sentence["en"].startswith("Of 120 flights")
    assert russia.headline.sentence["en"].startswith("Of 116 flights")


def test_a_setting_that_changes_which_missiles_get_there_says_so(europe):
    slower, alike = reach(
        europe,
        "us+set:missiles.ss-25.burn_time=195 s",
        "us+set:interceptors.gbi-2.burnout_speed=7 km/s",
    )
    assert "Of 101 flights" in slower.headline.sentence["en"]
    assert (
        "Without the changes to the position 120 flights count, with them 101"
        in (slower.headline.sentence["en"])
    )
    assert "полётов: 120, с ними: 101" in slower.headline.sentence["ru"]
    assert "Without the changes" not in alike.headline.sentence["en"]


def test_the_example_is_the_same_for_everybody_and_says_how_it_ends(europe):
    """The base nearest to the capital, whoever is asked and whatever is set."""
    several = reach(
        europe,
        *europe.parties,
        "us+set:interceptors.gbi-2.burnout_speed=7 km/s",
        "us+set:interceptors.gbi-2.burnout_speed=4 km/s",
        "us+set:commit.icbm_delay=900 s",
        "us+set:commit.boost_cue=no+set:commit.radar_track=no",
    )
    for answer in several:
        (example,) = (one for one in answer.headlines if one.column == "example_margin_s")
        (row,) = (
            r
            for r in answer.rows.records()
            if (r["base"], r["target"]) == ("vypolzovo", "washington")
        )
        assert example.value == row["margin_s"]
        assert example.sentence["en"].startswith("Example, from Vypolzovo, the base nearest")
        said = {"met": "to spare", "too_late": "too late", "never_tracked": "ever allowed"}
        early = row["latest_launch_s"] is not None and row["latest_launch_s"] < 0
        words = "before the missile itself" if early else said[row["outcome"]]
        assert words in example.sentence["en"], row
    assert len({a.rows.records()[0]["outcome"] for a in several} | {0}) > 1


def test_the_unit_of_a_headline_is_that_of_its_column(europe):
    (us,) = reach(europe, "us")
    units = {one.column: one.unit for one in (us.headline, *us.headlines)}
    assert units == {
        "share_reachable": "1",
        "share_reachable_weighted": "1",
        "best_margin_s": "s",
        "median_margin_s": "s",
        "example_margin_s": "s",
        "median_closing_m_s": "m/s",
    }


def test_more_sensors_never_delay_commit(europe):
    few, more = reach(europe, "us", "us+set:commit.boost_cue=yes+set:commit.remote=yes")
    a = np.nan_to_num(few.rows.column("commit_delay_s"), nan=np.inf)
    b = np.nan_to_num(more.rows.column("commit_delay_s"), nan=np.inf)
    assert (b <= a + 1e-9).all()
    assert (b < a).any()


def test_a_claimed_delay_overrides_the_chains_and_says_so(europe):
    (answer,) = reach(europe, "russia")
    chains = set(answer.rows.column("commit_chain")) - {None}
    assert chains == {"claimed_delay"}
    (without,) = reach(europe, "russia+set:commit.icbm_delay=none")
    assert "claimed_delay" not in set(without.rows.column("commit_chain"))


def test_both_readings_can_be_asked_for(europe):
    burnout, energy = reach(
        europe, *(f"us+set:interceptors.gbi-2.speed_reading={r}" for r in ("burnout", "energy"))
    )
    assert energy.headline.value < burnout.headline.value


def test_a_speed_that_cannot_be_made_is_not_answerable(europe):
    made, unmade = reach(
        europe,
        "us",
        "us+set:interceptors.gbi-2.burnout_speed=12 km/s+set:interceptors.gbi-2.burn_time=20 s",
    )
    assert made.headline.value is not None
    assert unmade.headline.value is None
    assert "no equivalent of gbi-2 makes" in unmade.headline.sentence["en"]
    assert unmade.outcomes == {"not_answerable": 1}


def test_without_a_claim_it_is_not_answerable(europe):
    from dataclasses import replace

    path = "interceptors.gbi-2.burnout_speed"
    kept = {k: v for k, v in europe.parameters.items() if k != path}
    answers = ask("icbm-reach", ["us", "russia"], replace(europe, parameters=kept))
    for answer in answers:
        assert answer.headline.value is None
        assert answer.outcomes == {"not_answerable": 1}
        said = f"Not answerable: no claim of two-stage GBI: burnout speed ({path})."
        assert answer.headline.sentence["en"] == said


def test_every_flight_has_a_track_on_which_its_meeting_lies(europe):
    """What a map needs: ends and meetings of each pair from columns alone."""
    (answer,) = ask("icbm-reach", ["russia"], europe)
    tracks = answer.tables["tracks"]
    known = {}
    for row in tracks.records():
        known.setdefault((row["base"], row["target"]), []).append(row)
    rows = {(r["base"], r["target"]): r for r in answer.rows.records()}
    bases, targets = (
        {r[key]: r for r in answer.tables[f"{key}s"].records()} for key in ("base", "target")
    )
    flown = {pair for pair, r in rows.items() if r["icbm_flight_s"] is not None}
    assert set(known) == flown
    met = 0
    for pair, path in known.items():
        time = [point["time_s"] for point in path]
        assert time == sorted(time)
        row = rows[pair]
        # from the base to the target, ground to ground
        assert time[0] == 0.0 and time[-1] == pytest.approx(row["icbm_flight_s"], abs=1e-6)
        assert path[0]["altitude_km"] == pytest.approx(0.0, abs=1e-6)
        assert path[-1]["altitude_km"] == pytest.approx(0.0, abs=1e-3)
        for end, place in zip((path[0], path[-1]), (bases[pair[0]], targets[pair[1]]), strict=True):
            there = (place["lon_deg"], place["lat_deg"])
            assert EARTH.inv(end["lon_deg"], end["lat_deg"], *there)[2] < 100.0
        if row["meeting_s"] is None:
            continue
        met += 1
        launch = row["meeting_s"] - row["flight_time_s"]
        assert launch == pytest.approx(row["latest_launch_s"], abs=0.01)
        assert time[0] <= row["meeting_s"] <= time[-1]
        if row["earliest_meeting_s"] is not None:
            assert time[0] <= row["earliest_meeting_s"] <= row["meeting_s"] + 1.0
        # between two points a map goes straight: near enough to see no gap
        altitude = np.interp(row["meeting_s"], time, [point["altitude_km"] for point in path])
        assert altitude == pytest.approx(row["intercept_altitude_km"], abs=5.0)
    assert met > 100
