"""The interceptors of a shield as records: what every question of reach and cover reads."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.base.phrase import Phrase
from twoplustwo.physics.fall import AIR_EDGE_M
from twoplustwo.stages import records
from twoplustwo.stages.dry import playing_dry
from twoplustwo.stages.envelope import EnvelopeReach
from twoplustwo.stages.flights import windows
from twoplustwo.stages.inputs import Inputs, Missing, ask_by_group
from twoplustwo.stages.inside import windows_inside
from twoplustwo.stages.reach import InterceptorReach
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import StageRows
from twoplustwo.wording.locale import decimal

FLYOUT, BOUNDED, ENVELOPE = "flyout", "bounded", "envelope"


class Shield(NamedTuple):
    """Interceptors of P positions, each list one a position."""

    given: Inputs
    interceptor: str
    sort: str  # flyout, one with bounds of its own, or an envelope
    sites: list[str]  # where they stand
    home: Records  # the place of it
    counts: Records
    recipes: Records
    speeds: Records
    readings: list[str]
    number: list[float | None]  # None where nothing is held of it
    bounds: Records | None  # of those that have any

    def defence(self, details: bool = True) -> InterceptorReach | EnvelopeReach:
        """The stages of these interceptors."""
        if self.sort == ENVELOPE:
            assert self.bounds is not None
            return EnvelopeReach(self.bounds, self.speeds, self.home, self.counts)
        return InterceptorReach(
            self.recipes,
            self.speeds,
            self.readings,
            self.home,
            self.counts,
            details=details,
            bounds=self.bounds,
        )

    def windows(
        self,
        joined: StageRows,
        struck: Sequence[StageRows],
        aimers: Sequence[StageRows],
        samples: int,
    ) -> StageRows:
        """Parts of the flights where a meeting may count, from the interceptors' site.

        Parameters
        ----------
        joined : StageRows
            All flights, with their tracks.
        struck, aimers : sequence of StageRows
            The lists that were joined, and who aimed them.
        samples : int
            Points of each flight.
        """
        if self.bounds is None:
            return windows(joined, self.counts, self.home, samples)
        return windows_inside(struck, aimers, self.bounds, self.home, samples)

    def need_made(self, defence: InterceptorReach | EnvelopeReach, rows: Sequence[Any]) -> None:
        """Raise `Missing` for the positions whose claimed speed no rocket of the recipe makes.

        Of the others what was counted with is logged.

        Parameters
        ----------
        defence : InterceptorReach
        rows : sequence
            What came of it, one a position; None where no rocket was made.
        """
        if playing_dry():
            return
        gone = [p for p, row in enumerate(rows) if row is None]
        if gone:
            assert isinstance(defence, InterceptorReach)
            said = {p: unmade(defence, p, self.interceptor) for p in gone}
            first = said[gone[0]]
            raise Missing(first, [p for p in gone if said[p] == first])
        for p in range(len(rows)):
            if defence.is_cut(p):
                for path in records.CUT.values():
                    self.given.reads(path, p)

    def same_numbers(self, flights: Sequence[StageRows]) -> list[int]:
        """Positions in an order in which neighbours share flyouts, then flights, then limits."""
        flown = [lanes.keys for lanes in flights]
        own = (of.keys for of in (self.counts, self.speeds))
        whole = list(zip(self.home.keys, self.recipes.keys, *flown, *own, strict=True))
        return sorted(range(len(whole)), key=whole.__getitem__)


def unmade(defence: InterceptorReach, position: int, interceptor: str) -> Phrase:
    """What stands after "Not answerable:" where no rocket has the speed: which speeds it has."""
    speed_km_s = defence.speeds[position][0] / 1e3
    burn_s = defence.recipes[position].burn_time_s
    stretches = [
        (np.ceil(low / 10.0) / 100.0, np.floor(high / 10.0) / 100.0)
        for low, high in defence.made[position].ranges_m_s(defence.readings[position])
    ]
    en = " or ".join(f"{low:g} to {high:g} km/s" for low, high in stretches) or "no speed at all"
    ru = " или ".join(
        f"от {decimal(f'{low:g}', 'ru')} до {decimal(f'{high:g}', 'ru')} км/с"
        for low, high in stretches
    )
    return Phrase(
        f"no equivalent of {interceptor} makes the held speed of {speed_km_s:g} km/s in the held "
        f"burn time of {burn_s:g} s, which makes {en}",
        ru=f"ни один аналог {interceptor} не набирает принятой скорости "
        f"{decimal(f'{speed_km_s:g}', 'ru')} км/с за принятое время работы "
        f"{decimal(f'{burn_s:g}', 'ru')} с; за это время получается {ru or 'никакая'}",
    )


def sorts(given: Inputs, interceptor: str) -> list[str]:
    """What is held of an interceptor at each position; what to ask apart by.

    An envelope where its range is held, else flyouts; and those with bounds of their own by
    themselves, for their meetings may lie in the air, where no usual track goes.
    """
    path = f"interceptors.{interceptor}"
    inside = [value is not None for value in given.unread(f"{path}.range")]
    low = [v is not None and v < AIR_EDGE_M for v in given.unread(f"{path}.keep_out")]
    high = [value is not None for value in given.unread(f"{path}.ceiling")]
    burning = [value == records.YES for value in given.unread(f"{path}.meets_burning")]
    return [
        ENVELOPE if envelope else BOUNDED if any(rest) else FLYOUT
        for envelope, *rest in zip(inside, low, high, burning, strict=True)
    ]


def shield(given: Inputs, dossier: Any, interceptor: str, site: str) -> Shield:
    """Read the interceptors; all positions must be of one of `sorts`.

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
    home = Records([home for home, _ in homes], [key for _, key in homes])
    (sort,) = set(sorts(given, interceptor))
    if sort == ENVELOPE:
        counts = records.counting_inside(given, interceptor)
        bounds = records.bounds(given, interceptor, counts)
        recipes, readings = bounds, [ENVELOPE] * len(given)
        speeds = records.numbers(given, f"{path}.mean_speed")
    else:
        counts = records.counting(given, interceptor)
        bounds = None if sort == FLYOUT else records.bounds(given, interceptor, counts)
        recipes = records.recipe(given, interceptor, records.drag_table(given, dossier.table))
        speeds = records.numbers(given, f"{path}.burnout_speed")
        readings = given.names(f"{path}.speed_reading")
    number = given.optional(f"{path}.number")
    return Shield(
        given, interceptor, sort, sites, home, counts, recipes, speeds, readings, number, bounds
    )
