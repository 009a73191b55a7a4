"""Whether a measure removes what a question is about, so that its answer is zero in advance."""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from twoplustwo.dossier.models import Measure


def leaves_nothing(measure: Measure, nothing_without: Sequence[str]) -> bool:
    """Whether a measure sets a number to 0 without which every value asked is zero.

    Parameters
    ----------
    measure : Measure
    nothing_without : sequence of str
        Patterns of such numbers, as cards give them for a column.
    """
    return any(
        a.do in ("set", "at_most") and a.text.strip() == "0" and fnmatchcase(a.parameter, pattern)
        for a in measure.does
        for pattern in nothing_without
    )
