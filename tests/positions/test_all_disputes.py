"""What parties differ on is a dispute whether or not the dossier lists it."""

from dataclasses import replace

from twoplustwo.doors.server.payload.sliders import sliders
from twoplustwo.positions.disputes import all_disputes


def test_what_no_dispute_lists_stands_by_itself(europe):
    speed = "interceptors.gbi-2.burnout_speed"
    bare = replace(europe, disputes={})
    found = {one.id: one for one in all_disputes(bare)}
    assert found[speed].parameters == (speed,)
    assert found[speed].name["ru"]
    listed = {path for one in europe.disputes.values() for path in one.parameters}
    apart = {path for one in found.values() for path in one.parameters}
    both = {path for one in all_disputes(europe) for path in one.parameters}
    assert both == listed | apart
    assert all_disputes(europe)[: len(europe.disputes)] == [*europe.disputes.values()]
    assert speed in {one.parameter for one in sliders(bare)}
