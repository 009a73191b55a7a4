"""The dossier that ships, loaded once."""

from pathlib import Path

import pytest

from twoplustwo import dossier

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def europe() -> dossier.Dossier:
    """The dossier of 2007."""
    return dossier.load(ROOT / "dossiers" / "europe-2007")
