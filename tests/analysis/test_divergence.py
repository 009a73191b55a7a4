"""Why answers differ: closed forms, what is no player, flips, and who is treated how."""

import math
from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.analysis.divergence import coalitions as game
from twoplustwo.base.errors import OptionError, PositionError, QuestionError
from twoplustwo.positions.disputes import disputes, mixture
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask as run

from .parties import with_parties
from .toys import PATHS, bare, holding, toy

LOW, HIGH = [100.0] * 8, [200.0] * 8


def shares(answer, table="rows", key="dispute"):
    return {row[key]: row["share"] for row in answer.table(table).records() if row["share"]}


def why(dossier, *positions, **options):
    return ask("divergence", positions, dossier, of="toy", **options)[0]


def said(answer, lang="en"):
    return " ".join(h.sentence[lang] for h in (answer.headline, *answer.headlines))


def test_an_additive_question_gives_each_dispute_its_own(monkeypatch, europe):
    toy(monkeypatch, lambda *x: sum((i + 1) * v for i, v in enumerate(x[:6])) / 1e4)
    high = [*HIGH[:7], LOW[7]]
    answer = why(europe, holding(europe, "us", LOW), holding(europe, "russia", high))
    found = shares(answer)
    expected = {path: (i + 1) / 100.0 for i, path in enumerate(PATHS[:6])}
    assert found == pytest.approx(expected, rel=1e-9)
    assert math.fsum(found.values()) == pytest.approx(0.21, abs=1e-9)
    effect = {row["dispute"]: row["effect"] for row in answer.rows.records()}
    assert effect[PATHS[6]] == "no_effect"  # read, different, and of no weight
    assert PATHS[7] not in effect  # the same at both
    assert effect["burnout-speed"] == effect["launch-delay"] == "not_read"
    assert effect["interceptor-number"] == "alike"
    assert np.abs(answer.table("interactions").column("interaction")).max() < 1e-12
    assert shares(answer, "others") == pytest.approx(
        {path: 2.0 * share for path, share in expected.items()}, rel=1e-9
    )
    (pair, twice) = answer.table("pairs").records()
    assert pair["disputes"] == 7.0 and pair["mixtures"] == 128.0 and pair["method"] == "exact"
    assert (pair["difference"], twice["difference"]) == pytest.approx((0.21, 0.42), rel=1e-9)
    assert answer.rows.columns[2].unit == "1" and twice["unit"] == "s"


def test_from_the_other_side_every_sign_is_the_other_bit_for_bit(monkeypatch, europe):
    toy(monkeypatch, lambda a, b, c, d, *_: a * b / (c + 3.0 * d))
    one = holding(europe, "us", [100.0, 7.0, 30.0, 11.0, *LOW[4:]])
    two = holding(europe, "russia", [170.0, 3.0, 90.0, 2.0, *LOW[4:]])
    there, back = shares(why(europe, one, two)), shares(why(europe, two, one))
    assert len(there) == 4
    assert {name: -share for name, share in back.items()} == there


def test_names_and_order_of_the_parties_do_not_matter(monkeypatch, europe):
    toy(monkeypatch, lambda a, b, c, *_: a * b * c / 1e7)
    ends = {"us": LOW, "russia": HIGH, "independent": [150.0] * 8}
    positions = [holding(europe, party, x) for party, x in ends.items()]
    one = why(europe, *positions).table("shares").records()
    assert all(r["least"] <= r["share"] <= r["most"] for r in one)
    names = {"us": "zz", "russia": "aa", "independent": "mm"}
    renamed = with_parties(europe, names)
    moved = [replace(p, party=names[p.party]) for p in positions]
    two = why(renamed, *moved).table("shares").records()
    assert [r["share"] for r in one] == [r["share"] for r in two]
    assert [r["dispute"] for r in one] == [r["dispute"] for r in two]
    alone = why(europe, *positions[:2]).table("shares").records()
    assert alone == one[: len(alone)]


