"""Interceptors of which only an envelope is printed, and those with limits of their own."""

import numpy as np
import pytest

from twoplustwo.base.outcomes import Outcome
from twoplustwo.runs.ask import ask

PRINTED = {"range": "2000 km", "keep_out": "40 km", "ceiling": "1500 km", "mean_speed": "5 km/s"}


def us(**own: str) -> str:
    return "us" + "".join(f"+set:interceptors.gbi-2.{n}={v}" for n, v in own.items())


def read(answer) -> set[str]:
    return {one.parameter for one in answer.assumptions}


@pytest.fixture(scope="module")
def reach(europe):
    """The same question of an envelope, of wider and narrower ones, and of flyouts."""
    asked = {
        "envelope": us(**PRINTED),
        "near": us(**PRINTED | {"range": "900 km"}),
        "low": us(**PRINTED | {"ceiling": "400 km"}),
        "slow": us(**PRINTED | {"mean_speed": "3 km/s"}),
        "burning": us(**PRINTED, meets_burning="yes"),
        "closing": us(**PRINTED, min_closing="6 km/s"),
        "flight": us(**PRINTED, max_flight="150 s"),
        "flyouts": "us",
        "bounded": us(ceiling="5000 km"),
        "own": us(kv_min="60 s", settle="30 s", max_flight="900 s"),
        "common": "us+set:engagement.kv_min=60 s+set:engagement.settle=30 s"
        "+set:engagement.max_flight=900 s",
    }
    return dict(zip(asked, ask("icbm-reach", [*asked.values()], europe), strict=True))


def test_a_meeting_is_inside_and_takes_distance_over_speed(reach):
    rows = reach["envelope"].rows
    flight = rows.column("flight_time_s")
    met = np.isfinite(flight)
    assert met.sum() > 20
    height = rows.column("intercept_altitude_km")[met]
    assert (height >= 39.9).all()
    assert (height <= 1_500.1).all()
    assert flight[met].max() <= 2_700.0 / 5.0  # 2,000 km over the ground, 1,500 km up
    latest, meeting = rows.column("latest_launch_s")[met], rows.column("meeting_s")[met]
    assert latest + flight[met] == pytest.approx(meeting, abs=1e-6)


@pytest.mark.parametrize("less", ["near", "low", "slow", "closing", "flight"])
def test_less_of_an_envelope_never_reaches_more(reach, less):
    whole, part = (
        np.nan_to_num(reach[name].rows.column("latest_launch_s"), nan=-np.inf)
        for name in ("envelope", less)
    )
    assert (part <= whole + 2.0).all()  # samples lie elsewhere
    assert (part < whole - 2.0).any()


def test_burning_threats_only_where_the_interceptor_says_so(reach):
    flights = reach["envelope"].rows.column("icbm_burnout_s")
    for name, sooner in (("envelope", False), ("burning", True)):
        rows = reach[name].rows
        met = rows.column("meeting_s") < flights
        assert met.any() <= sooner
    assert "interceptors.gbi-2.meets_burning" in read(reach["burning"])


def test_what_an_envelope_reads(reach):
    logged = read(reach["envelope"])
    assert {f"interceptors.gbi-2.{name}" for name in PRINTED} <= logged
    for gone in ("burnout_speed", "burn_time", "speed_reading"):
        assert f"interceptors.gbi-2.{gone}" not in logged
    for gone in ("min_closing", "max_flight", "kv_min", "keep_out"):
        assert f"engagement.{gone}" not in logged
    assert {"engagement.settle", "engagement.assessment_time"} <= logged
    assert "interceptors.gbi-2.min_closing" in read(reach["closing"])
    assert "engagement.min_closing" not in read(reach["closing"])


def test_limits_of_its_own_count_in_place_of_the_common_ones(reach):
    own, common = reach["own"], reach["common"]
    for name in ("latest_launch_s", "margin_s", "meeting_s"):
        assert np.array_equal(own.rows.column(name), common.rows.column(name), equal_nan=True)
    assert {f"interceptors.gbi-2.{n}" for n in ("kv_min", "settle", "max_flight")} <= read(own)
    assert not {f"engagement.{n}" for n in ("kv_min", "settle", "max_flight")} & read(own)


def test_a_ceiling_above_everything_changes_next_to_nothing(reach):
    """Flyouts looked at along the whole flight, instead of along the coast."""
    usual, bounded = reach["flyouts"], reach["bounded"]
    assert usual.outcomes == bounded.outcomes
    a, b = (one.rows.column("latest_launch_s") for one in (usual, bounded))
    assert (np.isfinite(a) == np.isfinite(b)).all()
    assert np.nanmax(np.abs(a - b)) < 8.0
    assert np.nanmedian(np.abs(a - b)) < 1.0
    assert usual.outcomes[Outcome.MET] == bounded.outcomes[Outcome.MET]


def test_cover_by_an_envelope(europe):
    asked = [
        us(**PRINTED | {"ceiling": "150 km", "range": f"{km} km", "mean_speed": "2 km/s"})
        for km in (200, 400)
    ]
    near, far = ask("defended-footprint", asked, europe)
    share = [one.headline.value for one in (near, far)]
    assert 0.0 < share[0] < share[1] < 0.5
    cells = near.tables["cells"]
    covered = cells.column("opportunities") >= 1
    lat, lon = np.radians(cells.column("lat_deg")), np.radians(cells.column("lon_deg"))
    sites = near.tables["sites"]
    here = np.radians([sites.column("lat_deg")[0], sites.column("lon_deg")[0]])
    cosine = np.sin(lat) * np.sin(here[0]) + np.cos(lat) * np.cos(here[0]) * np.cos(lon - here[1])
    distance_km = 6_371.0 * np.arccos(np.clip(cosine, -1.0, 1.0))
    # met at 150 km or lower and falling at 30 degrees or more, it was bound for beyond the range
    assert distance_km[covered].max() < 200.0 + 260.0
