"""Certainty: measure by measure, beside what the parties hold; equal for all of them."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.certainty.sets import measure_sets, single_measures
from twoplustwo.analysis.certainty.targets import targets
from twoplustwo.analysis.certainty.words import headlines, value_text
from twoplustwo.base.errors import OptionError
from twoplustwo.doors.cli.main import app
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.question_cards.compared import worse
from twoplustwo.search.worst.record import Worst
from twoplustwo.wording.figures import percent_text

from ..europe_cards import card

SETS = ["us+speed-cap-3", "russia+speed-cap-3", "independent+no-shield", "us"]


@pytest.fixture(scope="module")
def answer(europe):
    return ask("certainty", SETS, europe, effort="corners")[0]


def rows(answer, column, measures):
    return [r for r in answer.rows.records() if r["column"] == column and r["measures"] == measures]


def test_each_set_of_measures_once_beside_all_who_hold_it(answer):
    both = rows(answer, "share_reachable", "speed-cap-3")
    assert [r["position"] for r in both] == ["us+speed-cap-3", "russia+speed-cap-3"]
    assert {(r["worst"], r["label"], r["bound"]) for r in both} == {(0.0, "bounded", 0.0)}
    assert {r["held"] for r in both} == {0.0} and {r["holds"] for r in both} == {"yes"}
    (free,) = rows(answer, "share_reachable", "no measures")
    assert (free["worst"], free["label"], free["holds"]) == (1.0, "exact", "no")
    assert 0.0 < free["held"] < 1.0


def test_both_worst_cases_stand_side_by_side(answer):
    sets = {r["measures"]: r for r in answer.table("sets").records()}
    assert set(sets) == {"no-shield", "speed-cap-3", "no measures"}
    none = sets["no-shield"]
    assert (none["reach"], none["europe"], none["us"]) == (0.0, 0.0, 0.0)
    assert none["reach_label"] == none["europe_label"] == "exact" and none["guarantee"]
    free, capped = sets["no measures"], sets["speed-cap-3"]
    assert free["reach"] == 1.0 and not free["guarantee"] and capped["guarantee"]
    assert 0.0 <= capped["europe"] < free["europe"] < 1.0
    assert capped["best_margin_s"] + capped["margin_bound_s"] < 0.0


def test_the_headline_counts_what_is_guaranteed_and_the_sentence_names_it(europe, answer):
    assert answer.headline.value == 2.0
    en, ru = (answer.headline.sentence[lang] for lang in ("en", "ru"))
    claim = "With these measures no assumption on the table lets an interceptor meet a Russian ICBM"
    assert en.startswith(claim)
    sure = {one["when"]: one["en"] for one in card("certainty").says}["bounded"]
    left = {row["measures"]: row["europe"] for row in answer.table("sets").records()}
    kept = (
        f"{europe.measures['speed-cap-3'].name['en']} (coverage of Europe in the worst case: "
        f"{percent_text(left['speed-cap-3'])}; {sure})"
    )
    # what leaves no shield keeps every promise, and is no measure among the others
    gone = "As a matter of course also where no shield is left: No interceptors."
    assert left["speed-cap-3"] > left["no-shield"] == 0.0
    assert f": {kept}. {gone} There is a counter-example" in en
    assert "Само собой, и там, где щита не остаётся: Без противоракет." in ru
    assert "“the plan as proposed” (listed flights within reach, in the worst case: 100 %)" in en
    assert "не позволяет противоракете" in ru
    assert "вдвое быстрее измеренного" in ru and "«план, как предложен»" in ru
    assert "–" not in en and "speed-cap" not in en + ru and not answer.headlines
    assert {c["id"] for c in answer.citations} >= {"compilers-notes", "spacenews-2007"}


def test_a_counter_example_is_what_it_says(europe, answer):
    (free,) = rows(answer, "share_reachable", "no measures")
    (again,) = ask("icbm-reach", [free["attained"]], europe)
    assert again.headline.value == free["worst"]
    (cover,) = rows(answer, "coverage_europe", "no measures")
    (again,) = ask("defended-footprint", [cover["attained"]], europe)
    assert again.headline.value == cover["worst"]
    assert cover["label"] == "searched" and "missiles.*.loft" in cover["open"]


def test_the_order_of_the_positions_changes_nothing(europe, answer):
    other = ask("certainty", SETS[::-1], europe, effort="corners")[0]

    def plain(one):
        kept = ("measures", "column", "worst", "label", "bound", "attained", "position", "held")
        return sorted(json.dumps([r[k] for k in kept]) for r in one.rows.records())

    assert plain(answer) == plain(other)
    assert answer.headline.sentence == other.headline.sentence


def test_measures_that_act_on_nothing_read_are_set_aside(europe):
    us = [parse_position("us", europe)]
    acting, idle = single_measures(
        us,
        europe,
        {
            "interceptors.gbi-2.burnout_speed",
            "radars.emr.location",
            "radars.emr.boresight",
            "commit.joint",
        },
    )
    named = {p.measures[0] for p in acting}
    assert {"speed-cap-3", "speed-cap-5", "radar-mask-east", "gabala-instead"} <= named
    assert {"not-directed", "freeze-5", "officers-visits", "ten-at-most"} <= set(idle)


def test_of_several_with_the_same_measures_the_first_by_name_speaks(europe):
    named = [parse_position(p, europe) for p in ("us+speed-cap-5", "russia+speed-cap-5", "us")]
    assert [p.text for p in measure_sets(named)] == ["russia+speed-cap-5", "us"]
    assert measure_sets(named) == measure_sets(named[::-1])


def test_the_worst_is_what_the_test_speaks_against(europe):
    def ways(test, columns=None):
        return worse(replace(card("raid"), test=test, columns=columns or {}))

    assert ways("share <= 1 %") == (True,)
    assert ways("share >= 90 %") == (False,)
    assert ways("share = 0 %", {"share": {"within": [0, 1]}}) == (True,)
    assert ways("share = 100 %", {"share": {"within": [0, 1]}}) == (False,)
    assert ways("share = 50 %", {"share": {"within": [0, 1]}}) == (True, False)
    assert [t.most for t in targets(card("icbm-reach"), europe)] == [True, True, False, False]
    assert {t.most for t in targets(card("defended-footprint"), europe)} == {False}


def test_any_question_can_be_asked(europe):
    (answer,) = ask("certainty", ["us"], europe, of="raid", effort="corners")
    (row,) = answer.rows.records()
    assert (row["question"], row["sought"], row["label"]) == ("raid", "least", "exact")
    assert row["worst"] <= row["held"]
    assert "nothing gets through" in answer.headline.sentence["en"]
    assert "at least 95 %" in answer.headline.sentence["en"]


def test_only_questions_with_a_test_are_offered(europe):
    with pytest.raises(OptionError) as error:
        ask("certainty", ["us"], europe, of="threat-timeline")
    offered = error.value.why.removeprefix("questions: ").split(", ")
    assert "raid" in offered and "threat-timeline" not in offered


@pytest.mark.parametrize(("value", "text"), [(2027.0, "2027"), (-0.25, "−0.25"), (3.0, "3")])
def test_a_count_is_written_out(value, text):
    assert value_text(value, card("range-classes"), "en") == text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"of": "icbm-reech"}, "of = 'icbm-reech': there is no such question"),
        ({"of": "hangs-on"}, "of = 'hangs-on': that is an analysis"),
        (
            {"of": "threat-timeline"},
            "of = 'threat-timeline': no test says which of its answers is worse",
        ),
        ({"effort": "quik"}, "effort = 'quik' is no choice"),
        ({"each": "maybe"}, "each = 'maybe' is no choice"),
    ],
)
def test_bad_options_are_named(europe, options, words):
    with pytest.raises(OptionError) as error:
        ask("certainty", ["us"], europe, **options)
    assert words in str(error.value)


def test_measures_that_contradict_each_other_stop_it_at_the_door():
    asked = CliRunner().invoke(app, ["ask", "certainty", "-p", "us+site-turkey+site-romania"])
    assert asked.exit_code == 2 and "contradict" in asked.output + asked.stderr


def test_the_card_is_whole_in_both_languages():
    mine = card("certainty")
    assert mine.plays and mine.order == 65
    for text in (
        mine.title,
        mine.asks,
        *(c["means"] for c in mine.columns.values()),
        *(o["means"] for o in mine.options.values()),
    ):
        assert text["en"] and text["ru"]


@pytest.mark.parametrize("effort", ["corners", "brief", "quick", "thorough"])
def test_only_the_longest_search_says_that_none_found_a_counter_example(europe, effort):
    """Any shorter one names its effort, and that there are longer ones."""
    target, position = targets(card("icbm-reach"), europe)[0], Position("us", measures=("cap",))
    found = Worst("icbm-reach", target.column, True, 0.0, "searched")
    dossier = SimpleNamespace(measures={"cap": SimpleNamespace(name={"en": "five", "ru": "пять"})})
    asked = card("icbm-reach")
    sentence, _ = headlines(
        card("certainty"), target, [(position, found)], asked, [], dossier, effort
    )
    assert all(f"effort {effort}" in sentence[lang] for lang in ("en", "ru"))
    assert ("longest search" in sentence["en"]) is (effort == "thorough")
    assert "No search" not in sentence["en"]
    assert "which is no guarantee" in sentence["en"] and "не гарантия" in sentence["ru"]
