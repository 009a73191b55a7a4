"""Every text that a reader sees stands in both languages."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from twoplustwo.base.errors import QuestionError
from twoplustwo.base.outcomes import Outcome
from twoplustwo.doors import dossiers
from twoplustwo.doors.request import Request
from twoplustwo.doors.server.payload import answers, questions, style
from twoplustwo.doors.server.payload import dossier_summary as desk
from twoplustwo.dossier import load
from twoplustwo.dossier.find import packaged
from twoplustwo.dossier.kinds import kinds
from twoplustwo.question_cards import card as reading
from twoplustwo.wording import criteria as spoken
from twoplustwo.wording.locale import locale
from twoplustwo.wording.phrases import phrases
from twoplustwo.wording.vocabulary import vocabulary

from ..europe_cards import cards

LANGUAGES = {"en", "ru"}
CYRILLIC = set("абвгдежзийклмнопрстуфхцчшщъыьэюя")


def texts(part: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """Every text by language inside some data, each with the way to it."""
    if isinstance(part, Mapping):
        if LANGUAGES & {*part}:
            yield where, part
            return
        for key, one in part.items():
            yield from texts(one, f"{where}.{key}")
    elif isinstance(part, list | tuple):
        for at, one in enumerate(part):
            yield from texts(one, f"{where}.{at}")


def lacking(part: Any, where: str = "") -> list[str]:
    """Where a text lacks a language, is empty, or is the English one again."""
    return [
        way
        for way, text in texts(part, where)
        if not all(str(text.get(lang, "")).strip() for lang in LANGUAGES)
        or {*text} - LANGUAGES - {"when"}
    ]


@pytest.fixture(params=sorted(packaged()))
def dossier(request):
    return load(request.param)


@pytest.mark.parametrize("name", list(cards()))
def test_texts_of_a_card(name):
    card = questions.card_shape(cards()[name]).plain()
    # a sentence may say nothing where its part is left out; it does so in both languages
    assert lacking({key: one for key, one in card.items() if key != "says"}, name) == []
    for one in cards()[name].says:
        assert {*one} == LANGUAGES | {"when"}, one
        assert bool(one["en"].strip()) == bool(one["ru"].strip()), one


OF_CARDS = {name: card.phrases for name, card in cards().items() if card.phrases}
OF_FILES = {name: phrases(name) for name in ("twoplustwo.wording", "twoplustwo.answers.exports")}


@pytest.mark.parametrize("name", [*OF_FILES, *OF_CARDS])
def test_phrases(name):
    """Each in every language, with the same slots; a noun with each form that a count needs."""
    for way, text in texts({**OF_FILES, **OF_CARDS}[name], name):
        assert {*text} == LANGUAGES, way
        forms = {lang: one if isinstance(one, dict) else {"": one} for lang, one in text.items()}
        slots = {
            lang: {*re.findall(r"\{(\w+)\}", " ".join(one.values()))} for lang, one in forms.items()
        }
        assert slots["en"] == slots["ru"], way
        for lang, one in text.items():
            if isinstance(one, dict):
                assert {locale(lang).plural_form(n) for n in range(200)} <= {*one}, way


@pytest.mark.parametrize("name", list(cards()))
def test_what_a_card_must_say_is_said(name):
    card = cards()[name]
    required = {
        "title": card.title,
        "asks": card.asks,
        **{f"test {how}": card.test_says.get(how) for how in ("holds", "fails") if card.test},
        **{f"column {one}": about.get("means") for one, about in card.columns.items()},
        **{f"left out {at}": one for at, one in enumerate(card.left_out)},
    }
    assert [what for what, text in required.items() if not (text and {*text} == LANGUAGES)] == []


@pytest.mark.parametrize("name", list(cards()))
def test_columns_that_views_show_have_meanings(name):
    card = cards()[name]
    shown = {
        one
        for view in card.views
        for part in (view, *view.get("panels", ()))
        for key in (
            "columns",
            "lines",
            "x",
            "y",
            "low",
            "high",
            "best",
            "by",
            "label",
            "colour",
            "mask",
            "ring",
            "mark",
            "weight",
            "dot",
            "from",
            "to",
            "at",
        )
        for one in ([part[key]] if isinstance(part.get(key), str) else part.get(key) or ())
    }
    known = {*card.columns, *card.phrases.get("columns", ())}  # or filled in when it is asked
    assert sorted(shown - known) == []


def test_russian_is_written_in_russian():
    every = [*texts([questions.card_shape(one).plain() for one in cards().values()])]
    every += texts([one.means for kind in kinds().values() for one in kind.parameters.values()])
    english = [way for way, text in every if not CYRILLIC & {*text["ru"].lower()}]
    assert english == []


def test_what_parameters_mean():
    every = {
        f"{kind.name}.{one.name}": {
            "means": one.means,
            **({"short": one.short} if one.short else {}),
        }
        for kind in kinds().values()
        for one in kind.parameters.values()
    }
    assert lacking(every) == []
    assert [name for name, one in every.items() if {*one["means"]} != LANGUAGES] == []


def test_names_of_a_dossier(dossier):
    names = dossiers.names(dossier)
    assert [name for name, text in names.items() if not isinstance(text, dict)] == []
    assert lacking(names) == []


def test_parties_disputes_measures_presets(dossier):
    sorts = (dossier.parties, dossier.disputes, dossier.measures, dossier.presets)
    assert lacking([one.name for sort in sorts for one in sort.values()]) == []
    assert lacking([one.verified for one in dossier.measures.values()]) == []
    assert lacking([one.note for one in dossier.presets.values()]) == []
    assert lacking([one.text for one in dossier.propositions.values()]) == []
    assert lacking(dossier.title) == []


def test_the_desk(dossier):
    assert lacking(desk.dossier_summary(dossier).plain()) == []


FREE = {
    "says": "quoted",
    "claim": "the key of a claim",
    "source": "the key of a source",
    "cell": "a place on a grid",
    "city": "the name of a city",
    "names_left": "several things",
    "names_in_class": "several things",
    "ring": "two things",
}
"""Text columns that hold no words, and what they hold."""


@pytest.mark.parametrize("name", [key for key, one in cards().items() if not one.is_analysis])
def test_words_in_tables(europe, name):
    """Whatever stands in a table that is drawn has a name in both languages."""
    known = {**desk.names(europe), **style.style_summary().sentences}
    silent = set()
    for party in europe.parties:
        found = answers.answer(Request(name, europe, [party]))
        for which, table in {"rows": found["rows"], **found["tables"]}.items():
            data = table.get("data", {})
            for column, values in data.items():
                words = {one for one in values if isinstance(one, str) and one}
                if column.endswith("_ru"):
                    assert all(CYRILLIC & {*one.lower()} for one in words), column
                elif (
                    f"{column}_ru" not in data
                    and column not in FREE
                    and not (column == "country" and which != "rows")
                ):
                    silent |= {(column, one) for one in words - {*known} if not wordless(one)}
    assert sorted(silent) == []


def wordless(word):
    """Whether it is the code of a country, or a quantity such as ``200 km``."""
    return bool(re.fullmatch(r"[A-Z]{3}|[\d.]+( \S+)?", word))


def test_words_do_not_hide_names(europe):
    assert lacking(vocabulary()) == []
    assert sorted({*vocabulary()} & {*dossiers.names(europe)}) == []


def test_the_look():
    found = style.style_summary().plain()
    assert lacking(found) == []
    for sort in ("outcomes", "verdicts", "cells"):
        assert [name for name, one in found[sort].items() if {*one["says"]} != LANGUAGES] == []
    assert {*found["sentences"]} == {str(one) for one in Outcome}


def test_a_text_in_an_unknown_language_is_refused():
    with pytest.raises(QuestionError) as caught:
        reading.check_texts({"title": {"en": "one", "two": None}}, "x/card.yaml")
    assert "unknown language 'two'" in caught.value.what
    assert caught.value.where == "x/card.yaml, title"
    assert "quotation marks" in caught.value.fix
    with pytest.raises(QuestionError, match="no text in ru"):
        reading.check_texts([{"en": "one", "ru": None}], "x/card.yaml")


HEADLINES = json.loads((Path(__file__).parents[1] / "golden" / "headlines.json").read_text("utf8"))


@pytest.mark.parametrize("asked", sorted({tuple(key.split()[::3]) for key in HEADLINES}))
def test_a_headline_is_called_by_a_name_that_stands_alone(asked):
    question, column = asked
    for text in spoken.column_name(cards()[question], column).values():
        assert not re.match("the same|то же", text), f"{question} {column}: {text}"


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_parameter_is_called_by_a_name_that_stands_alone(kind):
    for name, one in kinds()[kind].parameters.items():
        for text in (*one.means.values(), *one.short.values()):
            assert not re.match("the same|то же", text), f"{kind} {name}: {text}"
