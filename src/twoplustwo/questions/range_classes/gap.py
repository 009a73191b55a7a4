"""How far the range flown here is from the range in print, missile by missile and in words."""

from collections.abc import Sequence

from twoplustwo.question_cards.result import HeadlineValue
from twoplustwo.questions.range_classes.classes import Missile
from twoplustwo.wording.figures import grouped
from twoplustwo.wording.names import Names, localized_name, localized_quantity

MUCH = 0.1  # of the range in print: more is said


def gap(one: Missile) -> float | None:
    """Range of the flight model over the range in print, less one; None where one is missing."""
    if one.model_m is None or not one.claimed_m:
        return None
    return one.model_m / one.claimed_m - 1.0


def furthest_off(missiles: Sequence[Missile], names: Names) -> HeadlineValue | None:
    """The missile whose flight model is furthest from its range in print, and how many are off by
    more than a tenth; None where no missile has both ranges.
    """
    gaps = [(one, off) for one in missiles if (off := gap(one)) is not None]
    if not gaps:
        return None
    worst, off = max(gaps, key=lambda pair: abs(pair[1]))
    words = {
        **localized_name("missile", worst.id, names),
        **localized_quantity("flown", _km(worst.model_m)),
        **localized_quantity("claimed", _km(worst.claimed_m)),
        "known": len(gaps),
        "much": sum(abs(one) > MUCH for _, one in gaps),
    }
    return HeadlineValue("model_over_claimed", off, words, case="gap")


def _km(range_m: float | None) -> str:
    return "–" if range_m is None else f"{grouped(range_m / 1e3)} km"