def test_nothing_in_dispute_is_a_clear_answer(monkeypatch, europe):
    toy(monkeypatch, lambda *x: 0.25)
    for pair in (["us", "us"], [holding(europe, "us", LOW), holding(europe, "russia", LOW)]):
        answer = why(europe, *pair)
        assert answer.headline.value == 0.0
        assert "nothing in dispute" in answer.headline.sentence["en"]
        assert "ничего спорного" in answer.headline.sentence["ru"]
        assert not shares(answer) and len(answer.table("flips")) == 0
    apart = why(europe, holding(europe, "us", LOW), holding(europe, "russia", HIGH))
    assert "nothing in dispute between them moves this answer" in apart.headline.sentence["en"]
    assert "of no effect on this answer in any mixture" in said(apart)


def test_a_mixture_that_cannot_be_made_is_counted_and_gone_round(monkeypatch, europe):
    """Speed and burn time of different sides: nothing flies like that."""
    toy(
        monkeypatch,
        lambda a, b, c, *_: (a + 5.0 * b + c) / 1e3,
        need=lambda a, b, *_: not (a == 100.0 and b == 200.0),
    )
    one = holding(europe, "us", [100.0, 100.0, 100.0, *LOW[3:]])
    two = holding(europe, "us", [200.0, 200.0, 200.0, *LOW[3:]])
    answer = why(europe, one, two)
    found = shares(answer)
    assert math.fsum(found.values()) == pytest.approx(0.7, abs=1e-9)
    assert found == pytest.approx(dict(zip(PATHS, (0.1, 0.5, 0.1), strict=False)), rel=1e-9)
    assert answer.outcomes == {"answered": 6, "not_answerable": 2}
    gone = answer.table("unanswered").records()
    assert {row["missing"] for row in gone} == {"nothing flies like that"}
    assert all(PATHS[1] in row["mixture"] for row in gone)
    assert not np.isnan(answer.rows.column("share")).any()


def test_a_position_without_an_answer_is_named(monkeypatch, europe):
    toy(monkeypatch, lambda a, *_: a / 1e3, need=lambda a, *_: a != 200.0)
    ends = [holding(europe, p, x) for p, x in (("us", LOW), ("russia", HIGH), ("us", [150.0] * 8))]
    answer = why(europe, *ends)
    outcomes = [r["outcome"] for r in answer.table("pairs").records() if r["headline"] == "worth"]
    assert outcomes == ["not_answerable", "answered", "not_answerable"]
    assert "Not answerable: nothing flies like that." in said(answer)
    assert "Нет ответа: nothing flies like that." in said(answer, "ru")
    assert answer.headline.value == pytest.approx(0.05, rel=1e-9)


def test_every_order_blocked_is_said(monkeypatch, europe):
    toy(monkeypatch, lambda a, b, *_: a / 1e3, need=lambda a, b, *_: a == b)
    two = [200.0, 200.0, *LOW[2:]]
    answer = why(europe, holding(europe, "us", LOW), holding(europe, "us", two))
    assert answer.table("pairs").records()[0]["outcome"] == "no_way"
    assert "cannot be split" in said(answer) and not len(answer.table("shares"))


def test_what_is_read_at_some_mixtures_only_is_a_player_too(monkeypatch, europe):
    """As soon as one side's switch is taken over, further numbers are read."""
    from twoplustwo.question_cards.result import HeadlineValue, Result

    toy(monkeypatch, lambda *_: 0.0)
    import sys

    def ask(given, dossier):
        first = given.numbers(PATHS[0])
        second = given.numbers(PATHS[1]) if (first > 150.0).any() else [0.0] * len(first)
        return [
            Result((HeadlineValue("worth", (a > 150.0) * b / 1e3, {"value": 0}),), {}, bare)
            for a, b in zip(first, second, strict=True)
        ]

    monkeypatch.setattr(sys.modules["toys_of_the_tests.ask"], "ask", ask)
    answer = why(europe, holding(europe, "us", LOW), holding(europe, "us", HIGH))
    assert shares(answer) == pytest.approx({PATHS[0]: 0.15, PATHS[1]: 0.05}, rel=1e-9)


