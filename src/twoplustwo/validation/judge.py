"""Whether our result agrees with a published one, and whether the status of the case is true."""

import math

from twoplustwo.validation.cases import AGREES, DIFFERS, NOT_RUN, OPEN, Case

Ours = float | str


def difference(case: Case, ours: Ours) -> float | None:
    """How far `ours` lies from what was published, in SI: 0 inside an interval, None for words."""
    expected = case.expected
    if expected is None or expected.is_word or isinstance(ours, str) or not math.isfinite(ours):
        return None
    nearest = min(max(ours, expected.low), expected.high)
    apart = ours - nearest
    # the last bits of a number are no difference
    return apart if abs(apart) > 1e-12 * abs(nearest) else 0.0


def agrees(case: Case, ours: Ours) -> bool:
    """Whether the difference is within the tolerance; words must be the same."""
    if case.expected is None:
        return False
    if case.expected.is_word:
        return ours == case.expected.word
    apart = difference(case, ours)
    return apart is not None and abs(apart) <= case.tolerance * (1.0 + 1e-12)


def judge(case: Case, ours: Ours) -> str:
    """The status that the result deserves.

    A case that does not agree is `open` if it says so, else `differs` where an explanation stands,
    else `open`. A case that was not run stays so.
    """
    if case.status == NOT_RUN:
        return NOT_RUN
    if agrees(case, ours):
        return AGREES
    return DIFFERS if case.explanation and case.status != OPEN else OPEN
