"""Every claim of the dossier that ships says who, where and how well we know it."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from twoplustwo import dossier
from twoplustwo.base.phrase import by_language
from twoplustwo.dossier.choose import choose
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve

ROOT = Path(__file__).parents[2]
STATUSES = {"read", "secondary", "recalled", "derived", "assumed"}
FILES = sorted((ROOT / "dossiers").rglob("*.yaml"))


SHIPPED = sorted(path.parent.name for path in (ROOT / "dossiers").glob("*/dossier.yaml"))


def claims(one: dossier.Dossier) -> list[dossier.Claim]:
    return [claim for held in one.parameters.values() for claim in held]


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request):
    return dossier.load(ROOT / "dossiers" / request.param)


@pytest.mark.parametrize("name", SHIPPED)
def test_check_finds_nothing_wrong(name):
    assert [str(e) for e in dossier.check(ROOT / "dossiers" / name)] == []


def test_every_claim_has_speaker_source_status_and_date(shipped):
    assert len(claims(shipped)) >= 200
    for claim in claims(shipped):
        assert claim.by in shipped.speakers, claim.key
        assert claim.source in shipped.sources, claim.key
        assert claim.status in STATUSES, claim.key
        assert claim.stated, claim.key


def test_quotes_are_short(shipped):
    for claim in claims(shipped):
        assert len((claim.says or "").split()) <= 15, claim.key


def test_only_the_compilers_assume(shipped):
    """A value that nobody published is never laid in a party's mouth."""
    for claim in claims(shipped):
        if claim.status == "assumed":
            assert claim.by == "compilers", claim.key


def test_what_is_remembered_is_not_called_read(shipped):
    for claim in claims(shipped):
        if shipped.sources[claim.source].seen == "none":
            assert claim.status in {"recalled", "derived", "assumed"}, claim.key


def test_read_means_that_a_page_was_open(shipped):
    for claim in claims(shipped):
        if claim.status == "read":
            seen = shipped.sources[claim.source].seen
            assert seen in {"whole", "opening"}, claim.key


def test_intervals_of_parties_say_where_their_ends_come_from(shipped):
    for claim in claims(shipped):
        if claim.value.interval and claim.by == "compilers" and claim.value.point == "best":
            assert claim.status in {"assumed", "derived", "recalled"}, claim.key


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_names_are_in_both_languages(file):
    """Every thing has an English and a Russian name."""
    text = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for key in ("name", "title", "text"):
        if isinstance(text.get(key), dict) and set(text[key]) <= {"en", "ru"}:
            assert text[key]["en"].strip() and text[key]["ru"].strip()


@pytest.mark.parametrize(
    "day", ["1990", "2007-01", "2007-06", "2007-10-12", "2008-06", "2016-08", "2026-11"]
)
def test_on_no_day_are_two_claims_left_to_any_party(shipped, day):
    """What is unclear stops every answer, also of questions that do not read it."""
    for party in sorted(shipped.parties):
        assert resolve(shipped, parse_position(f"{party}@{day}", shipped)).values


def test_every_day_can_be_asked(shipped):
    """Whatever was said by when: two claims are never left with nothing to choose between them."""
    days = {claim.stated_day for claim in claims(shipped)} | {date(1999, 1, 1)}
    for day in sorted({d for one in days for d in (one - timedelta(1), one)}):
        for party in shipped.parties:
            for path in shipped.paths():
                left = choose(shipped, party, path, day).left
                assert not left, (day, party, path, [one.id for one in left])


@pytest.mark.parametrize("path", ["burnout_speed", "number", "single_shot_probability", "growth"])
def test_nobody_holds_what_nobody_had_said(europe, path):
    """What a party holds of the quarrel was said by the day, be it its own or taken over."""
    path = f"interceptors.gbi-2.{path}"
    for text in ("1999-01-01", "2007-08-01", "2007-10-12", "2008-12-31", "2009-09-17", "2012"):
        for party in europe.parties:
            position = parse_position(f"{party}@{text}", europe)
            held = resolve(europe, position)
            if path in held:
                assert europe.claim(held[path].claim).stated_day <= position.day(europe)
            else:
                assert path in held.not_yet
    assert path not in resolve(europe, parse_position("russia@1999-01-01", europe))


def test_the_critics_hold_the_test_record_of_the_day(europe):
    """Six of 10 after September 2007, eight of 13 after 2008, four of nine by 2017."""
    path = "interceptors.gbi-2.single_shot_probability"
    for day, share in (("2007-10-12", 6 / 10), ("2009-09-17", 8 / 13), ("2017-06", 4 / 9)):
        held = resolve(europe, parse_position(f"independent@{day}", europe))[path]
        assert held.how == "adopted" and held.value == pytest.approx(share, rel=0.01)


def test_a_best_value_given_by_somebody_else_says_so(europe):
    path = "interceptors.gbi-2.burnout_speed"
    held = resolve(europe, parse_position("us", europe))[path]
    assert (held.by, held.value, held.best_by, held.best_source) == (
        "mda",
        6300.0,
        "postol",
        "afp-2007",
    )


def test_every_best_value_says_who_gave_it(shipped):
    for claim in claims(shipped):
        assert (claim.value.point == "best") == bool(claim.best_by), claim.key


@pytest.mark.parametrize("name", SHIPPED)
def test_every_reason_of_an_adoption_or_a_measure_is_in_both_languages(name):
    """Why a side stands on another's number is what its people ask first."""
    shipped = dossier.load(dossier.locate(name))
    reasons = [one.why for party in shipped.parties.values() for one in party.adopts if one.why]
    reasons += [one.why for one in shipped.measures.values() if one.why]
    assert reasons
    for why in reasons:
        words = by_language(why)
        assert words["en"] == why and re.search("[а-яё]", words["ru"]), why
