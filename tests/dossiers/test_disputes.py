"""What is disputed stands there with each side's value, and nobody is made to say another's."""

import pytest

from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import resolve

GBI = "interceptors.gbi-2"


def value(europe, key):
    path = key.partition("@")[0]
    return next(c for c in europe.parameters[path] if c.key == key).value


def speaks_for(europe, claim):
    return europe.speakers[claim.by].party


def test_speed_of_the_interceptor(europe):
    us = value(europe, f"{GBI}.burnout_speed@mda-2007")
    critic = value(europe, f"{GBI}.burnout_speed@postol-2007")
    assert (us.low, us.best, us.high) == pytest.approx((6000, 6300, 6500))
    assert (critic.low, critic.best, critic.high) == pytest.approx((7700, 8000, 8300))
    assert (us.point, critic.point) == ("best", "midpoint")
    for claim in europe.parameters[f"{GBI}.burnout_speed"]:
        assert claim.reading == "unstated"


def test_size_of_the_target(europe):
    path = "warhead.radar_cross_section"
    assert value(europe, f"{path}@mda-per-postol-2008").best == pytest.approx(1.0)
    assert value(europe, f"{path}@postol-2008").best == pytest.approx(0.01)
    assert all(speaks_for(europe, c) != "us" for c in europe.parameters[path])


def test_delay_burn_number_and_probability(europe):
    assert value(europe, "commit.icbm_delay@lewis-postol-2007").best == pytest.approx(250)
    assert value(europe, "commit.boost_cue@radar-first").si == "no"
    assert value(europe, "commit.boost_cue@lewis-postol-2007").si == "yes"
    assert value(europe, "missiles.ss-25.burn_time@aps-2003").best == pytest.approx(170)
    assert value(europe, "missiles.ss-25.burn_time@lewis-postol-2007").best == pytest.approx(175)
    assert value(europe, f"{GBI}.number@mda-2007").best == pytest.approx(10)
    assert value(europe, f"{GBI}.single_shot_probability@test-record").best == pytest.approx(0.44)
    assert value(europe, f"{GBI}.single_shot_probability@design-goal").best == pytest.approx(0.85)


def test_date_of_an_iranian_icbm(europe):
    path = "missiles.icbm-liquid.available"
    by_party = {}
    for claim in europe.parameters[path]:
        by_party.setdefault(speaks_for(europe, claim), []).append(claim)
    assert set(by_party) == {"us", "russia", "independent"}
    assert value(europe, f"{path}@nie-2009").high == pytest.approx(2020)
    assert value(europe, f"{path}@lavrov-2007").low == pytest.approx(2022)


def test_speeds_of_slides_are_compared_never_computed_with(europe):
    for path in (f"{GBI}.mean_path_speed", "missiles.ss-25.slide_speed"):
        assert europe.kind_of(path).computed is False
        assert {speaks_for(europe, c) for c in europe.parameters[path]} == {"us", "independent"}


def test_whoever_adopts_says_why(europe):
    keys = {c.key for held in europe.parameters.values() for c in held}
    assert set(europe.parties) == {"us", "russia", "independent"}
    for party in europe.parties.values():
        for adopted in party.adopts:
            assert adopted.claim in keys
            assert adopted.why or adopted.source


def test_russia_has_no_figure_of_its_own_for_the_speed(europe):
    for path in (f"{GBI}.burnout_speed", "commit.icbm_delay", "missiles.ss-25.burn_time"):
        assert all(speaks_for(europe, c) != "russia" for c in europe.parameters[path])
        assert any(a.claim.startswith(f"{path}@") for a in europe.parties["russia"].adopts)


def test_both_governments_signed_the_same_acceptance(europe):
    signed = "clinton-yeltsin-1997"
    us, russia = (
        [(str(a.test), a.question) for a in europe.parties[p].accepts if a.source == signed]
        for p in ("us", "russia")
    )
    assert us == russia == [("share_reachable <= 1 %", "icbm-reach")]


def test_what_a_party_accepts_has_a_source_or_none_is_stated(europe):
    for party in europe.parties.values():
        for one in party.accepts:
            assert one.source in europe.sources
            assert one.note, (party.id, one.test)
    assert europe.parties["independent"].accepts == ()


UNSAID = {
    "slow-chase": ("engagement.min_closing", "2.9 km/s", "10 km/s"),
    "interceptor-flight": ("engagement.max_flight", "600 s", "1500 s"),
    "decision-speed": ("commit.decision_time", "15 s", "120 s"),
}


@pytest.mark.parametrize("name", UNSAID)
def test_what_no_side_has_said_is_a_dispute_all_the_same(europe, name):
    """No party has a number of its own; the compilers' is held by all, and can be moved."""
    path, *settings = UNSAID[name]
    dispute = europe.disputes[name]
    assert dispute.parameters == (path,)
    (claim,) = europe.parameters[path]
    assert claim.by == "compilers" and claim.status == "assumed"
    for party in europe.parties:
        assert resolve(europe, Position(party)).values[path].how == "common"
    assert dispute.slider.low <= claim.value.low < claim.value.high <= dispute.slider.high
    for text in settings:
        si = resolve(europe, parse_position(f"us+set:{path}={text}", europe)).values[path].value
        assert dispute.slider.low <= si <= dispute.slider.high


@pytest.mark.parametrize("name", UNSAID)
def test_to_take_over_what_is_held_alike_changes_nothing(europe, name):
    own, swapped = (
        resolve(europe, parse_position(text, europe)) for text in ("us", f"us+russia:{name}")
    )
    assert {p: v.value for p, v in own.values.items()} == {
        p: v.value for p, v in swapped.values.items()
    }
    assert swapped.position.text == f"us+russia:{name}"


def test_a_test_closed_at_8_to_10_km_s_and_the_slider_gets_there(europe):
    slider = europe.disputes["slow-chase"].slider
    assert (slider.low, slider.high) == pytest.approx((0.0, 10_000.0))
