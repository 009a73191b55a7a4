"""Aim at ten thousand places, against flying there: how many flights' worth does the aim cost?

The tables of a launch place (a fan of flights) are made once for any number of aim points; what
they cost is a row of its own.
"""

import numpy as np

from clock import once, race
from missile import MISSILE, aim_points
from ours import fly_all
from row import Row
from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.boost import Launch

ORDER = 2
TITLE = "Aim: 10,000 places, against flying there"
TARGET = "at most 8 times the cost of flying them"
COUNT, ROUNDS, MOST = 10_000, 3, 8.0


def run() -> list[Row]:
    """Measure."""
    places = aim_points(COUNT)
    aimer = Aimer(MISSILE)
    aimer.solve(*(a[:600] for a in places))  # compiles
    fly_all(MISSILE, _all(aimer.solve(*(a[:600] for a in places)).launch, 600))
    anew = once(lambda: Aimer(MISSILE).solve(*(a[:1] for a in places)))
    solved = aimer.solve(*places)
    launch = _all(solved.launch, COUNT)
    took = race(
        {"fly": lambda: fly_all(MISSILE, launch), "aim": lambda: aimer.solve(*places)}, ROUNDS
    )
    fly, aim = took["fly"], took["aim"]
    reached = float((solved.outcome == REACHED).mean())
    ratio = aim.best_s / fly.best_s
    note = f"{reached:.2%} of the places reached; {solved.flights / COUNT:.3g} flights a place"
    return [
        Row("fly there", _figures(fly.best_s, fly.cpu_s, 1.0)),
        Row(
            "aim",
            _figures(aim.best_s, aim.cpu_s, ratio),
            f"at most {MOST:.0f} x",
            ratio <= MOST,
            note,
        ),
        Row(
            "tables of one launch place",
            _figures(anew.best_s, anew.cpu_s, anew.best_s / fly.best_s),
        ),
    ]


def _figures(wall_s: float, cpu_s: float, ratio: float) -> dict[str, float]:
    return {"wall_s": wall_s, "cpu_s": cpu_s, "of_flying": ratio}


def _all(launch: Launch, count: int) -> Launch:
    return Launch(*(np.broadcast_to(np.asarray(a, dtype=float), count) for a in launch))
