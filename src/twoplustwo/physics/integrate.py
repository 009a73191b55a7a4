"""Classical Runge-Kutta of order four over tuples of arrays, for `lax.scan`."""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from twoplustwo.physics.arrays import Array

State = tuple[Array, ...]


def rk4(rhs: Callable[[Array, State], State], t: Array, y: State, dt: Array) -> State:
    """One step of length `dt`, which may differ from flight to flight and may be negative.

    The four stages are a scan of their own: the right-hand side is compiled once, not four times
    (measured: a third of the compile time, and flights as fast within a tenth).
    """

    def stage(carry: tuple[State, State], x: tuple[Array, Array]) -> tuple[tuple, None]:
        slope, total = carry
        share, weight = x
        h = share * dt
        slope = rhs(t + h, tuple(a + h * b for a, b in zip(y, slope, strict=True)))
        return (slope, tuple(a + weight * b for a, b in zip(total, slope, strict=True))), None

    nil = tuple(jnp.zeros_like(a) for a in y)
    shares, weights = jnp.array([0.0, 0.5, 0.5, 1.0]), jnp.array([1.0, 2.0, 2.0, 1.0]) / 6.0
    (_, total), _ = jax.lax.scan(stage, (nil, nil), (shares, weights))
    return tuple(a + dt * b for a, b in zip(y, total, strict=True))
