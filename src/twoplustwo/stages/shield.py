"""The interceptors of a shield as records: what every question of reach and cover reads."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, ask_by_group
from twoplustwo.stages.reach import InterceptorReach
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import StageRows


class Shield(NamedTuple):
    """Interceptors of P positions, each list one a position."""

    sites: list[str]  # where they stand
    home: Records  # the place of it
    counts: Records
    recipes: Records
    speeds: Records
    readings: list[str]
    number: list[float | None]  # None where nothing is held of it

    def defence(self, details: bool = True) -> InterceptorReach:
        """The stages of these interceptors."""
        return InterceptorReach(
            self.recipes, self.speeds, self.readings, self.home, self.counts, details=details
        )

    def same_numbers(self, flights: Sequence[StageRows]) -> list[int]:
        """Positions in an order in which neighbours share flyouts, then flights, then limits."""
        flown = [lanes.keys for lanes in flights]
        own = (of.keys for of in (self.counts, self.speeds))
        whole = list(zip(self.home.keys, self.recipes.keys, *flown, *own, strict=True))
        return sorted(range(len(whole)), key=whole.__getitem__)


def shield(given: Inputs, dossier: Any, interceptor: str, site: str) -> Shield:
    """Read the interceptors.

    Parameters
    ----------
    given : Inputs
    dossier : Dossier
        For its tables only.
    interceptor : str
    site : str
        Where they stand at every position; empty for where each position holds that they do.
    """
    path = f"interceptors.{interceptor}"
    sites = [site] * len(given) if site else given.names(f"{path}.site")

    def places(some: Inputs, one: str) -> list[Any]:
        there = records.place(some, f"sites.{one}.location")
        return list(zip(there.items, there.keys, strict=True))

    homes = ask_by_group(given, sites, places)
    return Shield(
        sites,
        Records([home for home, _ in homes], [key for _, key in homes]),
        records.counting(given),
        records.recipe(given, interceptor, records.drag_table(given, dossier.table)),
        records.numbers(given, f"{path}.burnout_speed"),
        given.names(f"{path}.speed_reading"),
        given.optional(f"{path}.number"),
    )
