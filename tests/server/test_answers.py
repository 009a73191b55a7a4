"""Answers over HTTP: the same as the engine's, by the same words as the command line."""

import json

import pytest

from .running import Running

GBI = "interceptors.gbi-2.burnout_speed"
ICBM = "/api/v1/answers/icbm-reach"


def one(client: Running, address: str) -> dict:
    """The one answer at an address."""
    reply = client.get(address)
    assert reply.status_code == 200, reply.text
    (found,) = reply.json()["answers"]
    return found


def test_an_answer_is_the_one_of_the_command_line(served, europe):
    from twoplustwo.doors import asking
    from twoplustwo.doors.request import Request

    sent = one(served, f"{ICBM}?p=us&m=site-romania&set={GBI}=8%20km/s&o=site=redzikowo")
    sets, measures, options = [f"{GBI}=8 km/s"], ["site-romania"], {"site": "redzikowo"}
    request = Request("icbm-reach", europe, ["us"], sets, None, measures, options)
    (ours,) = asking.ask(request)
    assert sent["id"] == ours.id and sent["label"] == ours.label
    assert sent["headline"]["value"] == ours.headline.value
    assert sent["headline"]["holds"] is ours.headline.holds
    assert sent["headline"]["sentence"] == dict(ours.headline.sentence)
    assert sent["rows"]["length"] == len(ours.rows)
    assert sent["rows"]["data"]["outcome"] == list(ours.rows.column("outcome"))
    assert [a["parameter"] for a in sent["assumptions"]] == [a.parameter for a in ours.assumptions]


def test_the_speed_of_each_side_gives_its_verdict(served):
    """The issue itself: at the one side's speed the promise holds, at the other's it fails."""
    state = f"{ICBM}?p=us&m=site-romania&set={GBI}="
    held, failed = one(served, f"{state}6.3%20km/s"), one(served, f"{state}8%20km/s")
    assert held["headline"]["value"] == 0.0 and held["headline"]["holds"] is True
    assert failed["headline"]["value"] > 0.3 and failed["headline"]["holds"] is False


def test_nobody_named_is_every_party_alphabetically(served):
    found = served.get(ICBM).json()
    assert found["schema"] == "twoplustwo.columns/1"
    assert [a["position"] for a in found["answers"]] == ["independent", "russia", "us"]
    again = served.get(f"{ICBM}?p=us&p=independent&p=us").json()["answers"]
    assert [a["position"] for a in again] == ["us", "independent", "us"]
    assert again[0] == found["answers"][2] == again[2]


@pytest.mark.parametrize("tables, with_data", [("none", set()), ("launches", {"launches"})])
def test_tables_come_when_they_are_asked_for(served, tables, with_data):
    answer = one(served, f"{ICBM}?p=us&tables=views")
    assert any("data" in table for table in answer["tables"].values())
    name = next(iter(answer["tables"]))
    chosen = one(served, f"{ICBM}?p=us&tables={'none' if tables == 'none' else name}")
    got = {key for key, table in chosen["tables"].items() if "data" in table}
    assert got == (set() if tables == "none" else {name})
    assert set(chosen["tables"]) == set(answer["tables"])


def test_an_unknown_table_is_told(served):
    error = served.get(f"{ICBM}?p=us&tables=rowz").json()["error"]
    assert error["status"] == 422 and "no table 'rowz'" in error["what"]
    assert error["fix"] == "did you mean rows?"


def test_why_is_the_comparison(served):
    query = "p=us&p=russia&m=site-romania&tables=none"
    why = one(served, f"/api/v1/why/threat-timeline?{query}")
    asked = one(served, f"/api/v1/answers/divergence?{query}&o=of=threat-timeline")
    assert why == asked and why["positions"] == ["us+site-romania", "russia+site-romania"]


