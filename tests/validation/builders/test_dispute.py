"""Cases of the dispute ask the shipped dossier, and read its answers rightly."""

import numpy as np
import pytest

from twoplustwo.base.errors import PositionError
from twoplustwo.physics.sphere import angle_and_bearing
from twoplustwo.runs.ask import ask
from twoplustwo.validation.builders import dispute

SPEED, SITE = "interceptors.gbi-2.burnout_speed", "sites.redzikowo.location"
AT_6_3, AT_7_7 = {SPEED: "6.3 km/s"}, {SPEED: "7.7 km/s"}


@pytest.fixture(scope="module")
def answer(europe):
    (found,) = ask("icbm-reach", [f"us+set:{SPEED}=6.3 km/s"], europe)
    return found


def test_shares_and_bases_are_those_of_the_answer(answer):
    assert dispute.share_reached("us", AT_6_3) == answer.headline.value
    assert dispute.reaches_any("us", AT_6_3) == (answer.headline.value > 0)
    bases = answer.table("bases")
    met = [
        b for b, o in zip(bases.column("base"), bases.column("outcome"), strict=True) if o == "met"
    ]
    late = [b for b in bases.column("base") if b not in met]
    assert 0 < len(met) < len(bases)
    assert dispute.bases_reached("us", AT_6_3) == len(met)
    assert dispute.reaches_all_of("us", AT_6_3, met)
    assert not dispute.reaches_all_of("us", AT_6_3, [*met, late[0]])
    assert dispute.reaches_any_of("us", AT_6_3, [late[0], met[0]])
    assert not dispute.reaches_any_of("us", AT_6_3, late)


def test_rows_are_those_of_the_pair(answer):
    row = next(
        r for r in answer.rows.records() if (r["base"], r["target"]) == ("teykovo", "washington")
    )
    pair = ("us", AT_6_3, "teykovo", "washington")
    assert dispute.latest_launch(*pair) == row["latest_launch_s"]
    assert dispute.threat_mean_speed(*pair) == row["mean_path_speed_m_s"]
    sites = answer.table("sites")
    home = [np.radians(sites.column(f"{x}_deg")[0]) for x in ("lat", "lon")]
    met = [np.radians(row[f"intercept_{x}_deg"]) for x in ("lat", "lon")]
    angle, _ = angle_and_bearing(*home, *met)
    mean = dispute.interceptor_mean_speed(*pair, site="redzikowo")
    assert mean == pytest.approx(angle * 6_371e3 / row["flight_time_s"])


def test_coverage_is_read_by_region(europe):
    (found,) = ask("defended-footprint", [f"us+set:{SPEED}=7.7 km/s"], europe)
    assert dispute.coverage("us", AT_7_7, "europe") == found.headline.value
    assert dispute.coverage("us", AT_7_7, "us") == found.headlines[0].value
    assert found.headline.column == "coverage_europe"


def test_less_and_more_coverage():
    none = {"commit.radar_track": False}  # written no in a case, read as false
    assert dispute.coverage("us", none, "us") == 0.0
    assert dispute.covers_less("us", AT_7_7, none, "us")
    assert not dispute.covers_less("us", none, AT_7_7, "us")
    assert not dispute.covers_less("us", AT_7_7, AT_7_7, "us")
    assert dispute.covers_more_than_all("us", AT_7_7, [none, none], "us")
    assert not dispute.covers_more_than_all("us", AT_7_7, [AT_7_7, none], "us")


def test_a_wrong_path_is_an_error():
    with pytest.raises(PositionError, match="burnout_sped"):
        dispute.share_reached("us", {"interceptors.gbi-2.burnout_sped": "7 km/s"})
