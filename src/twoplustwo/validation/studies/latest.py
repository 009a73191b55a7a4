"""Latest launch against a path of one's own making, by interceptors of one's own recipe."""

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.engagement.equivalent import Recipe
from twoplustwo.engagement.flyout import Sampling
from twoplustwo.engagement.ladder import Rung
from twoplustwo.engagement.reach import Limits, add_speed, nothing
from twoplustwo.engagement.window import window
from twoplustwo.physics.fly import Track
from twoplustwo.stages import records
from twoplustwo.stages.inputs import key
from twoplustwo.stages.reach import InterceptorReach
from twoplustwo.validation.studies.flights import drag, given
from twoplustwo.validation.studies.inputs import inputs

F = NDArray[np.float64]

POINTS = 4_096  # on each path: a step is a third of a second


def recipe() -> Recipe:
    """How the interceptor of the inputs is made, as held."""
    return records.recipe(given(), inputs()["interceptor"], drag()).items[0]


def defence(
    speed_m_s: float, made: Recipe | None = None, sampling: Sampling | None = None
) -> InterceptorReach:
    """Interceptors of one burnout speed at the site of the inputs, of the held recipe or not."""
    one, held = made or recipe(), given()
    reading = held.names(f"interceptors.{inputs()['interceptor']}.speed_reading")
    return InterceptorReach(
        records.Records([one], [key(*vars(one).values())]),
        records.Records([(speed_m_s,)], [key(speed_m_s)]),
        reading,
        records.place(held, f"sites.{inputs()['site']}.location"),
        records.counting(held),
        sampling,
    )


def own_rocket(shield: InterceptorReach) -> Rung:
    """The rocket of the claimed speed.

    Raises
    ------
    ValueError
        The recipe makes no such speed.
    """
    speed_m_s = shield.speeds.items[0][0]
    found = shield.made[0].rung(speed_m_s, shield.readings[0])
    if found is None:
        raise ValueError(f"the recipe does not make {speed_m_s:.0f} m/s")
    return found


def latest(shield: InterceptorReach, track: Track) -> F:
    """Latest launch [s after the threat's], by the union rule; NaN where nothing meets.

    Parameters
    ----------
    shield : Defence
        From `defence`.
    track : Track
        Shape (N, B).
    """
    c, own = shield.counts.items[0], own_rocket(shield)
    limits = Limits(
        shield.recipes.items[0].burn_time_s + c.kv_min_s, c.max_flight_s, c.min_closing_m_s
    )
    seen = window(track, c.settle_s, c.keep_out_m, tuple(shield.site.items[0]), POINTS).seen
    best = nothing(np.asarray(seen.time_s), details=False)
    for rung in (*shield.made[0].below(own), own):
        front = shield.front(0, rung)
        if front is not None:
            best = add_speed(best, front, seen, limits, shield.sampling)
    launch = np.asarray(best.launch_s).max(axis=0)
    return np.where(np.isfinite(launch), launch, np.nan)


def together(tracks: list[Track]) -> Track:
    """Several batches of paths as one."""
    return jax.tree.map(lambda *a: np.concatenate(a, axis=-1), *tracks)
