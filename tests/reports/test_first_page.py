"""The first page: drawn from answers alone, plain where the card has plain words, fair to all."""

from dataclasses import replace

import pytest

from twoplustwo.answers.rests import Rests
from twoplustwo.doors.dossiers import questions
from twoplustwo.reports import page
from twoplustwo.reports.first_page import ROLES, parts

from ..europe_cards import cards, europe
from . import samples

CARDS = {
    "icbm-reach": {
        "title": {"en": "Reach"},
        "first_page": {
            "role": "answer",
            "asks": {"en": "Can they catch it?"},
            "says": {
                "en": "In time: {share_reachable} ({share_reachable_low}–{share_reachable_high}).",
                "ru": "Вовремя: {share_reachable} (от {share_reachable_low}).",
            },
        },
    },
    "defended-footprint": {"first_page": {"role": "answer", "headlines": ["coverage_us"]}},
    "readings": {"first_page": {"role": "hinge"}},
}
INFO = {**samples.RUN_INFO, "questions": CARDS}


def bare(answers):
    """The same without pictures, which take their time."""
    return [replace(one, views=()) for one in answers]


def first(answers, info=INFO):
    return {part.role: part for part in parts(page.grouped(answers, info), info)}


def said_by(line):
    """Position to its sentences."""
    return {one.position: one.sentences for one in line.said}


def test_roles_stand_in_their_order_whatever_was_asked():
    found = parts(page.grouped([], INFO), INFO)
    roles = ["answer", "hinge", "decides", "guarantee", "common-ground"]
    assert [one.role for one in found] == roles
    assert not any(one.lines for one in found) and all(one.none for one in found)


def test_a_plain_sentence_takes_the_values_of_the_answer():
    reach = first(samples.everything())["answer"].lines[-1]
    assert reach.question == "icbm-reach" and reach.asks == "Can they catch it?"
    (us,) = said_by(reach)["us"]
    assert us == {"en": "In time: 0 % (0 %–100 %).", "ru": "Вовремя: 0 % (от 0 %)."}


def test_without_a_value_the_headline_speaks_for_itself():
    whole = samples.icbm_reach("us")
    words = {"en": "Not answerable: no claim of x.", "ru": "Нет ответа: x."}
    null = replace(whole, headline=replace(whole.headline, value=None, low=None, sentence=words))
    (said,) = first([null])["answer"].lines[0].said
    assert said.sentences == (words,)


def test_answers_stand_in_the_order_in_which_the_dossier_asks():
    for order in (("icbm-reach", "defended-footprint"), ("defended-footprint", "icbm-reach")):
        asked = {name: {**CARDS[name], "asked": place} for place, name in enumerate(order)}
        lines = first(samples.everything(), {**INFO, "questions": CARDS | asked})["answer"].lines
        assert [one.question for one in lines] == [*order]


def test_further_headlines_stand_where_the_card_wants_them_and_they_have_a_value():
    answer = samples.defended_footprint("us")
    other = replace(answer.headlines[0], sentence={"en": "And the US."})
    both = first([replace(answer, headlines=(other,))])["answer"].lines[0].said[0].sentences
    assert [one["en"] for one in both][1:] == ["And the US."]
    none = replace(answer, headlines=(replace(other, value=None),))
    assert len(first([none])["answer"].lines[0].said[0].sentences) == 1


def test_every_party_gets_its_place_in_alphabetical_order():
    for line in first(samples.everything()[::-1])["answer"].lines:
        assert [one.position for one in line.said] == list(samples.PARTIES)


def test_the_page_begins_with_it():
    text = page.render(bare(samples.everything()), None, INFO)
    shown = text[text.index("<main>") : text.index('class="contents"')]
    for words in ("In time: 0 % (0 %–100 %).", *(role["title"] for role in ROLES.values())):
        assert words in shown
    assert shown.count("Not part of this run.") == 3
    for party in samples.PARTIES:
        assert shown.count(f'data-party="{party}"') == 2
    assert "<img" not in shown and "<table" not in shown


def test_an_analysis_asked_twice_has_two_sections_and_says_of_what():
    of = [
        replace(samples.readings(), options={"of": question})
        for question in ("icbm-reach", "defended-footprint")
    ]
    groups = page.grouped(of, INFO)
    assert list(groups) == ["readings-icbm-reach", "readings-defended-footprint"]
    lines = first(of)["hinge"].lines
    assert [one.asks for one in lines] == ["Readings (Reach)", "Readings (defended-footprint)"]
    text = page.render(bare(of), None, INFO)
    assert all(f'id="{one}"' in text for one in groups)


