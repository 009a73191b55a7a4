"""The dossiers that are served, and what of them stays the same while the server runs."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from twoplustwo.base.digest import digest
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.doors.server.errors import RefusalError, missing

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier


class DossierRegistry:
    """Dossiers by identifier; nothing is ever looked up on disk by a name that a visitor sends.

    Parameters
    ----------
    dossiers : mapping of str to Dossier
    """

    def __init__(self, dossiers: "Mapping[str, Dossier]") -> None:
        self.dossiers = dict(dossiers)

    def named(self, name: str, key: str = "") -> "Dossier":
        """A dossier by its identifier: part of the path, or the value of `key` in the query.

        In a query, none means the first one that is served.

        Raises
        ------
        RefusalError
            There is none; names the nearest.
        """
        if key and not name and self.dossiers:
            return next(iter(self.dossiers.values()))
        if name in self.dossiers:
            return self.dossiers[name]
        what, why = f"no dossier named {name!r}", f"dossiers: {', '.join(self.dossiers)}"
        fix = nearest(name, self.dossiers)
        if key:
            raise RefusalError(what, f"{key}={name}", why, fix, kind="DossierError")
        raise missing(what, why=why, fix=fix)

    @cached_property
    def engine(self) -> str:
        """Hash over all that the bytes of an answer depend on beside its dossier."""
        from twoplustwo.doors.server.sources import engine_hash

        return engine_hash()[:16]

    def stamp(self, dossier: "Dossier") -> str:
        """What ``v`` must be for an answer to be kept for ever: dossier and engine as they are."""
        return digest(dossier.hash, self.engine)[:16]


def load(names: "list[str] | None" = None) -> DossierRegistry:
    """Every dossier that came with the package, or those named by identifier or path.

    Raises
    ------
    OptionError
        Two of them have the same identifier.
    """
    from twoplustwo.doors import dossiers
    from twoplustwo.dossier.find import packaged

    dossiers_by_id: dict[str, Dossier] = {}
    for one in names or [n for n in packaged() if n != "common"]:
        dossier = dossiers.load(one)
        if dossier.id in dossiers_by_id:
            raise OptionError(
                f"two dossiers are called {dossier.id}",
                f"--dossier {one}",
                "addresses tell them apart by that",
                "give one another id in its dossier.yaml",
            )
        dossiers_by_id[dossier.id] = dossier
    return DossierRegistry(dossiers_by_id)
