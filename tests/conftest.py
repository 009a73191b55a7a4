"""What all tests share: few and repeatable examples, and the vehicles of the shipped dossier."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from jaxtyping import install_import_hook

from . import shapes

# shapes in the signatures of the engine hold in every test
install_import_hook(
    ["twoplustwo.physics", "twoplustwo.sensors", "twoplustwo.engagement"], f"{shapes.__name__}.held"
)

if "PYTEST_XDIST_WORKER" in os.environ:  # a process a core: each computes on one
    os.environ.setdefault("TWOPLUSTWO_THREADS", "1")

settings.register_profile("few", max_examples=25, deadline=None, derandomize=True, database=None)
settings.load_profile("few")

HERE = Path(__file__).parent
TOGETHER = {
    "web": "a server",
    "server": "a server",
    "mutants/test_fixed.py": "mutants",
    "wheel": "wheel",
    "golden": "whole answers",
}
"""What must run in one process, for it shares what is dear to make; else a file by itself."""
LONGEST_FIRST = (
    "server",  # before the page's, while no browser is driven
    "web",
    "golden",
    "mutants/test_fixed.py",
    "wheel",
    "analysis",
    "words",
    "validation",
    "questions",
    "search",
    "runs",
    "engagement",
    "physics",
)
"""Begun first, so that no process is alone with a long one at the end."""


def _first(path: str, names: tuple[str, ...]) -> str:
    """The first of some folders or files in which a path lies; empty if none."""
    return next((n for n in names if path == n or path.startswith(f"{n}/")), "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say what runs together in one process, and begin with what takes longest."""
    ranks = {}
    for item in items:
        path = item.path.relative_to(HERE).as_posix()
        group = TOGETHER.get(_first(path, tuple(TOGETHER)), path)
        item.add_marker(pytest.mark.xdist_group(group))
        long = _first(path, LONGEST_FIRST)
        ranks[item] = LONGEST_FIRST.index(long) if long else len(LONGEST_FIRST)
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=ranks.__getitem__)  # stable: inside a file the order stays


@pytest.fixture(scope="session")
def workbench() -> Iterator[str]:
    """Address of a server with the engine, which computes nothing before it is asked."""
    from .web.serving import unwarmed

    with unwarmed() as address:
        yield address


@pytest.fixture(scope="session")
def europe():
    """The shipped dossier."""
    from twoplustwo.dossier import load
    from twoplustwo.dossier.find import locate

    return load(locate("europe-2007"))


@pytest.fixture(scope="session")
def islands_folder(tmp_path_factory):
    """The small dossier as `twoplustwo new` writes it: invented, its names unlike any other's."""
    from twoplustwo.doors.new_dossier import write_new

    folder = tmp_path_factory.mktemp("new") / "my-dispute"
    write_new(folder)
    return folder


@pytest.fixture(scope="session")
def islands(islands_folder):
    """The same, read."""
    from twoplustwo.dossier import load

    return load(islands_folder)


@pytest.fixture(scope="session")
def parties(europe):
    """Its parties."""
    return sorted(europe.parties)


@pytest.fixture(scope="session")
def given_us(europe):
    """One position as columns."""
    from twoplustwo.positions.position import parse_position
    from twoplustwo.positions.resolve import resolve
    from twoplustwo.stages.inputs import Inputs

    return Inputs([resolve(europe, parse_position("us", europe))])


@pytest.fixture(scope="session")
def rockets(europe, given_us):
    """Every missile with the payload and the burns that its lumped stages were fitted with."""
    from twoplustwo.stages import records

    from .known.missiles import RANGES

    drag = records.drag_table(given_us, europe.table)

    def made(name: str):
        _, payload_kg, burns_s = RANGES[name]
        burn = np.zeros(3)
        burn[: len(burns_s)] = burns_s
        held = records.rocket(given_us, name, drag)[0]
        return held._replace(payload_kg=np.float64(payload_kg), burn_time_s=burn)

    return {name: made(name) for name in RANGES}


@pytest.fixture(scope="session")
def recipe(europe, given_us):
    """How the equivalent interceptor is made."""
    from twoplustwo.stages import records

    return records.recipe(given_us, "gbi-2", records.drag_table(given_us, europe.table))[0]


@pytest.fixture(scope="session")
def family(recipe):
    """All equivalent interceptors of that recipe."""
    from twoplustwo.engagement.equivalent import Family

    return Family(recipe)
