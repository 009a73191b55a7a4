"""Satellites of any name and number, or none; warheads of a missile's own."""

from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.runs.ask import ask

CUE = "us+set:commit.boost_cue=yes+set:commit.launch_on_boost=yes+set:commit.radar_track=no"
ONE = "satellites.early-warning"


def without(dossier, kind, *paths):
    """The dossier without the things of a kind, and without claims of these paths."""
    gone = (f"{kind}.", *paths)
    kept = {p: said for p, said in dossier.parameters.items() if not p.startswith(gone)}
    return replace(dossier, things={**dossier.things, kind: {}}, parameters=kept)


def with_eyes(dossier, *names):
    """The dossier with its satellites under other names, all with the same claims."""
    thing = dossier.things["satellites"]["early-warning"]
    things = {n: replace(thing, id=n, path=f"satellites.{n}") for n in names}
    kept = {p: said for p, said in dossier.parameters.items() if not p.startswith(ONE)}
    for name in names:
        for path, said in dossier.parameters.items():
            if path.startswith(ONE):
                new = path.replace(ONE, f"satellites.{name}")
                kept[new] = tuple(
                    replace(c, parameter=new, key=c.key.replace(ONE, f"satellites.{name}"))
                    for c in said
                )
    return replace(dossier, things={**dossier.things, "satellites": things}, parameters=kept)


def delays(dossier, *positions):
    return [a.rows.column("commit_delay_s") for a in ask("icbm-reach", positions, dossier)]


def test_without_satellites_radars_stand_alone(europe):
    bare = without(europe, "satellites", "commit.boost_cue", "commit.launch_on_boost")
    (answer,) = ask("icbm-reach", ["us"], bare)
    assert answer.headline.value is not None
    assert set(answer.rows.column("commit_chain")) - {None} <= {"radar_track", "remote", "joint"}
    read = {one.parameter for one in answer.assumptions}
    assert not any(path.startswith(("satellites.", "commit.boost_cue")) for path in read)
    with_them = ask("icbm-reach", ["us+set:commit.boost_cue=no"], europe)[0]
    assert with_them.headline.value == answer.headline.value


def test_without_radars_nobody_speaks_of_them(europe):
    chains = [f"commit.{name}" for name in ("radar_track", "remote", "joint")]
    bare = without(europe, "radars", "warhead.radar_cross_section", "nature.refraction", *chains)
    (cued,) = ask("icbm-reach", [CUE.replace("+set:commit.radar_track=no", "")], bare)
    assert set(cued.rows.column("commit_chain")) - {None} == {"boost_cue"}
    whole = ask("icbm-reach", [f"{CUE}+set:commit.remote=no+set:commit.joint=no"], europe)[0]
    both = [x.rows.column("commit_delay_s") for x in (whole, cued)]
    assert np.array_equal(*both, equal_nan=True)


def test_a_satellite_has_any_name(europe):
    (named,) = delays(with_eyes(europe, "heron"), CUE)
    (usual,) = delays(europe, CUE)
    assert np.array_equal(named, usual, equal_nan=True)


def test_of_several_satellites_the_first_sight_counts(europe):
    two = with_eyes(europe, "east", "west")
    late = f"{CUE}+set:satellites.west.scan_period=120 s"
    eager = f"{CUE}+set:satellites.west.cloud_break_altitude=1 km"
    soon = f"{eager}+set:satellites.west.scan_period=1 s"
    both, with_late, with_soon = delays(two, CUE, late, soon)
    (usual,) = delays(europe, CUE)
    assert np.array_equal(both, usual, equal_nan=True)
    assert np.array_equal(with_late, usual, equal_nan=True)
    (alone,) = delays(with_eyes(europe, "west"), soon)
    assert np.array_equal(with_soon, alone, equal_nan=True)
    assert (with_soon[~np.isnan(usual)] < usual[~np.isnan(usual)]).any()


SIZE, REENTRY = "radar_cross_section", "reentry_ballistic_coefficient"


@pytest.mark.parametrize(("number", "value"), [(SIZE, "0.02 m2"), (REENTRY, "4000 kg/m2")])
def test_a_missile_has_a_warhead_of_its_own(europe, number, value):
    """Own claims of all missiles are the common claim; of one they move its flights alone."""
    missiles = ("ss-18", "ss-19", "ss-25")
    every = "us" + "".join(f"+set:missiles.{m}.{number}={value}" for m in missiles)
    common, one = f"us+set:warhead.{number}={value}", f"us+set:missiles.ss-25.{number}={value}"
    usual, own, same, one = ask("icbm-reach", ["us", every, common, one], europe)
    others = usual.rows.column("missile") != "ss-25"
    for name in ("latest_launch_s", "commit_delay_s", "icbm_flight_s", "margin_s"):
        mine, theirs = own.rows.column(name), same.rows.column(name)
        assert np.array_equal(mine, theirs, equal_nan=True), name
        before, after = usual.rows.column(name)[others], one.rows.column(name)[others]
        assert np.allclose(before, after, rtol=1e-12, equal_nan=True), name
    column = "commit_delay_s" if number == SIZE else "icbm_flight_s"
    before, after = (x.rows.column(column)[~others] for x in (usual, one))
    assert not np.array_equal(before, after, equal_nan=True)
    read = {x.parameter for x in own.assumptions}
    assert f"warhead.{number}" not in read
    assert {f"missiles.{m}.{number}" for m in missiles} <= read
