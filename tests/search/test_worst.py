"""Worst cases: labels that tell the truth, the same for every party, never better than a draw."""

import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twoplustwo.base.errors import OptionError, PositionError
from twoplustwo.base.seeds import generator
from twoplustwo.base.units import si_unit
from twoplustwo.dossier import load, locate
from twoplustwo.dossier.models import Action, Measure
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.ask import ask
from twoplustwo.runs.evaluate import Evaluation, Evaluator
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.search.worst import proof
from twoplustwo.search.worst.branch import limit
from twoplustwo.search.worst.evaluator import WorstCaseEvaluator
from twoplustwo.search.worst.find import worst, worsts
from twoplustwo.search.worst.search import BRIEF, CORNERS, EFFORTS, QUICK, THOROUGH, search
from twoplustwo.search.worst.spans import Number, Span

from ..analysis.parties import with_parties

REACH, SHARE, MARGIN = "icbm-reach", "share_reachable", "best_margin_s"
SPEED, READING = "interceptors.gbi-2.burnout_speed", "interceptors.gbi-2.speed_reading"
FLIGHT, KEEP = "engagement.max_flight", "engagement.keep_out"
BURN, LOFT = "interceptors.gbi-2.burn_time", "missiles.ss-25.loft"
DELAY, CUE, EMR = "commit.icbm_delay", "commit.boost_cue", "radars.emr.reach"


@pytest.fixture(autouse=True)
def bound(monkeypatch):
    """The search is tested here; what its guarantees are bound to, in `test_proof`."""
    monkeypatch.setattr(proof, "holds", lambda *_: True)


class Toy(WorstCaseEvaluator):
    """A made-up question: a function of held values in place of the engine."""

    def __init__(self, question, dossier, function, paths):
        super().__init__(question, dossier)
        self.function, self.paths = function, paths

    def at(self, positions, label=""):
        for one in positions:
            if one not in self.known:
                held = resolve(self.dossier, one)
                said = {p: held.get(p) for p in self.paths}
                found = self.function({p: None if v is None else v.value for p, v in said.items()})
                known = {SHARE: found, MARGIN: found} if isinstance(found, float) else {}
                missing = "" if known else found
                self.known[one] = Evaluation(known, missing, frozenset(self.paths))
        return [self.known[p] for p in positions]


def toy(dossier, function, paths, text="us", most=True, effort=QUICK):
    return search(
        Toy(REACH, dossier, function, paths), parse_position(text, dossier), SHARE, most, effort
    )


def rising(held):
    """Grows as the card declares: faster and longer is more, a higher floor is less."""
    return held[SPEED] / 1e5 + held[FLIGHT] / 1e5 - held[KEEP] / 1e8


def test_a_monotone_question_is_exact_at_its_corners(europe):
    found = toy(europe, rising, (SPEED, FLIGHT, KEEP))
    assert found.label == "exact" and found.bound == 0.0 and found.open == ()
    assert found.value == pytest.approx(8300 / 1e5 + 1500 / 1e5 - 1e5 / 1e8, rel=1e-12)
    least = toy(europe, rising, (SPEED, FLIGHT, KEEP), most=False)
    assert least.label == "exact"
    assert least.value == pytest.approx(6000 / 1e5 + 600 / 1e5 - 2e5 / 1e8, rel=1e-12)


@pytest.mark.parametrize("effort", EFFORTS)
def test_what_is_not_monotone_is_never_called_exact(europe, effort):
    """The peak lies between the ends, where no corner looks."""

    def peak(held):
        return 0.5 - abs(held[BURN] - 147.0) / 1e3

    found = toy(europe, peak, (SPEED, BURN), effort=effort)
    assert found.label == "searched" and found.bound is None and found.open == (BURN,)
    assert found.shown == "searched, no guarantee" and found.limit is None
    if effort == THOROUGH:
        assert found.value == pytest.approx(0.5, abs=1e-3)
    if effort == CORNERS:
        assert found.evaluations <= 2


