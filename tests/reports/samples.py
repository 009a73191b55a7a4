"""Made-up answers with the columns of the real ones: nothing here is a result."""

from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer, Headline

from .analyses import contested, must_be_true, readings, speed_curve
from .parts import BASES, CITATIONS, PARTIES, SITE, SPEED, TARGETS, arc, assumptions, table


def icbm_reach(party: str) -> Answer:
    """A made-up answer to icbm-reach."""
    speed = SPEED[party][0]
    commit = 250.0 if party == "us" else 180.0
    rows, tracks, maxima = [], [], []
    for b, (base, where) in enumerate(BASES.items()):
        for target, place in TARGETS.items():
            line = arc(where, place)
            latest = 60 * (speed - 4.5) + 70 - 9 * abs(b - 4) + 2.0 * len(target)
            never = base == "irkutsk"
            reach = not never and latest >= commit
            meet = line[14 + int(speed)]
            rows.append(
                {
                    "base": base,
                    "target": target,
                    "reachable": reach,
                    "outcome": "out_of_reach" if never else "met" if reach else "too_late",
                    "latest_launch_s": None if never else latest,
                    "commit_delay_s": commit,
                    "commit_chain": "radar_track",
                    "margin_s": None if never else latest - commit,
                    "closing_speed_m_s": None if never else 9000.0,
                    "crossing_angle_rad": None if never else 1.2,
                    "flight_time_s": None if never else 700.0,
                    "intercept_lat_deg": None if never else meet[0],
                    "intercept_lon_deg": None if never else meet[1],
                    "intercept_altitude_km": None if never else 900.0,
                    "threat_time_s": None if never else 900.0,
                    "weight": 1.0,
                }
            )
            tracks += [
                {
                    "base": base,
                    "target": target,
                    "time_s": 45.0 * i,
                    "lat_deg": lat,
                    "lon_deg": lon,
                    "altitude_km": 1200 * np.sin(np.pi * i / 39),
                }
                for i, (lat, lon) in enumerate(line)
            ]
            maxima.append(
                {"base": base, "target": target, "meeting": "crossing", "launch_s": latest}
            )
    reachable = sum(row["reachable"] for row in rows)
    outcomes = dict.fromkeys(
        ("met", "too_late", "out_of_reach", "never_tracked", "not_answerable"), 0
    )
    for row in rows:
        outcomes[row["outcome"]] += 1
    bases = [
        {
            "base": base,
            "lat_deg": BASES[base][0],
            "lon_deg": BASES[base][1],
            "missile": "ss-25",
            "share_reachable": float(np.mean([r["reachable"] for r in rows if r["base"] == base])),
            **{
                key: next(r[key] for r in rows if r["base"] == base)
                for key in ("latest_launch_s", "commit_delay_s", "margin_s", "outcome")
            },
        }
        for base in BASES
    ]
    words = f"{reachable} of {len(rows)}"
    return Answer(
        question="icbm-reach",
        position=party,
        as_of="2009-09-17",
        dossier={"id": "sample", "hash": "0" * 64},
        options={"site": "redzikowo"},
        headline=Headline(
            "share_reachable",
            reachable / len(rows),
            show="%",
            low=0.0,
            high=1.0,
            interval="worst and best corner of the held claims' own ranges",
            test="share_reachable = 0 %",
            holds=reachable == 0,
            sentence={
                "en": f"Base–target pairs within reach: {words}.",
                "ru": f"Достижимо пар «база — цель»: {words}.",
            },
        ),
        rows=table(rows),
        outcomes=outcomes,
        assumptions=assumptions(party),
        left_out=("winds", "countermeasures"),
        citations=CITATIONS,
        tables={
            "bases": table(bases),
            "tracks": table(tracks),
            "maxima": table(maxima),
            "targets": table(
                [{"target": t, "lat_deg": a, "lon_deg": b} for t, (a, b) in TARGETS.items()]
            ),
            "sites": table(
                [
                    dict(zip(("site", "what", "lat_deg", "lon_deg"), SITE, strict=True)),
                    {"site": "brdy", "what": "radar", "lat_deg": 49.7, "lon_deg": 13.8},
                ]
            ),
        },
        views=(
            {
                "kind": "map.links",
                "from": "base",
                "to": "target",
                "mark": "outcome",
                "emphasis": {"target": "washington"},
            },
            {
                "kind": "dots",
                "x": "margin_s",
                "y": "base",
                "zero": True,
                "mark": "outcome",
                "below": {"en": "too late"},
                "above": {"en": "in time"},
                "emphasis": {"target": "washington"},
            },
            {
                "kind": "table",
                "table": "bases",
                "dot": "margin_s",
                "columns": ["base", "latest_launch_s", "commit_delay_s", "margin_s", "outcome"],
            },
        ),
        made={"version": "0.1.0", "code": "abc", "jaxlib": "0", "device": "cpu"},
        id=f"icbm-reach-{party}",
    )


