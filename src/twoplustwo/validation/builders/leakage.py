"""Leakage and shots: the engine's own rule, and its closed forms turned round.

P(no leaker) = R_common (P_track [1 - (1 - p)^n])^W with W warheads, n shots at each, p the chance
of one shot, R_common what fails for the whole raid at once (D. Wilkening, Science and Global
Security 8, 1999, for R_common = 1; his k is the chance of a shot with its track).
"""

import math

from twoplustwo.engagement.leakage import Shield, log_no_leaker, needed, shared_out


def no_leaker(
    single_shot: float, shots: int, warheads: int, track: float = 1.0, common: float = 1.0
) -> float:
    """Chance that nothing leaks."""
    shield = Shield(single_shot, track, common)
    return math.exp(log_no_leaker(shield, shared_out(shots * warheads, warheads), warheads))


def shots_needed(
    goal: float, single_shot: float, warheads: int, track: float = 1.0, common: float = 1.0
) -> float | str:
    """Shots at each warhead for a chance `goal` that nothing leaks, not rounded.

    ``not attainable`` where tracks and common failures alone already spoil the goal.
    """
    found = needed(Shield(single_shot, track, common), warheads, goal)
    if math.isnan(found.interceptors):
        return "not attainable"
    each = (goal / found.limit) ** (1.0 / warheads)
    return math.log(1.0 - each) / math.log(1.0 - single_shot)


def single_shot_needed(goal: float, shots: int, warheads: int = 1) -> float:
    """Chance of one shot for which so many shots at each warhead give `goal`."""
    return 1.0 - (1.0 - goal ** (1.0 / warheads)) ** (1.0 / shots)
