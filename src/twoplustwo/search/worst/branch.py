"""Branch and bound: how high a function can still be between the places where it was asked."""

import heapq
import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from twoplustwo.search.worst.climb import Shares
from twoplustwo.search.worst.spans import Span

Ask = Callable[[Sequence[tuple[int, Shares]]], list[float]]


@dataclass(frozen=True)
class Box:
    """Part of one combination: ends of each span's share, and the place that was asked."""

    combination: int
    low: tuple[float, ...]
    high: tuple[float, ...]
    place: tuple[float, ...]
    value: float


def limit(
    ask: Ask,
    spans: Sequence[Sequence[Span]],
    rise: Sequence[Sequence[float]],
    starts: Sequence[tuple[float, ...]],
    enough: Callable[[float, float], bool],
    budget: int,
) -> float:
    """Upper limit of a function over all boxes, each span from end to end.

    A value asked at one place of a box holds over the whole of it but for the rise to its farther
    ends; the box with the highest limit is cut in three along the span that leaves most open.
    (Shubert 1972; without its sorting by size.)

    Parameters
    ----------
    ask : callable
        (combination, shares by number) to values.
    spans, rise : sequences
        Of each combination: its spans, and the greatest rise over the whole of each.
    starts : sequence
        Of each combination the shares, span by span, where it is asked first.
    enough : callable
        From the limit and the highest value so far: whether to stop.
    budget : int
        Values that may be asked.

    Returns
    -------
    float
        Infinite if the function has no value somewhere: then nothing is bounded.
    """
    tick = itertools.count()
    heap: list[tuple[float, int, Box]] = []
    best = -math.inf

    def add(boxes: Sequence[Box]) -> None:
        nonlocal best
        for box in boxes:
            top = box.value + _slack(box, rise[box.combination])
            best = max(best, box.value)
            heapq.heappush(heap, (-(math.inf if math.isnan(top) else top), next(tick), box))

    def asked(boxes: Sequence[Box]) -> list[Box]:
        places = [(b.combination, _shares(spans[b.combination], b.place)) for b in boxes]
        found = ask(places)
        return [
            Box(b.combination, b.low, b.high, b.place, v) for b, v in zip(boxes, found, strict=True)
        ]

    roots = [
        Box(i, (0.0,) * len(s), (1.0,) * len(s), tuple(starts[i]), math.nan)
        for i, s in enumerate(spans)
    ]
    add(asked(roots))
    while True:
        top, _, box = heap[0]
        if not math.isfinite(top) or enough(-top, best) or budget < 2:
            return -top
        if not _slack(box, rise[box.combination]):
            return -top
        heapq.heappop(heap)
        old, new = _cut(box, rise[box.combination])
        budget -= len(new)
        add([old, *asked(new)])


def _slack(box: Box, rise: Sequence[float]) -> float:
    return sum(r * w for r, w in zip(rise, _reach(box), strict=True))


def _reach(box: Box) -> list[float]:
    return [max(p - lo, hi - p) for lo, hi, p in zip(box.low, box.high, box.place, strict=True)]


def _cut(box: Box, rise: Sequence[float]) -> tuple[Box, list[Box]]:
    """Three parts: the one that keeps the place asked already, and two that are asked anew."""
    open_ = [r * w for r, w in zip(rise, _reach(box), strict=True)]
    i = open_.index(max(open_))
    third = (box.high[i] - box.low[i]) / 3.0
    cuts = [box.low[i], box.low[i] + third, box.high[i] - third, box.high[i]]
    parts = list(itertools.pairwise(cuts))
    keeps = next(k for k, (_, hi) in enumerate(parts) if box.place[i] <= hi or k == len(parts) - 1)
    made = []
    for k, (lo, hi) in enumerate(parts):
        place = box.place[i] if k == keeps else 0.5 * (lo + hi)
        made.append(
            Box(
                box.combination,
                _put(box.low, i, lo),
                _put(box.high, i, hi),
                _put(box.place, i, place),
                box.value if k == keeps else math.nan,
            )
        )
    return made.pop(keeps), made


def _put(values: tuple[float, ...], i: int, value: float) -> tuple[float, ...]:
    return (*values[:i], value, *values[i + 1 :])


def _shares(spans: Sequence[Span], place: Sequence[float]) -> Shares:
    return {
        number.path: share
        for span, share in zip(spans, place, strict=True)
        for number in span.numbers
    }