def test_at_its_natural_end_nothing_else_matters(europe):
    found = toy(europe, lambda held: 1.0 - 0.0 * held[BURN], (SPEED, BURN))
    assert found.label == "exact" and found.value == 1.0
    assert toy(europe, lambda held: 0.0 * held[BURN], (SPEED, BURN), most=False).label == "exact"


def test_lofts_are_searched_missile_by_missile(europe):
    """Each missile has another best loft: no common one is as bad as all three."""
    lofts = tuple(f"missiles.{m}.loft" for m in ("ss-18", "ss-19", "ss-25"))

    def parts(held):
        a, b, c = (math.degrees(held[p]) for p in lofts)
        return (30.0 + a - b + (5.0 - abs(c))) / 100.0

    found = toy(europe, parts, lofts)
    assert found.value == pytest.approx(0.45, rel=1e-9)
    assert dict(found.moved) == {"missiles.ss-18.loft": "5 deg", "missiles.ss-19.loft": "-5 deg"}


def test_names_and_blocks_are_enumerated_whole(europe):
    def odd(held):
        reach = held[EMR]
        here = {770e3: 0.1, 750e3: 0.3}[reach["range"]]  # KeyError for any mixture
        return here + (0.2 if held[DELAY] is None else 0.0)

    found = toy(europe, odd, (EMR, DELAY, CUE), text="russia")
    assert found.label == "exact" and found.value == pytest.approx(0.5, rel=1e-12)


def test_a_speed_keeps_the_reading_of_its_claim(europe):
    """A claim that states its reading is never read otherwise."""

    def with_reading(dossier, reading):
        said = dossier.parameters[SPEED]
        mine = tuple(replace(c, reading=reading) if c.id == "postol-2007" else c for c in said)
        return replace(dossier, parameters=dossier.parameters | {SPEED: mine})

    def seen(held):
        pairs.add((held[SPEED], held[READING]))
        return 0.5

    pairs = set()
    toy(with_reading(europe, "energy"), seen, (SPEED, READING), text="independent")
    assert (8300.0, "energy") in pairs and (8300.0, "burnout") not in pairs
    assert (6500.0, "burnout") in pairs and (6500.0, "energy") not in pairs


def test_measures_clamp_what_is_claimed_and_settings_stay(europe):
    speed_only = lambda held: held[SPEED] / 1e5  # noqa: E731
    assert toy(europe, speed_only, (SPEED,), "us+speed-cap-5").value == pytest.approx(
        0.05, rel=1e-9
    )
    fixed = toy(europe, speed_only, (SPEED,), f"us+set:{SPEED}=7 km/s")
    assert fixed.value == pytest.approx(0.07, rel=1e-9) and fixed.moved == ()


def test_a_number_that_a_measure_fixes_is_not_open(europe):
    measure = Measure(
        "same-burn", {"en": "x"}, "speed", "compilers", "assumed", (Action(BURN, "set", "130 s"),)
    )
    there = replace(europe, measures=europe.measures | {"same-burn": measure})
    burn_only = lambda held: held[BURN] / 1e4  # noqa: E731
    assert toy(there, burn_only, (BURN,)).label == "searched"
    found = toy(there, burn_only, (BURN,), "us+same-burn")
    assert found.label == "exact" and found.value == pytest.approx(0.013, rel=1e-9)


def test_a_combination_without_an_answer_takes_the_guarantee(europe):
    def partly(held):
        return "nothing of the kind" if held[DELAY] is None else 0.5

    found = toy(europe, partly, (DELAY,))
    assert found.value == 0.5 and found.label == "searched"
    never = toy(europe, lambda _: "no claim of x", (DELAY,))
    assert never.label == "not_answerable" and never.value is None and never.attained is None
    assert never.missing == "no claim of x" and never.shown == "not answerable"


@settings(max_examples=20)
@given(
    st.sampled_from(["us", "russia", "independent"]),
    st.lists(st.floats(5.0, 8.5), min_size=1, max_size=3),
)
def test_more_caps_never_raise_the_most(party, caps):
    """However many caps are laid on one another, and whoever's position it is."""
    europe = _europe()
    named = {
        f"cap-{i}": Measure(
            f"cap-{i}",
            {"en": "x"},
            "speed",
            "compilers",
            "assumed",
            (Action(SPEED, "at_most", f"{v!r} km/s"),),
        )
        for i, v in enumerate(caps)
    }
    there = replace(europe, measures=europe.measures | named)
    found = [
        toy(there, rising, (SPEED, FLIGHT, KEEP), "+".join([party, *list(named)[:n]])).value
        for n in range(len(caps) + 1)
    ]
    assert found == sorted(found, reverse=True)