COUNTRIES = {
    "DEU": ("Germany", 47, 54, 6, 15, 82e6),
    "FRA": ("France", 43, 50, -4, 8, 62e6),
    "POL": ("Poland", 49, 54, 14, 24, 38e6),
    "ITA": ("Italy", 38, 46, 8, 18, 59e6),
    "ESP": ("Spain", 36, 43, -9, 3, 45e6),
    "GBR": ("United Kingdom", 50, 58, -6, 1, 61e6),
    "TUR": ("Turkey", 36, 41, 26, 44, 70e6),
    "ROU": ("Romania", 44, 48, 20, 29, 21e6),
    "SWE": ("Sweden", 56, 69, 12, 23, 9e6),
    "GRC": ("Greece", 36, 41, 20, 27, 11e6),
    "UKR": ("Ukraine", 45, 52, 22, 39, 46e6),
    "USA": ("United States", 25, 49, -124, -67, 300e6),
}


def defended_footprint(party: str) -> Answer:
    """A made-up answer to defended-footprint."""
    speed = SPEED[party][0]
    cells, rows = [], []
    for iso, (name, south, north, west, east, people) in COUNTRIES.items():
        mine = []
        for lat in range(south, north):
            for lon in range(west, east):
                far = np.hypot(lat - 54, (lon - 17) * 0.6)
                count = int(max(0, min(4, 3 + (speed - 6) - far / 7 + (far > 40) * 6)))
                if lon > 30 and lat < 42:
                    count = 0
                mine.append(
                    {
                        "lat_deg": lat + 0.5,
                        "lon_deg": lon + 0.5,
                        "country": iso,
                        "region": "us" if iso == "USA" else "europe",
                        "population": 1e5,
                        "area_km2": 8000.0,
                        "threatened": iso not in ("GBR", "SWE") or lat < 55,
                        "opportunities": float(count),
                    }
                )
        cells += mine
        hit = [one for one in mine if one["threatened"]]
        rows.append(
            {
                "country": iso,
                "name": name,
                "region": mine[0]["region"],
                "population": people,
                "threatened": people * len(hit) / len(mine),
                "defended_1": float(np.mean([c["opportunities"] >= 1 for c in hit]))
                if hit
                else None,
                "defended_2": float(np.mean([c["opportunities"] >= 2 for c in hit]))
                if hit
                else None,
                "area_threatened_km2": 8000.0 * len(hit),
                "area_defended_1": 0.5 if hit else None,
            }
        )
    europe = float(np.mean([r["defended_1"] for r in rows[:-1] if r["defended_1"] is not None]))
    america = rows[-1]["defended_1"]
    said = f"Europe: {europe:.0%}; United States: {america:.0%} of threatened people defended."
    two = tuple(
        Headline(
            name,
            value,
            show="%",
            test=f"{name} >= 50 %",
            holds=value >= 0.5,
            sentence={"en": said, "ru": said},
        )
        for name, value in (("coverage_europe", europe), ("coverage_us", america))
    )
    return Answer(
        question="defended-footprint",
        position=party,
        as_of="2009-09-17",
        dossier={"id": "sample", "hash": "0" * 64},
        headline=two[0],
        headlines=two[1:],
        rows=table(rows, population="people", threatened="people"),
        outcomes={"met": 9, "out_of_reach": 3},
        assumptions=assumptions(party),
        left_out=("winds",),
        citations=CITATIONS,
        tables={
            "cells": table(cells),
            "threats": table(
                [
                    {
                        "missile": "sejjil-2",
                        "launch_area": "tabriz",
                        "region": "europe",
                        "threatened": 1e8,
                        "defended_1": europe,
                        "defended_2": 0.2,
                        "area_defended_1": 0.4,
                    }
                ],
                threatened="people",
            ),
            "launch_areas": table(
                [
                    {"launch_area": "tabriz", "lat_deg": 38.1, "lon_deg": 46.3},
                    {"launch_area": "semnan", "lat_deg": 35.2, "lon_deg": 53.9},
                ]
            ),
            "sites": table(
                [
                    dict(zip(("site", "what", "lat_deg", "lon_deg"), SITE, strict=True)),
                    {"site": "brdy", "what": "radar", "lat_deg": 49.7, "lon_deg": 13.8},
                ]
            ),
        },
        views=(
            {
                "kind": "map.cells",
                "table": "cells",
                "colour": "opportunities",
                "mask": "threatened",
            },
            {
                "kind": "bars",
                "x": ["defended_1", "defended_2"],
                "y": "name",
                "weight": "threatened",
            },
            {"kind": "table", "table": "threats"},
        ),
        made={"version": "0.1.0", "code": "abc", "jaxlib": "0", "device": "cpu"},
        id=f"defended-footprint-{party}",
    )


def everything(parties: tuple[str, ...] = PARTIES) -> list[Answer]:
    """One answer of each kind."""
    return [
        speed_curve(parties),
        *(defended_footprint(one) for one in parties),
        *(icbm_reach(one) for one in parties),
        readings(parties),
        contested(parties),
        must_be_true(parties),
    ]


RUN_INFO: dict[str, Any] = {
    "run": "sample-20071012-121000",
    "dossier": "sample",
    "hash": "0" * 64,
    "title": {"en": "Sample dossier", "ru": "Пример"},
    "as_of": "2009-09-17",
    "version": "0.1.0",
    "code": "abc",
    "positions": list(PARTIES),
    "seeds": [],
    "names": {
        "us": {"en": "United States", "ru": "США"},
        "russia": {"en": "Russia", "ru": "Россия"},
        "independent": {"en": "Independent analysts", "ru": "Независимые эксперты"},
    },
}
