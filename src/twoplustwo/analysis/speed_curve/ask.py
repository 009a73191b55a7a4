"""The slider: both questions at a ladder of speeds, for each position."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from twoplustwo.analysis.speed_curve.words import both_headline, party_slots
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed_value import ABOUT, claimed_value
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.runs.ask import ask as run
from twoplustwo.wording.names import Names, localized_name

SLOWEST_KM_S, FASTEST_KM_S, STEP_KM_S = 5.0, 10.0, 0.25
COLUMNS = (
    "position speed_m_s latest_launch_s commit_delay_s margin_s share_reachable coverage_europe "
    "coverage_us"
)
SPEED = "speed_m_s"
MARKS = ("position", SPEED, *ABOUT)


def speeds_km_s(marks: Sequence[dict[str, Any]]) -> list[float]:
    """Speeds of the slider [km/s]: even steps, and every claimed speed and end of an interval."""
    count = round((FASTEST_KM_S - SLOWEST_KM_S) / STEP_KM_S)
    even = {SLOWEST_KM_S + STEP_KM_S * i for i in range(count + 1)}
    claimed = {
        round(float(mark[end]) / 1e3, 6)
        for mark in marks
        for end in ("speed_m_s", "low", "high")
        if mark[end] is not None
    }
    return sorted(even | {v for v in claimed if SLOWEST_KM_S <= v <= FASTEST_KM_S})


def ask(
    card: Card,
    positions: Sequence[Position],
    dossier: Dossier,
    interceptor: str,
    site: str,
    base: str,
    capital: str,
) -> Answer:
    """One answer for all positions; `table marks` has each one's claimed speed.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    interceptor, site : str
        Whose speed.
    base, capital : str
        The pair whose latest launch is drawn.
    """
    path = f"interceptors.{interceptor}.burnout_speed"
    marks = [m for p in positions if (m := claimed_value(p, dossier, path, SPEED)) is not None]
    asked = [
        (p, v, p.with_setting(path, f"{v:g} km/s")) for v in speeds_km_s(marks) for p in positions
    ]
    moved = [m for _, _, m in asked]
    progress.step("reach at every speed", 0, 2)
    reach = run("icbm-reach", moved, dossier, site=site, interceptor=interceptor, capital=capital)
    progress.step("coverage at every speed", 1, 2)
    cover = run("defended-footprint", moved, dossier, site=site, interceptor=interceptor)
    progress.step("coverage at every speed", 2, 2)
    rows = [
        _row(p, v, one, two, base, capital)
        for (p, v, _), one, two in zip(asked, reach, cover, strict=True)
    ]
    words = {
        "slow": f"{SLOWEST_KM_S:g}",
        "fast": f"{FASTEST_KM_S:g}",
        **party_slots(card, rows, positions, dossier),
        **localized_name("base", base, thing_names(dossier, "bases")),
        **localized_name("capital", capital, thing_names(dossier, "targets")),
    }
    return analysis_answer(
        card,
        positions,
        dossier,
        {"interceptor": interceptor, "site": site, "base": base, "capital": capital},
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline", words),
        headlines=[both_headline(card, rows, positions, dossier)],
        tables={"marks": Table.of_rows(MARKS, marks)},
        parts=[*reach[: len(positions)], *cover[: len(positions)]],
    )


def _row(
    position: Position, speed: float, reach: Answer, cover: Answer, base: str, capital: str
) -> dict[str, Any]:
    row: dict[str, Any] = {"position": position.text, "speed_m_s": speed * 1e3}
    row["share_reachable"] = reach.headline.value
    pair = (reach.rows.column("base") == base) & (reach.rows.column("target") == capital)
    if pair.any():
        at = int(np.flatnonzero(pair)[0])
        for name in ("latest_launch_s", "commit_delay_s", "margin_s"):
            value = float(reach.rows.column(name)[at])
            row[name] = None if np.isnan(value) else value
    for headline in (cover.headline, *cover.headlines):
        row[headline.column] = headline.value
    return row


def thing_names(dossier: Dossier, kind: str) -> Names:
    """Names of the things of a kind."""
    return {one.id: one.name for one in dossier.things[kind].values()}