def test_every_section_has_its_own_assumptions_and_sources():
    text = page.render(bare(samples.everything()), None, INFO)
    for question in ("icbm-reach", "defended-footprint"):
        section = text[text.index(f'class="asked" id="{question}"') :]
        section = section[: section.index("</section>\n\n")]
        assert "What this answer assumes, and who says so: 3 parameters" in section
        assert "What it was read in: 2 sources" in section
        assert 'href="#source-afp-2007"' in section
        assert '<span class="chip">opening read</span>' in section
        assert "not read for this dossier; remembered</span>" in section
    speed = text[text.index('class="asked" id="speed-curve"') :]
    speed = speed[: speed.index('class="asked"', 10)]
    assert "What it was read in" in speed and "What this answer assumes" not in speed


def test_a_table_that_is_the_same_for_all_is_shown_once():
    answers = [
        replace(one, views=one.views[2:])
        for one in map(samples.defended_footprint, samples.PARTIES)
    ]
    same = [
        replace(one, tables={**one.tables, "threats": answers[0].table("threats")})
        for one in answers
    ]
    assert "The same under every party." in page.render(same, None, INFO)
    assert "The same under every party." not in page.render(answers, None, INFO)


def test_cards_name_roles_and_columns_that_there_are():
    wanted = {key: card for key, card in cards().items() if card.first_page}
    assert {"icbm-reach", "defended-footprint"} <= set(wanted)
    for card in wanted.values():
        assert set(card.first_page) <= {"role", "asks", "says", "headlines"}, card.id
        assert card.first_page["role"] in ROLES, card.id
        for key in ("asks", "says"):
            assert set(card.first_page.get(key, {"en": "", "ru": ""})) == {"en", "ru"}, card.id


def test_whose_numbers_stands_below_the_verdict_in_both_languages():
    rests = Rests(
        7,
        {"own": 1, "adopted": 2, "common": 4},
        (),
        (),
        {"read": 3, "assumed": 4},
        {"en": "North, by South’s numbers", "ru": "Север, по числам Юга"},
        {"en": "Rests on 7 numbers.", "ru": "В основе чисел: 7."},
        moves={"en": "Moved most by X.", "ru": "Сильнее всего меняет X."},
    )
    whole = samples.icbm_reach("us")
    spans = {"en": "over 3 intervals", "ru": "по 3 интервалам"}
    laid = ({"en": "no faster than 5", "ru": "не быстрее 5"},)
    answer = replace(whole, rests=rests, laid=laid, headline=replace(whole.headline, spans=spans))
    text = page.render(bare([answer]), None, INFO)
    shown = text[text.index("<main>") : text.index('class="contents"')]
    for words in (
        "North, by South’s numbers",
        "Rests on 7 numbers.",
        "Moved most by X.",
        "no faster than 5",
        "Ranges: over 3 intervals.",
        "● 3",
        "○ 4",
        "В основе чисел: 7.",
        "Сильнее всего меняет X.",
        "Диапазоны: по 3 интервалам.",
        "Север, по числам Юга",
    ):
        assert words in shown, words
    section = text[text.index('class="asked"') :]
    assert "Rests on 7 numbers." in section and "Moved most by X." in section


def test_no_heading_calls_numbers_own():
    for role in ROLES.values():
        assert "own numbers" not in role["title"] and "own stated" not in role["note"]


def test_what_was_published_stands_once_however_many_answers_carry_it():
    told = ({"en": "Both said: none.", "ru": "Оба: ни одной."},)
    answers = [replace(samples.icbm_reach(party), published=told) for party in samples.PARTIES]
    text = page.render(bare(answers), None, INFO)
    shown = text[text.index("<main>") : text.index('class="contents"')]
    assert shown.count("Both said: none.") == 1 and shown.count("Оба: ни одной.") == 1


def test_an_analysis_of_a_question_that_does_not_stand_there_does_not_either():
    about = replace(samples.readings(), options={"of": "raid"})
    known = {**CARDS, "raid": {"title": {"en": "Raid"}}}
    raid = replace(samples.icbm_reach("us"), question="raid")
    both = first([about, raid], {**samples.RUN_INFO, "questions": known})
    assert not both["hinge"].lines


@pytest.mark.parametrize(
    ("holds", "en", "ru"),
    [(True, "■ holds", "■ выполнено"), (False, "□ fails", "□ не выполнено")],
)
def test_the_first_page_says_whose_test_a_verdict_is_by(holds, en, ru):
    """What would turn the verdict stands there too: of which, in both languages."""
    whole = samples.icbm_reach("us")
    by = {"en": "the compilers’", "ru": "составителей"}
    tested = replace(whole.headline, test="share_reachable = 0 %", holds=holds, test_by=by)
    text = page.render(
        [replace(whole, headline=tested)], None, INFO | {"questions": questions(europe())}
    )
    first = text[text.index('id="first-page"') : text.index('<nav class="contents"')]
    assert f"Test (the compilers’): “no listed flight could be met in time” {en}" in first
    assert "Условие (составителей): «" in first and ru in first
