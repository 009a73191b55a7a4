"""Which claims rest on a reprint or on memory alone."""

from pathlib import Path

import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.suite import all_parties
from twoplustwo.analysis.weak_sources.evidence import rests_on
from twoplustwo.analysis.weak_sources.reads import claims_read
from twoplustwo.dossier import load
from twoplustwo.dossier.models import Source
from twoplustwo.runs.ask import ask as run

GOOD = Path(__file__).parents[1] / "bad_dossiers" / "good"


@pytest.fixture(scope="module")
def answer(europe):
    return ask("weak-sources", all_parties(europe), europe)[0]


@pytest.mark.parametrize(
    ("status", "rank", "seen", "on"),
    [
        ("read", "primary", "whole", ""),
        ("secondary", "press", "opening", ""),
        ("recalled", "primary", "whole", "memory"),
        ("derived", "primary", "none", "memory"),
        ("recalled", "reprint", "mirror", "memory"),
        ("secondary", "reprint", "opening", "reprint"),
        ("secondary", "primary", "mirror", "reprint"),
        ("read", "", "mirror", "reprint"),
        ("read", "", "opening", ""),
        ("secondary", "catalogue", "opening", "catalogue"),
        ("secondary", "", "catalogue", "catalogue"),
    ],
)
def test_what_a_statement_rests_on(status, rank, seen, on):
    assert rests_on(status, Source("x", {}, seen, "", 1, rank)) == on


def test_without_a_source_only_memory_is_told():
    assert rests_on("assumed", None) == ""
    assert rests_on("recalled", None) == "memory"


def test_the_count_is_that_of_the_dossier(answer, europe):
    claims = [claim for many in europe.parameters.values() for claim in many]
    on = [rests_on(one.status, europe.sources.get(one.source)) for one in claims]
    weak = sum(one in ("memory", "reprint") for one in on)
    assert answer.headline.value == weak
    counts = answer.table("counts").records()[0]
    assert counts["what"] == "claim" and counts["all"] == len(claims)
    assert counts["memory"] + counts["reprint"] == weak
    assert counts["catalogue"] == on.count("catalogue")
    said = answer.headline.sentence
    assert (
        f": {weak} of {len(claims)};" in said["en"] and f": {weak} из {len(claims)};" in said["ru"]
    )


def test_what_most_answers_read_stands_first(answer):
    read = list(answer.rows.column("answers"))
    assert read == sorted(read, reverse=True) and read[0] > 0.0


def test_reads_are_those_of_the_answers(europe):
    positions = all_parties(europe)
    answers, asked = claims_read(positions, europe)
    given = run("raid", positions, europe)
    for key in {one.claim for answer in given for one in answer.assumptions if one.claim}:
        assert "raid" in asked[key]
        assert answers[key] >= sum(key in {a.claim for a in one.assumptions} for one in given)


def test_every_weak_source_is_cited_with_its_marks(answer):
    cited = {one["id"]: one for one in answer.citations}
    for row in answer.rows.records():
        if row["source"]:
            assert cited[row["source"]]["seen"] and cited[row["source"]]["title"] in row["title"]


def test_a_dossier_that_answers_nothing_is_listed_too():
    """Its list is short of a catalogue's claims only, and no question has an answer."""
    good = load(GOOD)
    (answer,) = ask("weak-sources", all_parties(good), good)
    assert answer.headline.value == 0.0
    assert set(answer.rows.column("source")) == {"almanac-2029"}


@pytest.mark.parametrize("analysis", ["contested", "freeze", "readings"])
def test_analyses_cite_with_the_same_marks_as_questions(analysis, europe):
    (answer,) = ask(analysis, all_parties(europe), europe)
    assert answer.citations
    for one in answer.citations:
        assert one["seen"] and one["rank"], one["id"]
