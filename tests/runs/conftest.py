"""The shipped dossier and its parties, loaded once."""

import pytest

from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate


@pytest.fixture(scope="session")
def europe():
    return load(locate("europe-2007"))


@pytest.fixture(scope="session")
def parties(europe):
    return sorted(europe.parties)
