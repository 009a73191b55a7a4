"""Which numbers of warheads and of interceptors are looked at."""

import re

import numpy as np

from twoplustwo.base.errors import OptionError

MOST_SIZES, MOST_WARHEADS = 200, 20000


def sizes_of(text: str) -> tuple[float, ...]:
    """Numbers of warheads out of an option, in order, each once.

    Raises
    ------
    OptionError
        Something in it is no whole number from 1 to the limit, or there are none or too many.
    """
    where, expected = "--option sizes", f"expected whole numbers, 1 to {MOST_WARHEADS}, e.g. 1 5 10"
    words = [word for word in re.split(r"[\s,]+", str(text)) if word]
    for word in words:
        if not (word.isascii() and word.isdigit()) or not 1 <= int(word) <= MOST_WARHEADS:
            raise OptionError(f"sizes: {word} is no number of warheads", where, expected)
    if not words:
        raise OptionError("sizes is empty", where, expected)
    if len(words) > MOST_SIZES:
        raise OptionError(
            f"sizes: {len(words)} numbers of warheads", where, f"at most {MOST_SIZES}"
        )
    return tuple(sorted({float(word) for word in words}))


def numbers_between(held: float, grown: float | None) -> tuple[float, ...]:
    """The number held, the number it could grow to, and 1, 2, 5, 10, 20, ... between them."""
    ends = {held} if grown is None else {held, grown}
    top = max(ends)
    steps = {m * 10.0**e for e in range(int(np.log10(max(top, 1.0))) + 1) for m in (1, 2, 5)}
    return tuple(sorted(ends | {one for one in steps if min(ends) < one < top}))