def test_branch_and_bound_never_falls_below_the_truth():
    """Known maxima of |slope| <= 1; the limit is above and comes near (Shubert 1972)."""
    span = Span("x", (Number("x", 0.0, 1.0, 0.5, "1"),))
    for function, top in (
        (lambda x: -abs(x - 0.123), 0.0),
        (lambda x: x, 1.0),
        (lambda x: 0.3 * math.sin(3.0 * x), 0.3),
    ):
        last = math.inf
        for budget in (0, 4, 40, 120):
            found = limit(
                lambda asked, f=function: [f(s["x"]) for _, s in asked],
                [[span]],
                [[1.0]],
                [(0.5,)],
                lambda *_: False,
                budget,
            )
            assert top - 1e-12 <= found <= last + 1e-12
            last = found
        assert last == pytest.approx(top, abs=0.03)


def test_a_gap_in_the_function_is_never_bounded():
    span = Span("x", (Number("x", 0.0, 1.0, 0.5, "1"),))
    found = limit(
        lambda asked: [math.nan for _ in asked], [[span]], [[1.0]], [(0.5,)], lambda *_: False, 10
    )
    assert found == math.inf


def test_the_worst_reach_is_the_same_for_every_party_and_any_name_of_it(europe, parties):
    found = [worst(REACH, Position(p), europe, effort=CORNERS) for p in parties]
    assert {(one.value, one.label, one.bound) for one in found} == {(1.0, "exact", 0.0)}
    swapped = with_parties(europe, {"us": "zz", "russia": "us", "zz": "russia"})
    for party in sorted(swapped.parties):
        other = worst(REACH, Position(party), swapped, effort=CORNERS)
        assert (other.value, other.label) == (1.0, "exact")


def test_what_attains_it_can_be_asked_and_says_the_same(europe):
    """The position's own text, as a reader would put it after -p."""
    for text in ("us", "russia+speed-cap-5", "independent+site-turkey"):
        ((found,),) = worsts(
            REACH, [parse_position(text, europe)], europe, [(SHARE, True)], CORNERS
        )
        (again,) = ask(REACH, [found.attained.text], europe)
        assert again.headline.value == found.value
        assert again.position == found.attained.text


def test_without_interceptors_nothing_else_matters(europe):
    share, margin = worsts(
        REACH,
        [parse_position("us+no-shield", europe)],
        europe,
        [(SHARE, True), (MARGIN, True)],
        CORNERS,
    )[0]
    assert (share.value, share.label) == (0.0, "exact")
    assert margin.value is None and margin.label == "exact"


def test_a_cap_of_three_is_bounded_and_one_of_five_is_not(europe):
    """No loft or burn time saves the margin of -390 s; -35 s says nothing yet."""
    three, five = (
        worst(REACH, parse_position(f"us+{cap}", europe), europe, effort=CORNERS)
        for cap in ("speed-cap-3", "speed-cap-5")
    )
    assert (three.value, three.label, three.bound, three.limit) == (0.0, "bounded", 0.0, 0.0)
    assert (five.value, five.label, five.bound) == (0.0, "searched", None)
    assert "missiles.*.loft" in five.open


def test_bad_input_is_named(europe):
    us = parse_position("us", europe)
    with pytest.raises(OptionError, match="no effort 'quik'") as error:
        worst(REACH, us, europe, effort="quik")
    assert "quick" in error.value.fix
    with pytest.raises(OptionError, match="icbm-reach has no headline 'share'"):
        worst(REACH, us, europe, column="share", effort=CORNERS)
    with pytest.raises(PositionError):
        parse_position("us+freeze-2+no-such", europe)


