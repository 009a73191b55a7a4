"""The other state owns the shield, its bases and cities change places: the same lines answer."""

from pathlib import Path

import pytest

from twoplustwo.dossier import check, load
from twoplustwo.runs.ask import ask

from .exchanged import exchanged_copy

EUROPE = Path(__file__).parents[2] / "dossiers/europe-2007"
OWNER, FEARING = "russia", "us"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return exchanged_copy(EUROPE, tmp_path_factory.mktemp("exchanged"))


@pytest.fixture(scope="module")
def exchanged(folder):
    return load(folder)


def said(answer, lang="en"):
    heads = (answer.headline, *answer.headlines)
    return " ".join(h.sentence.get(lang, "") for h in heads)


def value(answer, column):
    heads = (answer.headline, *answer.headlines)
    return next(h.value for h in heads if h.column == column)


def test_nothing_is_wrong_with_it(folder):
    assert [one for one in check(folder) if not one.warning] == []


def test_reach_is_of_flights_to_where_the_bases_were(exchanged):
    owner, fearing = ask("reach", [OWNER, FEARING], exchanged)
    europe = load(EUROPE)
    for one in (owner, fearing):
        assert {*one.rows.column("base")} == {*europe.things["targets"]}
        assert {*one.rows.column("target")} == {*europe.things["bases"]}
        assert "from Boston, the base nearest to the target, to Vypolzovo" in said(one)
        assert "Бостон — Выползово" in said(one, "ru")
    # the owner holds what the other owner held, so that the quarrel has changed sides
    assert value(owner, "share_reachable") == 0.0 < value(fearing, "share_reachable")


def test_cover_is_of_the_owner_and_of_whom_it_was_before(exchanged):
    (answer,) = ask("footprint", [OWNER], exchanged)
    assert value(answer, "coverage_russia") > 0.5
    assert "Russia: of 149 million people" in said(answer)
    assert "Россия: из 149 млн человек" in said(answer, "ru")
    assert "Europe (44 countries)" in said(answer)
    assert "United States" not in said(answer)
    with pytest.raises(StopIteration):
        value(answer, "coverage_us")


def test_the_view_is_that_of_the_owners_radar(exchanged):
    (answer,) = ask("radar-view", [OWNER], exchanged)
    assert "Armavir early-warning radar" in said(answer)
    assert "Brdy" not in said(answer)
    assert value(answer, "share_seen_areas") > 0.5
    seen = answer.rows.column("radar") == "armavir"
    origins = {*answer.rows.column("origin")[seen]}
    assert {"boston", "tabriz"} <= origins
    assert not {"kozelsk", "vypolzovo"} & origins
