"""Draws from the own intervals of the claims that a position holds and a question reads."""

from collections.abc import Sequence
from dataclasses import replace
from math import isnan

import numpy as np
from numpy.typing import NDArray
from scipy.stats import qmc

from twoplustwo.answers.answer import Answer, Assumption
from twoplustwo.base.seeds import generator
from twoplustwo.positions.position import Position

F = NDArray[np.float64]


def open_claims(answer: Answer) -> list[Assumption]:
    """What an answer read whose held claim is an interval, by path; alternatives are none."""
    found = [
        assumption
        for assumption in answer.assumptions
        if assumption.low is not None
        and assumption.high is not None
        and assumption.low < assumption.high
    ]
    return sorted(found, key=lambda one: one.parameter)


def two_samples(count: int, parameters: int, seed: int) -> tuple[F, F]:
    """Two independent samples of the unit cube, as Saltelli's scheme needs them.

    They are the halves of one scrambled Sobol' sequence in twice as many dimensions, as in
    ``scipy.stats.sobol_indices``. Who asks does not matter: equal seeds and equal numbers of
    parameters give equal samples.

    Parameters
    ----------
    count : int
        Points of each, a power of two.
    parameters : int
        Dimensions, at least one.
    seed : int
        Root seed.

    Returns
    -------
    a, b : ndarray, shape (parameters, count)
    """
    points = qmc.Sobol(2 * parameters, rng=generator(seed, 0)).random(count).T
    return points[:parameters], points[parameters:]


def saltelli_matrices(a: F, b: F) -> F:
    """Sample `a` with one parameter at a time taken from `b`; shape (parameters, ...)."""
    mixed = np.tile(a, (len(a), 1, 1))
    which = np.arange(len(a))
    mixed[which, which] = b
    return mixed


def stepped(cube: F, steps: int) -> F:
    """Points of the unit cube moved to the middle of even steps.

    Flights and flyouts are then shared between draws; the variance of each parameter is smaller
    by one part in `steps` squared, of all parameters alike.
    """
    return (np.floor(cube * steps) + 0.5) / steps


def positions_of_draws(position: Position, claims: Sequence[Assumption], cube: F) -> list[Position]:
    """The position with every open claim set to its draw.

    Parameters
    ----------
    position : Position
    claims : sequence of Assumption
        With the ends of their intervals.
    cube : ndarray, shape (len(claims), draws)
        Where in its interval each draw lies, 0 to 1; NaN for the value that is held.
    """
    names = [claim.parameter for claim in claims]
    kept = tuple(pair for pair in position.sets if pair[0] not in names)
    texts = [
        [_text(one, share) for share in row.tolist()] for one, row in zip(claims, cube, strict=True)
    ]
    return [
        replace(position, sets=(*kept, *zip(names, row, strict=True)))
        for row in zip(*texts, strict=True)
    ]


def _text(claim: Assumption, share: float) -> str:
    low, high = float(claim.low or 0.0), float(claim.high or 0.0)
    # the ends exactly as they are held: who tries them elsewhere asks at the same position
    value = claim.value if isnan(share) else high if share == 1.0 else low + (high - low) * share
    return f"{value!r} {claim.unit}".strip()
