"""A radar's range by the mode in which it works, and its horizon, are claims like any other."""

from dataclasses import replace

import numpy as np
import pytest

from twoplustwo.dossier.models import Value
from twoplustwo.runs.ask import ask

EMR = "radars.emr"


def claim(dossier, name, value):
    """A claim of the compilers' about a parameter that nobody speaks of, and its path."""
    path = f"{EMR}.{name}"
    (first, *_) = dossier.parameters[f"{EMR}.min_elevation"]
    return {path: (replace(first, id="tried", parameter=path, key=f"{path}@tried", value=value),)}


@pytest.fixture(scope="module")
def modes(europe):
    """The radar sees half as far in terminal mode; of the forward mode nothing is claimed."""
    (first, *_) = europe.parameters[f"{EMR}.reach"]
    block = dict(first.value.si)
    block["range"] *= 0.5
    more = claim(europe, "reach_terminal", replace(first.value, si=block))
    return replace(europe, parameters={**europe.parameters, **more})


def view(answer, name="time_in_view_s"):
    """A column of what the radar sees."""
    return answer.rows.column(name)[answer.rows.column("radar") == "emr"].astype(float)


def test_range_is_that_of_the_mode(modes):
    mode = f"us+set:{EMR}.operating_mode="
    half = float(0.5 * ask_range(modes))
    plain, terminal, forward, short = ask(
        "radar-view",
        ["us", f"{mode}terminal", f"{mode}forward", f"us+set:{EMR}.reach.range={half} m"],
        modes,
    )
    assert np.array_equal(view(terminal), view(short), equal_nan=True)
    assert np.array_equal(view(forward), view(plain), equal_nan=True)
    assert not np.array_equal(view(terminal), view(plain), equal_nan=True)
    read = {x.parameter for x in terminal.assumptions}
    assert any(path.startswith(f"{EMR}.reach_terminal") for path in read)
    assert f"{EMR}.reach" not in read
    assert f"{EMR}.operating_mode" in read
    assert not any("operating_mode" in x.parameter for x in plain.assumptions)


def ask_range(dossier):
    from twoplustwo.positions.position import parse_position
    from twoplustwo.positions.resolve import resolve

    return resolve(dossier, parse_position("us", dossier)).values[f"{EMR}.reach"].value["range"]


def test_a_mountain_all_round_hides_what_a_least_elevation_does(europe):
    turn = [{"from": 0.0, "to": 2 * np.pi, "elevation": np.radians(12.0)}]
    (hill,) = ask(
        "radar-view",
        ["us"],
        replace(
            europe,
            parameters={**europe.parameters, **claim(europe, "horizon", Value("blocks", turn))},
        ),
    )
    usual, high = ask("radar-view", ["us", f"us+set:{EMR}.min_elevation=12 deg"], europe)
    for name in ("first_sight_s", "time_in_view_s"):
        mine, theirs, before = (view(x, name) for x in (hill, high, usual))
        assert np.allclose(mine, theirs, rtol=1e-9, equal_nan=True)
        assert not np.array_equal(mine, before, equal_nan=True)
