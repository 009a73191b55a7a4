"""Every coherent combination of alternatives that the measures leave different."""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from twoplustwo.search.worst.axes import Axes, Choice, Option
from twoplustwo.search.worst.base_position import BasePosition
from twoplustwo.search.worst.spans import Number, Sets

MOST_COMBINATIONS = 512


@dataclass(frozen=True)
class Combination:
    """One choice of every alternative: settings, and the numbers that stay open.

    A number that the measures fix, whatever is claimed of it, is not open.
    """

    sets: Sets
    numbers: tuple[Number, ...]

    @property
    def start(self) -> dict[str, float]:
        """The share of each open number at which a search sets out."""
        return {n.path: (n.start - n.low) / (n.high - n.low) for n in self.numbers}

    def at(self, shares: dict[str, float]) -> Sets:
        """All settings, the open numbers at their shares."""
        return self.sets + tuple((n.path, n.value_at(shares[n.path])) for n in self.numbers)


def combinations(found: Axes, ground: BasePosition) -> tuple[list[Combination], bool]:
    """Combinations of the alternatives, and whether these are all.

    Beyond `MOST_COMBINATIONS` each alternative is only taken with the first of all others.
    """
    numbers = _open(found.numbers, ground)
    choices = [distinct(choice, ground) for choice in found.choices]
    whole = math.prod(len(c) for c in choices) <= MOST_COMBINATIONS
    picked = list(itertools.product(*choices)) if whole else _one_at_a_time(choices)
    return [
        Combination(
            found.fixed + tuple(pair for option in some for pair in option.sets),
            numbers + tuple(n for option in some for n in _open(option.numbers, ground)),
        )
        for some in picked
    ], whole


def distinct(choice: Choice, ground: BasePosition) -> list[Option]:
    """The alternatives among which the measures leave a difference."""
    paths = sorted(
        {p for o in choice for p, _ in o.sets} | {n.path for o in choice for n in o.numbers}
    )
    kept: dict[object, Option] = {}
    for option in choice:
        still = _open(option.numbers, ground)
        # two intervals of one number that do not touch are two alternatives
        ends = tuple((n.path, *_ends(n, ground)) for n in still)
        mark = (ground.held(option.sets, paths), ends)
        kept.setdefault(mark, option)
    return list(kept.values())


def _open(numbers: Sequence[Number], ground: BasePosition) -> tuple[Number, ...]:
    return tuple(number for number in numbers if len({*_ends(number, ground)}) > 1)


def _ends(number: Number, ground: BasePosition) -> tuple[str, str]:
    """What is held at either end of a number."""
    low, high = (
        ground.held([(number.path, number.value_at(share))], [number.path]) for share in (0.0, 1.0)
    )
    return low, high


def _one_at_a_time(choices: list[list[Option]]) -> list[tuple[Option, ...]]:
    first = tuple(choice[0] for choice in choices)
    return [
        first,
        *(
            (*first[:i], option, *first[i + 1 :])
            for i, choice in enumerate(choices)
            for option in choice[1:]
        ),
    ]
