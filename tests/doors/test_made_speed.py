"""``check --fly``: speeds that the burn time held does not make; and stacks that nobody printed."""

from dataclasses import replace

import pytest

from twoplustwo.analysis.ask import ask
from twoplustwo.engagement.stack import PAYLOADS_KG
from twoplustwo.runs.made_speed import speeds_not_made

BURN = "interceptors.gbi-2.burn_time"
SPEED = "interceptors.gbi-2.burnout_speed"


def burning(dossier, seconds):
    """The dossier with another burn time of its interceptor."""
    changed = tuple(
        replace(c, value=replace(c.value, si=seconds, low=seconds, best=seconds, high=seconds))
        for c in dossier.parameters[BURN]
    )
    return replace(dossier, parameters={**dossier.parameters, BURN: changed})


def test_a_speed_that_the_burn_does_not_make_is_told_with_its_line(europe):
    assert speeds_not_made(europe) == []
    assert speeds_not_made(burning(europe, 16.0)) == []
    found = speeds_not_made(burning(europe, 400.0))
    assert found
    assert all(one.warning for one in found)
    first = str(found[0])
    assert "no equivalent of gbi-2 makes the held speed of " in first
    assert "in the held burn time of 400 s, which makes no speed at all" in first
    assert "interceptors/gbi-2.yaml:" in first
    assert "claim a speed that the burn makes" in first


def test_an_interceptor_without_a_public_stack_has_no_payload_to_tell(europe):
    stack = "interceptors.gbi-2.public_stack"
    kept = {p: said for p, said in europe.parameters.items() if p != stack}
    (answer,) = ask("must-be-true", sorted(europe.parties), replace(europe, parameters=kept))
    assert len(answer.rows) == 0
    said = answer.headline.sentence
    assert said["en"].startswith("Nothing to compare of ")
    assert "no party here holds both a speed at burnout and a public stack" in said["en"]
    assert "сравнивать нечего" in said["ru"]


def test_a_speed_that_no_payload_makes_says_why(europe):
    """The same stack, its claimed speed beyond either end of the payloads that are flown."""
    positions = ["us", f"us+set:{SPEED}=2 km/s", f"us+set:{SPEED}=11 km/s"]
    (answer,) = ask("must-be-true", positions, europe)
    found = {
        row["speed_m_s"]: (row["outcome"], row["payload_kg"])
        for row in answer.rows.records()
        if (row["end"], row["reading"]) == ("value", "burnout")
    }
    assert found[2_000.0] == ("slower than with the greatest payload looked at", None)
    assert found[11_000.0] == ("faster than with the least payload looked at", None)
    (own,) = [payload for outcome, payload in found.values() if outcome == "a payload fits"]
    assert own > 0.0
    said = answer.headline.sentence["en"]
    assert "– (11.0 km/s: faster than with the least payload looked at, 30 kg)" in said
    assert "– (2.0 km/s: slower than with the greatest payload looked at, 6,000 kg)" in said
    assert (PAYLOADS_KG[0], PAYLOADS_KG[-1]) == pytest.approx((30.0, 6_000.0), rel=1e-12)
    assert "медленнее, чем с наибольшей" in answer.headline.sentence["ru"]


def test_what_must_be_true_of_a_speed_that_nothing_makes(europe):
    (answer,) = ask("must-be-true", ["us"], burning(europe, 400.0))
    for row in answer.rows.records():
        assert row["burnout_speed_m_s"] is None
