"""Numbers of which nothing is proven, moved one after another: a search, not a proof."""

from collections.abc import Callable, Sequence

from twoplustwo.search.worst.spans import Span

Shares = dict[str, float]
Goal = tuple[float, ...]
Ask = Callable[[Sequence[Shares]], list[Goal]]

GOLDEN = 0.3819660112501051  # 2 minus the golden ratio
FINE = 8  # golden steps for each number


def climb(ask: Ask, start: Shares, spans: Sequence[Span], budget: int, fine: bool) -> Shares:
    """Shares at which the goal is greater than at the start, or the start.

    First the ends of each span, the same parameter of several missiles together; then each of
    those missiles alone; then, where wanted, golden sections around what is best.

    Parameters
    ----------
    ask : callable
        Goals at several shares; the same shares are never paid twice.
    start : dict
        Number to share.
    spans : sequence of Span
        In the order in which they are tried.
    budget : int
        Looks that may be spent.
    fine : bool
        Whether to look between the ends as well.
    """
    best, goal = dict(start), ask([start])[0]

    def try_(trials: Sequence[Shares]) -> None:
        nonlocal best, goal, budget
        trials = [t for t in trials if t != best][:budget]
        budget -= len(trials)
        for shares, found in zip(trials, ask(trials) if trials else [], strict=True):
            if found > goal:
                best, goal = shares, found

    for span in spans:
        try_([_moved(best, span, end) for end in (0.0, 1.0)])
    lone = [one for span in spans if len(span.numbers) > 1 for one in span.split()]
    for span in lone:
        try_([_moved(best, span, end) for end in (0.0, span.start, 1.0)])
    for span in (*lone, *spans) if fine else ():
        here = best[span.numbers[0].path]
        low, high = (0.0, 1.0) if 0.0 < here < 1.0 else (max(0.0, here - 0.5), min(1.0, here + 0.5))
        for _ in range(FINE):
            inner = low + GOLDEN * (high - low), high - GOLDEN * (high - low)
            one, two = (ask([_moved(best, span, at)])[0] for at in inner)
            low, high = (low, inner[1]) if one >= two else (inner[0], high)
            try_([_moved(best, span, at) for at in inner])
            if budget <= 0:
                return best
    return best


def _moved(shares: Shares, span: Span, share: float) -> Shares:
    return shares | {number.path: share for number in span.numbers}
