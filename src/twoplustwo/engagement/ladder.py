"""All rockets that a recipe makes, short burns included, and the rungs below one of them."""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.engagement.equivalent import BURNOUT, FROM_SLOW_M_S, Family, Recipe, rocket
from twoplustwo.physics.vehicle import Rocket

F = NDArray[np.float64]

SLOWEST_M_S, SLOW_M_S, FASTEST_M_S = 500, 2_000, 12_500  # rungs of the union, burnout speeds
RUNG_M_S = 500


class Rung(NamedTuple):
    """One rocket of a recipe: its ideal speed, and whether rise and kick are cut short for it."""

    delta_v_m_s: float
    short: bool = False


class Equivalents:
    """Every rocket of one recipe, by the speed that it is to have.

    With the rise and kick that are held wherever those reach the reference angle. In a short burn
    they do not: a burn of 16 s that rises for 3 s and tips over for 4 has its speed before it is
    flat. There, and only there, both are cut to their shares of the burn (`Recipe.shortened`).

    Parameters
    ----------
    recipe : Recipe
    """

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.held = Family(recipe)

    @cached_property
    def short(self) -> Family:
        """With rise and kick cut short; flown only if somebody asks."""
        return Family(self.recipe.shortened(), FROM_SLOW_M_S)

    def rung(self, speed_m_s: float, reading: str) -> Rung | None:
        """The rocket with a speed in a reading; None where the recipe makes none."""
        for short in (False, True):
            ideal = float((self.short if short else self.held).delta_v(speed_m_s, reading))
            if np.isfinite(ideal):
                return Rung(ideal, short)
        return None

    def speed(self, rung: Rung, reading: str) -> float:
        """Its speed [m/s] at the reference angle in a reading."""
        return float(self._family(rung).speed(rung.delta_v_m_s, reading))

    def below(self, own: Rung | None) -> list[Rung]:
        """Rungs of the union below a rocket; all of them below none.

        The rungs are burnout speeds on one fixed grid, whatever the claimed speed and its reading,
        so that every position with the same recipe climbs the same ladder. It goes down to the
        slowest where the held steering does not make it all, and for rockets that are slow
        themselves. Else it begins at `SLOW_M_S`: what is slower and burns for minutes gets nowhere
        but over its own site.
        """
        grid = np.arange(SLOW_M_S, FASTEST_M_S, RUNG_M_S, dtype=float)
        ideal = self.held.delta_v(grid, BURNOUT)
        slow = own is not None and not self.speed(own, BURNOUT) >= SLOW_M_S
        if not slow and np.isfinite(ideal[-1]):
            rungs = [Rung(float(r)) for r in ideal if np.isfinite(r)]
        else:
            more = np.arange(SLOWEST_M_S, FASTEST_M_S, RUNG_M_S, dtype=float)
            rungs = [r for r in (self.rung(float(v), BURNOUT) for v in more) if r is not None]
        if own is None:
            return rungs
        fastest = self.speed(own, BURNOUT)
        return [
            r
            for r in rungs
            if (
                r.delta_v_m_s < own.delta_v_m_s
                if r.short == own.short
                else self.speed(r, BURNOUT) < fastest
            )
        ]

    def ranges_m_s(self, reading: str) -> list[tuple[float, float]]:
        """Speeds in a reading that the recipe makes, from slowest to fastest of each stretch."""
        found = [f.range_m_s(reading) for f in (self.held, self.short)]
        joined: list[tuple[float, float]] = []
        for low, high in sorted(one for one in found if one is not None):
            if joined and low <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(joined[-1][1], high)
            else:
                joined.append((low, high))
        return joined

    def kicks(self, rung: Rung, angle_rad: F) -> F:
        """Kick for each path angle at burnout; NaN below the flattest that stays off the ground."""
        return self._family(rung).kicks(rung.delta_v_m_s, angle_rad)

    def rocket(self, rung: Rung) -> Rocket:
        """The rocket itself."""
        return rocket(self._family(rung).recipe, rung.delta_v_m_s)

    def _family(self, rung: Rung) -> Family:
        return self.short if rung.short else self.held
