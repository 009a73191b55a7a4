"""Both questions under either reading of the claimed speed, for each position."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.engagement.equivalent import BURNOUT, ENERGY
from twoplustwo.positions.display_names import position_name
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.question_cards.card import card as card_of
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.runs.ask import ask as run
from twoplustwo.wording.criteria import card_tests
from twoplustwo.wording.figures import percent_text

COLUMNS = (
    "position reading held share_reachable share_reachable_weighted coverage_europe coverage_us "
    "best_base latest_launch_s commit_delay_s"
)


def ask(
    card: Card, positions: Sequence[Position], dossier: Dossier, interceptor: str, site: str
) -> Answer:
    """One answer for all positions, two rows each."""
    path = f"interceptors.{interceptor}.speed_reading"
    asked = [(p, r) for p in positions for r in (BURNOUT, ENERGY)]
    moved = [p.with_setting(path, r) for p, r in asked]
    where = {"site": site, "interceptor": interceptor}
    reach = run("icbm-reach", moved, dossier, **where)
    cover = run("defended-footprint", moved, dossier, **where)
    rows = []
    for (p, reading), one, two in zip(asked, reach, cover, strict=True):
        item = resolve(dossier, p).values.get(path)
        row: dict[str, Any] = {
            "position": p.text,
            "reading": reading,
            "held": item is not None and item.value == reading,
        }
        for headline in (one.headline, *one.headlines, two.headline, *two.headlines):
            row[headline.column] = headline.value
        rows.append(row | _best(one))
    words = {
        f"shares_{lang}": "; ".join(
            f"{position_name(p.text, dossier, lang)} {_share(rows[2 * i], lang)} | "
            f"{_share(rows[2 * i + 1], lang)}"
            for i, p in enumerate(positions)
        )
        for lang in LANGUAGES
    }
    return analysis_answer(
        card,
        positions,
        dossier,
        where,
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline", words),
        parts=reach,
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


def _share(row: dict[str, Any], lang: str) -> str:
    tests = card_tests(card_of("icbm-reach"), "share_reachable")
    return percent_text(row.get("share_reachable"), lang, tests)
