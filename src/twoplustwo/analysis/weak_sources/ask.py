"""Which claims rest on a reprint or on memory alone, the most read first?"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from twoplustwo.analysis.weak_sources.evidence import CATALOGUE, MEMORY, REPRINT, WEAK, rests_on
from twoplustwo.analysis.weak_sources.reads import claims_read
from twoplustwo.analysis.weak_sources.statements import ADOPTION, CLAIM, Statement, statements
from twoplustwo.answers import cite
from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.analysis_answer import analysis_answer

COLUMNS = "name shown by what rests_on status answers questions title source rank seen place"
COUNTS = ("what", "all", "memory", "reprint", "catalogue")


def ask(card: Card, positions: Sequence[Position], dossier: Dossier) -> Answer:
    """One answer for all positions; `table counts` counts every sort of statement.

    The rows are the statements that rest on memory, a reprint or a catalogue, those first that
    most of the answers read which `run` gives for these positions.
    """
    every = list(statements(dossier))
    resting = [(one, rests_on(one.status, dossier.sources.get(one.source))) for one in every]
    answers, asked = claims_read(positions, dossier)
    rows = [_row(one, on, dossier, answers, asked) for one, on in resting if on]
    rows.sort(
        key=lambda row: (
            -row["answers"],
            row["rests_on"] == CATALOGUE,
            row["what"] != CLAIM,
            row["name"],
            row["by"],
        )
    )
    counts = _counts(resting)
    weak = [row for row in rows if row["what"] == CLAIM and row["rests_on"] in WEAK]
    words = counts[0] | {
        "weak": len(weak),
        "read": sum(row["answers"] > 0 for row in weak),
        "others": sum(row["all"] for row in counts[1:]),
        "weak_others": sum(row[MEMORY] + row[REPRINT] for row in counts[1:]),
    }
    return analysis_answer(
        card,
        positions,
        dossier,
        {},
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline", words),
        value=float(len(weak)),
        tables={"counts": Table.of_rows(COUNTS, counts)},
        sources={row["source"] for row in rows},
    )


def _row(
    statement: Statement,
    on: str,
    dossier: Dossier,
    answers: Counter[str],
    asked: dict[str, list[str]],
) -> dict[str, Any]:
    source = dossier.sources.get(statement.source)
    key = statement.name if statement.what in (CLAIM, ADOPTION) else ""
    return {
        "name": statement.name,
        "shown": statement.shown,
        "by": statement.by,
        "what": statement.what,
        "rests_on": on,
        "status": statement.status,
        "answers": float(answers[key]),
        "questions": ", ".join(asked.get(key, ())),
        "title": cite.text(source.csl()) if source else "",
        "source": statement.source,
        "rank": source.rank if source else "",
        "seen": cite.SEEN[source.seen] if source else "",
        "place": statement.place,
    }


def _counts(resting: Sequence[tuple[Statement, str]]) -> list[dict[str, Any]]:
    """One row a sort of statement, the claims first even where there are none."""
    names = dict.fromkeys((CLAIM, *(one.what for one, _ in resting)))
    return [
        {"what": what, "all": sum(one.what == what for one, _ in resting)}
        | {
            on: sum(one.what == what and rests == on for one, rests in resting)
            for on in (MEMORY, REPRINT, CATALOGUE)
        }
        for what in names
    ]
