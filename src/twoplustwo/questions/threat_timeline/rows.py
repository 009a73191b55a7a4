"""The tables: the party's predictions, what happened, and comparisons about the same event."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.base.table import Column, Table
from twoplustwo.questions.threat_timeline.event import Event, waited_for
from twoplustwo.questions.threat_timeline.said import BY, NO_DATE, NOT_BEFORE, Said

COLUMNS = {
    "prediction": str,
    "by": str,
    "how": str,
    "region": str,
    "event": str,
    "sense": str,
    "from_year": float,
    "to_year": float,
    "stated_year": float,
    "words": str,
    "condition": str,
    "nuclear": bool,
    "launcher": str,
    "outcome": str,
    "happening": str,
    "happened_year": float,
    "years_wrong": float,
    "years_scored": float,
    "happening_success": str,
    "compared": float,
    "says": str,
    "claim": str,
    "status": str,
    "source": str,
}
PAIRS = {
    "prediction": str,
    "other": str,
    "region": str,
    "event": str,
    "nuclear": bool,
    "pair_from_year": float,
    "pair_to_year": float,
    "wrong_here": float,
    "wrong_other": float,
}
RECORD = {
    "happening": str,
    "happened_year": float,
    "done": str,
    "range_km": float,
    "launcher": str,
    "payload": str,
    "success": str,
    "in_record": bool,
}


def tables(case: Any, mine: Sequence[tuple[Said, str]]) -> tuple[Table, dict[str, Table]]:
    """Rows of the party's predictions; tables ``pairs`` and ``record``."""
    pairs = [pair for one, _ in mine for pair in _pairs(case, one)]
    rows = [_row(case, one, how, pairs) for one, how in mine]
    return made(rows, COLUMNS), {
        "pairs": made(pairs, PAIRS),
        "record": made(_record(case), RECORD),
    }


def made(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, type]) -> Table:
    """Rows of plain values as a table of the given columns; None in a number is null."""

    def column(name: str, kind: type) -> np.ndarray:
        values = [row[name] for row in rows]
        if kind is float:
            return np.array([np.nan if v is None else v for v in values], dtype=float)
        return np.array(values, dtype=bool if kind is bool else object)

    return Table(
        tuple(Column(name) for name in columns),
        {name: column(name, kind) for name, kind in columns.items()},
    )


def _row(case: Any, said: Said, how: str, pairs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    judged = case.judged(said)
    event = waited_for(said, case.switches)
    found = case.happened(event) if judged.happened is not None else None
    against = [pair for pair in pairs if pair["prediction"] == said.id]
    dated = said.sense != NO_DATE
    return {
        "prediction": said.id,
        "by": said.claim.by,
        "how": how,
        "region": event.region,
        "event": event.event,
        "sense": said.sense,
        "from_year": said.low if dated and said.sense != BY else None,
        "to_year": said.high if dated and said.sense != NOT_BEFORE else None,
        "stated_year": said.stated,
        "words": said.words,
        "condition": said.condition,
        "nuclear": event.nuclear,
        "launcher": event.launcher,
        "outcome": judged.outcome,
        "happening": found.id if found is not None else "",
        "happened_year": judged.happened,
        "years_wrong": judged.years_wrong(),
        "years_scored": judged.end - judged.start if judged.scored else None,
        "happening_success": found.success if found is not None else "",
        "compared": float(len(against)),
        "says": said.claim.says,
        "claim": said.claim.key,
        "status": said.claim.status,
        "source": said.claim.source,
    }


def _pairs(case: Any, one: Said) -> list[dict[str, Any]]:
    """The prediction against every other one about the same event, on the years both speak of."""
    event, judged = waited_for(one, case.switches), case.judged(one)
    found = []
    for other in case.said:
        theirs = case.judged(other)
        if other.claim.key == one.claim.key or waited_for(other, case.switches) != event:
            continue
        if not (judged.scored and theirs.scored):
            continue
        start, end = max(judged.start, theirs.start), min(judged.end, theirs.end)
        if end > start:
            here, there = judged.years_wrong(start, end), theirs.years_wrong(start, end)
            found.append(_pair(one, other, event, (start, end), here, there))
    return found


def _pair(
    one: Said, other: Said, event: Event, years: tuple[float, float], here: Any, there: Any
) -> dict[str, Any]:
    return {
        "prediction": one.id,
        "other": other.id,
        "region": event.region,
        "event": event.event,
        "nuclear": event.nuclear,
        "pair_from_year": years[0],
        "pair_to_year": years[1],
        "wrong_here": here,
        "wrong_other": there,
    }


def _record(case: Any) -> list[dict[str, Any]]:
    return [
        {
            "happening": one.id,
            "happened_year": one.date,
            "done": one.event,
            "range_km": None if one.range_m is None else one.range_m / 1e3,
            "launcher": one.launcher,
            "payload": one.payload,
            "success": one.success,
            "in_record": one.date <= case.record.until,
        }
        for one in case.record.happenings
    ]