@cache
def _europe():
    """The dossier for tests that hypothesis calls."""
    return load(locate("europe-2007"))


def drawn(dossier, read, count, levels, seed):
    """SI values at random among claims: names of one claim, numbers within its ends."""
    rng = generator(seed)
    day = parse_position("us", dossier).day(dossier)
    made = [{} for _ in range(count)]
    for path in sorted(read):
        said, kind = counting_claims(dossier, path, day), dossier.kind_of(path)
        choices = [*said, None] if path == DELAY else said
        shares = (
            rng.random(count) if levels is None else rng.integers(levels, size=count) / (levels - 1)
        )
        for one, share, pick in zip(
            made, shares, rng.integers(len(choices), size=count), strict=True
        ):
            claim = choices[pick]
            if claim is None:
                one[path] = None
            elif kind.type == "number":
                low, high = claim.value.low, claim.value.high
                one[path] = float(low + share * (high - low))
            else:
                one[path] = claim.value.si
    return made


def settings_of(dossier, values_si):
    """The same as settings of a position."""

    def text(path, value):
        if value is None or isinstance(value, str):
            return value or "none"
        unit = si_unit(dossier.kind_of(path).unit)
        return f"{value!r} {'' if unit == '1' else unit}".strip()

    return tuple((path, text(path, value)) for path, value in sorted(values_si.items()))


def test_no_draw_is_worse_for_a_closed_form(europe):
    """10,000 draws within all claims and intervals, both ways."""
    paths = (SPEED, FLIGHT, KEEP, DELAY, CUE, "engagement.kv_min", "commit.track_time")

    def closed(held):
        wait = held[DELAY]
        if wait is None:
            wait = held["commit.track_time"] + (100.0 if held[CUE] == "yes" else 300.0)
        return math.tanh(rising(held)) - wait / 1e4 - held["engagement.kv_min"] / 1e4

    found = [closed(one) for one in drawn(europe, paths, 10_000, None, 7)]
    most, least = (toy(europe, closed, paths, most=m) for m in (True, False))
    assert (most.label, least.label) == ("exact", "exact")
    assert max(found) <= most.value and least.value <= min(found)
    assert max(found) > least.value + 0.9 * (most.value - least.value)  # they come near


def test_no_draw_is_worse_for_a_raid(europe):
    """Draws within all claims and intervals of a question that the dossier answers."""
    question, column, us = "raid", "p_no_leaker", parse_position("us", europe)
    read = [
        p
        for p in Evaluator(question, europe).at([us])[0].read
        if europe.kind_of(p).type == "number" and counting_claims(europe, p, us.day(europe))
    ]
    positions = [
        Position("us", sets=settings_of(europe, one)) for one in drawn(europe, read, 60, None, 7)
    ]
    found = headline_values(question, positions, europe)[column]
    assert len(np.unique(found)) > 40
    most, least = (worst(question, us, europe, column, m) for m in (True, False))
    assert (most.label, least.label) == ("exact", "exact")
    assert found.max() <= most.value and least.value <= found.min()


def test_no_draw_is_worse_for_reach(europe):
    """10,000 draws among claims and both ends of each interval, flights as held, under a cap."""
    us = parse_position("us+speed-cap-5", europe)
    share, margin = worsts(REACH, [us], europe, [(SHARE, True), (MARGIN, True)], BRIEF)[0]
    assert share.label == "searched" and 0.0 < share.value < 0.1  # a counter-example
    read = (
        DELAY,
        CUE,
        "commit.remote",
        "commit.decision_time",
        "commit.track_time",
        SPEED,
        "engagement.max_flight",
        "engagement.min_closing",
        "engagement.kv_min",
        "warhead.radar_cross_section",
    )
    positions = dict.fromkeys(
        Position("us", measures=us.measures, sets=settings_of(europe, one))
        for one in drawn(europe, read, 10_000, 2, 11)
    )
    seen = headline_values(REACH, list(positions), europe)
    assert len(positions) > 1_000 and len(np.unique(seen[MARGIN])) > 10
    assert np.nanmax(seen[SHARE]) <= share.value
    assert np.nanmax(seen[MARGIN]) <= margin.value
