"""Every claim of the dossier that ships says who, where and how well we know it."""

from pathlib import Path

import pytest
import yaml

from twoplustwo import dossier
from twoplustwo.scenario.hold import hold
from twoplustwo.scenario.position import parse_position

ROOT = Path(__file__).parents[2]
STATUSES = {"read", "secondary", "recalled", "derived", "assumed"}
FILES = sorted((ROOT / "dossiers").rglob("*.yaml"))


def claims(europe: dossier.Dossier) -> list[dossier.Claim]:
    return [claim for held in europe.parameters.values() for claim in held]


def test_check_finds_nothing_wrong(europe):
    assert [str(e) for e in dossier.check(ROOT / "dossiers" / "europe-2007")] == []


def test_every_claim_has_speaker_source_status_and_date(europe):
    assert len(claims(europe)) >= 200
    for claim in claims(europe):
        assert claim.by in europe.speakers, claim.key
        assert claim.source in europe.sources, claim.key
        assert claim.status in STATUSES, claim.key
        assert claim.stated, claim.key


def test_quotes_are_short(europe):
    for claim in claims(europe):
        assert len((claim.says or "").split()) <= 15, claim.key


def test_only_the_compilers_assume(europe):
    """A value that nobody published is never laid in a party's mouth."""
    for claim in claims(europe):
        if claim.status == "assumed":
            assert claim.by == "compilers", claim.key


def test_what_is_remembered_is_not_called_read(europe):
    for claim in claims(europe):
        if europe.sources[claim.source].seen == "none":
            assert claim.status in {"recalled", "derived", "assumed"}, claim.key


def test_read_means_that_a_page_was_open(europe):
    for claim in claims(europe):
        if claim.status == "read":
            seen = europe.sources[claim.source].seen
            assert seen in {"whole", "opening"}, claim.key


def test_intervals_of_parties_say_where_their_ends_come_from(europe):
    for claim in claims(europe):
        if claim.value.interval and claim.by == "compilers" and claim.value.point == "best":
            assert claim.status in {"assumed", "derived", "recalled"}, claim.key


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_names_are_in_both_languages(file):
    """Every thing has an English and a Russian name."""
    text = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for key in ("name", "title", "text"):
        if isinstance(text.get(key), dict) and set(text[key]) <= {"en", "ru"}:
            assert text[key]["en"].strip() and text[key]["ru"].strip()


@pytest.mark.parametrize("day", ["1990", "2007-01", "2007-06", "2007-10-12", "2008-06", "2026-11"])
def test_on_no_day_are_two_claims_left_to_any_party(europe, day):
    """What is unclear stops every answer, also of questions that do not read it."""
    for party in sorted(europe.parties):
        assert hold(europe, parse_position(f"{party}@{day}", europe)).values
