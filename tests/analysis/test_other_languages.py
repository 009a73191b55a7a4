"""Dossiers whose own texts stand in one language alone: every sentence is there all the same."""

from dataclasses import replace

import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.base.localized_text import LocalizedText, text_in
from twoplustwo.dossier import load


def spoken(dossier, lang):
    """The dossier with each text of its own in one language, called by its English words."""

    def said(words):
        return LocalizedText({lang: text_in(words, "en")}) if words else words

    def renamed(records, *keys):
        return {
            name: replace(one, **{key: said(getattr(one, key)) for key in keys})
            for name, one in records.items()
        }

    return replace(
        dossier,
        title=said(dossier.title),
        things={kind: renamed(things, "name") for kind, things in dossier.things.items()},
        speakers=renamed(dossier.speakers, "name", "of"),
        parties=renamed(dossier.parties, "name", "of"),
        disputes=renamed(dossier.disputes, "name"),
        measures=renamed(dossier.measures, "name", "verified"),
        propositions=renamed(dossier.propositions, "text", "note"),
        couplings=renamed(dossier.couplings, "why"),
        presets=renamed(dossier.presets, "name", "note"),
    )


@pytest.fixture(scope="module", params=["en", "ko"])
def dossier(request):
    return spoken(load("europe-2007"), request.param)


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("raid", {}),
        ("divergence", {"of": "raid"}),
        ("contested", {}),
        ("certainty", {"of": "raid"}),
    ],
)
def test_each_language_of_the_program_has_its_sentence(dossier, question, options):
    for answer in ask(question, sorted(dossier.parties), dossier, **options):
        assert all(answer.headline.sentence.values())
        for one in (answer.headline, *answer.headlines):
            assert set(one.sentence) == {"en", "ru"}
            assert bool(one.sentence["en"]) == bool(one.sentence["ru"])


def test_what_is_missing_is_said_in_what_there_is():
    words = LocalizedText(ko="다툼", de="Streit")
    assert words["en"] == words["ru"] == "다툼" and words["de"] == "Streit"
    assert text_in({"en": "quarrel", "ko": "다툼"}, "ru") == "quarrel"
    assert text_in({}, "ru", "dispute") == "dispute"
    with pytest.raises(KeyError):
        LocalizedText()["en"]
