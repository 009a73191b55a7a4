"""One Runge-Kutta step against what the method says of equations that are solved by hand."""

import math
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.physics.integrate import rk4

steps = st.floats(-0.8, 0.8).filter(lambda h: abs(h) > 0.01)


@partial(jax.jit, static_argnames="rhs")
def step(rhs, t, y, h):
    return rk4(rhs, t, y, h)


def stepped(rhs, t: float, y: tuple[float, ...], h: float) -> np.ndarray:
    state = tuple(jnp.asarray([c]) for c in y)
    return np.array([float(c[0]) for c in step(rhs, jnp.asarray([t]), state, jnp.asarray([h]))])


def growth(_t, y):
    return y


def cubic(t, y):
    return (4 * t**3 - t**2 + 2.0 + 0.0 * y[0],)


def turn(_t, y):
    return -y[1], y[0]


@given(h=steps)
def test_growth_is_the_series_to_the_fourth_power(h):
    """y' = y: a method of order four with four stages gives e^h cut off after h^4 / 24."""
    series = sum(h**n / math.factorial(n) for n in range(5))
    assert stepped(growth, 0.0, (1.0,), h) == pytest.approx([series], rel=1e-14)


@given(t=st.floats(-2.0, 2.0), h=steps)
def test_it_integrates_cubics_of_time_exactly(t, h):
    """Where the slope depends on time alone, the step is Simpson's rule."""
    done = stepped(cubic, t, (7.0,), h)
    exact = ((t + h) ** 4 - t**4) - ((t + h) ** 3 - t**3) / 3 + 2 * h
    assert done[0] - 7.0 == pytest.approx(exact, rel=1e-10, abs=1e-12)


def test_components_move_together_and_errors_fall_with_the_fifth_power():
    """A turn in the plane: error of one step, h = 0.2 against 0.1."""

    def error(h):
        done = stepped(turn, 0.0, (1.0, 0.0), h)
        return np.hypot(*(done - [np.cos(h), np.sin(h)]))

    assert error(0.2) < 1e-5
    assert error(0.2) / error(0.1) == pytest.approx(32.0, rel=0.1)
