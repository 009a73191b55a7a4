"""Answers, curves and files as the page gets them, from the engine itself."""

import csv
import io
import json

import orjson
import pytest

from twoplustwo.answers.columns import columns_to_answer
from twoplustwo.base.errors import OptionError, PositionError
from twoplustwo.doors import asking
from twoplustwo.doors.request import Request
from twoplustwo.doors.server.payload import answers, curve, questions
from twoplustwo.doors.server.payload import export as exporting

SPEED = "interceptors.gbi-2.burnout_speed"


def answer(question, position, dossier, interval=False, tables="views"):
    return answers.answer(Request(question, dossier, [position], interval=interval), tables)


def point(question, position, dossier, parameter, value):
    return curve.point(Request(question, dossier, [position]), parameter, value)


def export(question, positions, dossier, form, table=""):
    return exporting.export(Request(question, dossier, positions), form, table)


def test_an_answer_is_that_of_the_command_line(europe):
    (asked,) = asking.ask(Request("icbm-reach", europe, ["us"], measures=["site-romania"]))
    found = answer("icbm-reach", asked.position, europe)
    assert found["id"] == asked.id and found["label"] == "us+site-romania"
    assert found["headline"]["value"] == asked.headline.value
    assert found["rows"]["length"] == len(asked.rows)
    assert columns_to_answer(orjson.loads(orjson.dumps(found))).rows.names == asked.rows.names


def test_columns_are_told_in_both_languages(europe):
    found = answer("icbm-reach", "us", europe)
    about = {one["name"]: one for one in found["rows"]["columns"]}
    assert about["latest_launch_s"]["unit"] == "s"
    assert (
        {*about["latest_launch_s"]["means"]}
        == {*about["latest_launch_s"]["from"]}
        == {
            "en",
            "ru",
        }
    )
    bases = {one["name"]: one for one in found["tables"]["bases"]["columns"]}
    assert bases["share_reachable"]["short"]["ru"]


def test_what_the_map_draws_comes_by_itself(europe):
    reach = answer("icbm-reach", "us", europe)
    assert {"bases", "targets", "sites", "tracks"} <= with_data(reach)
    assert "maxima" not in with_data(reach)
    assert with_data(answer("icbm-reach", "us", europe, tables="maxima")) == {"maxima"}
    print_ = answer("defended-footprint", "us", europe)
    assert {"cells", "launch_areas", "sites", "tracks"} <= with_data(print_)
    assert "cities" not in with_data(print_)


def with_data(found):
    return {name for name, one in found["tables"].items() if "data" in one}


def test_an_interval_when_asked_for(europe):
    plain, wide = (answer("icbm-reach", "us", europe, interval=one) for one in (False, True))
    assert plain["headline"]["low"] is None
    assert wide["headline"]["low"] <= wide["headline"]["value"] <= wide["headline"]["high"]


def test_an_analysis(europe):
    found = answers.answer(
        Request("divergence", europe, ["us", "russia"], options={"of": "icbm-reach"})
    )
    assert found["positions"] == ["us", "russia"] and "shares" in with_data(found)


def test_a_position_without_an_answer_says_so(europe):
    found = answer("raid", "us@1980", europe)
    json.dumps(found, allow_nan=False)
    said = found["headline"]
    assert said["value"] is None and said["holds"] is None
    assert found["rows"]["length"] == 0
    assert said["sentence"]["en"].startswith("Not answerable: not yet said on 1980-12-31: ")
    assert said["sentence"]["ru"].startswith("Нет ответа: на 1980-12-31 ещё не сказано: ")
    assert "interceptors.gbi-2.number" in said["sentence"]["en"]


def test_the_speed_flips_the_verdict_at_the_romanian_site(europe):
    def reach(speed):
        return point("icbm-reach", "us+site-romania", europe, SPEED, speed)

    claimed, theirs = reach(6.3), reach(8.0)
    assert claimed["share_reachable"] == 0.0
    assert theirs["share_reachable"] == pytest.approx(0.46, abs=0.005)
    (asked,) = asking.ask(Request("icbm-reach", europe, [f"us+set:{SPEED}=8 km/s+site-romania"]))
    assert theirs["share_reachable"] == pytest.approx(asked.headline.value, rel=1e-5)
    assert {*theirs} == {asked.headline.column, *(one.column for one in asked.headlines)}


def test_a_setting_of_the_position_gives_way_to_the_slider(europe):
    slow = point("icbm-reach", f"us+set:{SPEED}=9 km/s", europe, SPEED, 5.0)
    assert slow == point("icbm-reach", "us", europe, SPEED, "5 km/s")


def test_a_choice_is_a_point_too(europe):
    found = [
        point("icbm-reach", "us", europe, "commit.boost_cue", one)["share_reachable"]
        for one in ("no", "yes")
    ]
    assert found[0] < found[1]


def test_a_value_that_cannot_be_is_an_error(europe):
    with pytest.raises(PositionError, match="cannot be 99 km/s"):
        point("icbm-reach", "us", europe, SPEED, 99.0)


@pytest.mark.parametrize("form", ["csv", "json", "czml", "kml", "geojson"])
def test_files(europe, form):
    data, media, name = export("icbm-reach", ["us", "russia"], europe, form)
    assert name == f"icbm-reach.{form}" and "/" in media
    text = data.decode("utf-8")
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        assert {one["position"] for one in rows} == {"us", "russia"}
    elif form != "kml":
        json.loads(text)


def test_a_file_of_one_table(europe):
    data, _, name = export("icbm-reach", ["us"], europe, "csv", "bases")
    assert name == "icbm-reach.us.bases.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert {"position", "base", "lat_deg"} <= {*rows[0]}
    data, _, _ = export("icbm-reach", ["us"], europe, "json", "bases")
    assert len(json.loads(data)["answers"][0]["rows"]) == len(rows)


def test_unknown_forms_and_tables(europe):
    with pytest.raises(OptionError) as caught:
        export("icbm-reach", ["us"], europe, "kmx")
    assert "no file of the form 'kmx'" in caught.value.what
    assert caught.value.fix == "did you mean kmz?"
    for form in ("csv", "json", "parquet", "kml", "kmz", "czml", "geojson", "gpkg"):
        with pytest.raises(OptionError, match="no table 'basis'") as caught:
            export("icbm-reach", ["us"], europe, form, "basis")
        assert caught.value.fix == "did you mean bases?"
    with pytest.raises(OptionError, match="one table"):
        export("icbm-reach", ["us"], europe, "csv", "all")


def test_every_question_has_a_card_and_a_page(europe):
    found = questions.cards(europe).plain()["questions"]
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    known = {one["id"]: one for one in found}
    assert known["icbm-reach"]["server"] and known["divergence"]["server"]
    assert not known["hangs-on"]["server"] and known["sensitivity"]["server"]
    assert known["divergence"]["analysis"] and not known["icbm-reach"]["analysis"]
    for one in known:
        page = questions.question(europe, one).page
        assert {*page} == {"en", "ru"} and all(text.strip() for text in page.values()), one
    assert {*questions.question(europe, "icbm-reach").plain()} == {*known["icbm-reach"], "page"}
