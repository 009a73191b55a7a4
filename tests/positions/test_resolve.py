"""What positions hold: swaps, settings, measures, readings, and why something is missing."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from twoplustwo.base.errors import DossierError, PositionError, TwoPlusTwoError
from twoplustwo.dossier import load
from twoplustwo.dossier.models import Action
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import MissingClaim, resolve
from twoplustwo.stages.inputs import Inputs, Missing

GOOD = load(Path(__file__).parents[1] / "bad_dossiers" / "good")
SPEED, NUMBER = "interceptors.dart.burnout_speed", "interceptors.dart.number"
READING, SHOT = "interceptors.dart.speed_reading", "interceptors.dart.single_shot_probability"


def held(text, dossier=GOOD):
    return resolve(dossier, parse_position(text, dossier))


def test_a_held_value_says_who_stands_behind_it():
    value = held("east")[SPEED]
    assert (value.value, value.low, value.high, value.unit) == (4500.0, 4100.0, 4700.0, "m/s")
    assert (value.shown, value.point, value.how, value.party) == ("4.5 km/s", "best", "own", "east")
    assert (value.by, value.claim) == ("east-office", f"{SPEED}@east-2028")
    assert (value.status, value.source) == ("read", "east-paper")
    assert (value.file, value.line) == ("good/interceptors/dart.yaml", 4)
    adopted = held("west")["interceptors.dart.burn_time"]
    assert (adopted.how, adopted.by, adopted.party) == ("adopted", "east-office", "west")
    assert adopted.adoption.why == "nothing of its own was printed"
    place = held("west")["bases.hill.location"]
    assert (place.low, place.high, place.unit) == (None, None, "")
    assert place.value["latitude"] == pytest.approx(math.radians(40))


def test_missing_says_why():
    with pytest.raises(MissingClaim) as caught:
        held("east")["engagement.settle"]
    error = caught.value
    assert isinstance(error, TwoPlusTwoError)
    assert (error.path, error.party) == ("engagement.settle", "east")
    assert "not answerable under east: no claim of engagement.settle" in str(error)
    assert "nobody claims anything about it" in str(error)
    assert "adopt one in parties/east.yaml, or set engagement.settle" in str(error)
    assert held("east").get("engagement.settle") is None
    assert "engagement.settle" not in held("east")
    late = held("west@2028")
    assert "west-2029 counts from 2029-02-28, stated 2029-02" in late.missing[SPEED]


def test_not_yet_said_is_another_reason_than_no_claim():
    late, now = held("west@2028"), held("west")
    assert late.not_yet[SPEED] == "2029-02"  # when it will be said, as written
    assert SPEED not in now.not_yet
    assert late.lacks(SPEED) == f"not yet said on 2028-12-31: {SPEED}"
    assert late.lacks(SPEED).words["ru"] == f"на 2028-12-31 ещё не сказано: {SPEED}"
    assert late.lacks("engagement.settle") == "no claim of engagement.settle"
    assert late.lacks("engagement.settle").words["ru"] == "нет утверждения о engagement.settle"
    with pytest.raises(MissingClaim, match=f"west@2028: not yet said on 2028-12-31: {SPEED}"):
        late[SPEED]
    # what is set is held, and what is taken from the other side is held as it is there
    assert SPEED not in held(f"west@2028+set:{SPEED}=5 km/s").not_yet
    assert SPEED in held("east+west:dart-speed@2028-12").not_yet
    assert SPEED not in held("west+east:dart-speed@2028-12").not_yet


def test_positions_that_lack_for_different_reasons_are_told_apart():
    """One asked before the day, one after whose claim is taken away: each hears its own reason."""
    gone = resolve(GOOD, Position("west", as_of="2028"))
    none = replace(gone, not_yet={})
    with pytest.raises(Missing) as first:
        Inputs([held("east"), gone, none]).values(SPEED)
    assert (first.value.what, first.value.positions) == (
        f"not yet said on 2028-12-31: {SPEED}",
        (1,),
    )
    with pytest.raises(Missing) as second:
        Inputs([held("east"), none]).numbers(SPEED)
    assert (second.value.what, second.value.positions) == (f"no claim of {SPEED}", (1,))


def test_whose_the_best_value_is():
    assert held("east")[SPEED].best_by == ""  # the speaker's own
    claim = replace(GOOD.parameters[SPEED][0], best_by="west-minister", best_source="west-speech")
    dossier = replace(GOOD, parameters={**GOOD.parameters, SPEED: (claim,)})
    mine = held("east", dossier)[SPEED]
    assert (mine.by, mine.point, mine.best_by, mine.best_source) == (
        "east-office",
        "best",
        "west-minister",
        "west-speech",
    )
    # nobody's best value any more, once it is set or a measure moves it
    for text in (f"east+set:{SPEED}=5 km/s", "east+slow-dart"):
        moved = held(text, dossier)[SPEED]
        assert (moved.point, moved.best_by, moved.best_source) == ("value", "", "")


def test_every_path_is_held_or_missing():
    for text in ("east", "west", "east+west:dart-speed+slow-dart", "west@2027"):
        found = held(text)
        assert set(found.values) | set(found.missing) == set(GOOD.paths())
        assert not set(found.values) & set(found.missing)


def test_nothing_to_choose_between_two_claims():
    parties = {**GOOD.parties, "west": replace(GOOD.parties["west"], chooses={})}
    dossier = replace(GOOD, parties=parties)
    with pytest.raises(DossierError) as caught:
        held("west", dossier)
    assert "west is left with 2 claims about interceptors.dart.number" in str(caught.value)
    assert caught.value.where.endswith("interceptors/dart.yaml:42")
    # what somebody sets, or takes from the other side, needs no choice
    assert held(f"west+set:{NUMBER}=7", dossier)[NUMBER].value == 7.0
    assert held("west+east:dart-number", dossier)[NUMBER].value == 4.0
    assert held("east", dossier)[NUMBER].value == 4.0


def test_two_claims_of_something_never_computed_with_stop_nothing():
    path = "interceptors.dart.mean_path_speed"
    claim = GOOD.parameters[SPEED][0]
    two = tuple(replace(claim, key=f"{path}@{x}", id=x, parameter=path) for x in ("a", "b"))
    dossier = replace(GOOD, parameters={**GOOD.parameters, path: two})
    assert "left with 2 claims" in held("east", dossier).missing[path]


def test_a_swap_takes_the_whole_dispute():
    mixed = held("east+west:dart-number")
    assert (mixed[NUMBER].value, mixed[NUMBER].party) == (60.0, "west")
    assert (mixed[SHOT].value, mixed[SHOT].how) == (0.5, "common")
    assert mixed[SPEED] == held("east")[SPEED]
    # what the other side does not hold is not held
    gone = held("east+west:dart-speed@2028-06")
    assert SPEED not in gone and "west" in gone.missing[SPEED]


def test_swapping_everything_is_the_other_party():
    swaps = tuple(("west", dispute) for dispute in GOOD.disputes)
    listed = {path for dispute in GOOD.disputes.values() for path in dispute.parameters}
    rest = tuple(("west", path) for path in GOOD.parameters if path not in listed)
    assert resolve(GOOD, Position("east", swaps + rest)).values == held("west").values


def test_set():
    found = held(f"east+set:{SPEED}=5km/s")[SPEED]
    assert (found.value, found.low, found.high) == (5000.0, 5000.0, 5000.0)
    assert (found.how, found.by, found.claim, found.shown) == ("set", "", None, "5 km/s")
    wide = held("east+set:engagement.max_flight=600..1000 s")["engagement.max_flight"]
    assert (wide.low, wide.value, wide.high, wide.point) == (600.0, 800.0, 1000.0, "midpoint")
    assert held("east+set:engagement.settle=9 s")["engagement.settle"].value == 9.0
    assert held(f"east+set:{SHOT}=70 %")[SHOT].value == 0.7
    assert held("east+set:bases.hill.missile=heron")["bases.hill.missile"].value == "heron"


def test_set_one_number_inside():
    before = held("east")
    after = held(
        "east+set:bases.hill.location.latitude=41 deg+set:missiles.heron.stages.2.burn_time=70 s"
    )
    place, stages = after["bases.hill.location"], after["missiles.heron.stages"]
    assert place.value["latitude"] == pytest.approx(math.radians(41))
    assert place.value["longitude"] == before["bases.hill.location"].value["longitude"]
    assert (place.how, place.shown[:15]) == ("set", "latitude 41 deg")
    assert [one["burn_time"] for one in stages.value] == [50.0, 70.0]
    assert [one["burn_time"] for one in before["missiles.heron.stages"].value] == [50.0, 60.0]
    with pytest.raises(PositionError, match=r"missiles\.heron\.stages has 2 items"):
        held("east+set:missiles.heron.stages.3.burn_time=70 s")


def test_set_inside_what_is_not_held():
    with pytest.raises(PositionError) as caught:
        held("east+set:interceptors.dart.public_stack.1.burn_time=70 s")
    assert "the position holds no interceptors.dart.public_stack to set it in" in str(caught.value)


def test_set_to_none_takes_an_optional_parameter_away():
    path = "missiles.heron.burn_time"
    assert path in held(f"east+set:{path}=90 s")
    assert path not in held(f"east+set:{path}=none")


def test_set_that_was_not_checked_is_refused_when_held():
    with pytest.raises(PositionError, match=r"no parameter a\.b"):
        resolve(GOOD, Position("east").with_sets(["a.b=1"]))


def test_measures_clamp_value_and_interval():
    found = held("east+slow-dart")
    speed, number = found[SPEED], found[NUMBER]
    assert (speed.low, speed.value, speed.high) == (4100.0, 4200.0, 4200.0)
    assert (speed.how, speed.measure, speed.shown) == ("measure", "slow-dart", "4.2 km/s")
    assert speed.by == "east-office"
    assert (number.value, number.how) == (10.0, "measure")
    assert (held("west+slow-dart")[NUMBER].value, held("west+slow-dart")[NUMBER].how) == (
        60.0,
        "own",
    )
    assert held("east+promise").values == held("east").values


def test_a_measure_acts_after_settings():
    assert held(f"east+slow-dart+set:{SPEED}=9 km/s")[SPEED].value == 4200.0


def measured(*does, text="east+slow-dart"):
    measure = replace(GOOD.measures["slow-dart"], does=does)
    return held(text, replace(GOOD, measures={**GOOD.measures, "slow-dart": measure}))


def test_other_actions():
    assert measured(Action(NUMBER, "add", "3"))[NUMBER].value == 7.0
    fixed = measured(Action(NUMBER, "set", "3"))[NUMBER]
    assert (fixed.value, fixed.how, fixed.measure) == (3.0, "measure", "slow-dart")
    gone = measured(Action("missiles.heron.diameter", "remove", "yes"))
    assert gone.missing["missiles.heron.diameter"] == "the measure slow-dart removes it"
    masked = measured(Action("missiles.heron.loft", "mask", "1..4 deg"))
    ends = (pytest.approx(math.radians(1)), pytest.approx(math.radians(4)))
    assert masked.masks == {"missiles.heron.loft": (ends,)}
    assert measured(Action("engagement.settle", "at_most", "3 s")).get("engagement.settle") is None


def test_a_measure_may_take_a_whole_thing_away():
    gone = measured(Action("bases.hill", "remove", "yes"))
    assert gone.removed == {"bases.hill"}
    assert not [path for path in gone.values if path.startswith("bases.hill.")]


@pytest.mark.parametrize(
    ("text", "reading", "how"),
    [
        ("west", "energy", "own"),  # its claim says so
        ("east", "burnout", "common"),  # unstated: what is held for all unstated speeds
        ("east+west:dart-speed", "energy", "own"),
        ("west+east:dart-speed", "burnout", "common"),
        ("east+set:engagement.unstated_speed_reading=energy", "energy", "set"),
        (f"west+set:{READING}=burnout", "burnout", "set"),
        (f"east+set:{READING}=energy", "energy", "set"),
        (f"west+set:{SPEED}=5 km/s", "energy", "set"),  # a slider keeps the claim's reading
        ("west+slow-dart", "energy", "measure"),
    ],
)
def test_the_reading_follows_the_speed(text, reading, how):
    value = held(text)[READING]
    assert (value.value, value.how, value.path) == (reading, how, READING)
    assert value.low is value.high is None


def test_renaming_a_party_changes_names_alone():
    east = replace(GOOD.parties["east"], id="zz")
    speakers = {
        key: replace(one, party="zz" if one.party == "east" else one.party)
        for key, one in GOOD.speakers.items()
    }
    renamed = replace(GOOD, parties={"zz": east, "west": GOOD.parties["west"]}, speakers=speakers)
    before, after = held("east").values, held("zz", renamed).values
    assert {path: replace(one, party="") for path, one in before.items()} == {
        path: replace(one, party="") for path, one in after.items()
    }
    assert held("west").values == held("west", renamed).values
