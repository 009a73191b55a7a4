"""What the page is told of a dossier."""

import json

import pytest

from twoplustwo.base.errors import PositionError
from twoplustwo.doors.server.decisive import undisputed
from twoplustwo.doors.server.payload import dossier_summary as summary
from twoplustwo.doors.server.payload import parameter as page
from twoplustwo.doors.server.payload import slider_range
from twoplustwo.doors.server.payload.dossier_summary import border_files
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve

SPEED = "interceptors.gbi-2.burnout_speed"


def dossier_summary(*args):
    return summary.dossier_summary(*args).plain()


def parameter(*args):
    return page.parameter(*args).plain()


def span(*args):
    return slider_range.slider_range(*args).plain()


@pytest.fixture(scope="module")
def told(europe):
    found = dossier_summary(europe)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    return found


def slider(told, path):
    (found,) = [one for one in told["sliders"] if one["parameter"] == path]
    return found


def test_parties_stand_alphabetically_and_none_is_first_by_choice(told, europe):
    assert [one["id"] for one in told["parties"]] == sorted(europe.parties)
    for one in told["sliders"]:
        parties = [mark["party"] for mark in one["marks"]]
        assert parties == sorted(parties)


def test_every_disputed_parameter_has_a_slider(told, europe):
    disputed = {path for one in europe.disputes.values() for path in one.parameters}
    found = {one["parameter"] for one in told["sliders"]}
    assert {
        path
        for path in disputed
        if path in found or any(one.startswith(f"{path}.") for one in found)
    } == disputed


def test_marks_say_what_is_held(told, europe):
    for one in told["sliders"]:
        path = one["parameter"]
        for mark in one["marks"]:
            held = resolve(europe, parse_position(mark["party"], europe)).values
            item = held.get(path) or held[path.rpartition(".")[0]]
            assert (mark["how"], mark["claim"]) == (item.how, item.claim)
            if one["type"] == "number":
                assert one["low"] <= mark["value"] <= one["high"], path
                again = parse_position(
                    f"{mark['party']}+set:{path}={mark['value']:.10g} {one['unit']}", europe
                )
                assert resolve(europe, again).values
            else:
                assert mark["value"] in one["choices"]


def test_the_speed_as_claimed(told):
    found = slider(told, SPEED)
    assert (found["unit"], found["low"], found["high"]) == ("km/s", 5.0, 10.0)
    marks = {one["party"]: one for one in found["marks"]}
    assert [marks["us"][key] for key in ("value", "low", "high", "how", "by", "point")] == [
        6.3,
        6.0,
        6.5,
        "own",
        "mda",
        "best",
    ]
    assert marks["russia"]["how"] == "adopted" and marks["russia"]["by"] == "postol"
    assert marks["russia"]["why"] and marks["us"]["why"] == ""
    assert marks["us"]["source"] == "chinanews-2007" and marks["us"]["cited"]


def test_who_holds_nothing_has_no_mark(told):
    parties = {one["party"] for one in slider(told, "commit.icbm_delay")["marks"]}
    assert parties == {"independent", "russia"}


def test_a_date_moves_what_is_held(europe):
    early = dossier_summary(europe, "2008-01")
    assert early["as_of"] == "2008-01"
    assert early["sliders"] != dossier_summary(europe)["sliders"]


def test_presets_can_be_asked(told, europe):
    ids = [one["id"] for one in told["presets"]]
    assert ids[: len(europe.parties)] == sorted(europe.parties)
    assert {"decision-2009", "no-shield"} <= {*ids} and len({*ids}) == len(ids)
    laid = set()
    for one in told["presets"]:
        for party in one["positions"] or sorted(europe.parties):
            sets = [f"set:{text}" for text in one["sets"]]
            position = parse_position("+".join([party, *sets, *one["measures"]]), europe)
            resolve(europe, position)
        laid.add((*one["positions"], *one["sets"], *one["measures"]))
    assert len(laid) == len(ids), "two presets are the same"


def test_measures_say_which_exclude_each_other(told, europe):
    against = {one["id"]: one["against"] for one in told["measures"]}
    assert "site-turkey" in against["site-romania"] and "site-romania" in against["site-turkey"]
    assert "site-romania" not in against["speed-cap-5"]
    with pytest.raises(PositionError):
        parse_position("us+site-romania+site-turkey", europe)


def test_parameters_are_those_claimed(told, europe):
    found = {one["path"]: one for one in told["parameters"]}
    assert {*found} == {path for path, claims in europe.parameters.items() if claims}
    assert found[SPEED]["disputed"] and found[SPEED]["claims"] == 2
    assert found[SPEED]["unit"] == "km/s" and found[SPEED]["kind"] == "interceptors"


