"""How one prediction fared: its forecast, the years that it speaks of, and how far off it was."""

from collections.abc import Mapping
from typing import NamedTuple

from twoplustwo.questions.threat_timeline.crps import Forecast, score
from twoplustwo.questions.threat_timeline.predictions import BY, NO_DATE, NOT_BEFORE, Prediction
from twoplustwo.questions.threat_timeline.switches import Switches

HELD, SOONER, NOT_BY_THEN, OPEN = "held", "came_sooner", "not_by_then", "still_open"
VOID, REMOVED, UNDATED, ALREADY = "void", "removed_by_measure", "no_date", "already_happened"


class Judged(NamedTuple):
    """A prediction against the record; the forecast speaks from `start` to `end` [year]."""

    outcome: str
    happened: float | None = None
    forecast: Forecast | None = None
    start: float = 0.0
    end: float = 0.0

    @property
    def scored(self) -> bool:
        """Whether the record says anything about it yet."""
        return self.forecast is not None and self.end > self.start

    def years_wrong(self, start: float | None = None, end: float | None = None) -> float | None:
        """Score [years], over all it speaks of or over a part; None if it is not scored."""
        if self.forecast is None or not self.scored:
            return None
        first = self.start if start is None else start
        return score(self.forecast, self.happened, first, self.end if end is None else end)


def judge(
    prediction: Prediction,
    happened: float | None,
    until: float,
    chances: Mapping[str, float],
    switches: Switches,
) -> Judged:
    """Set a prediction against the date of its event.

    Parameters
    ----------
    prediction : Prediction
        Its condition is met and its missile is there.
    happened : float or None
        Year of the event.
    until : float
        Year in which the records end; what came later has not happened yet.
    chances : mapping
        Probability behind each word, used where the switch says so.
    switches : Switches
    """
    if happened is not None and happened > until:
        happened = None
    if prediction.sense == NO_DATE:
        return Judged(UNDATED, happened)
    if happened is not None and happened <= prediction.stated:
        return Judged(ALREADY, happened)
    forecast, start, end = speaks(prediction, until, chances, switches)
    judged = Judged(_outcome(prediction, happened, until), happened, forecast, start, end)
    return judged if judged.scored else Judged(OPEN, happened)


def speaks(
    prediction: Prediction, until: float, chances: Mapping[str, float], switches: Switches
) -> tuple[Forecast, float, float]:
    """The forecast behind the words and the years of which it speaks, up to the cut-off.

    An interval speaks of every year from the day on which it was said; "by" a year speaks of the
    years from then on; "not before" a year speaks of those until then.
    """
    chance = _chance(prediction.words, chances, switches)
    if prediction.sense == NOT_BEFORE:
        wrong = chance if prediction.words == "unlikely" else 1.0 - chance
        return (
            Forecast(prediction.stated, prediction.bound, None, wrong),
            prediction.stated,
            min(prediction.bound, until),
        )
    if prediction.sense == BY:
        start = max(prediction.bound, prediction.stated)
        return Forecast(prediction.bound, prediction.bound, None, chance), start, until
    peak = prediction.best if switches.shape == "triangular" else None
    return Forecast(prediction.low, prediction.high, peak, chance), prediction.stated, until


def _chance(words: str, chances: Mapping[str, float], switches: Switches) -> float:
    if switches.probability == "by-words":
        return chances[words]
    return 0.0 if words == "unlikely" else 1.0


def _outcome(prediction: Prediction, happened: float | None, until: float) -> str:
    first = prediction.bound if prediction.sense == NOT_BEFORE else prediction.low
    if prediction.sense != BY and happened is not None and happened < first:
        return SOONER
    if prediction.sense == NOT_BEFORE:
        return HELD if until >= first else OPEN
    if happened is not None and happened <= prediction.high:
        return HELD
    return NOT_BY_THEN if until >= prediction.high else OPEN
