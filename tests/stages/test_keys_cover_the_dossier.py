"""Two dossiers in one process: what their files say apart from claims is part of what was read."""

from dataclasses import replace

from twoplustwo.runs.ask import ask

REMOTE = "us+set:commit.radar_track=no+set:commit.remote=yes"


def with_chains(dossier, **chains):
    """The dossier with these radars alone, each in its chain."""
    radars = {
        n: replace(dossier.things["radars"][n], structure={"chain": chain})
        for n, chain in chains.items()
    }
    return replace(dossier, things={**dossier.things, "radars": radars})


def test_the_chain_of_a_radar(europe):
    """Remote radars are asked for the commit, those of a joint centre not, which nobody has."""
    remote = with_chains(europe, emr="own", forward="remote", globus="remote")
    joint = with_chains(europe, emr="own", forward="joint", globus="joint")
    (by_remote,) = ask("icbm-reach", [REMOTE], remote)
    (by_nobody,) = ask("icbm-reach", [REMOTE], joint)
    assert by_remote.headline.value > 0.0
    assert by_nobody.headline.value == 0.0


def test_the_names_of_targets(europe):
    """A target under another name is aimed at by that name."""
    ask("radar-view", ["us"], europe)
    old, new = "washington", "zagorsk"  # the last by name either way
    things = {
        new if k == old else k: replace(t, id=new, path=f"targets.{new}") if k == old else t
        for k, t in europe.things["targets"].items()
    }
    claims = {
        k.replace(f"targets.{old}.", f"targets.{new}."): v for k, v in europe.parameters.items()
    }
    renamed = replace(europe, things={**europe.things, "targets": things}, parameters=claims)
    (answer,) = ask("radar-view", ["us"], renamed)
    aimed = set(answer.table("flights").column("target"))
    assert new in aimed and old not in aimed
