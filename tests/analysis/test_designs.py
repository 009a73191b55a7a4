"""The space of designs: every choice of measures once, without those that contradict themselves."""

from dataclasses import replace

from twoplustwo.analysis.common_ground.designs import Design, design_space, select_measures
from twoplustwo.dossier.models import Action, Measure
from twoplustwo.positions.position import parse_position

SPEED, NUMBER = "interceptors.gbi-2.burnout_speed", "interceptors.gbi-2.number"
SITE, JOINT, DECIDE = "interceptors.gbi-2.site", "commit.joint", "commit.decision_time"
READ = {SPEED, NUMBER, SITE, JOINT, DECIDE}
AMONG = "speed-cap-3, speed-cap-5, no-shield, ten-at-most, site-romania, gabala-radar, freeze-5"


def positions(dossier):
    return [parse_position(p, dossier) for p in sorted(dossier.parties)]


def test_every_choice_of_measures_is_there_once(europe):
    some = select_measures(europe, AMONG, "interceptors, commit, deployment")
    found = design_space(some, READ, positions(europe), europe, ["interceptors.*.number"])
    # speed 3, number 3, place 2, view 2, time to ready 2; nobody claims more than ten
    assert found.choices == 3 * 3 * 2 * 2 * 2
    assert len(found.designs) == 3 * 2 * 2 + 1
    assert found.alike["ten-at-most"] == found.alike["freeze-5"] == ""
    assert found.alike["speed-cap-3"] == "speed-cap-3"
    assert len({d.measures for d in found.designs}) == len(found.designs)
    assert Design((), 4) in found.designs
    for design in found.designs:
        bounds = [europe.measures[m].bounds for m in design.measures]
        assert len(set(bounds)) == len(bounds)


def test_measures_that_do_the_same_are_counted_as_one(europe):
    some = select_measures(europe, "gabala-radar, joint-centre", "commit")
    found = design_space(some, READ, positions(europe), europe)
    assert found.alike["joint-centre"] == "gabala-radar"
    assert sorted((d.measures, d.stands_for) for d in found.designs) == [
        ((), 1),
        (("gabala-radar",), 2),
    ]


def test_choices_that_contradict_themselves_are_left_out(europe):
    fast = Measure(
        "at-least-7",
        {"en": "no slower"},
        "number",
        "compilers",
        "assumed",
        (Action(SPEED, "at_least", "7 km/s"),),
    )
    dossier = replace(europe, measures={**europe.measures, "at-least-7": fast})
    some = select_measures(dossier, "speed-cap-5, at-least-7", "interceptors")
    found = design_space(some, READ, positions(dossier), dossier)
    assert found.impossible == 1
    assert {d.measures for d in found.designs} == {(), ("speed-cap-5",), ("at-least-7",)}


def test_a_number_set_by_hand_is_bounded_by_a_measure_that_claims_leave_idle(europe):
    many = [parse_position("us+set:interceptors.gbi-2.number=40", europe)]
    some = select_measures(europe, "ten-at-most", "interceptors")
    assert design_space(some, READ, many, europe).alike["ten-at-most"] == "ten-at-most"


def test_a_bound_that_another_measure_passes_is_not_idle(europe):
    more = Measure(
        "twenty-more",
        {"en": "twenty more"},
        "view",
        "compilers",
        "assumed",
        (Action(NUMBER, "add", "20"),),
    )
    dossier = replace(europe, measures={**europe.measures, "twenty-more": more})
    some = select_measures(dossier, "ten-at-most, twenty-more", "interceptors")
    found = design_space(some, READ, positions(dossier), dossier)
    assert found.alike["ten-at-most"] == "ten-at-most"
    assert len(found.designs) == 4