def test_too_many_disputes_are_sampled_with_their_error(monkeypatch, europe):
    def value(a, b, c, d, e, f, *_):
        return (a * b + c * d * e / 100.0 + f) / 1e5

    toy(monkeypatch, value)
    pair = holding(europe, "us", LOW), holding(europe, "russia", HIGH)
    exact = shares(why(europe, *pair))
    monkeypatch.setattr(game, "MOST_EXACT", 4)
    answer = why(europe, *pair, samples="40")
    rows = [r for r in answer.rows.records() if r["effect"] == "matters"]
    assert {r["method"] for r in rows} == {"sampled"} and len(rows) == 6
    for row in rows:
        assert abs(row["share"] - exact[row["dispute"]]) < 4.0 * row["error"] + 1e-12
    assert sum(r["share"] for r in rows) == pytest.approx(sum(exact.values()), abs=1e-9)
    assert "too many for every mixture" in said(answer) and "80 drawn orders" in said(answer)
    assert answer.made["seed"] == "0" and len(answer.table("interactions")) == 0
    assert shares(why(europe, *pair, samples="40")) == shares(answer)
    back = shares(why(europe, *pair[::-1], samples="40"))
    assert {k: -v for k, v in back.items()} == shares(answer)


def test_the_leading_number_is_moved_under_both_sides_other_assumptions(monkeypatch, europe):
    """The wave of the slider's speed turns thrice; the other side's shift moves the flips."""
    speed, shift = "interceptors.gbi-2.burnout_speed", "commit.track_time"

    def value(v, s):
        return 0.5 + 0.5 * math.sin((v - 5_000.0 + s) / 5_000.0 * 3.5 * math.pi)

    toy(monkeypatch, value, paths=(speed, shift))
    one = holding(europe, "us", (6_000.0, 10.0), (speed, shift))
    two = holding(europe, "russia", (8_000.0, 110.0), (speed, shift))
    answer = why(europe, one, two)
    places = {}
    for row in answer.table("flips").records():
        assert row["parameter"] == speed and row["flip_within_si"] == pytest.approx(10.0, abs=1e-6)
        places.setdefault(row["position"].partition("+")[0], []).append(row["flip_si"])
    wave = 5_000.0 / 3.5 * np.arange(1, 4) + 5_000.0
    for party, by in (("us", 10.0), ("russia", 110.0)):
        assert places[party] == pytest.approx(np.ceil((wave - by) / 10.0) * 10.0, abs=1e-6)
    curve, marks = answer.table("curve"), answer.table("marks")
    assert len(curve) == 2 * 21 and curve.columns[1].unit == "m/s"
    assert list(marks.column("moved")) == [6_000.0, 8_000.0]
    low = "up to 6.41 km/s worth: at least 0.5"
    assert f"{low}; from 6.42 km/s to 7.84 km/s worth: less" in said(answer)
    assert "from 9.28 km/s on worth: less than 0.5" in said(answer)
    russian = "до 6,41 км/с включительно worth: не меньше 0,5; от 6,42 км/с до 7,84 км/с"
    assert russian in said(answer, "ru")
    pages = [h.column for h in answer.headlines if h.column.endswith(("flip_si", "looks"))]
    assert pages == ["flip_si", "flip_si", "looks"] and "values: 21" in said(answer)
    assert answer.headlines[0].column == "widest_difference"
    none = why(europe, one, two, test="worth >= 2")
    assert [r["flip"] for r in none.table("flips").records()] == ["none", "none"]
    assert "worth: less than 2, at every value of" in said(none)
    assert "from 5 km/s to 10 km/s that was looked at" in said(none)
    other = why(europe, one, two, over="commit.track_time")
    assert set(other.table("flips").column("parameter")) == {"commit.track_time"}


