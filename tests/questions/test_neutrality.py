"""Answers differ between the parties because of their claims alone: renamed, reversed, swapped."""

from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.runs.ask import ask

QUESTIONS = ("icbm-reach", "defended-footprint")


def bits(answer):
    """Everything an answer computed, as bytes; names of positions and holders left out."""
    out = {
        "headlines": [
            (h.column, h.value, h.holds, dict(h.sentence))
            for h in (answer.headline, *answer.headlines)
        ],
        "outcomes": dict(answer.outcomes),
    }
    for name, table in {"rows": answer.rows, **answer.tables}.items():
        for column in table.names:
            values = table.column(column)
            out[name, column] = (
                values.tobytes() if values.dtype.kind in "fb" else tuple(map(str, values))
            )
    return out


def with_parties(dossier, rename):
    """The dossier with parties under other names; `rename` maps old to new."""
    speakers = {
        k: replace(s, party=rename.get(s.party, s.party)) for k, s in dossier.speakers.items()
    }
    parties = {
        rename.get(k, k): replace(p, id=rename.get(k, k)) if hasattr(p, "id") else p
        for k, p in dossier.parties.items()
    }
    return replace(dossier, speakers=speakers, parties=parties)


@pytest.fixture(scope="module", params=QUESTIONS)
def question(request):
    return request.param


@pytest.fixture(scope="module")
def before(question, europe, parties):
    return {p: bits(a) for p, a in zip(parties, ask(question, parties, europe), strict=True)}


def test_the_parties_differ_at_all(before):
    assert before["us"] != before["russia"]


def test_a_new_name_changes_nothing(question, europe, before):
    renamed = with_parties(europe, {"us": "zz"})
    (answer,) = ask(question, ["zz"], renamed)
    assert bits(answer) == before["us"]


def test_the_order_of_the_parties_changes_nothing(question, europe, parties, before):
    backwards = ask(question, parties[::-1], europe)
    assert {p: bits(a) for p, a in zip(parties[::-1], backwards, strict=True)} == before


def test_swapped_claims_swap_the_answers(question, europe, before):
    swapped = with_parties(europe, {"us": "russia", "russia": "us"})
    us, russia = ask(question, ["us", "russia"], swapped)
    assert bits(us) == before["russia"]
    assert bits(russia) == before["us"]


def test_russia_with_every_claim_of_us_answers_as_us(question, europe, before):
    """Its own speakers fall silent, those of the other party speak for it."""
    silent = {k for k, s in europe.speakers.items() if s.party == "russia"}
    parameters = {
        path: kept
        for path, claims in europe.parameters.items()
        if (kept := tuple(c for c in claims if c.by not in silent))
    }
    quiet = replace(europe, parameters=parameters)
    only = with_parties(replace(quiet, parties={"us": europe.parties["us"]}), {"us": "russia"})
    (answer,) = ask(question, ["russia"], only)
    assert bits(answer) == before["us"]


def test_alone_and_in_a_crowd_are_the_same_bits(question, europe, before):
    crowd = [f"us+set:commit.decision_time={s} s" for s in range(20, 60)]
    answers = ask(question, [*crowd, "us"], europe)
    assert bits(answers[-1]) == before["us"]
    assert len({a.id for a in answers}) == len(answers)


def test_identical_claims_do_not_diverge(question, europe):
    one, two = ask(question, ["us", "us"], europe)
    assert bits(one) == bits(two)
    assert one.id == two.id
    assert np.isfinite(one.headline.value)
