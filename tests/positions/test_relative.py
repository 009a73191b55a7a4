"""A change where a value belongs is refused, with what is held and what to write instead."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.errors import PositionError
from twoplustwo.dossier import load
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import resolve

GOOD = load(Path(__file__).parents[1] / "bad_dossiers" / "good")
BURN, SHOT = "interceptors.dart.burn_time", "interceptors.dart.single_shot_probability"
PLACE = "bases.hill.location"

REFUSED = [
    (
        f"{BURN}=+20 s",
        [
            "'+20 s' could mean 20 s more than is held, or 20 s in all",
            "held: east, west 95 s",
            f"write {BURN}=VALUE, the same for every position asked: 115 s for east, west; "
            "20 s in all",
        ],
    ),
    (
        f"{BURN}=-20 s",
        ["'-20 s' could mean 20 s less than is held", "75 s for east, west"],
    ),
    (
        f"{BURN}=+10 %",
        ["'+10 %' could mean 10 % more than is held", "104.5 s for east, west"],
    ),
    (
        f"{BURN}=−10%",  # the sign that people type in texts
        ["could mean 10% less than is held", "85.5 s for east, west"],
    ),
    (
        f"{SHOT}=+5 %",
        [
            "'+5 %' could mean 5 points more than is held, or 5 % of it more, or 5 % in all",
            "held: east 0.9; west 0.5",
            "0.95 or 0.945 for east; 0.55 or 0.525 for west; 5 % in all",
        ],
    ),
    (
        f"{SHOT}=+0.3",  # 1.2 cannot be, so it is not proposed
        ["held: east 0.9; west 0.5", "0.8 for west; 0.3 in all"],
    ),
    (
        "interceptors.dart.number=+3",
        [
            "'+3' could mean 3 more than is held, or 3 in all",
            "east 4; west 60",
            "7 for east; 63 for west; 3 in all",
        ],
    ),
    (
        "engagement.settle=+5 s",
        ["nobody holds anything of it", "the same for every position asked: 5 s in all"],
    ),
    (
        "missiles.heron.loft=+5 %",
        ["'+5 %' could mean 5 % more than is held", "held: east, west 0 deg", "0 deg for east"],
    ),
    (
        "missiles.heron.stages.2.burn_time=+5 s",
        ["could mean 5 s more than is held", "held: east, west 60 s", "65 s for east, west"],
    ),
]


@pytest.mark.parametrize(("text", "words"), REFUSED, ids=[text for text, _ in REFUSED])
def test_refused(text, words):
    for ask in (
        lambda: parse_position(f"east+set:{text}", GOOD),
        lambda: Position("east").with_sets([text], GOOD),
        lambda: resolve(replace(GOOD), Position("east").with_sets([text])),
    ):
        with pytest.raises(PositionError) as caught:
            ask()
        for word in words:
            assert word in str(caught.value), str(caught.value)
        assert f"(set {text})" in str(caught.value)


def test_what_is_held_on_the_day_of_the_position():
    """West spoke of its probability to nobody; of the number it had said 40 by the end of 2028."""
    with pytest.raises(PositionError, match="43 for west"):
        parse_position("west+set:interceptors.dart.number=+3@2028-12-31", GOOD)
    with pytest.raises(PositionError, match="63 for west"):
        parse_position("west+set:interceptors.dart.number=+3", GOOD)


@pytest.mark.parametrize(
    "text",
    [
        f"{PLACE}.latitude=-33 deg",
        f"{PLACE}.latitude=+5 deg",
        f"{PLACE}.longitude=−20 deg",
        "missiles.heron.loft=+2 deg",
        "missiles.heron.loft=-2 deg",
    ],
)
def test_a_sign_that_belongs_to_the_value_stays(text):
    position = parse_position(f"east+set:{text}", GOOD)
    assert (
        resolve(GOOD, position)
        .values[text.partition("=")[0].removesuffix(".latitude").removesuffix(".longitude")]
        .how
        == "set"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+20", r"'\+20' has no unit"),
        ("+20 km", "measures length, not time"),
        ("fast", "is not a quantity"),
        ("-5..9 s", "cannot be -5 s"),
    ],
)
def test_what_is_no_quantity_is_told_so(text, words):
    with pytest.raises(PositionError, match=words):
        parse_position(f"east+set:{BURN}={text}", GOOD)


@given(st.floats(0.5, 900.0), st.sampled_from(["s", "%", "min"]), st.sampled_from("+-−"))
def test_no_signed_duration_is_ever_taken(value, unit, sign):
    with pytest.raises(PositionError, match=r"could mean .* (more|less) than is held"):
        parse_position(f"east+set:{BURN}={sign}{value:.6f} {unit}", GOOD)
