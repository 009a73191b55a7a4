"""How many floating-point operations a compiled function does, loops counted as often as they run.

XLA's own cost analysis counts the body of a loop once. So the operations of the traced program are
counted here twice, with every loop as often as it runs and once; the ratio of the two, times XLA's
count of what is left after its optimisation, is the number.
"""

from collections.abc import Callable
from math import prod
from typing import Any

import jax

ONE_EACH = {
    "add",
    "sub",
    "mul",
    "div",
    "neg",
    "max",
    "min",
    "abs",
    "sqrt",
    "rsqrt",
    "exp",
    "log",
    "sin",
    "cos",
    "atan2",
    "acos",
    "asin",
    "pow",
    "square",
    "log1p",
    "expm1",
    "clamp",
    "add_any",
    "tan",
}


def operations(function: Callable[..., Any], *arguments: Any, trips: int) -> dict[str, float]:
    """Operations of one call.

    Parameters
    ----------
    function : callable
        To be traced.
    *arguments
        Of one call.
    trips : int
        How often a loop runs whose length is no constant of the program.
    """
    traced = jax.make_jaxpr(function)(*arguments).jaxpr
    often, once = (_count(traced, trips, many) for many in (True, False))
    cost = jax.jit(function).lower(*arguments).compile().cost_analysis()
    cost = cost[0] if isinstance(cost, list) else cost
    xla = float(cost["flops"]) + float(cost.get("transcendentals", 0.0))
    return {"operations": xla * often / once, "traced": often, "optimised_share": xla / once}


def _count(jaxpr: Any, trips: int, many: bool) -> float:
    total = 0.0
    for equation in jaxpr.eqns:
        name, parameters = equation.primitive.name, equation.params
        size = max((prod(v.aval.shape) for v in equation.outvars), default=0)
        if name in ONE_EACH and _is_float(equation.outvars[0]):
            total += size
        elif name == "integer_pow":
            total += size * (abs(parameters["y"]) - 1)
        elif name == "reduce_sum":
            total += prod(equation.invars[0].aval.shape)
        elif name == "scan":
            inner = _count(parameters["jaxpr"].jaxpr, trips, many)
            total += inner * (parameters["length"] if many else 1)
        elif name == "while":
            inner = _count(parameters["body_jaxpr"].jaxpr, trips, many)
            total += inner * (trips if many else 1)
        elif name == "cond":
            total += max(_count(b.jaxpr, trips, many) for b in parameters["branches"])
        else:
            for key in ("jaxpr", "call_jaxpr"):
                if key in parameters:
                    inner = parameters[key]
                    total += _count(getattr(inner, "jaxpr", inner), trips, many)
    return total


def _is_float(variable: Any) -> bool:
    return bool(jax.numpy.issubdtype(variable.aval.dtype, jax.numpy.floating))
