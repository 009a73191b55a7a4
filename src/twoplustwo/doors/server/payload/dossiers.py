"""The list of dossiers that are served."""

from importlib.metadata import version

from twoplustwo.doors.dossiers import FIRST
from twoplustwo.doors.server.payload.shape import Shape, Text
from twoplustwo.doors.server.registry import DossierRegistry


class Dossier(Shape):
    """A dossier in the list; `v` is the stamp under which its answers may be kept for ever."""

    id: str
    title: Text
    as_of: str
    hash: str
    v: str


class Dossiers(Shape):
    """The dossiers that are served, and by which program; `unasked` is what commands take."""

    dossiers: list[Dossier]
    unasked: str
    version: str
    engine: str


def dossiers(registry: DossierRegistry) -> Dossiers:
    """Each with the stamp under which its answers may be kept for ever."""
    served = [Dossier.of(one, v=registry.stamp(one)) for one in registry.dossiers.values()]
    return Dossiers(dossiers=served, unasked=FIRST, version=version("twoplustwo"), engine=registry.engine)
