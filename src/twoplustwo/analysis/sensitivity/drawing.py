"""Headlines at all draws of all positions: screened, drawn, and the rest checked together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.analysis.sensitivity.options import Chosen
from twoplustwo.analysis.sensitivity.screen import HELD, Screen, Screened, rest
from twoplustwo.answers.answer import Answer, Assumption, Headline
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.runs.batches import batches
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.search.draws import (
    open_claims,
    positions_of_draws,
    saltelli_matrices,
    stepped,
    two_samples,
)

F = NDArray[np.float64]

CHECKED = 8  # draws at which what moves little is moved too, all together


class Drawn(NamedTuple):
    """One position: its answer, its open claims, and its headlines at all draws.

    Parameters
    ----------
    answer : Answer
    claims : list of Assumption
    screened : Screened or None
        What was found of each claim; None where every claim is drawn.
    values : dict
        Headline to (a, b, exchanged), as `indices.indices` reads them.
    rest : dict
        Headline to pairs of it, shape (2, k): as drawn, and with what moves little drawn too.
    asked : int
        Distinct positions that this took.
    """

    answer: Answer
    claims: list[Assumption]
    screened: Screened | None
    values: dict[str, tuple[F, F, F]]
    rest: dict[str, F]
    asked: int

    def is_drawn(self, claim: int) -> bool:
        """Whether a claim was drawn; if not, screening found that it moves next to nothing."""
        return self.screened is None or bool(self.screened.drawn[claim])


def headlines(want: Chosen, answer: Answer) -> list[Headline]:
    """Those of an answer that are looked at, the question's own first."""
    return [answer.headline, *(answer.headlines if want.every_headline else ())]


def evaluate(
    want: Chosen, positions: Sequence[Position], answers: Sequence[Answer], dossier: Dossier
) -> list[Drawn]:
    """Every position's draws, all positions together so that they share what they can."""
    known = _Known(want, dossier)
    claims = [open_claims(a) if a.headline.value is not None else [] for a in answers]
    names = [[h.column for h in headlines(want, a)] for a in answers]
    every = list(zip(positions, claims, names, strict=True))
    found: list[Screened | None] = [None] * len(every)
    if want.screened:
        screens = [Screen(len(mine)) for mine in claims]
        first = known.at(every, [one.first() for one in screens], "one claim at a time")
        second = [
            one.second(x) if mine else np.zeros((0, 0))
            for one, x, mine in zip(screens, first, claims, strict=True)
        ]
        again = known.at(every, second, "the same from other places")
        rounds = zip(screens, first, again, claims, strict=True)
        found = [one.done(x, y) if mine else None for one, x, y, mine in rounds]
    cubes = [_cube(want, len(mine), one) for mine, one in zip(claims, found, strict=True)]
    drawn_at = known.at(every, [cube for cube, _, _ in cubes], "draws")
    more = known.at(every, [points for _, points, _ in cubes], "the rest together")
    return [
        Drawn(
            answer,
            mine,
            one,
            {n: _split(x[n], len(mine)) for n in x} if mine else {},
            {n: np.stack([x[n][which], y[n]]) for n in x} if mine else {},
            known.asked(position),
        )
        for answer, mine, one, x, y, (_, _, which), position in zip(
            answers, claims, found, drawn_at, more, cubes, positions, strict=True
        )
    ]


def _cube(
    want: Chosen, parameters: int, screened: Screened | None
) -> tuple[F, F, NDArray[np.int_]]:
    """All draws, shape (parameters, draws); the points of the check, and whom each goes with."""
    checked = np.zeros((parameters, 0)), np.zeros(0, dtype=int)
    if not parameters:
        return np.zeros((0, 0)), checked[0], checked[1]
    a, b = (stepped(x, want.steps) for x in two_samples(want.samples, parameters, want.seed))
    if screened is not None:
        checked = rest(screened.drawn, screened.small, a, b, CHECKED)
        a, b = (np.where(screened.drawn[:, None], x, HELD) for x in (a, b))
    cube = np.concatenate([a[None], b[None], saltelli_matrices(a, b)])
    points, which = checked
    return np.moveaxis(cube, 1, 0).reshape(parameters, -1), points, which


def _split(flat: F, parameters: int) -> tuple[F, F, F]:
    by_sample = flat.reshape(parameters + 2, -1)
    return by_sample[0], by_sample[1], by_sample[2:]


class _Known:
    """Headlines at each distinct position, asked once."""

    def __init__(self, want: Chosen, dossier: Dossier) -> None:
        self._want, self._dossier = want, dossier
        self._found: dict[Position, Mapping[str, float]] = {}
        self._asked: dict[Position, set[Position]] = {}

    def at(
        self,
        every: Sequence[tuple[Position, list[Assumption], list[str]]],
        points: Sequence[F],
        label: str,
    ) -> list[dict[str, F]]:
        """Headlines of each position at its points; those of all positions as one batch, in which
        neighbours share most of what they read."""
        places = [
            positions_of_draws(position, mine, cube) if mine and cube.size else []
            for (position, mine, _), cube in zip(every, points, strict=True)
        ]
        self._ask([one for some in places for one in some], label)
        for (position, *_), some in zip(every, places, strict=True):
            self._asked.setdefault(position, set()).update(some)
        return [
            {name: np.array([self._found[one].get(name, np.nan) for one in some]) for name in names}
            for (_, _, names), some in zip(every, places, strict=True)
        ]

    def asked(self, position: Position) -> int:
        """How many distinct positions one took."""
        return len(self._asked[position])

    def _ask(self, positions: Sequence[Position], label: str) -> None:
        new = [one for one in positions if one not in self._found]
        for some in batches(new, label):
            columns = headline_values(self._want.of, some, self._dossier, **self._want.where)
            for i, position in enumerate(some):
                self._found[position] = {name: float(x[i]) for name, x in columns.items()}
