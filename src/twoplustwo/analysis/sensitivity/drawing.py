"""Headlines at all draws of all positions: screened, drawn, and the rest checked together."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.analysis.sensitivity.options import Options
from twoplustwo.analysis.sensitivity.screen import HELD, Screen, Screened, check_points
from twoplustwo.answers.answer import Answer, Assumption, Headline
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.runs.evaluate import Evaluation, Evaluator
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


def headlines(want: Options, answer: Answer) -> list[Headline]:
    """Those of an answer that are looked at, the question's own first."""
    return [answer.headline, *(answer.headlines if want.every_headline else ())]


class _Draws(NamedTuple):
    """What is drawn at one position: its open claims, and the headlines that are looked at."""

    position: Position
    claims: list[Assumption]
    names: list[str]

    def at(self, points: F) -> list[Position]:
        """The positions of drawn points; none where nothing is open."""
        return positions_of_draws(self.position, self.claims, points) if self.claims else []


def evaluate(
    want: Options, positions: Sequence[Position], answers: Sequence[Answer], dossier: Dossier
) -> list[Drawn]:
    """Every position's draws, all positions together so that they share what they can."""
    evaluator = Evaluator(want.of, dossier, want.where)
    asked: dict[Position, set[Position]] = {position: set() for position in positions}
    claims = [open_claims(a) if a.headline.value is not None else [] for a in answers]
    names = [[h.column for h in headlines(want, a)] for a in answers]
    every = [_Draws(*three) for three in zip(positions, claims, names, strict=True)]

    def ask(points: Sequence[F], label: str) -> list[dict[str, F]]:
        """Headlines of each position at its points, those of all positions as one batch."""
        places = [
            draws.at(some) if some.size else [] for draws, some in zip(every, points, strict=True)
        ]
        evaluator.at([place for some in places for place in some], label)
        for draws, some in zip(every, places, strict=True):
            asked[draws.position].update(some)
        return [
            _columns(evaluator.at(some), draws.names)
            for draws, some in zip(every, places, strict=True)
        ]

    screened: list[Screened | None] = [None] * len(every)
    if want.screened:
        screens = [Screen(len(some)) for some in claims]
        first = ask([screen.first() for screen in screens], "one claim at a time")
        second = [
            screen.second(x) if some else np.zeros((0, 0))
            for screen, x, some in zip(screens, first, claims, strict=True)
        ]
        again = ask(second, "the same from other places")
        rounds = zip(screens, first, again, claims, strict=True)
        screened = [screen.done(x, y) if some else None for screen, x, y, some in rounds]
    cubes = [_cube(want, len(some), one) for some, one in zip(claims, screened, strict=True)]
    drawn_at = ask([cube for cube, _, _ in cubes], "draws")
    more = ask([points for _, points, _ in cubes], "the rest together")
    return [
        Drawn(
            answer,
            draws.claims,
            found,
            {n: _split(x[n], len(draws.claims)) for n in x} if draws.claims else {},
            {n: np.stack([x[n][which], y[n]]) for n in x} if draws.claims else {},
            len(asked[draws.position]),
        )
        for answer, draws, found, x, y, (_, _, which) in zip(
            answers, every, screened, drawn_at, more, cubes, strict=True
        )
    ]


def _columns(evaluations: Sequence[Evaluation], names: Sequence[str]) -> dict[str, F]:
    """Headlines as columns; NaN where there is none."""
    return {
        name: np.array([found.headlines.get(name, np.nan) for found in evaluations])
        for name in names
    }


def _cube(
    want: Options, parameters: int, screened: Screened | None
) -> tuple[F, F, NDArray[np.int_]]:
    """All draws, shape (parameters, draws); the points of the check, and whom each goes with."""
    checked = np.zeros((parameters, 0)), np.zeros(0, dtype=int)
    if not parameters:
        return np.zeros((0, 0)), checked[0], checked[1]
    a, b = (stepped(x, want.steps) for x in two_samples(want.samples, parameters, want.seed))
    if screened is not None:
        checked = check_points(screened.drawn, screened.small, a, b, CHECKED)
        a, b = (np.where(screened.drawn[:, None], x, HELD) for x in (a, b))
    cube = np.concatenate([a[None], b[None], saltelli_matrices(a, b)])
    points, which = checked
    return np.moveaxis(cube, 1, 0).reshape(parameters, -1), points, which


def _split(flat: F, parameters: int) -> tuple[F, F, F]:
    by_sample = flat.reshape(parameters + 2, -1)
    return by_sample[0], by_sample[1], by_sample[2:]
