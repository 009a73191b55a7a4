"""No sentence calls a parameter, base, missile, measure or party by its identifier."""

import re

import pytest

from twoplustwo.analysis.ask import ask as analyse
from twoplustwo.analysis.hangs_on import ask as hangs_on
from twoplustwo.positions.position import parse_position
from twoplustwo.runs.ask import ask

from ..europe_cards import cards

SPEED = "interceptors.gbi-2.burnout_speed"
LAID = (
    f"us+russia:launch-delay+set:{SPEED}=6.3 km/s+radar-mask-east",
    "russia+speed-cap-5@2007-11",
)
"""Everything that can lie over a position, so that it has to be called something."""
SHORT = {
    "certainty": {"of": "icbm-reach", "effort": "corners"},
    "sensitivity": {"of": "raid", "samples": "32"},
    "common-ground": {"among": "speed-cap-5, radar-mask-east", "effort": "corners"},
    "divergence": {"of": "raid", "over": SPEED},
}
"""Options that keep an analysis short."""
ANALYSES = [key for key, one in cards().items() if one.is_analysis]
QUESTIONS = [key for key, one in cards().items() if not one.is_analysis]


def identifiers(dossier):
    """Whatever has a name of its own and is another word than it, and every path."""
    groups = (
        *dossier.things.values(),
        dossier.measures,
        dossier.disputes,
        dossier.parties,
        dossier.speakers,
        dossier.propositions,
        dossier.presets,
    )
    named = {key for group in groups for key in group if "-" in key or "_" in key}
    return {*named, *dossier.paths()}


def found(text, known):
    """Identifiers in a text, and what has the shape of one: a.b_c, a_b, a.b-c."""
    words = {one.strip(".,;:()") for one in re.findall(r"[A-Za-z][\w.*-]*", text)}
    shaped = {one for one in words if re.fullmatch(r"[a-z][a-z0-9-]*([._][a-z0-9*_-]+)+", one)}
    return sorted(shaped | words & known)


def said(answer):
    """Every text of an answer that is a sentence, by language."""
    for headline in (answer.headline, *answer.headlines):
        yield from (text for text in (headline.sentence, headline.spans) if text)
    yield from (*answer.published, *answer.laid)
    for rests in (answer.rests, *answer.rests_of.values()):
        if rests is not None:
            yield from (rests.label, rests.says, rests.moves)


def check(answers, dossier):
    known = identifiers(dossier)
    texts = [text for one in answers for words in said(one) for text in words.values()]
    assert texts
    assert [(one, text) for text in texts if (one := found(text, known))] == []


def test_what_is_looked_for_is_found(europe):
    known = identifiers(europe)
    for text in (
        f"turned by {SPEED} 1",
        "us+radar-mask-east",
        "the ss-18 flies",
        "missiles.*.loft",
        "share_reachable = 0 %",
        "(burnout_speed)",
    ):
        assert found(text, known), text
    for text in ("Near 5.2 km/s. Then", "two-stage GBI, BM-25", "ракета «Тополь-М» (SS-25)"):
        assert not found(text, known), text


@pytest.mark.parametrize("name", ANALYSES)
def test_no_analysis_says_an_identifier(name, europe, monkeypatch):
    if name == "hangs-on":  # along two lines that move no flight
        every = hangs_on.parameter_ranges
        monkeypatch.setattr(
            hangs_on,
            "parameter_ranges",
            lambda *given: [
                one for one in every(*given) if one.parameter in (SPEED, "commit.icbm_delay")
            ],
        )
    positions = [parse_position(one, europe) for one in LAID]
    check(analyse(name, positions, europe, **SHORT.get(name, {})), europe)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_says_an_identifier(name, europe):
    check(ask(name, list(LAID), europe), europe)
