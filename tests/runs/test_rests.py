"""Whose numbers an answer rests on: the sentence says what a count over the JSON says."""

import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.schema import from_json, to_json
from twoplustwo.dossier.models import Party, Speaker
from twoplustwo.runs.ask import ask
from twoplustwo.runs.provenance import count_provenance

from ..europe_cards import cards

QUESTIONS = [card.id for card in cards().values() if card.plays and not card.is_analysis]
FIRST = {
    "numbers": {"en": r"Rests on (\d+) numbers", "ru": r"В основе чисел: (\d+)"},
    "own": {"en": r"(\d+) own", "ru": r"своих — (\d+)"},
    "adopted": {"en": r"(\d+) taken", "ru": r"взято у других — (\d+)"},
    "common": {"en": r"(\d+) common", "ru": r"общих — (\d+)"},
    "most": {"en": r"\((\d+) of them", "ru": r"из них (\d+)"},
    "own_given": {
        "en": r"own \((\d+) by a value",
        "ru": r"своих — \d+ \(из них со значением от других — (\d+)",
    },
    "adopted_given": {
        "en": r"taken from [^,]*? \((\d+) by a value",
        "ru": r"взято[^,]*\) \(из них со значением от других — (\d+)",
    },
    "read": {"en": r"(\d+) read", "ru": r"рочитано — (\d+)"},
    "secondary": {"en": r"(\d+) second-hand", "ru": r"из вторых рук — (\d+)"},
    "recalled": {"en": r"(\d+) recalled", "ru": r"о памяти — (\d+)"},
    "derived": {"en": r"(\d+) derived", "ru": r"ыведено — (\d+)"},
    "assumed": {"en": r"(\d+) assumed", "ru": r"опущено — (\d+)"},
}


def said(text: str, what: str, lang: str) -> int:
    """The number that a sentence gives for something; nothing said means none."""
    found = re.search(FIRST[what][lang], text)
    return int(found[1]) if found else 0


@pytest.fixture(scope="module")
def as_json(europe):
    """Every question, every party, as another program gets it."""
    parties = sorted(europe.parties)
    return [to_json(one) for question in QUESTIONS for one in ask(question, parties, europe)]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_sentence_equals_a_count_over_the_json(as_json, lang):
    assert len(as_json) == 3 * len(QUESTIONS)
    for answer in as_json:
        held, text = answer["assumptions"], answer["rests"]["says"][lang]
        counted = Counter(one["how"] for one in held)
        known = Counter(one["status"] for one in held)
        common = Counter(one["by"] for one in held if one["how"] == "common")
        assert said(text, "numbers", lang) == len(held)
        for how in ("own", "adopted", "common"):
            assert said(text, how, lang) == counted[how] == answer["rests"]["how"][how]
        for how in ("own", "adopted"):
            given = [one for one in held if one["how"] == how and one["best_by"]]
            assert said(text, f"{how}_given", lang) == len(given)
        for status in ("read", "secondary", "recalled", "derived", "assumed"):
            assert said(text, status, lang) == known[status] == answer["rests"]["status"][status]
        assert said(text, "most", lang) == max(common.values(), default=0)
        assert sum(one["numbers"] for one in answer["rests"]["taken"]) == counted["adopted"]


def test_no_label_says_own_where_most_is_taken(as_json):
    for answer in as_json:
        how, label = answer["rests"]["how"], answer["rests"]["label"]["en"]
        assert ("by" in label.split()) == (how["adopted"] > how["own"]), label


def test_it_survives_json(as_json):
    for answer in as_json:
        assert to_json(from_json(answer))["rests"] == answer["rests"]


def test_what_is_swapped_in_is_taken_from_the_other_side(europe):
    (mine,) = ask("icbm-reach", ["us"], europe)
    (swapped,) = ask("icbm-reach", ["us+russia:burnout-speed"], europe)
    assert swapped.rests.how["own"] == mine.rests.how["own"] - 1
    assert swapped.rests.how["adopted"] == mine.rests.how["adopted"] + 1
    assert len(swapped.laid) == 1
    assert "Russia" in swapped.laid[0]["en"]
    assert "Россия" in swapped.laid[0]["ru"]


