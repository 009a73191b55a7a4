"""Every base against every target: who flies what from where, per position."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.physics.sphere import angle_and_bearing, geocentric
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, listed

F = NDArray[np.float64]


def missiles_by_position(given: Inputs, dossier: Any) -> list[tuple[str, ...]]:
    """Missile at each base, bases alphabetically, by position: what to ask `apart` by, so that
    nobody needs claims of missiles that only others have.
    """
    columns = [given.names(f"bases.{b}.missile") for b in sorted(dossier.things.get("bases", {}))]
    return [tuple(column[p] for column in columns) for p in range(len(given))]


class BaseTargetPairs:
    """Base x target pairs in one fixed order: bases, then targets, alphabetically.

    Parameters
    ----------
    given : Inputs
        Positions; the missile at each base is a claim and may differ between them.
    dossier : Dossier
        Lists the bases and targets.
    capital : str
        The target that stands for all in the table of bases.
    """

    def __init__(self, given: Inputs, dossier: Any, capital: str) -> None:
        self.capital = capital
        self.bases, self.targets = (listed(given, dossier, k) for k in ("bases", "targets"))
        self._at = [records.place(given, f"bases.{b}.location") for b in self.bases]
        self._to = [records.place(given, f"targets.{t}.location") for t in self.targets]
        self._missile = [given.names(f"bases.{b}.missile") for b in self.bases]
        self._weight = [given.optional(f"bases.{b}.deployed") for b in self.bases]
        self.names = {
            one.id: one.name
            for kind in ("missiles", "bases", "targets")
            for one in dossier.every.get(kind, {}).values()
        }
        self.to_capital = np.tile(np.array(self.targets) == capital, len(self.bases))
        self.positions = len(given)
        places = zip(*(r.keys for r in (*self._at, *self._to)), strict=True)
        rows = list(zip(zip(*self._missile, strict=True), places, strict=True))
        first = {row: i for i, row in enumerate(dict.fromkeys(rows))}
        self._kinds = [first[row] for row in rows]
        self._distances: dict[int, F] = {}
        self.missiles = sorted({m for column in self._missile for m in column})

    def missile(self, position: int) -> list[str]:
        """Missile at each base."""
        return [column[position] for column in self._missile]

    def weights(self, position: int) -> F:
        """Missiles at each base, NaN where no count is held."""
        return np.array([np.nan if w[position] is None else w[position] for w in self._weight])

    def base_places(self, position: int) -> F:
        """Latitude and longitude of the bases [rad], shape (bases, 2)."""
        return np.array([r[position][:2] for r in self._at])

    def target_places(self, position: int) -> F:
        """Latitude and longitude of the targets [rad], shape (targets, 2)."""
        return np.array([r[position][:2] for r in self._to])

    def distance_m(self, position: int) -> F:
        """Distance of every pair over the ground, on a sphere of the Earth's mean radius."""
        kind = self._kinds[position]
        if kind in self._distances:
            return self._distances[kind]
        bases, targets = self.base_places(position), self.target_places(position)
        angle, _ = angle_and_bearing(
            geocentric(bases[:, None, 0]),
            bases[:, None, 1],
            geocentric(targets[None, :, 0]),
            targets[None, :, 1],
        )
        return self._distances.setdefault(kind, (angle * EARTH_MEAN_RADIUS_M).ravel())

    def nearest(self, position: int) -> int:
        """Number of the base nearest to the capital over the ground; the first of equals."""
        here = self.target_places(position)[self.targets.index(self.capital)]
        bases = self.base_places(position)
        angle, _ = angle_and_bearing(
            geocentric(bases[:, 0]), bases[:, 1], geocentric(here[0]), here[1]
        )
        return int(np.argmin(angle))

    def numbers(self, missile: str) -> list[NDArray[np.int_]]:
        """For each position the numbers of the pairs that this missile flies."""
        count = len(self.targets)

        def made(p: int) -> NDArray[np.int_]:
            mine = [i for i, m in enumerate(self.missile(p)) if m == missile]
            return np.array([i * count + j for i in mine for j in range(count)], dtype=int)

        return self._shared(made)

    def places(self, missile: str) -> list[tuple[F, F, F, F]]:
        """For each position (lat0, lon0, lat1, lon1) of those pairs, rad."""
        numbers = self.numbers(missile)

        def made(p: int) -> tuple[F, F, F, F]:
            bases, targets = self.base_places(p), self.target_places(p)
            b = bases[numbers[p] // len(self.targets)]
            t = targets[numbers[p] % len(self.targets)]
            return b[:, 0], b[:, 1], t[:, 0], t[:, 1]

        return self._shared(made)

    def _shared(self, made: Callable[[int], Any]) -> list[Any]:
        """One value for all positions that have the same missiles at the same places."""
        known: dict[int, Any] = {}
        for p, kind in enumerate(self._kinds):
            if kind not in known:
                known[kind] = made(p)
        return [known[kind] for kind in self._kinds]
