"""Positions as text: what is read, one spelling each, what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.base.errors import PositionError
from twoplustwo.dossier import load
from twoplustwo.positions.position import Position, parse_position

GOOD = load(Path(__file__).parents[1] / "bad_dossiers" / "good")


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("east", Position("east")),
        (" east ", Position("east")),
        ("east+west:dart-speed", Position("east", (("west", "dart-speed"),))),
        ("east+slow-dart", Position("east", measures=("slow-dart",))),
        (
            "east+set:engagement.max_flight=700 s",
            Position("east", sets=(("engagement.max_flight", "700 s"),)),
        ),
        (
            "east+set:missiles.heron.loft=+2 deg+slow-dart",
            Position("east", (), ("slow-dart",), (("missiles.heron.loft", "+2 deg"),)),
        ),
        (
            "east+set:engagement.max_flight=7e+2s+promise",
            Position("east", (), ("promise",), (("engagement.max_flight", "7e+2s"),)),
        ),
        ("east@2029", Position("east", as_of="2029")),
        ("east+slow-dart@2029-02", Position("east", (), ("slow-dart",), (), "2029-02")),
        (
            "east+set:bases.hill.location.latitude=41 deg@2029-02-03",
            Position("east", (), (), (("bases.hill.location.latitude", "41 deg"),), "2029-02-03"),
        ),
        (
            "east+west:missiles.heron.payload",  # in no dispute: stands for itself
            Position("east", (("west", "missiles.heron.payload"),)),
        ),
    ],
)
def test_reads(text, position):
    assert parse_position(text, GOOD) == position
    assert parse_position(position.text, GOOD) == position
    assert str(position) == position.text


def test_one_spelling():
    one = parse_position("east+slow-dart+west:dart-speed@2029+promise", GOOD)
    assert one.text == "east@2029+west:dart-speed+slow-dart+promise"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["the position is empty", "a position is PARTY, then any of"]),
        ("wast", ["unknown party wast", "two-shores has east, west", "did you mean"]),
        ("east+wets:dart-speed", ["unknown party wets", "did you mean west?"]),
        ("east+west:dart-sped", ["unknown dispute dart-sped", "did you mean dart-speed?"]),
        ("east+west:", ["unknown dispute"]),
        (
            "east+west:interceptors.dart.number",
            ["unknown dispute", "it belongs to the dispute dart-number"],
        ),
        ("east+west:dart-speed+west:dart-speed", ["names the dispute dart-speed twice"]),
        ("east+slow-drat", ["unknown measure slow-drat", "did you mean slow-dart?"]),
        ("east+slow-dart+slow-dart", ["names the measure slow-dart twice"]),
        ("east+set:engagement.max_flight", ["sets nothing", "expected PATH=VALUE"]),
        (
            "east+set:engagement.max_fligt=9 s",
            ["no parameter engagement.max_fligt", "did you mean engagement.max_flight?"],
        ),
        ("east+set:engagement.max_flight=9 km", ["measures length, not time"]),
        ("east+set:engagement.max_flight=1 s", ["cannot be 1 s", "expected 30..7200 s"]),
        ("east+set:engagement.max_flight=none", ["'none' is not a quantity"]),
        (
            "east+set:bases.hill.location=9",
            ["cannot set bases.hill.location as a whole", "bases.hill.location.latitude"],
        ),
        (
            "east+set:bases.hill.location.latitude=95 deg",
            ["cannot be 95 deg", "expected -90..90 deg"],
        ),
        ("east+set:bases.hill.location.latitude=5..6 deg", ["is an interval"]),
        ("east+set:bases.hill.missile=herron", ["cannot be herron", "did you mean heron?"]),
        (
            "east+set:engagement.unstated_speed_reading=mean_path",
            ["expected one of burnout, energy"],
        ),
        (
            "east+set:nature.drag.table=x",
            ["cannot set nature.drag.table as a whole", "it is a table"],
        ),
        ("east+set:engagement.max_flight=700 s+set:engagement.max_flight=800 s", ["is set twice"]),
        ("east@yesterday", ["'yesterday' is no date", "such as 2007, 2007-09"]),
        ("east@2029-02-30", ["'2029-02-30' is no date"]),
        ("east@2029+slow-dart@2028", ["two dates, 2029 and 2028"]),
    ],
)
def test_refuses(text, words):
    with pytest.raises(PositionError) as caught:
        parse_position(text, GOOD)
    for word in words:
        assert word in str(caught.value), str(caught.value)


@given(st.text(alphabet="eastw+:@=.-029 sdrt\n\0", max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        position = parse_position(text, GOOD)
    except PositionError as error:
        assert error.what
    else:
        assert parse_position(position.text, GOOD) == position


def test_with_sets():
    east = Position("east")
    assert east.with_sets(["a.b=1", "c.d = 2 s"]).sets == (("a.b", "1"), ("c.d", "2 s"))
    with pytest.raises(PositionError, match="set twice"):
        east.with_sets(["a.b=1", "a.b=2"])
    with pytest.raises(PositionError, match="sets nothing"):
        east.with_sets(["a.b"])
    with pytest.raises(PositionError, match=r"no parameter a\.b"):
        east.with_sets(["a.b=1"], GOOD)
    assert east.with_measures(["promise"], GOOD).measures == ("promise",)
    with pytest.raises(PositionError, match="unknown measure"):
        east.with_measures(["prmise"], GOOD)
