"""The tables: the party's predictions, what happened, and comparisons about the same event."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.base.table import Table
from twoplustwo.question_cards.card import card
from twoplustwo.questions.threat_timeline.event import waited_for
from twoplustwo.questions.threat_timeline.predictions import BY, NO_DATE, NOT_BEFORE, Prediction
from twoplustwo.questions.threat_timeline.scorecard import Scorecard


def tables(
    scorecard: Scorecard, held: Sequence[tuple[Prediction, str]]
) -> tuple[Table, dict[str, Table]]:
    """Rows of the party's predictions; tables ``pairs`` and ``record``."""
    pairs = [pair for prediction, _ in held for pair in _pairs(scorecard, prediction)]
    rows = [_row(scorecard, prediction, how, pairs) for prediction, how in held]
    about = card("threat-timeline")
    return about.table("rows", rows), {
        "pairs": about.table("pairs", pairs),
        "record": about.table("record", _record(scorecard)),
    }


def _row(
    scorecard: Scorecard, prediction: Prediction, how: str, pairs: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    judged = scorecard.judged(prediction)
    event = waited_for(prediction, scorecard.switches)
    happening = scorecard.happened(event) if judged.happened is not None else None
    against = [pair for pair in pairs if pair["prediction"] == prediction.id]
    dated = prediction.sense != NO_DATE
    return {
        "prediction": prediction.id,
        "by": prediction.claim.by,
        "how": how,
        "region": event.region,
        "event": event.event,
        "sense": prediction.sense,
        "from_year": prediction.low if dated and prediction.sense != BY else None,
        "to_year": prediction.high if dated and prediction.sense != NOT_BEFORE else None,
        "stated_year": prediction.stated,
        "words": prediction.words,
        "condition": prediction.condition,
        "nuclear": event.nuclear,
        "launcher": event.launcher,
        "outcome": judged.outcome,
        "happening": happening.id if happening is not None else "",
        "happened_year": judged.happened,
        "years_wrong": judged.years_wrong(),
        "years_scored": judged.end - judged.start if judged.scored else None,
        "happening_success": happening.success if happening is not None else "",
        "compared": float(len(against)),
        "says": prediction.claim.says,
        "claim": prediction.claim.key,
        "status": prediction.claim.status,
        "source": prediction.claim.source,
    }


def _pairs(scorecard: Scorecard, prediction: Prediction) -> list[dict[str, Any]]:
    """The prediction against every other one about the same event, on the years both speak of."""
    event, judged = waited_for(prediction, scorecard.switches), scorecard.judged(prediction)
    pairs = []
    for other in scorecard.predictions:
        theirs = scorecard.judged(other)
        if (
            other.claim.key == prediction.claim.key
            or waited_for(other, scorecard.switches) != event
        ):
            continue
        if not (judged.scored and theirs.scored):
            continue
        start, end = max(judged.start, theirs.start), min(judged.end, theirs.end)
        if end > start:
            here, there = judged.years_wrong(start, end), theirs.years_wrong(start, end)
            pairs.append(
                {
                    "prediction": prediction.id,
                    "other": other.id,
                    "region": event.region,
                    "event": event.event,
                    "nuclear": event.nuclear,
                    "pair_from_year": start,
                    "pair_to_year": end,
                    "wrong_here": here,
                    "wrong_other": there,
                }
            )
    return pairs


def _record(scorecard: Scorecard) -> list[dict[str, Any]]:
    return [
        {
            "happening": one.id,
            "happened_year": one.date,
            "done": one.event,
            "range_km": None if one.range_m is None else one.range_m / 1e3,
            "launcher": one.launcher,
            "payload": one.payload,
            "success": one.success,
            "in_record": one.date <= scorecard.record.until,
        }
        for one in scorecard.record.happenings
    ]
