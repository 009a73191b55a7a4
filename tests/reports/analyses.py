"""Made-up answers with the columns of the analyses' real ones: nothing here is a result."""

from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer, Headline

from .parts import CITATIONS, PARTIES, SPEED, assumptions, table


def speed_curve(parties: tuple[str, ...] = PARTIES) -> Answer:
    """A made-up answer to speed-curve."""
    rows = []
    for party in parties:
        for v in np.arange(5.0, 10.001, 0.1):
            commit = 250.0 if party == "us" else 180.0
            latest = 60 * (v - 4.5) + 70 if v > 5.4 else None
            rows.append(
                {
                    "position": party,
                    "speed_m_s": 1e3 * v,
                    "latest_launch_s": latest,
                    "commit_delay_s": commit,
                    "margin_s": None if latest is None else latest - commit,
                    "share_reachable": float(np.clip((v - 6.8) / 2, 0, 1)),
                    "coverage_europe": float(np.clip(0.55 + 0.12 * (v - 5), 0, 0.92)),
                    "coverage_us": float(np.clip((v - 5.5) / 3, 0, 0.98)),
                }
            )
    lists = [
        {
            "position": party,
            "speed_m_s": SPEED[party][0] * 1e3,
            "low": SPEED[party][1] * 1e3,
            "high": SPEED[party][2] * 1e3,
            "shown": f"{SPEED[party][0]} km/s",
            "reading": "burnout",
            "claim": "c",
        }
        for party in parties
    ]
    return Answer(
        question="speed-curve",
        positions=parties,
        as_of="2009-09-17",
        dossier={"id": "sample", "hash": "0" * 64},
        headline=Headline(
            "latest_launch_s",
            None,
            unit="s",
            sentence={"en": "Latest launch passes commit at 7.5 km/s.", "ru": "Порог: 7,5 км/с."},
        ),
        rows=table(rows),
        tables={"marks": table(lists, low="m/s", high="m/s")},
        citations=CITATIONS,
        views=(
            {
                "kind": "curve",
                "x": "speed_m_s",
                "by": "position",
                "marks": "marks",
                "key": True,
                "panels": [
                    {
                        "lines": ["latest_launch_s", "commit_delay_s"],
                        "fill": True,
                        "value": "margin_s",
                        "title": {"en": "Latest launch that still meets the ICBM, against commit"},
                    },
                    {
                        "lines": ["coverage_europe"],
                        "title": {"en": "Europe: threatened people defended"},
                    },
                    {
                        "lines": ["coverage_us"],
                        "title": {"en": "United States: threatened people defended"},
                    },
                ],
            },
        ),
        made={"version": "0.1.0", "code": "abc", "jaxlib": "0", "device": "cpu"},
        id="speed-curve-1",
    )


def about_all(question: str, parties: tuple[str, ...], rows: list[dict[str, Any]]) -> Answer:
    """A made-up analysis with one table."""
    return Answer(
        question=question,
        positions=parties,
        as_of="2009-09-17",
        dossier={"id": "sample", "hash": "0" * 64},
        headline=Headline("count", float(len(rows)), sentence={"en": f"Rows: {len(rows)}."}),
        rows=table(rows),
        citations=CITATIONS,
        views=({"kind": "table"},),
    )


def contested(parties: tuple[str, ...] = PARTIES) -> Answer:
    """A made-up answer to contested."""
    return about_all(
        "contested",
        parties,
        [
            {
                "parameter": one.parameter,
                "means": one.means["en"],
                "dispute": "burnout-speed",
                "position": party,
                "shown": one.shown,
                "value": str(one.value),
                "how": one.how,
                "by": one.by,
                "reading": one.reading,
                "status": one.status,
                "source": one.source,
                "note": "",
                "claim": one.claim,
                "computed": True,
            }
            for party in parties
            for one in assumptions(party)[:1]
        ],
    )


def must_be_true(parties: tuple[str, ...] = PARTIES) -> Answer:
    """A made-up answer to must-be-true."""
    return about_all(
        "must-be-true",
        parties,
        [
            {
                "position": party,
                "end": "value",
                "speed_m_s": SPEED[party][0] * 1e3,
                "reading": reading,
                "payload_kg": 1200.0 if party == "us" else None,
                "outcome": "a payload fits" if party == "us" else "the stack does not fly so",
            }
            for party in parties
            for reading in ("burnout", "energy")
        ],
    )


def readings(parties: tuple[str, ...] = PARTIES) -> Answer:
    """A made-up answer to readings."""
    return about_all(
        "readings",
        parties,
        [
            {
                "position": party,
                "reading": reading,
                "held": reading == "burnout",
                "share_reachable": 0.1,
                "coverage_europe": 0.9,
            }
            for party in parties
            for reading in ("burnout", "energy")
        ],
    )
