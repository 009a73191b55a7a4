"""Ranges say whose intervals they span; the numbers named as movers do what the sentence says."""

from collections import Counter

import pytest

from twoplustwo.analysis.ranges import with_ranges
from twoplustwo.analysis.sensitivity.draws import open_claims
from twoplustwo.analysis.whose import whose
from twoplustwo.base.predicate import Test as Predicate
from twoplustwo.dossier.named import name_of, numbers_of
from twoplustwo.runs.ask import ask


@pytest.fixture(scope="module", params=["icbm-reach", "raid", "threat-timeline"])
def answers(request, europe_2007):
    parties = sorted(europe_2007.parties)
    return with_ranges(ask(request.param, parties, europe_2007), europe_2007)


def test_the_range_holds_the_value_and_says_whose_it_is(answers, europe_2007):
    for one in answers:
        claims = open_claims(one)
        by, most = Counter(claim.ends_by or claim.by for claim in claims).most_common(1)[0]
        name = {"en": numbers_of(europe_2007, by)["en"], "ru": name_of(europe_2007, by)["ru"]}
        assert one.headline.low <= one.headline.value <= one.headline.high
        assert (
            f"{most} of {len(claims)} of these intervals are by {name['en']}"
            in (one.headline.spans["en"])
        )
        assert f"{most} из {len(claims)} этих интервалов: {name['ru']}" in one.headline.spans["ru"]


def test_movers_are_asked_back(answers, europe_2007):
    for one in answers:
        assert one.rests is not None
        for mover in one.rests.movers:
            if mover.party:
                text = f"{one.position}+{mover.party}:{mover.parameter}"
            else:
                known = europe_2007.disputes.get(mover.parameter)
                path = next(iter(known.parameters)) if known else mover.parameter
                value = mover.to["en"].replace("°", "deg").replace("−", "-")
                text = f"{one.position}+set:{path}={value}"
            (again,) = ask(one.question, [text], europe_2007)
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


def test_a_value_that_somebody_else_gave_carries_both_names(answers, europe_2007):
    for one in answers:
        owner = {path: d.id for d in europe_2007.disputes.values() for path in d.parameters}
        given = {a.best_by for a in one.assumptions if a.best_by for mover in one.rests.movers
                 if mover.parameter in (a.parameter, owner.get(a.parameter))}  # fmt: skip
        for who in (europe_2007.speakers[each].name for each in given):
            assert f"value by {who['en']}" in one.rests.moves["en"]
            assert f"само значение: {who['ru']}" in one.rests.moves["ru"]
        if one.question == "icbm-reach" and one.position.startswith("us"):
            assert given == {"postol"}


def test_where_nothing_moves_it_that_is_said(europe_2007):
    (one,) = with_ranges(ask("range-classes", ["us"], europe_2007), europe_2007)
    assert one.rests.movers == ()
    assert one.rests.moves["en"].startswith("No single number")


def test_a_setting_is_no_longer_open(europe_2007):
    text = "us+set:interceptors.gbi-2.burnout_speed=6.3 km/s"
    plain, fixed = (
        with_ranges(ask("icbm-reach", [one], europe_2007), europe_2007)[0] for one in ("us", text)
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


def test_who_gave_the_ends_is_named_beside_the_speaker(europe_2007):
    said = {lang: whose(europe_2007, lang, "mda", "postol", "compilers") for lang in ("en", "ru")}
    assert "US Missile Defense Agency, value by T. Postol, ends of the interval by" in said["en"]
    assert "само значение: Т. Постол, концы интервала: составители" in said["ru"]
    assert whose(europe_2007, "en", "mda") == "US Missile Defense Agency"
