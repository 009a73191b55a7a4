"""The verdict on every pair of one position, and the headlines that follow from it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.outcomes import Outcome
from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.timeline import Commit
from twoplustwo.questions.called import amounts, each
from twoplustwo.questions.icbm_reach.pairs import Pairs
from twoplustwo.questions.result import Headlined

F = NDArray[np.float64]

OUTCOMES = (
    Outcome.MET,
    Outcome.TOO_LATE,
    Outcome.OUT_OF_REACH,
    Outcome.NEVER_TRACKED,
    Outcome.THREAT_CANNOT_REACH,
    Outcome.NO_INTERCEPTOR,
)
MET, TOO_LATE, OUT_OF_REACH, NEVER_TRACKED, CANNOT, NOBODY = range(len(OUTCOMES))
CLIPPED_S = 600.0  # margins beyond this say no more than this in their median


class Verdict(NamedTuple):
    """All pairs of one position, in their order; NaN where there is no such time."""

    code: NDArray[np.int_]  # place in `OUTCOMES`
    latest_launch_s: F
    commit_delay_s: F


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
    late, delay = np.full(count, np.nan), np.full(count, np.nan)
    best = np.asarray(peak.launch_s)[0]
    late[point] = np.where(np.isfinite(best) & stands, best, np.nan)
    delay[point] = np.where(np.isfinite(commit.delay_s), commit.delay_s, np.nan)
    tracked = np.where(np.isnan(delay), NEVER_TRACKED, np.where(late >= delay, MET, TOO_LATE))
    code = np.full(count, CANNOT)
    nowhere = OUT_OF_REACH if stands else NOBODY
    code[point] = np.where(np.isnan(late), nowhere, tracked)[point]
    return Verdict(code, late, delay)


def headlines(pairs: Pairs, position: int, found: Verdict) -> tuple[Headlined, ...]:
    """Shares of the pairs, plain and weighted by missiles, and margins, each with its words.

    Margins are over the pairs whose missile gets there: the largest, and the median of all, clipped
    at ten minutes either way, where a pair with no latest launch or no commit counts as the worst.
    """
    met, flown = found.code == MET, found.code != CANNOT
    share = float(met.sum() / flown.sum()) if flown.any() else None
    weight = np.where(flown, np.repeat(pairs.weights(position), len(pairs.targets)), 0.0)
    weighted = float((weight * met).sum() / weight.sum()) if weight.sum() > 0 else None
    to_capital = flown & pairs.to_capital
    late = np.where(to_capital, found.latest_launch_s, np.nan)
    best = int(np.nanargmax(late)) if np.isfinite(late).any() else None
    words = {
        "met": int(met.sum()),
        "pairs": int(flown.sum()),
        **each("best_base", "–" if best is None else pairs.bases[best // len(pairs.targets)],
               pairs.names),
        **each("capital", pairs.capital, pairs.names),
        **amounts("latest", _seconds(None if best is None else found.latest_launch_s[best])),
        **amounts("commit", _seconds(None if best is None else found.commit_delay_s[best])),
    }  # fmt: skip
    margin = (found.latest_launch_s - found.commit_delay_s)[flown]
    known = margin[np.isfinite(margin)]
    clipped = np.clip(np.where(np.isfinite(margin), margin, -CLIPPED_S), -CLIPPED_S, CLIPPED_S)
    largest = float(known.max()) if known.size else None
    median = float(np.median(clipped)) if clipped.size else None
    times = amounts("largest", _seconds(largest)) | amounts("median", _seconds(median))
    percent = "–" if weighted is None else f"{100 * weighted:.0f} %"
    return (
        Headlined("share_reachable", share, words),
        Headlined("share_reachable_weighted", weighted, {"share": percent}, says="weighted"),
        Headlined("best_margin_s", largest, times, show="s", says="margins"),
        Headlined("median_margin_s", median, times, show="s", says="margins"),
    )


def _seconds(value: float | None) -> str:
    return "–" if value is None or not np.isfinite(value) else f"{value:.0f} s".replace("-", "−")