def test_borders_the_coarsest_first(told, europe):
    assert told["borders"] == ["countries-110m", "land-110m", "countries-50m", "land-50m"] or (
        [one.rpartition("-")[2] for one in told["borders"]] == ["110m", "110m", "50m", "50m"]
    )
    assert {*told["borders"]} == {*border_files(europe)}


def test_a_parameter_side_by_side(europe):
    found = parameter(europe, SPEED)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    ours, theirs = found["claims"]
    assert (ours["value"], ours["low"], ours["high"], ours["unit"]) == (6.3, 6.0, 6.5, "km/s")
    assert ours["by_name"]["ru"] == "Агентство по ПРО США" and ours["party"] == "us"
    assert [one["party"] for one in ours["held_by"]] == ["us"]
    assert [one["party"] for one in theirs["held_by"]] == ["independent", "russia"]
    assert theirs["held_by"][1]["how"] == "adopted" and theirs["held_by"][1]["why"]
    assert {one["id"] for one in found["sources"]} >= {ours["source"], theirs["source"]}
    assert found["disputes"][0]["id"] == "burnout-speed"


def test_every_claimed_parameter_has_its_page(europe):
    for path, claims in europe.parameters.items():
        found = parameter(europe, path)
        assert len(found["claims"]) == len(claims)
        held = [one["party"] for claim in found["claims"] for one in claim["held_by"]]
        assert sorted(held + [one["party"] for one in found["without"]]) == sorted(europe.parties)


def test_a_number_inside_leads_to_the_whole(europe):
    assert parameter(europe, "radars.emr.reach.range")["path"] == "radars.emr.reach"
    assert parameter(europe, "radars.emr.reach")["fields"]["range"] == "km"


def test_an_unknown_parameter_is_an_error_with_the_nearest(europe):
    for ask in (lambda path: parameter(europe, path), lambda path: span(europe, path)):
        with pytest.raises(PositionError, match="no parameter") as caught:
            ask("interceptors.gbi-2.burnout_sped")
        assert SPEED in caught.value.fix


def test_spans(europe):
    assert span(europe, "commit.boost_cue")["choices"] == ["yes", "no"]
    assert span(europe, "warhead.radar_cross_section")["scale"] == "log"
    assert span(europe, "radars.emr.reach")["type"] == "none"
    chance = span(europe, "interceptors.gbi-2.single_shot_probability")
    assert (chance["low"], chance["high"], chance["step"]) == (0.0, 1.0, 0.01)
    site = span(europe, "interceptors.gbi-2.site")
    assert "redzikowo" in site["choices"] and site["type"] == "choice"
    for path, claims in europe.parameters.items():
        found = span(europe, path)
        if found["type"] == "number" and claims:
            assert found["low"] < found["high"] and found["step"] > 0.0, path


@pytest.mark.parametrize(("size", "nice"), [(0.03, 0.05), (1.0, 1.0), (2.1, 5.0), (70.0, 100.0)])
def test_steps_are_round(size, nice):
    assert slider_range._nice(size) == nice


def test_a_curve_goes_from_end_to_end_and_counts_in_whole_numbers(europe):
    speeds = slider_range.stops(europe, "interceptors.gbi-2.burnout_speed", 5)
    assert speeds == [5.0, 6.25, 7.5, 8.75, 10.0]
    counts = slider_range.stops(europe, "interceptors.gbi-2.number", 17)
    assert (counts[0], counts[-1], len(counts)) == (0.0, 100.0, 17)
    assert all(one == int(one) for one in counts)
    assert len(slider_range.stops(europe, "interceptors.gbi-2.number", 201)) == 101  # each once
    assert slider_range.stops(europe, "commit.remote", 9) == ["yes", "no"]
    assert slider_range.stops(europe, "bases.kozelsk.location", 9) == []
    sizes = slider_range.stops(europe, "warhead.radar_cross_section", 3)
    assert sizes == [0.01, 0.1, 1.0]


def test_what_decides_and_nobody_disputes_has_a_slider(europe):
    settle = "engagement.settle"
    plain = dossier_summary(europe)["sliders"]
    more = dossier_summary(europe, None, (settle, "engagement.max_flight"))["sliders"]
    assert more[: len(plain)] == plain and len(more) == len(plain) + 1  # what is listed, once
    assert (more[-1]["parameter"], more[-1]["dispute"], more[-1]["type"]) == (settle, "", "number")
    assert more[-1]["low"] <= 0.0 < 30.0 <= more[-1]["high"] and more[-1]["unit"] == "s"
    assert {mark["by"] for mark in more[-1]["marks"]} == {"compilers"}
    assert {mark["status"] for mark in more[-1]["marks"]} == {"assumed"}


def test_who_decides_undisputed_is_read_from_the_rows():
    rows = {
        "parameter": ["a", "b", "c", "a"],
        "decisive": [True, True, False, True],
        "dispute": ["", "x", "", ""],
    }
    assert list(undisputed({"answers": [{"rows": {"data": rows}}]})) == ["a", "a"]
