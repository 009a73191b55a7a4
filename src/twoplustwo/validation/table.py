"""Results as plain rows: what the command line prints and what pages draw."""

import csv
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from twoplustwo.base.units import from_si
from twoplustwo.validation.authorities import Authority
from twoplustwo.validation.cases import NOT_RUN, STATUSES, Room
from twoplustwo.validation.quantity import digits
from twoplustwo.validation.room import Result

SCHEMA = "twoplustwo.validation/1"
_NUMBERS = ("expected_low", "expected_high", "ours", "difference", "tolerance", "unit")


def row(result: Result, authority: Authority) -> dict[str, Any]:
    """One case with its result: texts as people read them, numbers in the unit of the expected."""
    case, expected = result.case, result.case.expected
    texts = {
        "case": case.id,
        "topic": case.topic,
        "title": case.title,
        "source": case.source,
        "cited": authority.cited,
        "page": case.page,
        "seen": case.seen,
        "inputs": inputs(case.written),
        "expected": expected.shown if expected else "",
        "ours": "",
        "difference": "",
        "tolerance": case.tolerance_shown,
        "because": case.because,
        "status": case.status,
        "deserves": result.judged,
        "explanation": case.explanation,
    }
    numbers: dict[str, Any] = dict.fromkeys(_NUMBERS)
    if expected is None:
        return {**texts, "numbers": numbers}
    if result.ours is not None:
        texts["ours"] = expected.show(result.ours)
    if not expected.is_word:
        unit = expected.unit
        numbers |= {
            "unit": unit,
            "expected_low": from_si(expected.low, unit),
            "expected_high": from_si(expected.high, unit),
            "tolerance": from_si(case.tolerance, unit),
        }
        if isinstance(result.ours, float) and math.isfinite(result.ours):
            numbers["ours"] = from_si(result.ours, unit)
        if result.apart is not None:
            numbers["difference"] = from_si(result.apart, unit)
            texts["difference"] = _signed(result.apart, unit)
    return {**texts, "numbers": numbers}


def rows(results: Iterable[Result], room: Room) -> list[dict[str, Any]]:
    """`row` of every result."""
    return [row(one, room.authorities[one.case.source]) for one in results]


def counts(results: Iterable[Result]) -> dict[str, int]:
    """How many cases there are of each status, as judged."""
    found = Counter(one.judged for one in results)
    return {status: found[status] for status in STATUSES}


def sources(results: Iterable[Result], room: Room) -> list[Authority]:
    """The authorities of some results, by key."""
    return [room.authorities[one] for one in sorted({r.case.source for r in results})]


def independent(results: Iterable[Result], room: Room) -> int:
    """How many authorities speak in cases that were run: repetitions once, our own not."""
    ran = [one for one in results if one.case.status != NOT_RUN]
    return len({one.same_as or one.id for one in sources(ran, room) if not one.own})


def body(results: Sequence[Result], room: Room) -> dict[str, Any]:
    """Everything, ready for JSON."""
    return {
        "schema": SCHEMA,
        "counts": counts(results),
        "cases": rows(results, room),
        "authorities": {
            one.id: {
                "author": one.author,
                "title": one.title,
                "year": one.year,
                "container": one.container,
                "publisher": one.publisher,
                "url": one.url,
                "read": one.read,
            }
            for one in sources(results, room)
        },
    }


def to_csv(results: Sequence[Result], room: Room) -> str:
    """One line a case; numbers in the unit named, words as they are."""
    text = StringIO(newline="")
    found = rows(results, room)
    plain = [
        "case",
        "topic",
        "source",
        "page",
        "seen",
        "unit",
        "expected_low",
        "expected_high",
        "expected",
        "ours",
        "difference",
        "tolerance",
        "status",
        "deserves",
    ]
    table = csv.DictWriter(text, plain, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for one in found:
        numbers = {key: _digits(value) for key, value in one["numbers"].items()}
        word = numbers["unit"] == ""
        table.writerow(
            {
                **one,
                **numbers,
                "expected": one["expected"] if word else "",
                "ours": one["ours"] if word else numbers["ours"],
            }
        )
    return text.getvalue()


def inputs(written: Mapping[str, Any]) -> str:
    """Inputs of a case on one line, as they stand in its file."""
    return ", ".join(f"{name} {_plain(value)}" for name, value in written.items())


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + inputs(value) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_plain(one) for one in value) + "]"
    return str(value)


def _signed(value: float, unit: str) -> str:
    told = digits(value, unit, 3)
    return f"+{told}" if value > 0.0 else told


def _digits(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.9g}" if isinstance(value, float) else str(value)
