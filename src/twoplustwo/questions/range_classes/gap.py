"""How far the range flown here is from the range in print, missile by missile and in words."""

from collections.abc import Sequence

from twoplustwo.cards.result import Headlined
from twoplustwo.questions.range_classes.classes import Missile
from twoplustwo.wording.names import Names, amounts, each

MUCH = 0.1  # of the range in print: more is said


def gap(one: Missile) -> float | None:
    """Range of the flight model over the range in print, less one; None where one is missing."""
    if one.model_m is None or not one.claimed_m:
        return None
    return one.model_m / one.claimed_m - 1.0


def furthest_off(missiles: Sequence[Missile], names: Names) -> Headlined | None:
    """The missile whose flight model is furthest from its range in print, and how many are off by
    more than a tenth; None where no missile has both ranges.
    """
    gaps = [(one, off) for one in missiles if (off := gap(one)) is not None]
    if not gaps:
        return None
    worst, off = max(gaps, key=lambda pair: abs(pair[1]))
    words = {
        **each("missile", worst.id, names),
        **amounts("flown", _km(worst.model_m)),
        **amounts("claimed", _km(worst.claimed_m)),
        "known": len(gaps),
        "much": sum(abs(one) > MUCH for _, one in gaps),
    }
    return Headlined("model_over_claimed", off, words, says="gap")


def _km(range_m: float | None) -> str:
    return "–" if range_m is None else f"{range_m / 1e3:,.0f} km".replace(",", "\u2009")
