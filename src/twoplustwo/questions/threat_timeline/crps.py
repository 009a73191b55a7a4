"""The score of a dated forecast: the ranked probability score over the years it speaks of.

A forecast of the date T of an event is a distribution function F; the event happened at t, or not
yet. The continuous ranked probability score, CRPS = ∫ (F(x) − 1{t ≤ x})² dx (Gneiting and Raftery,
Journal of the American Statistical Association 102, 2007, section 4.2), is in years and is the
distance between F and t where F is certain of one date. What is after the cut-off of the records
is unknown and not scored: the integral runs over a window of years that does not depend on what
happened, which is the threshold-weighted score (Gneiting and Ranjan, Journal of Business and
Economic Statistics 29, 2011), and keeps it proper. An event that has not happened by the end of
the window gives the same score as one that happens at its end: that is the right-censoring.
"""

from typing import NamedTuple


class Forecast(NamedTuple):
    """A date between two years, with the probability that it happens in them at all.

    Parameters
    ----------
    first, last : float
        Ends [year]; equal for one date.
    peak : float or None
        Year of the peak of a triangular density; None for a uniform one.
    chance : float
        Probability that the event falls between them; the rest lies after every window.
    """

    first: float
    last: float
    peak: float | None = None
    chance: float = 1.0

    def below(self, x: float) -> float:
        """F(x) / chance."""
        return _moments(self, x)[0]


def score(forecast: Forecast, happened: float | None, start: float, end: float) -> float:
    """∫ (F(x) − 1{happened ≤ x})² dx from `start` to `end`, in closed form.

    With I = ∫ F/p and G = ∫ (F/p)² from −∞, p the chance, and m the date that happened, moved into
    the window, this is p² (G(end) − G(start)) + (end − m) − 2 p (I(end) − I(m)).

    Parameters
    ----------
    forecast : Forecast
    happened : float or None
        Year of the event; None if it has not happened.
    start, end : float
        Window [year]; infinite ends are not allowed.

    Returns
    -------
    float
        Years; 0 for an empty window.
    """
    if end <= start:
        return 0.0
    m = end if happened is None else min(max(happened, start), end)
    p = forecast.chance
    _, first_end, second_end = _moments(forecast, end)
    _, _, second_start = _moments(forecast, start)
    _, first_m, _ = _moments(forecast, m)
    squared = p * p * (second_end - second_start)
    return max(0.0, squared + (end - m) - 2.0 * p * (first_end - first_m))


def _moments(forecast: Forecast, x: float) -> tuple[float, float, float]:
    """F(x), ∫ F and ∫ F² up to x, of the distribution given that the event is between its ends."""
    a, b, c = forecast.first, forecast.last, forecast.peak
    if x <= a and a < b:
        return 0.0, 0.0, 0.0
    if a == b:
        over = max(0.0, x - b)
        return float(x >= b), over, over
    width = b - a
    if c is None:
        inside = min(x, b) - a
        f, i, g = inside / width, inside**2 / (2 * width), inside**3 / (3 * width**2)
    else:
        f, i, g = _triangle(a, b, min(max(c, a), b), min(x, b))
    over = max(0.0, x - b)
    return (1.0 if over else f), i + over, g + over


def _triangle(a: float, b: float, c: float, x: float) -> tuple[float, float, float]:
    """The same for a density that rises from a to c and falls to b; a ≤ x ≤ b."""
    width = b - a
    rise, fall = c - a, b - c
    up = min(x, c) - a
    f, i, g = 0.0, 0.0, 0.0
    if rise > 0.0:
        f = up**2 / (width * rise)
        i = up**3 / (3 * width * rise)
        g = up**5 / (5 * (width * rise) ** 2)
    if x > c:
        k = width * fall
        left = b - x

        def between(power: int) -> float:
            return (fall ** (power + 1) - left ** (power + 1)) / (power + 1)

        f = 1.0 - left**2 / k
        i += (x - c) - between(2) / k
        g += (x - c) - 2.0 * between(2) / k + between(4) / k**2
    return f, i, g
