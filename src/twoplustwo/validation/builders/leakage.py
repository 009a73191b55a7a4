"""Leakage and shots: closed forms of the rule in the design; no question of the engine yet.

P(no leaker) = R_common (P_track [1 - (1 - p)^n])^W with W warheads, n shots at each, p the chance
of one shot, R_common what fails for the whole raid at once (D. Wilkening, Science and Global
Security 8, 1999, for R_common = 1; his k is the chance of a shot with its track).
"""

import math


def no_leaker(
    single_shot: float, shots: int, warheads: int, track: float = 1.0, common: float = 1.0
) -> float:
    """Chance that nothing leaks."""
    return common * (track * (1.0 - (1.0 - single_shot) ** shots)) ** warheads


def shots_needed(
    goal: float, single_shot: float, warheads: int, track: float = 1.0, common: float = 1.0
) -> float | str:
    """Shots at each warhead for a chance `goal` that nothing leaks, not rounded.

    ``not attainable`` where tracks and common failures alone already spoil the goal.
    """
    if common * track**warheads <= goal:
        return "not attainable"
    each = (goal / common) ** (1.0 / warheads) / track
    return math.log(1.0 - each) / math.log(1.0 - single_shot)


def single_shot_needed(goal: float, shots: int, warheads: int = 1) -> float:
    """Chance of one shot for which so many shots at each warhead give `goal`."""
    return 1.0 - (1.0 - goal ** (1.0 / warheads)) ** (1.0 / shots)
