"""The dossier that comes with the package, read once."""

import pytest

from twoplustwo.doors import dossiers
from twoplustwo.dossier.models import Dossier


@pytest.fixture(scope="session")
def europe() -> Dossier:
    return dossiers.load()
