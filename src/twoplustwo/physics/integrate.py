"""Classical Runge-Kutta of order four over tuples of arrays, for `lax.scan`."""

from collections.abc import Callable

import jax

from twoplustwo.physics.arrays import Array

State = tuple[Array, ...]


def rk4(rhs: Callable[[Array, State], State], t: Array, y: State, dt: Array) -> State:
    """One step of length `dt`, which may differ from flight to flight and may be negative."""

    def shifted(k: State, h: Array) -> State:
        return tuple(a + h * b for a, b in zip(y, k, strict=True))

    rhs = jax.jit(rhs)  # traced and lowered once for its four places
    half = 0.5 * dt
    k1 = rhs(t, y)
    k2 = rhs(t + half, shifted(k1, half))
    k3 = rhs(t + half, shifted(k2, half))
    k4 = rhs(t + dt, shifted(k3, dt))
    sixth = dt / 6.0
    return tuple(
        a + sixth * (b + 2.0 * (c + d) + e) for a, b, c, d, e in zip(y, k1, k2, k3, k4, strict=True)
    )
