"""Some sixty wrong engines, each killed by the tests that should notice it.

The control comes first: unchanged, a copy of the package passes every one of those tests. Then each
mutant is copied, and its tests are run against the copy in a process of their own: they must fail,
each of them, by an assertion. That a mutant cannot be imported, or breaks otherwise, is no kill.
"""

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from .change import PACKAGE, ROOT, by_text, mutated, snapshot
from .trial import Trial, trial

MUTANTS: dict[str, dict[str, Any]] = {
    one["id"]: one for one in yaml.safe_load(Path(__file__).with_name("fixed.yaml").read_text())
}
CONTROL = "control"
CACHE = ROOT / "build" / "mutants"
"""Compiled code, kept from run to run: its key is the whole program."""
CONTROL_S = 3600.0
"""How long all tests together may take against the unchanged copy; a mutant has four minutes."""
AT_A_TIME = 1 if "PYTEST_XDIST_WORKER" in os.environ else 2


def module(file: str) -> str:
    return f"twoplustwo.{file.removesuffix('.py').replace('/', '.')}"


@pytest.fixture(scope="module")
def trials(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Trial]]]:
    """The trials of all mutants that were asked for, two at a time; the control is the first."""
    room = tmp_path_factory.mktemp("mutants")
    whole = snapshot(room / "whole")
    calls = (getattr(item, "callspec", None) for item in request.session.items)
    asked = {call.params["mutant"] for call in calls if call and "mutant" in call.params}
    chosen = {name: one for name, one in MUTANTS.items() if name in asked}
    every = sorted({test for one in chosen.values() for test in one["tests"]})

    def one(name: str) -> Trial:
        mutant = chosen[name]
        change = by_text(mutant["file"], mutant["old"], mutant["new"], mutant.get("nth", 0))
        copy = mutated(whole, room / name, change)
        return trial(copy, mutant["tests"], CACHE, module(mutant["file"]))

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        started = {CONTROL: pool.submit(trial, whole, every, CACHE, timeout_s=CONTROL_S)}
        started |= {name: pool.submit(one, name) for name in chosen}
        yield started


def under(node: str, test: str) -> bool:
    """Whether a test that ran is one that was asked for, or one of its parameters."""
    return node == test or node.startswith(f"{test}[")


@pytest.mark.parametrize("mutant", MUTANTS)
def test_it_is_killed(trials, mutant):
    control, done = trials[CONTROL].result(), trials[mutant].result()
    wanted = MUTANTS[mutant]
    for test in wanted["tests"]:
        passed, spoiled, failed = (
            [node for node in nodes if under(node, test)]
            for nodes in (control.passed, [*control.failed, *control.broken], done.failed)
        )
        assert passed, f"{test} does not run:\n{control.output}"
        assert not spoiled, f"{test} fails without any mutant:\n{control.output}"
        assert failed, (
            f"{test} does not notice that in {wanted['file']} {wanted['old']!r} has become "
            f"{wanted['new']!r} (status {done.status}, broken {done.broken}). {wanted['why']} "
            f"Mend the test, or write one that notices.\n{done.output[-3000:]}"
        )
    assert done.status == 1, done.output


def test_they_are_spread_over_the_engine():
    """Every module that computes has one; those without are listed here, with the reason."""
    spared = {
        "physics/vehicle.py",  # a record
        "physics/steering.py",  # one formula, tested in tests/physics/test_earth.py
        "physics/arrays.py",  # a name
        "physics/numerics.py",  # settings of JAX
        "physics/chunks.py",  # bits, tested in tests/physics/test_bits.py
        "physics/path.py",  # phases one after another, tested in tests/questions/test_tracks.py
        "physics/air.py",  # a table of the standard atmosphere
    }
    parts = ("physics", "sensors", "engagement")
    modules = {
        path.relative_to(PACKAGE).as_posix()
        for part in parts
        for path in (PACKAGE / part).rglob("*.py")
        if path.name != "__init__.py"
    }
    without = modules - {one["file"] for one in MUTANTS.values()}
    assert without <= spared


def test_each_is_told_apart_and_explained():
    names = [
        one["id"] for one in yaml.safe_load(Path(__file__).with_name("fixed.yaml").read_text())
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    for one in MUTANTS.values():
        assert one["why"].endswith(".")
        assert one["old"] != one["new"]


def test_a_text_that_is_gone_is_told_with_what_to_do():
    with pytest.raises(LookupError, match=r"stands there 0 times.*fixed\.yaml"):
        by_text("physics/drag.py", "no such text", "")
    with pytest.raises(LookupError, match=r"wanted is exactly one"):
        by_text("physics/drag.py", "value", "")
    text = (PACKAGE / "physics/drag.py").read_text()
    second = by_text("physics/drag.py", "value", "", nth=2)
    assert text[: second.start].count("value") == 1


def test_a_mutant_that_changes_nothing_survives(tmp_path: Path):
    """The counter-test of the machinery: a change in a docstring must not be called killed."""
    change = by_text("physics/kepler.py", "Two-body state after", "State of two bodies after")
    copy = mutated(snapshot(tmp_path / "whole"), tmp_path / "mutant", change)
    test = "tests/physics/test_kepler.py::test_minimum_energy_is_least"
    done = trial(copy, [test], CACHE, "twoplustwo.physics.kepler")
    assert (done.status, done.passed, done.failed) == (0, [test], [])
    # and one whose module no test imports proves nothing
    other = trial(copy, [test], CACHE, "twoplustwo.sensors.radar")
    assert other.status == 4
    assert "never imported" in other.output