def test_the_words_of_a_test_are_never_left_alone(monkeypatch, europe):
    """They say what is asked, so who passes stands beside them: they read as an answer else."""
    toy(monkeypatch, lambda a, *_: a / 1e3, test="worth >= 0.15")
    answer = why(europe, holding(europe, "us", LOW), holding(europe, "russia", HIGH))
    (told,) = [h.sentence for h in answer.headlines if h.column == "test"]
    assert told["en"].startswith("The test: worth: at least 0.15. As held, passed by: Russia (")
    assert "; failed by: United States (" in told["en"]
    assert "выполнено: Россия (" in told["ru"] and "не выполнено: США (" in told["ru"]
    both = why(europe, holding(europe, "us", HIGH), holding(europe, "russia", [300.0] * 8))
    (told,) = [h.sentence for h in both.headlines if h.column == "test"]
    assert told["en"].endswith("failed by: nobody.") and told["ru"].endswith("не выполнено: никто.")
    assert "Verdict:" not in said(answer) + said(both)


def test_one_swap_that_turns_a_verdict_is_told(monkeypatch, europe):
    toy(monkeypatch, lambda a, b, *_: 0.1 + 0.5 * (a > 150.0) + 0.1 * (b > 150.0))
    answer = why(europe, holding(europe, "us", LOW), holding(europe, "russia", HIGH))
    row = next(r for r in answer.rows.records() if r["dispute"] == PATHS[0])
    assert row["turns_first"] and row["turns_second"] and row["only_this"] == pytest.approx(0.5)
    assert "alone, turns the verdict" in said(answer)


def test_what_is_set_and_not_read_is_said(monkeypatch, europe):
    toy(monkeypatch, lambda a, *_: a / 1e3)
    pair = [holding(europe, p, x) for p, x in (("us", LOW), ("russia", HIGH))]
    extra = ("interceptors.gbi-2.number", "20")
    answer = why(europe, *(replace(p, sets=(*p.sets, extra)) for p in pair))
    assert "“Toy” does not depend on this, so that it is without effect" in said(answer)
    assert extra[0] not in said(answer)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda d: why(d, "us"), PositionError, ["two positions or more", "--position us"]),
        (
            lambda d: ask("divergence", ["us", "russia"], d, of="contested"),
            OptionError,
            ["that is an analysis", "questions:", "icbm-reach"],
        ),
        (
            lambda d: ask("divergence", ["us", "russia"], d, of="icbm-rech"),
            QuestionError,
            ["did you mean icbm-reach"],
        ),
        (
            lambda d: ask("divergence", ["us", "russia"], d, **{"with": "sight=x"}),
            OptionError,
            ["icbm-reach has no option 'sight'", "did you mean site"],
        ),
        (
            lambda d: ask("divergence", ["us", "russia"], d, **{"with": "site"}),
            OptionError,
            ["cannot read 'site'", "key=value"],
        ),
        (
            lambda d: why(d, "us", "russia", test="wurth >= 1"),
            OptionError,
            ["no headline wurth", "did you mean worth"],
        ),
        (lambda d: why(d, "us", "russia", test="worth is big"), OptionError, ["not a test"]),
        (lambda d: why(d, "us", "russia", over="commit.boost_cue"), OptionError, ["no number"]),
        (
            lambda d: why(d, "us", "russia", over="engagement.max_flihgt"),
            PositionError,
            ["did you mean engagement.max_flight"],
        ),
        (
            lambda d: why(d, "us", "russia", over="engagement.assessment_time"),
            OptionError,
            ["nothing to move it over"],
        ),
        (lambda d: why(d, "us", "russia", samples="1"), OptionError, ["2 or more"]),
    ],
)
def test_bad_input_says_what_is_right(monkeypatch, europe, call, error, words):
    toy(monkeypatch, lambda a, *_: a / 1e3)
    with pytest.raises(error) as caught:
        call(europe)
    for word in words:
        assert word in str(caught.value)


def test_run_leaves_out_what_compares_where_there_is_one_position(monkeypatch, europe):
    import twoplustwo.analysis.suite as play

    asked = []
    monkeypatch.setattr(
        play, "ask", lambda name, *_, **options: asked.append((name, options)) or []
    )
    monkeypatch.setattr(play, "with_ranges", lambda answers, *_, **__: answers)
    list(play.run_suite(europe, [Position("us")]))
    assert "icbm-reach" in dict(asked) and "divergence" not in dict(asked)
    list(play.run_suite(europe))
    about = [options["of"] for name, options in asked if name == "divergence"]
    assert about == ["icbm-reach", "defended-footprint"]


