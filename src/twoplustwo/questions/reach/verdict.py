"""The verdict on every pair of one position, and the headlines that follow from it."""

from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.outcomes import Outcome
from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.timeline import Commit
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.question_cards.result import HeadlineValue
from twoplustwo.questions.reach import meeting
from twoplustwo.questions.reach.left_out import left_out
from twoplustwo.stages.pairs import BaseTargetPairs
from twoplustwo.wording.denominators import flight_counts
from twoplustwo.wording.figures import enough_digits_for_tests, quantity_text, range_text
from twoplustwo.wording.locale import decimal
from twoplustwo.wording.names import localized_name, localized_quantity, localized_share

F = NDArray[np.float64]


class Ending(IntEnum):
    """How a pair ends, as a number that arrays hold."""

    MET = 0
    TOO_LATE = 1
    OUT_OF_REACH = 2
    NEVER_TRACKED = 3
    THREAT_CANNOT_REACH = 4
    NO_INTERCEPTOR = 5


OUTCOMES = tuple(Outcome[ending.name] for ending in Ending)
EXAMPLE = {
    Ending.MET: "example_met",
    Ending.TOO_LATE: "example_late",
    Ending.OUT_OF_REACH: "example_out_of_reach",
    Ending.NEVER_TRACKED: "example_never_tracked",
    Ending.THREAT_CANNOT_REACH: "example_cannot",
    Ending.NO_INTERCEPTOR: "quiet",
}
"""The sentence of the example, by how it ends."""
NO_MARGIN = tuple(Criterion("margin", sign, 0.0, "s") for sign in "<>")
CLIPPED_S = 600.0  # margins beyond this guide a search no more than this


class Verdict(NamedTuple):
    """All pairs of one position, in their order; NaN where there is no such time."""

    code: NDArray[np.int_]  # an `Ending`, which is a place in `OUTCOMES`
    latest_launch_s: F
    commit_delay_s: F
    closing_m_s: F  # at the meeting of the latest launch
    crossing_rad: F  # between the two velocities there


def verdict(
    count: int, point: NDArray[np.int_], peak: Latest, commit: Commit, stands: bool = True
) -> Verdict:
    """Compare the latest launch with the commit.

    Parameters
    ----------
    count : int
        Pairs.
    point : ndarray, shape (B,)
        Which pair each flight serves; the others are out of their missile's range.
    peak : Latest
        Latest launch of each flight, shape (1, B).
    commit : Commit
        Of each flight.
    stands : bool
        Whether there are interceptors.
    """
    late, delay, closing, crossing = (np.full(count, np.nan) for _ in range(4))
    best = np.asarray(peak.launch_s)[0]
    meets = np.isfinite(best) & stands
    late[point] = np.where(meets, best, np.nan)
    closing[point] = np.where(meets, np.asarray(peak.closing_m_s)[0], np.nan)
    crossing[point] = np.where(meets, np.asarray(peak.crossing_rad)[0], np.nan)
    delay[point] = np.where(np.isfinite(commit.delay_s), commit.delay_s, np.nan)
    in_time = np.where(late >= delay, Ending.MET, Ending.TOO_LATE)
    tracked = np.where(np.isnan(delay), Ending.NEVER_TRACKED, in_time)
    nowhere = Ending.OUT_OF_REACH if stands else Ending.NO_INTERCEPTOR
    code = np.full(count, Ending.THREAT_CANNOT_REACH)
    code[point] = np.where(np.isnan(late), nowhere, tracked)[point]
    return Verdict(code, late, delay, closing, crossing)


class ReachHeadlines(NamedTuple):
    """Headlines of one position, what searches climb by, and how many flights they are over."""

    headlines: tuple[HeadlineValue, ...]
    guides: dict[str, float]
    over: dict[str, str]


def headlines(
    pairs: BaseTargetPairs, position: int, verdicts: Verdict, stands: bool = True
) -> ReachHeadlines:
    """Shares of the flights, plain and weighted by missiles, and margins, each with its words.

    All are over the pairs whose missile gets there. A pair has no margin where nothing may be
    launched or nothing meets it; where that is so in the middle of the order, the median is none.
    """
    met = verdicts.code == Ending.MET
    flown = verdicts.code != Ending.THREAT_CANNOT_REACH
    share = float(met.sum() / flown.sum()) if flown.any() else None
    weight = np.where(flown, np.repeat(pairs.weights(position), len(pairs.targets)), 0.0)
    weighted = float((weight * met).sum() / weight.sum()) if weight.sum() > 0 else None
    margin = (verdicts.latest_launch_s - verdicts.commit_delay_s)[flown]
    known = margin[np.isfinite(margin)]
    largest = float(known.max()) if known.size else None
    median = _median(margin)
    not_flown = left_out(pairs, position, ~flown)
    counts = {
        "met": int(met.sum()),
        **flight_counts(len(flown), int(flown.sum()), not_flown),
        **localized_share("share", share),
    }
    margin_words = {
        "without": len(margin) - len(known),
        "flights": len(margin),
        **localized_quantity("largest", seconds(largest)),
        **localized_quantity("median", seconds(median)),
        **localized_quantity("missed", seconds(None if largest is None else -largest)),
    }
    if not flown.any():
        first = "nothing_flies"
    elif not stands:
        first = "no_interceptors"
    else:
        first = "headline" if met.any() else "none_met"
    margins = _about_margins(largest, median)
    return ReachHeadlines(
        (
            HeadlineValue("share_reachable", share, counts, case=first),
            HeadlineValue(
                "share_reachable_weighted",
                weighted,
                localized_share("share", weighted),
                case="quiet" if weighted is None else "weighted",
            ),
            HeadlineValue("best_margin_s", largest, margin_words, show="s", case=margins),
            HeadlineValue("median_margin_s", median, margin_words, show="s", case=margins),
            met_how(verdicts),
            example(pairs, position, verdicts),
        ),
        {"margin_guide_s": _guide(margin)},
        dict.fromkeys(LANGUAGES, str(int(flown.sum()))),
    )


