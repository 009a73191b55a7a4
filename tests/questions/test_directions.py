"""What the cards declare monotone is: each direction where it arises, and in the headlines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.engagement.timeline import Doctrine, commit
from twoplustwo.physics.earth import from_geodetic
from twoplustwo.positions.position import parse_position
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.sensors.detect import satellite_sight, track_start
from twoplustwo.sensors.radar import Radar, Refraction, margin

from ..europe_cards import card

times = st.floats(0.0, 1_000.0)
FLAGS = ("boost_cue", "launch_on_boost", "radar_track", "remote", "joint")
AIR = Refraction(0.012, 0.006, 0.003, 8_000.0)

# parameter, value that leaves less reach, value that leaves more
SIDES = {
    "interceptors.*.burnout_speed": ("interceptors.gbi-2.burnout_speed", "5.5 km/s", "6.3 km/s"),
    "interceptors.*.number": ("interceptors.gbi-2.number", "0", "10"),
    "engagement.max_flight": ("engagement.max_flight", "600 s", "1200 s"),
    "engagement.min_closing": ("engagement.min_closing", "5 km/s", "0 km/s"),
    "engagement.keep_out": ("engagement.keep_out", "200 km", "130 km"),
    "engagement.settle": ("engagement.settle", "30 s", "10 s"),
    "engagement.kv_min": ("engagement.kv_min", "60 s", "30 s"),
    "engagement.assessment_time": ("engagement.assessment_time", "300 s", "60 s"),
    "commit.icbm_delay": ("commit.icbm_delay", "400 s", "250 s"),
    "commit.decision_time": ("commit.decision_time", "30 s", "15 s"),
    "commit.track_time": ("commit.track_time", "30 s", "15 s"),
    "commit.boost_cue": ("commit.boost_cue", "no", "yes"),
    "commit.launch_on_boost": ("commit.launch_on_boost", "no", "yes"),
    "commit.radar_track": ("commit.radar_track", "no", "yes"),
    "commit.remote": ("commit.remote", "no", "yes"),
    "commit.joint": ("commit.joint", "no", "yes"),
    "satellites.*.scan_period": ("satellites.early-warning.scan_period", "90 s", "10 s"),
    "satellites.*.cloud_break_altitude": (
        "satellites.early-warning.cloud_break_altitude",
        "12 km",
        "10 km",
    ),
    "warhead.radar_cross_section": ("warhead.radar_cross_section", "0.01 m2", "1 m2"),
    "radars.*.dwell": ("radars.emr.dwell", "0.05 s", "0.2 s"),
    "radars.*.min_elevation": ("radars.emr.min_elevation", "10 deg", "2 deg"),
    "radars.*.sector": ("radars.gabala.sector", "90 deg", "110 deg"),
}


def test_every_direction_of_both_cards_is_tested_here():
    said = {*card("icbm-reach").directions, *card("defended-footprint").directions}
    assert said == {*SIDES}


@pytest.mark.parametrize("base", ["us", "us+set:commit.boost_cue=yes+set:commit.remote=yes"])
def test_reach_moves_as_its_card_says(europe, base):
    """Each direction by itself; both shares and all margins move no other way."""
    mine = [SIDES[p] for p in card("icbm-reach").directions]
    named = [(path, less, more) for path, less, more in mine if path not in base]
    asked = [
        parse_position(f"{base}+set:{path}={value}", europe)
        for path, less, more in named
        for value in (less, more)
    ]
    found = headline_values("icbm-reach", asked, europe)
    moved = set()
    asks = card("icbm-reach")
    follows = {asks.headline["column"], *(n for n, c in asks.columns.items() if c.get("follows"))}
    assert {"best_margin_s", "median_margin_s", "example_margin_s"} <= follows & {*found}
    for column in follows & {*found}:
        clean = np.nan_to_num(found[column], nan=-1e4)
        for i, (path, _, _) in enumerate(named):
            less, more = clean[2 * i : 2 * i + 2]
            # samples move with the windows' ends: a second of slack there
            slack = 1.0 if column.endswith("_s") and path.endswith(("keep_out", "settle")) else 1e-9
            assert less <= more + slack, (column, path)
            moved |= {path} if less < more else set()
    assert len(moved) >= 8  # and most of them do move something


def test_coverage_moves_as_its_card_says(europe):
    """Everything that bears on a meeting at once, then everything that bears on commit."""
    card_ = card("defended-footprint").directions
    meeting = [p for p in card_ if p.startswith("engagement.") and "flight" not in p]
    ready = [
        p
        for p in card_
        if p.startswith(("commit.", "warhead.", "radars.emr")) and "radar_track" not in p
    ]
    tails = [
        "".join(f"+set:{SIDES[p][0]}={SIDES[p][1]}" for p in some) for some in (meeting, ready)
    ]
    better = "".join(f"+set:{SIDES[p][0]}={SIDES[p][2]}" for p in ready)
    asked = [parse_position(f"us{tail}", europe) for tail in ("", *tails, better)]
    found = headline_values("defended-footprint", asked, europe)
    for column in ("coverage_europe", "coverage_us"):
        held, hard, slow, quick = found[column]
        assert hard <= held and slow <= held <= quick
        assert slow < quick or hard < held


@given(
    burnout=times,
    seen=times,
    own=times,
    other=times,
    shared=times,
    track=times,
    decide=times,
    later=times,
    flags=st.tuples(*[st.booleans()] * 5),
    which=st.integers(0, 4),
)
def test_commit_moves_as_the_cards_say(
    burnout, seen, own, other, shared, track, decide, later, flags, which
):
    """A chain more, or a step sooner, is never a later commit; whatever else holds."""
    rules = Doctrine(*flags, track, decide)

    def delay(rules, seen=seen, own=own, other=other, shared=shared):
        b, s, o, x, j = (np.array([t]) for t in (burnout, seen, own, other, shared))
        return commit(rules, b, s, [o], [x], [j]).delay_s[0]

    now = delay(rules)
    assert delay(rules._replace(**{FLAGS[which]: True})) <= now
    assert delay(rules._replace(**{FLAGS[which]: False})) >= now
    assert delay(rules._replace(track_time_s=track + later)) >= now
    assert delay(rules._replace(decision_time_s=decide + later)) >= now
    assert delay(rules, seen=seen + later) >= now
    assert delay(rules, own=own + later) >= now
    assert delay(rules, other=other + later) >= now
    assert delay(rules, shared=shared + later) >= now


@given(cloud=times, scan=times, later=times)
def test_a_satellite_sees_no_sooner_for_clouds_or_slower_scans(cloud, scan, later):
    assert satellite_sight(np.array([cloud + later]), scan) >= satellite_sight(
        np.array([cloud]), scan
    )
    assert satellite_sight(np.array([cloud]), scan + later) >= satellite_sight(
        np.array([cloud]), scan
    )


@given(
    st.lists(st.tuples(st.floats(-1.0, 1.0), st.floats(0.0, 1.0)), min_size=12, max_size=12),
    st.floats(0.0, 60.0),
)
def test_more_in_view_is_never_a_later_track(points, needed):
    """A view margin that is nowhere smaller gives a track that starts no later."""
    few = np.array([[m] for m, _ in points])
    more = few + np.array([[d] for _, d in points])
    time = np.arange(12.0)[:, None] * 10.0
    one, two = (float(track_start(m, time, needed)[0][0]) for m in (few, more))
    assert two <= one + 1e-9


@given(
    lat=st.floats(40.0, 75.0),
    lon=st.floats(-20.0, 60.0),
    altitude=st.floats(1e5, 2e6),
    size=st.floats(0.001, 1.0),
    dwell=st.floats(0.01, 1.0),
    mask=st.floats(0.0, 0.3),
    sector=st.floats(0.2, 3.0),
    more=st.floats(1.0, 3.0),
)
def test_a_radar_sees_no_less_with_more_of_anything(
    lat, lon, altitude, size, dwell, mask, sector, more
):
    radar = Radar(0.87, 0.24, 700.0, 1e6, 0.01, 0.1, dwell, mask, 0.5, sector)
    there = from_geodetic(np.radians(lat), np.radians(lon), altitude)
    now = float(margin(radar, AIR, size, there))
    assert margin(radar, AIR, size * more, there) >= now
    assert margin(radar._replace(dwell_s=dwell * more), AIR, size, there) >= now
    assert margin(radar._replace(min_elevation_rad=mask / more), AIR, size, there) >= now
    assert margin(radar._replace(sector_rad=sector * more), AIR, size, there) >= now - 1e-12
