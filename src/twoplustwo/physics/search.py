"""Two unknowns, two misses, many cases at once: Broyden's method, each case with its own leash."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

F = NDArray[np.float64]
Cases = NDArray[np.int_]

ITERATIONS = 24
SHORTEST_LEASH = 1e-6


class Bounds(NamedTuple):
    """Lowest and highest unknowns, shape (2, B), and the longest step of each, shape (2,)."""

    low: F
    high: F
    step: F


def search(
    miss: Callable[[Cases, F], F],
    x: Float[np.ndarray, "2 B"],
    jacobian: Float[np.ndarray, "2 2 B"],
    bounds: Bounds,
    near_m: float,
) -> tuple[Float[np.ndarray, "2 B"], Float[np.ndarray, "2 B"]]:
    """Bring each miss below `near_m`; cases that are solved or stuck drop out.

    Parameters
    ----------
    miss : callable
        From case numbers (n,) and unknowns (2, n) to misses [m], (2, n); NaN where there is none.
    x : ndarray, shape (2, B)
        First guess.
    jacobian : ndarray, shape (2, 2, B)
        First guess of d(miss) / d(unknown); Broyden's updates mend it.
    bounds : Bounds
    near_m : float

    Returns
    -------
    x, miss : ndarray, shape (2, B)
        The best found.
    """
    x, jacobian = np.clip(x, bounds.low, bounds.high), jacobian.copy()
    todo = np.arange(x.shape[1])
    best = miss(todo, x) if len(todo) else np.zeros_like(x)
    best = np.where(np.isnan(best), np.inf, best)
    leash = np.ones(x.shape[1])
    for _ in range(ITERATIONS):
        todo = todo[(_size(best[:, todo]) > near_m) & (leash[todo] > SHORTEST_LEASH)]
        if not len(todo):
            break
        old, had = x[:, todo], best[:, todo]
        step = _newton(jacobian[:, :, todo], had)
        longest = np.max(np.abs(step) / bounds.step[:, None], axis=0)
        step = step / np.maximum(longest / leash[todo], 1.0)
        new = np.clip(old + step, bounds.low[:, todo], bounds.high[:, todo])
        got = miss(todo, new)
        flew = ~np.isnan(got).any(axis=0) & np.isfinite(had).all(axis=0)
        dx, dm = new - old, got - had
        moved = flew & (_size(dx / bounds.step[:, None]) > 0.0)
        changed = _broyden(jacobian[:, :, todo], dx, dm, bounds.step)
        jacobian[:, :, todo] = np.where(moved, changed, jacobian[:, :, todo])
        better = _size(got) < _size(had)
        x[:, todo] = np.where(better, new, old)
        best[:, todo] = np.where(better, got, had)
        length = np.max(np.abs(dx) / bounds.step[:, None], axis=0)
        leash[todo] = np.where(better, np.minimum(2.0 * leash[todo], 1.0), 0.25 * length)
    return x, best


def _size(m: F) -> F:
    return np.hypot(m[0], m[1])


def _newton(jac: F, miss: F) -> F:
    """Step that would undo the miss, (2, n)."""
    det = jac[0, 0] * jac[1, 1] - jac[0, 1] * jac[1, 0]
    det = np.where(np.abs(det) < 1.0, 1.0, det)
    m = np.where(np.isfinite(miss), miss, 0.0)
    return (
        -np.stack([jac[1, 1] * m[0] - jac[0, 1] * m[1], jac[0, 0] * m[1] - jac[1, 0] * m[0]]) / det
    )


def _broyden(jac: F, dx: F, dm: F, unit: F) -> F:
    """Good Broyden update of each 2 x 2 matrix, axes (miss, unknown, case)."""
    weighted = dx / unit[:, None] ** 2
    length = np.maximum((dx * weighted).sum(axis=0), 1e-30)
    change = dm - np.einsum("ijb,jb->ib", jac, dx)
    with np.errstate(invalid="ignore"):
        return jac + change[:, None] * weighted[None] / length