def _about_margins(largest: float | None, median: float | None) -> str:
    if largest is None:
        return "quiet"
    if largest < 0.0:
        return "always_late"
    return "half_without_margin" if median is None else "margins"


def _median(margin: F) -> float | None:
    """Median where a pair without a margin is worse than any; None where it falls on one."""
    if not margin.size:
        return None
    order = np.sort(np.where(np.isfinite(margin), margin, -np.inf))
    middle = order[(len(order) - 1) // 2], order[len(order) // 2]
    return float(np.mean(middle)) if np.isfinite(middle[0]) else None


def _guide(margin: F) -> float:
    """A median that always is a number: clipped either way, at the worst where there is none."""
    if not margin.size:
        return np.nan
    known = np.where(np.isfinite(margin), margin, -CLIPPED_S)
    return float(np.median(np.clip(known, -CLIPPED_S, CLIPPED_S)))


def met_how(verdicts: Verdict) -> HeadlineValue:
    """How the flights met are met at the latest: closing speed, and chase, crossing or head-on."""
    met = verdicts.code == Ending.MET
    closing = verdicts.closing_m_s[met]
    if not closing.size:
        return HeadlineValue("median_closing_m_s", None, {}, show="m/s", case="quiet")
    sorts = meeting.sort(verdicts.crossing_rad[met])
    words: dict[str, Any] = {sort: int((sorts == sort).sum()) for sort in meeting.SORTS}
    for lang in LANGUAGES:
        low, high = (
            quantity_text(f"{v / 1e3:.1f} km/s", lang) for v in (closing.min(), closing.max())
        )
        words[f"closing_{lang}"] = range_text(low, high, lang)
    return HeadlineValue(
        "median_closing_m_s", float(np.median(closing)), words, show="m/s", case="met_how"
    )


def example(pairs: BaseTargetPairs, position: int, verdicts: Verdict) -> HeadlineValue:
    """The pair that stands for all, chosen by the map alone, so that it is the same for everybody:
    the base nearest to the capital, which is flown or not, met or not.
    """
    base = pairs.nearest(position)
    pair = base * len(pairs.targets) + pairs.targets.index(pairs.capital)
    late, commit = verdicts.latest_launch_s[pair], verdicts.commit_delay_s[pair]
    code = int(verdicts.code[pair])
    margin = late - commit
    words = {
        **localized_name("base", pairs.bases[base], pairs.names),
        **localized_name("capital", pairs.capital, pairs.names),
        **_times(late, commit),
    }
    value = float(margin) if np.isfinite(margin) else None
    too_soon = late < 0.0 and code in (Ending.TOO_LATE, Ending.NEVER_TRACKED)
    case = "example_before_launch" if too_soon else EXAMPLE[Ending(code)]
    return HeadlineValue("example_margin_s", value, words, show="s", case=case)


def _times(late: float, commit: float) -> dict[str, str]:
    """Both times in seconds and what lies between them as printed, so that the sum comes out.

    Whole seconds, unless the two would read the same and are not.
    """
    known = [time for time in (late, commit) if np.isfinite(time)]
    places = next(
        (
            n
            for n in range(12)
            if len(known) < 2 or late == commit or round(late, n) != round(commit, n)
        ),
        12,
    )

    def printed(key: str, value: float) -> dict[str, str]:
        text = f"{abs(value):.{places}f}" if np.isfinite(value) else "–"
        return {key: text, f"{key}_ru": decimal(text, "ru")}

    spare = round(late, places) - round(commit, places)
    return printed("latest", late) | printed("commit", commit) | printed("spare", spare)


def seconds(value: float | None) -> str:
    """A time as it is written in a sentence: whole seconds, and never 0 where it is not."""
    if value is None:
        return "–"
    text = enough_digits_for_tests(f"{value:.0f}", value, NO_MARGIN, "s")
    return f"{'0' if float(text) == 0.0 else text} s".replace("-", "−")
