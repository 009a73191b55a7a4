"""Asking one question again and again: nothing new, then something new each time."""

import statistics
import time
from collections.abc import Callable, Iterator
from itertools import count
from typing import NamedTuple

from twoplustwo.dossier.models import Dossier
from twoplustwo.runs.ask import ask


class Asked(NamedTuple):
    """Seconds from question to answer, over some rounds."""

    best_s: float
    median_s: float
    first_s: float


def again(question: str, dossier: Dossier, positions: Iterator[str], rounds: int) -> Asked:
    """Ask for position after position; the first may compile and is told apart."""
    walls = []
    for position, _ in zip(positions, range(rounds + 1), strict=False):
        start = time.perf_counter()
        ask(question, [position], dossier)
        walls.append(time.perf_counter() - start)
    return Asked(min(walls[1:]), statistics.median(walls[1:]), walls[0])


def same(position: str) -> Iterator[str]:
    """The same position for ever."""
    return (position for _ in count())


def stepped(position: str, path: str, value: Callable[[int], str]) -> Iterator[str]:
    """The position with a parameter set to something new each time."""
    return (f"{position}+set:{path}={value(i)}" for i in count())
