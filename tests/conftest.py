"""What all tests share: few and repeatable examples, and the vehicles of the shipped dossier."""

import numpy as np
import pytest
from hypothesis import settings
from jaxtyping import install_import_hook

from . import shapes

# shapes in the signatures of the engine hold in every test
install_import_hook(
    ["twoplustwo.physics", "twoplustwo.sensors", "twoplustwo.engagement"], f"{shapes.__name__}.held"
)

settings.register_profile("few", max_examples=25, deadline=None, derandomize=True, database=None)
settings.load_profile("few")


@pytest.fixture(scope="session")
def europe():
    """The shipped dossier."""
    from twoplustwo.dossier import load
    from twoplustwo.dossier.find import locate

    return load(locate("europe-2007"))


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
