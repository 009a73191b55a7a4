"""Whose numbers an answer rests on: the sentence says what a count over the JSON says."""

import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.assumptions_table import table
from twoplustwo.answers.exports.origin import origin_in_words
from twoplustwo.answers.schema import from_json, to_json
from twoplustwo.dossier.attribution import attribution
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


def test_a_label_says_how_many_numbers_are_taken_and_never_that_they_decide(as_json):
    for answer in as_json:
        how, label = answer["rests"]["how"], answer["rests"]["label"]
        found = {lang: re.search(r", (?:with|с) (\d+) ", label[lang]) for lang in ("en", "ru")}
        for lang, one in found.items():
            assert (int(one[1]) if one else 0) == how["adopted"], label[lang]


def test_what_one_side_tells_of_another_is_counted_as_that(europe):
    """The critics say which target size the agency uses, and hold another themselves."""
    size = "warhead.radar_cross_section"
    for party in ("us", "russia"):
        (found,) = ask("radar-view", [party], europe)
        (held,) = [one for one in found.assumptions if one.parameter == size]
        assert (held.by, held.ascribed_to, held.how) == ("postol", "mda", "adopted")
        taken = {(one.source, one.ascribed_to) for one in found.rests.taken}
        assert ("independent", "mda") in taken
        who = "the critics, ascribing it to the US Missile Defense Agency: 1"
        assert who in found.rests.says["en"]
        assert "указывая, что им пользуется Агентство по ПРО США — 1" in found.rests.says["ru"]
        assert "critics" not in found.rests.label["en"]
        assert from_json(to_json(found)).assumptions == found.assumptions
    (own,) = ask("radar-view", ["independent"], europe)
    (held,) = [one for one in own.assumptions if one.parameter == size]
    assert (held.ascribed_to, held.how) == ("", "own")


def test_whose_a_number_is_said_to_be_stands_in_attributions_and_files(europe):
    for lang, words in (
        ("en", "T. Postol, ascribing it to the US Missile Defense Agency"),
        ("ru", "Т. Постол, указывая, что им пользуется Агентство по ПРО США"),
    ):
        assert attribution(europe, lang, "postol", ascribed_to="mda") == words
    (found,) = ask("radar-view", ["us"], europe)
    row = next(r for r in table(found).records() if r["parameter"] == "warhead.radar_cross_section")
    assert (row["by"], row["ascribed_to"]) == ("postol", "mda")
    told = origin_in_words([found], {"mda": {"en": "Agency"}, "postol": {"en": "Critic"}})
    assert "1 m2 (Critic, ascribing it to Agency, " in told
    (moved,) = ask("radar-view", ["us+set:warhead.radar_cross_section=0.5 m2"], europe)
    row = next(r for r in table(moved).records() if r["parameter"] == "warhead.radar_cross_section")
    assert not row["ascribed_to"]


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


def labels(*some: Assumption, party: str = "south") -> tuple[str, str]:
    found = count_provenance(TOY, party, some).label
    return found["en"], found["ru"]


def test_a_party_that_takes_from_one_other_says_from_whom():
    taken = [one("adams", "adopted", "north")] * 2
    own = [one("carter", "own", "south")] * 2
    said = ("South, with 2 numbers of North", "South, с 2 числами Севера")
    assert labels(*taken) == labels(*taken, *own) == said
    single = ("South, with 1 number of North", "South, с 1 числом Севера")
    assert labels(taken[0]) == single
    assert labels(*own) == ("South", "South")


def test_a_party_that_takes_from_many_says_from_whom_most():
    taken = [one("adams", "adopted", "north")] * 2
    other = one("brown", "adopted")
    mostly = "South, with 3 numbers of others, mostly of North"
    assert labels(*taken, other)[0] == mostly
    assert labels(*taken, other)[1] == "South, с 3 чужими числами, в основном Севера"
    assert labels(taken[0], other) == (
        "South, with 2 numbers of others",
        "South, с 2 чужими числами",
    )
    found = count_provenance(TOY, "south", [taken[0], other])
    assert {t.source: t.numbers for t in found.taken} == {"north": 1, "brown": 1}


def test_a_number_that_one_tells_of_another_goes_by_nobodys_name():
    told = [replace(one("adams", "adopted", "north"), ascribed_to="carter")] * 2
    assert labels(*told)[0] == "South, with 2 numbers of others"
    assert labels(*told, one("adams", "adopted", "north"))[0] == "South, with 3 numbers of others"


def test_the_same_rule_for_every_party():
    taken = [one("south-speaker", "adopted", "south", "north")] * 2
    assert labels(*taken, party="north") == (
        "North, with 2 numbers of South",
        "North, с 2 числами (South)",
    )


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


def test_why_a_number_of_others_is_held_is_said_in_both_languages(europe):
    (found,) = ask("radar-view", ["russia"], europe)
    (held,) = [a for a in found.assumptions if a.parameter == "warhead.radar_cross_section"]
    assert held.why["en"].startswith("General Popovkin said that the radar can watch")
    assert held.why["ru"].startswith("генерал Поповкин говорил, что радар может наблюдать")
    row = next(r for r in table(found).records() if r["parameter"] == held.parameter)
    assert (row["why_en"], row["why_ru"]) == (held.why["en"], held.why["ru"])
    assert all(not a.why for a in found.assumptions if a.how in ("own", "common"))
