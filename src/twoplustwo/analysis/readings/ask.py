"""Both questions under either reading of the claimed speed, for each position."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.engagement.equivalent import BURNOUT, ENERGY
from twoplustwo.positions.display_names import position_name
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.question_cards.compared import asked_of
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.runs.ask import ask as run
from twoplustwo.wording.criteria import card_tests
from twoplustwo.wording.figures import percent_text

SHOWN = ("position", "reading", "held")
BEST = ("best_base", "latest_launch_s", "commit_delay_s")
"""Of the base that leaves most time, where the flights of bases are asked about."""


def ask(
    card: Card, positions: Sequence[Position], dossier: Dossier, interceptor: str, site: str
) -> Answer:
    """One answer for all positions, two rows each."""
    path = f"interceptors.{interceptor}.speed_reading"
    asked = [(p, r) for p in positions for r in (BURNOUT, ENERGY)]
    moved = [p.with_setting(path, r) for p, r in asked]
    where = {"site": site, "interceptor": interceptor}
    shares = {
        name: [c for c, about in card_of(dossier, name).columns.items() if about.get("unit") == "1"]
        for name in asked_of(card, dossier)
    }
    parts = {name: run(name, moved, dossier, **where) for name in shares}
    first = next(iter(parts))
    own = card_of(dossier, first).headline["column"]
    rows: list[dict[str, Any]] = []
    told: dict[str, None] = dict.fromkeys(SHOWN)
    for i, (p, reading) in enumerate(asked):
        item = resolve(dossier, p).values.get(path)
        row: dict[str, Any] = {
            "position": p.text,
            "reading": reading,
            "held": item is not None and item.value == reading,
        }
        for name, answers in parts.items():
            for headline in (answers[i].headline, *answers[i].headlines):
                if headline.column in shares[name]:
                    row[headline.column] = headline.value
                    told.setdefault(headline.column)
        best = _best(parts[first][i])
        told |= dict.fromkeys(best)
        rows.append(row | best)
    tests = card_tests(card_of(dossier, first), own)
    words = {
        f"shares_{lang}": "; ".join(
            f"{position_name(p.text, dossier, lang)} {_share(rows[2 * i], own, tests, lang)} | "
            f"{_share(rows[2 * i + 1], own, tests, lang)}"
            for i, p in enumerate(positions)
        )
        for lang in LANGUAGES
    }
    return analysis_answer(
        card,
        positions,
        dossier,
        where,
        Table.of_rows([*told], rows),
        card.sentence("headline", words),
        parts=parts[first],
    )


def _best(reach: Answer) -> dict[str, Any]:
    """The base with the latest launch to the capital."""
    if "bases" not in reach.tables:
        return {"best_base": "", "latest_launch_s": None, "commit_delay_s": None}
    bases = reach.table("bases")
    late = bases.column("latest_launch_s")
    if not np.isfinite(late).any():
        return {"best_base": "", "latest_launch_s": None, "commit_delay_s": None}
    i = int(np.nanargmax(late))
    return {
        "best_base": str(bases.column("base")[i]),
        "latest_launch_s": float(late[i]),
        "commit_delay_s": float(bases.column("commit_delay_s")[i]),
    }


def _share(row: dict[str, Any], column: str, tests: Sequence[Criterion], lang: str) -> str:
    return percent_text(row.get(column), lang, tests)