def test_what_is_laid_over_is_said(europe):
    text = "us@2008+set:engagement.min_closing=2 km/s+speed-cap-5"
    (answer,) = ask("icbm-reach", [text], europe)
    said = [one["en"] for one in answer.laid]
    assert len(said) == 3
    assert "2008" in said[0]
    assert "2 km/s" in said[1]
    assert said[2] == europe.measures["speed-cap-5"].name["en"]
    assert "2 км/с" in answer.laid[1]["ru"]
    assert answer.rests.how["set"] == 1
    assert answer.rests.how["measure"] == 1


TOY = SimpleNamespace(  # two parties and a speaker of none, by names that no dossier of ours has
    parties={
        "north": Party("north", {"en": "North"}, of={"en": "North", "ru": "Севера"}),
        "south": Party("south", {"en": "South"}),
    },
    speakers={
        "adams": Speaker("adams", {"en": "Adams"}, "north"),
        "brown": Speaker("brown", {"en": "Brown"}, None),
    },
)


def one(by: str, how: str, by_party: str = "", holder: str = "south") -> Assumption:
    return Assumption("x", by=by, how=how, status="read", by_party=by_party, holder=holder)


def test_a_party_that_stands_on_one_other_says_on_whom():
    taken = [one("adams", "adopted", "north"), one("adams", "adopted", "north")]
    assert count_provenance(TOY, "south", taken).label["en"] == "South, by North’s numbers"
    assert count_provenance(TOY, "south", taken).label["ru"] == "South, по числам Севера"
    own = [one("carter", "own", "south")] * 2
    assert count_provenance(TOY, "south", taken + own).label["en"] == "South"


def test_who_has_as_many_own_numbers_as_any_other_gave_is_not_called_after_that_other():
    taken = [one("adams", "adopted", "north")] * 2 + [one("brown", "adopted")]
    own = [one("carter", "own", "south")] * 2
    assert (
        count_provenance(TOY, "south", taken + own).label["en"]
        == "South, mostly by others’ numbers"
    )


def test_a_party_that_stands_on_many_others_says_so():
    mixed = [one("adams", "adopted", "north"), one("brown", "adopted")]
    found = count_provenance(TOY, "south", mixed)
    assert found.label["en"] == "South, mostly by others’ numbers"
    assert {t.source: t.numbers for t in found.taken} == {"north": 1, "brown": 1}


def test_the_same_rule_for_every_party():
    taken = [one("south-speaker", "adopted", "south", "north")] * 2
    assert count_provenance(TOY, "north", taken).label["en"] == "North, by numbers of South"


def test_an_analysis_rests_on_what_its_questions_rest_on(europe):
    from twoplustwo.analysis.ask import ask as any_ask

    (reach,) = ask("icbm-reach", ["russia"], europe)
    (found,) = any_ask("readings", ["russia", "us"], europe)
    assert [*found.rests_of] == ["russia", "us"]
    assert found.rests_of["russia"] == reach.rests


def test_an_own_number_whose_value_another_gave_says_whose(europe):
    (mine,) = ask("icbm-reach", ["us"], europe)
    assert "2 own (1 by a value that T. Postol gave)" in mine.rests.says["en"]
    assert "своих — 2 (из них со значением от других — 1: Т. Постол)" in mine.rests.says["ru"]


def test_a_taken_number_whose_value_another_gave_says_whose():
    taken = [replace(one("adams", "adopted", "north"), best_by="brown"), one("brown", "adopted")]
    assert "(1 by a value that Brown gave)" in count_provenance(TOY, "south", taken).says["en"]


def test_the_ends_of_an_interval_are_whose_they_are(europe):
    (mine,) = ask("icbm-reach", ["us"], europe)
    speed = next(a for a in mine.assumptions if a.parameter.endswith("gbi-2.burnout_speed"))
    assert (speed.by, speed.best_by, speed.ends_by) == ("mda", "postol", "compilers")
    assert from_json(to_json(mine)).assumptions == mine.assumptions
    (moved,) = ask("icbm-reach", ["us+set:interceptors.gbi-2.burnout_speed=6..6.4 km/s"], europe)
    speed = next(a for a in moved.assumptions if a.parameter.endswith("gbi-2.burnout_speed"))
    assert speed.ends_by == ""  # set by hand
