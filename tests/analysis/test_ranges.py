"""Ranges say whose intervals they span; the numbers named as movers do what the sentence says."""

from collections import Counter

import pytest

from twoplustwo.analysis.ranges.mover_steps import Step
from twoplustwo.analysis.ranges.movers import _mover
from twoplustwo.analysis.ranges.ranges import with_ranges
from twoplustwo.base.criterion import Criterion as Predicate
from twoplustwo.dossier.attribution import attribution
from twoplustwo.dossier.display_names import name_of, numbers_of
from twoplustwo.positions.position import parse_position
from twoplustwo.runs.ask import ask
from twoplustwo.search.draws import open_claims


@pytest.fixture(scope="module", params=["icbm-reach", "raid", "threat-timeline"])
def answers(request, europe):
    parties = sorted(europe.parties)
    return with_ranges(ask(request.param, parties, europe), europe)


def test_the_range_holds_the_value_and_says_whose_it_is(answers, europe):
    for one in answers:
        claims = open_claims(one)
        by, most = Counter(claim.ends_by or claim.by for claim in claims).most_common(1)[0]
        name = {"en": numbers_of(europe, by)["en"], "ru": name_of(europe, by)["ru"]}
        assert one.headline.low <= one.headline.value <= one.headline.high
        assert (
            f"{most} of {len(claims)} of these intervals are by {name['en']}"
            in (one.headline.spans["en"])
        )
        assert f"{most} из {len(claims)} этих интервалов: {name['ru']}" in one.headline.spans["ru"]


def test_movers_are_asked_back(answers, europe):
    for one in answers:
        assert one.rests is not None
        for mover in one.rests.movers:
            if mover.party:
                text = f"{one.position}+{mover.party}:{mover.parameter}"
            else:
                known = europe.disputes.get(mover.parameter)
                path = next(iter(known.parameters)) if known else mover.parameter
                value = mover.to["en"].replace("°", "deg").replace("−", "-")
                text = f"{one.position}+set:{path}={value}"
            (again,) = ask(one.question, [text], europe)
            assert again.headline.value == pytest.approx(mover.value, rel=1e-9)
            if one.headline.test:
                now = Predicate.parse(one.headline.test).holds(again.headline.value)
                assert (now != one.headline.holds) == mover.turns
            assert mover.name["ru"] in one.rests.moves["ru"]
            assert mover.to["en"] in one.rests.moves["en"]


def test_who_turns_the_verdict_comes_first_then_who_moves_most(answers):
    for one in answers:
        sizes = [(m.turns, abs(m.value - one.headline.value)) for m in one.rests.movers]
        assert sizes == sorted(sizes, reverse=True)
        assert 0 < len(sizes) <= 3
        assert all(size > 0 for _, size in sizes)


def test_a_value_that_somebody_else_gave_carries_both_names(answers, europe):
    for one in answers:
        owner = {path: d.id for d in europe.disputes.values() for path in d.parameters}
        given = {
            a.best_by
            for a in one.assumptions
            if a.best_by
            for mover in one.rests.movers
            if mover.parameter in (a.parameter, owner.get(a.parameter))
        }
        for who in (europe.speakers[each].name for each in given):
            assert f"value by {who['en']}" in one.rests.moves["en"]
            assert f"само значение: {who['ru']}" in one.rests.moves["ru"]
        if one.question == "icbm-reach" and one.position.startswith("us"):
            assert given == {"postol"}


def test_where_nothing_moves_it_that_is_said(europe):
    (one,) = with_ranges(ask("range-classes", ["us"], europe), europe)
    assert one.rests.movers == ()
    assert one.rests.moves["en"].startswith("No single number")


def test_a_setting_is_no_longer_open(europe):
    text = "us+set:interceptors.gbi-2.burnout_speed=6.3 km/s"
    plain, fixed = (
        with_ranges(ask("icbm-reach", [one], europe), europe)[0] for one in ("us", text)
    )
    assert fixed.headline.low >= plain.headline.low
    assert fixed.headline.high < plain.headline.high
    assert "burnout-speed" in {m.parameter for m in plain.rests.movers}
    assert "burnout-speed" not in {m.parameter for m in fixed.rests.movers}


def test_ends_that_the_compilers_gave_are_counted_as_theirs(answers):
    for one in answers:
        if one.question == "icbm-reach" and one.position.startswith("us"):
            n = len(open_claims(one))
            assert f"{n} of {n} of these intervals are by the compilers" in one.headline.spans["en"]


def test_who_gave_the_ends_is_named_beside_the_speaker(europe):
    said = {lang: attribution(europe, lang, "mda", "postol", "compilers") for lang in ("en", "ru")}
    assert "US Missile Defense Agency, value by T. Postol, ends of the interval by" in said["en"]
    assert "само значение: Т. Постол, концы интервала: составители" in said["ru"]
    assert attribution(europe, "en", "mda") == "US Missile Defense Agency"


def test_one_interval_is_told_in_the_singular(monkeypatch, europe):
    from twoplustwo.analysis.ranges import ranges

    (answer,) = ask("raid", ["us"], europe)
    (first, *_) = answer.assumptions
    monkeypatch.setattr(ranges, "open_claims", lambda _: [first])
    spans = ranges._spans(answer, europe)
    assert spans["en"].startswith("over the ends of the one interval held, which is by ")
    assert spans["ru"].startswith("по концам единственного принятого интервала: ")


def test_a_middle_of_an_interval_is_not_told_as_a_value_that_was_said(europe):
    """The time of a decision is claimed as 15 to 30 s: nobody said 22.5."""
    (one,) = ask("icbm-reach", ["us"], europe)
    held = {a.parameter: a for a in one.assumptions}
    for path, endings in (
        ("commit.decision_time", (", the middle of an interval", ", середина интервала")),
        ("engagement.min_closing", (" km/s", " км/с")),
    ):
        step = Step(path, (held[path],), {"en": "", "ru": ""}, "", parse_position("us", europe))
        told = _mover(step, 0.5, False, europe).held
        assert told["en"].endswith(endings[0]) and told["ru"].endswith(endings[1]), path
