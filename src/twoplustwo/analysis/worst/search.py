"""The search for one worst case."""

from twoplustwo.analysis.worst.looks import Looks
from twoplustwo.analysis.worst.record import Worst
from twoplustwo.scenario.position import Position

CORNERS, QUICK, THOROUGH = "corners", "quick", "thorough"


def search(looks: Looks, position: Position, column: str, most: bool, effort: str) -> Worst:
    """Not there yet."""
    raise NotImplementedError
