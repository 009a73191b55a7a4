"""The slider: both questions at a ladder of speeds, for each position."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from twoplustwo.analysis.speed_curve.words import both_headline, party_slots
from twoplustwo.answers.answer import Answer
from twoplustwo.base import progress
from twoplustwo.base.errors import OptionError
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed import slider_of
from twoplustwo.positions.claimed_value import ABOUT, claimed_value
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.compared import Compared, asked_of, compared
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.runs.ask import ask as run
from twoplustwo.wording.criteria import column_name
from twoplustwo.wording.names import Names, localized_name

STEPS = 20
"""Even steps of the slider from end to end."""
ROOM = 0.25
"""Share of the claims' span that is left free on either side, where the dossier names no slider."""
LAUNCH = ("latest_launch_s", "commit_delay_s", "margin_s")
SPEED = "speed_m_s"
MARKS = ("position", SPEED, *ABOUT)


def speeds_km_s(marks: Sequence[dict[str, Any]], slider: tuple[float, float] | None) -> list[float]:
    """Speeds of the slider [km/s]: even steps, and every claimed speed and end of an interval.

    Parameters
    ----------
    marks : sequence of dict
        What each position claims.
    slider : tuple of float, optional
        Ends that the dossier names [km/s]; without, the outermost claims with some room.
    """
    claimed = {
        round(float(mark[end]) / 1e3, 6)
        for mark in marks
        for end in ("speed_m_s", "low", "high")
        if mark[end] is not None
    }
    if slider is None:
        least, most = min(claimed), max(claimed)
        room = max(ROOM * (most - least), ROOM * most / 2)
        slider = round(max(least - room, least / 2), 1), round(most + room, 1)
    low, high = slider
    even = {low + (high - low) / STEPS * i for i in range(STEPS + 1)}
    return sorted(even | {v for v in claimed if low <= v <= high})


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
    if not marks:
        raise OptionError(
            f"nobody claims a speed of {interceptor}",
            "--option interceptor",
            f"there is no claim of {path}",
            "name another one, or write a claim",
        )
    slider = slider_of(dossier, path)
    speeds = speeds_km_s(marks, slider and (slider.low / 1e3, slider.high / 1e3))
    asked = [(p, v, p.with_setting(path, f"{v:g} km/s")) for v in speeds for p in positions]
    moved = [m for _, _, m in asked]
    names = asked_of(card, dossier)
    shown = compared(dossier, names)
    where = {"site": site, "interceptor": interceptor, "capital": capital}
    parts: dict[str, list[Answer]] = {}
    for i, name in enumerate(names):
        progress.step("questions at every speed", i, len(names))
        theirs = card_of(dossier, name).options
        mine = {key: value for key, value in where.items() if key in theirs}
        parts[name] = run(name, moved, dossier, **mine)
    progress.step("questions at every speed", len(names), len(names))
    rows = [
        _row(p, v, [answers[i] for answers in parts.values()], base, capital)
        for i, (p, v, _) in enumerate(asked)
    ]
    words = {
        "slow": f"{min(speeds):g}",
        "fast": f"{max(speeds):g}",
        **party_slots(card, rows, positions, shown, dossier),
        **localized_name("base", base, thing_names(dossier, "bases")),
        **localized_name("capital", capital, thing_names(dossier, "targets")),
    }
    said = [card.sentence("headline", words)]
    drawn = any(row.get(LAUNCH[0]) is not None for row in rows)
    if drawn:
        said.append(card.sentence("launch drawn", words))
    sentence = {lang: " ".join(one[lang] for one in said) for lang in said[0]}
    shares = [one.column for one in shown]
    columns = ("position", SPEED, *(LAUNCH if drawn else ()), *shares)
    return analysis_answer(
        replace(card, views=tuple(with_panels(card.views, shown, drawn, dossier))),
        positions,
        dossier,
        {"interceptor": interceptor, "site": site, "base": base, "capital": capital},
        Table.of_rows(columns, rows),
        sentence,
        headlines=both_headline(card, rows, positions, shown, dossier),
        tables={"marks": Table.of_rows(MARKS, marks)},
        parts=[one for answers in parts.values() for one in answers[: len(positions)]],
    )


def with_panels(
    views: Sequence[Mapping[str, Any]], shown: Sequence[Compared], drawn: bool, dossier: Dossier
) -> Iterator[dict[str, Any]]:
    """The views with one panel for each share that has none of its own."""
    for view in views:
        panels = [one for one in view["panels"] if drawn or not {*one["lines"]} & {*LAUNCH}]
        known = {name for one in panels for name in one["lines"]}
        first = shown[0].column if drawn else ""  # the launches show it
        panels += [
            {
                "lines": [one.column],
                "title": {
                    lang: text[:1].upper() + text[1:]
                    for lang, text in column_name(
                        card_of(dossier, one.question), one.column
                    ).items()
                },
            }
            for one in shown
            if one.column not in known and one.column != first
        ]
        yield {**view, "panels": panels}


def _row(
    position: Position, speed: float, answers: Sequence[Answer], base: str, capital: str
) -> dict[str, Any]:
    row: dict[str, Any] = {"position": position.text, "speed_m_s": speed * 1e3}
    for answer in answers:
        if {"base", "target", *LAUNCH} <= {*answer.rows.names}:
            rows = answer.rows
            pair = (rows.column("base") == base) & (rows.column("target") == capital)
            if pair.any():
                at = int(np.flatnonzero(pair)[0])
                for name in LAUNCH:
                    value = float(rows.column(name)[at])
                    row[name] = None if np.isnan(value) else value
        for headline in (answer.headline, *answer.headlines):
            row.setdefault(headline.column, headline.value)
    return row


def thing_names(dossier: Dossier, kind: str) -> Names:
    """Names of the things of a kind."""
    return {one.id: one.name for one in dossier.things.get(kind, {}).values()}
