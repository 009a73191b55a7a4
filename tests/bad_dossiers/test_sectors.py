"""A sector without its middle changes nothing, and its author is told."""

from twoplustwo.dossier import check

EYE = """name: Eye
chain: own
sector:
  narrow: {by: scribes, value: 120 deg, stated: 2029, source: almanac-2029, status: assumed}
"""
MIDDLE = """boresight:
  {name}: {{by: {by}, value: 80 deg, stated: 2028-01, source: almanac-2029, status: assumed}}
"""


def told(zoo):
    return [one for one in check(zoo.root) if "no boresight" in one.what]


def test_a_sector_without_a_boresight(zoo):
    zoo.write("radars/eye.yaml", EYE)
    (one,) = told(zoo)
    assert one.warning and one.what == (
        "radars.eye has a sector of 120 deg and no boresight; so for east, west"
    )
    assert one.where.endswith(f"radars/eye.yaml:{zoo.line('radars/eye.yaml', 'narrow:')}")
    assert "looks all round, and the sector changes nothing" in one.why
    assert "write in radars/eye.yaml:\n  boresight:  # azimuth of the middle" in one.fix
    assert "a sector of 360 deg" in one.fix


def test_a_sector_whose_boresight_one_side_claims(zoo):
    zoo.write("radars/eye.yaml", EYE + MIDDLE.format(name="east", by="east-office"))
    (one,) = told(zoo)
    assert one.what.endswith("; so for west")
    assert (
        "write in parties/west.yaml:\n  adopts:\n    - {claim: radars.eye.boresight@east" in one.fix
    )


def test_a_note_on_the_boresight_is_no_account_of_it(zoo):
    """Words of a note decide nothing: what the program reads is a key."""
    zoo.write("radars/eye.yaml", EYE.replace("assumed}", "assumed, note: see the boresight}"))
    (one,) = told(zoo)
    assert "or `without_boresight: all-round` in the radar's file" in one.fix


def test_a_sector_that_is_whole_or_whose_middle_is_held_or_accounted_for(zoo):
    for text in (
        EYE.replace("120 deg", "360 deg"),
        EYE + MIDDLE.format(name="middle", by="scribes"),
        EYE + "without_boresight: all-round\n",
    ):
        zoo.write("radars/eye.yaml", text)
        assert told(zoo) == []
