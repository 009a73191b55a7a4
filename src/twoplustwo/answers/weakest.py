"""What the answers of a run rest on that is a reprint or memory alone, most decisive first."""

from collections.abc import Iterable, Mapping
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.wording.figures import percent_text

Row = Mapping[str, Any]

RESTING = {"name", "rests_on", "answers"}
"""Columns of a table of statements by what they rest on."""
SHARES = {"claim", "headline", "total_order"}
"""Columns of a table of claims by how far they move a headline."""
WEAK = ("memory", "reprint")
WORDS = {"memory": "on memory alone", "reprint": "on a reprint"}


def tells(answer: Answer) -> bool:
    """Whether an answer lists statements by what they rest on."""
    return {column.name for column in answer.rows.columns} >= RESTING


def weakest(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """Statements of the run's dossier that rest on memory or a reprint, most decisive first.

    First by ``share``, the greatest total-order index that an answer of the run gives the claim
    for any headline and position, to two digits; then by how many answers read the claim. A run
    that was not asked how far intervals move its headlines has no shares.
    """
    shares: dict[str, tuple[float, str]] = {}
    rows: list[Row] = []
    for answer in answers:
        names = {column.name for column in answer.rows.columns}
        if names >= SHARES:
            for row in answer.rows.records():
                found = (round(float(row["total_order"] or 0.0), 2), str(row["headline"]))
                shares[row["claim"]] = max(found, shares.get(row["claim"], (0.0, "")))
        if tells(answer):
            rows += [row for row in answer.rows.records() if row["rests_on"] in WEAK]
    placed = []
    for row in rows:
        share, of = shares.get(row["name"], (0.0, ""))
        placed.append({**row, "share": share, "share_of": of if share > 0.0 else ""})
    return sorted(placed, key=lambda row: (-row["share"], -row["answers"]))


def texts(rows: Iterable[Row]) -> str:
    """The list as text: each statement, what it rests on, how much hangs on it, its source."""
    return "".join(f"{i}. {_text(row)}\n" for i, row in enumerate(rows, start=1))


def _text(row: Row) -> str:
    said = f"{row['name']}: {row['shown']}" if row["shown"] else str(row["name"])
    source = f"{row['title']} ({row['seen']})" if row["title"] else "no source"
    return f"{said} ({row['by']})\n   rests {WORDS[row['rests_on']]}; {hangs(row)}\n   {source}"


def hangs(row: Row) -> str:
    """How much hangs on a statement, in words."""
    told = f"read by {row['answers']:.0f} answers"
    if row["share"] > 0.0:
        told += (
            f"; up to {percent_text(min(row['share'], 1.0))} of the variance of {row['share_of']}"
        )
    return told