def test_a_mixture_holds_what_the_same_position_written_out_holds(europe):
    for one, two in (("us", "russia"), ("independent", "us")):
        ours, theirs = resolve(europe, Position(one)), resolve(europe, Position(two))
        players = [d for d in disputes(ours, theirs, europe) if d.id in europe.disputes]
        assert [d.id for d in players] == [
            d.id for d in disputes(theirs, ours, europe) if d.id in europe.disputes
        ]
        for number in range(2 ** len(players)):
            some = [d for i, d in enumerate(players) if number >> i & 1]
            text = "+".join([one, *(f"{two}:{d.id}" for d in some)])
            written = resolve(europe, parse_position(text, europe))
            swapped = mixture(ours, theirs, some)
            paths = [p for p in written.values if europe.kind_of(p).computed]
            assert {p: swapped.values[p].value for p in paths} == {
                p: written.values[p].value for p in paths
            }


def test_what_makes_no_sense_apart_moves_together(europe):
    speed, reading = "interceptors.gbi-2.burnout_speed", "interceptors.gbi-2.speed_reading"
    one = resolve(europe, parse_position("us", europe))
    two = resolve(europe, parse_position(f"us+set:{speed}=8 km/s+set:{reading}=energy", europe))
    (only,) = disputes(one, two, europe)
    assert only.id == "burnout-speed" and only.paths == (speed, reading)
    gone = replace(
        one,
        removed=frozenset({"radars.emr"}),
        values={p: v for p, v in one.values.items() if not p.startswith("radars.emr.")},
        masks={"radars.forward.boresight": ((0.0, 1.0),)},
    )
    found = {d.id: d for d in disputes(one, gone, europe)}
    assert set(found) == {"radar-target", "radars.forward.boresight"}
    assert found["radar-target"].things == ("radars.emr",)
    assert "radars.emr.dwell" in found["radar-target"].paths
    back = mixture(one, gone, found.values())
    assert (back.masks, back.removed) == (gone.masks, gone.removed)
    computed = {p for p in one.values if europe.kind_of(p).computed}
    assert computed & {*back.values} == computed & {*gone.values}
    again = mixture(gone, one, found.values())
    assert (again.removed, again.masks) == (one.removed, one.masks)
    assert {p: again.values[p] for p in computed} == {p: one.values[p] for p in computed}


def test_why_reach_differs_between_two_parties(europe):
    """The engine itself: shares of the share and of a margin sum to the differences."""
    (answer,) = ask("divergence", ["russia", "us"], europe, test="share_reachable >= 2")
    pairs = {r["headline"]: r for r in answer.table("pairs").records()}
    ends = run("icbm-reach", ["russia", "us"], europe)
    first, second = (one.headline.value for one in ends)
    assert pairs["share_reachable"]["difference"] == second - first
    assert sum(shares(answer).values()) == pytest.approx(second - first, abs=1e-9)
    margin = [
        r["share"] for r in answer.table("others").records() if r["headline"] == "best_margin_s"
    ]
    assert sum(margin) == pytest.approx(pairs["best_margin_s"]["difference"], abs=1e-6)
    assert {"burnout-speed", "launch-delay"} <= set(shares(answer))
    assert {c["id"] for c in answer.citations} >= {"spacenews-2007"}
    assert "United States" in said(answer) and "США" in said(answer, "ru")
    # in dispute, and nobody's number: said so, and of what the question reads only
    (unsaid,) = (h for h in answer.headlines if h.column == "unsaid")
    assert "How long may the interceptor fly?" in unsaid.sentence["en"]
    assert "neither of whom has said a number" in unsaid.sentence["en"]
    assert "встреча вдогонку" in unsaid.sentence["ru"] and unsaid.value == 3.0
    assert "hit?" not in unsaid.sentence["en"]  # not read by this question
    effect = {r["dispute"]: r for r in answer.rows.records()}
    assert effect["slow-chase"]["effect"] == "alike" and effect["slow-chase"]["share"] == 0.0
