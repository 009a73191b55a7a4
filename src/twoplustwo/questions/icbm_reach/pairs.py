"""Every base against every target: who flies what from where, per position."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.scenario import records
from twoplustwo.scenario.given import Given

F = NDArray[np.float64]


class Pairs:
    """Base x target pairs in one fixed order: bases, then targets, alphabetically.

    Parameters
    ----------
    given : Given
        Positions; the missile at each base is a claim and may differ between them.
    dossier : Dossier
        Lists the bases and targets.
    capital : str
        The target that stands for all in the table of bases.
    """

    def __init__(self, given: Given, dossier: Any, capital: str) -> None:
        self.capital = capital
        self.bases, self.targets = (
            sorted(dossier.things["bases"]),
            sorted(dossier.things["targets"]),
        )
        self._at = [records.place(given, f"bases.{b}.location") for b in self.bases]
        self._to = [records.place(given, f"targets.{t}.location") for t in self.targets]
        self._missile = [given.names(f"bases.{b}.missile") for b in self.bases]
        self._weight = [given.optional(f"bases.{b}.deployed") for b in self.bases]
        self.positions = len(given)
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

    def numbers(self, missile: str) -> list[NDArray[np.int_]]:
        """For each position the numbers of the pairs that this missile flies."""
        count = len(self.targets)
        out = []
        for p in range(self.positions):
            mine = [i for i, m in enumerate(self.missile(p)) if m == missile]
            out.append(np.array([i * count + j for i in mine for j in range(count)], dtype=int))
        return out

    def places(self, missile: str) -> list[tuple[F, F, F, F]]:
        """For each position (lat0, lon0, lat1, lon1) of those pairs, rad."""
        out = []
        for p, numbers in enumerate(self.numbers(missile)):
            bases, targets = self.base_places(p), self.target_places(p)
            b, t = bases[numbers // len(self.targets)], targets[numbers % len(self.targets)]
            out.append((b[:, 0], b[:, 1], t[:, 0], t[:, 1]))
        return out