def test_a_curve_is_made_of_answers(served):
    drawn = served.get(f"/api/v1/curves/icbm-reach?p=us&parameter={GBI}&points=3").json()
    assert drawn["parameter"] == GBI and drawn["unit"] == "km/s" and len(drawn["x"]) == 3
    (line,) = drawn["series"]
    assert line["position"] == "us"
    for x, share in zip(drawn["x"], line["columns"]["share_reachable"], strict=True):
        there = one(served, f"{ICBM}?p=us&set={GBI}={x}%20km/s&tables=none")
        assert there["headline"]["value"] == pytest.approx(share, rel=1e-5)


@pytest.mark.parametrize(
    "form, kind",
    [("csv", "text/csv"), ("json", "application/json"), ("geojson", "application/geo+json")],
)
def test_a_file_to_keep(served, form, kind):
    reply = served.get(f"/api/v1/export/icbm-reach.{form}?p=us")
    assert reply.status_code == 200, reply.text
    assert reply.headers["content-type"].startswith(kind)
    assert reply.headers["content-disposition"].startswith("attachment; filename=")
    assert reply.headers["content-disposition"].rstrip('"').endswith(f".{form}")
    if form != "csv":
        assert json.loads(reply.content)


def test_a_map_to_keep_in_the_language_of_the_page(served):
    legends = ("What the colours and shapes mean", "Что означают цвета и знаки")
    for lang, legend, other in (("en", *legends), ("ru", *legends[::-1])):
        text = served.get(f"/api/v1/export/icbm-reach.kml?p=us&lang={lang}").text
        assert f"<name>{legend}</name>" in text and other not in text
    refused = served.get("/api/v1/export/icbm-reach.kml?p=us&lang=rus")
    assert refused.status_code == 422 and "lang" in refused.text


HOSTILE = [
    "p=" + "us%2B" * 400,
    "p=%2B",
    "p=@",
    "p=us@9999999-99",
    "p=us%2Bset:",
    "p=" + "@2008" * 300,
    f"set={GBI}=1e999%20km/s",
    f"set={GBI}=nan%20km/s",
    f"set={GBI}=-1%20km/s",
    f"set={GBI}=" + "9" * 3000 + "%20km/s",
    f"set={GBI}=__import__('os')",
    "set==",
    "set=%3D%3D",
    "set=engagement.max_flight=1e300%20s",
    "set=a.b.c.d.e=1",
    "set=../../etc/passwd=1",
    "as_of=" + "2" * 1000,
    "as_of=2008-13-45",
    "m=" + ",".join(["x"] * 12),
    "o=" + "=" * 100,
    "o=site=%00",
    "o=__class__=x",
    "p=%F0%9F%9A%80",
    "p=%ff%fe",
    "d=../europe-2007",
    "d=/etc",
    "d=%2e%2e",
    "tables=" + "x," * 500,
    "interval=NaN",
    "p=us;drop%20table",
    "p=%3Cscript%3Ealert(1)%3C/script%3E",
    "v=" + "z" * 3000,
    "set=" + "%0d%0aSet-Cookie:x",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_state_is_an_error_in_words(served, query):
    reply = served.get(f"{ICBM}?{query}")
    assert reply.status_code in (200, 400, 422), reply.text
    if reply.status_code != 200:
        error = reply.json()["error"]
        assert error["what"] and error["status"] == reply.status_code
        assert reply.headers["content-type"] == "application/json"
    assert "set-cookie" not in reply.headers


def test_what_was_published_comes_with_the_first_answer_and_in_the_file(served):
    """No verdict is bare: not before its range is computed, not at the speed spoken of."""
    plain, at = one(served, f"{ICBM}?p=us"), one(served, f"{ICBM}?p=us&set={GBI}=6.3%20km/s")
    (said,) = plain["published"]
    assert "both said" in said["en"] and at["published"] == [said]
    assert one(served, f"{ICBM}?p=us&set={GBI}=5%20km/s")["published"] == []
    assert "both said" in served.get("/api/v1/export/icbm-reach.kml?p=us").text
