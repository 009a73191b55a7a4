"""Shapes in the signatures of the engine, held at every call in the tests; other hints are not.

Inside a jit a whole number may be traced, so that a checker of all hints would refuse it.
"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, get_args

from jaxtyping import AbstractArray


def held(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which refuses arrays of another shape than its signature says."""
    hints = dict(function.__annotations__)
    result = hints.pop("return", None)
    arrays = {name: hint for name, hint in hints.items() if _is_shape(hint)}
    if not arrays and not _shapes(result):
        return function
    signature = inspect.signature(function)

    @wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs).arguments
        for name, hint in arrays.items():
            if name in given:
                _check(f"{function.__qualname__}({name})", given[name], hint)
        out = function(*args, **kwargs)
        for i, hint in enumerate(_shapes(result)):
            _check(f"{function.__qualname__} gives", out if _is_shape(result) else out[i], hint)
        return out

    return checked


def _check(what: str, value: Any, hint: Any) -> None:
    if not isinstance(value, hint):
        raise TypeError(f"{what}: {getattr(value, 'shape', value)} is not {hint}")


def _is_shape(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, AbstractArray)


def _shapes(hint: Any) -> list[Any]:
    """The shape that a result has, or those of each of several."""
    several = get_args(hint)
    each = [hint] if _is_shape(hint) else [*several]
    return each if each and all(_is_shape(one) for one in each) else []
