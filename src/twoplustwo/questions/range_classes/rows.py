"""Rows, tables and headlines of one position: ranges, classes, states, who is still reached."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Column, Table
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.questions.range_classes import classes
from twoplustwo.questions.range_classes.classes import Missile, km
from twoplustwo.questions.range_classes.gap import furthest_off, gap
from twoplustwo.questions.range_classes.left import people, reaches, smooth
from twoplustwo.wording.figures import people_text as people_in_words
from twoplustwo.wording.names import Names, display_name, localized_name

if TYPE_CHECKING:
    from twoplustwo.questions.range_classes.ask import Read, Ring

FLOWN, BALLISTIC = "flown", "ballistic"
LISTED = (FLOWN, "flown_and_projected")
REGIONS = ("europe", "us")
NONE = {"headline": "none_in_class", "model": "none_by_model"}
ROUND = 72  # points of a ring as drawn


class Within:
    """Which cells each ring holds, worked out when first asked for."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[int, NDArray[np.bool_]] = {}

    def people(self, missiles: set[str], region: str) -> float:
        """Inhabitants of a region within reach of any of these missiles."""
        rings, cells = self._read.rings, self._read.cells
        mine = [i for i, ring in enumerate(rings) if ring.missile in missiles]
        for i in mine:
            if i not in self._known:
                self._known[i] = reaches(rings[i].far, rings[i].start, cells)
        return people([self._known[i] for i in mine], cells, region)


def result(read: Read, owner: str, names: Names) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them.

    Parameters
    ----------
    read : Read
    owner : str
        State whose missiles the sentence about a universal treaty follows.
    names : mapping
        Identifier to name by language.
    """
    outcomes: dict[str, int] = {}
    for one in read.missiles:
        name = str(classes.outcome(one, read.treaty, read.treaty.rule))
        outcomes[name] = outcomes.get(name, 0) + 1
    within = Within(read)

    def make() -> tuple[Table, dict[str, Table]]:
        return _table([_row(one, read) for one in read.missiles]), {
            "rings": _rings([r for r in read.rings if r.area], read),
            "base_rings": _rings([r for r in read.rings if not r.area], read),
            "places": _table([_place(ring) for ring in read.rings]),
            "launch_areas": _areas(read.rings),
            "left": _table([row for one in _owners(read) for row in _left(read, within, one)]),
            "states": _table(_states(read)),
        }

    return Result(_headlines(read, owner, names, within), outcomes, make)


def _headlines(read: Read, owner: str, names: Names, within: Within) -> tuple[HeadlineValue, ...]:
    there = [m for m in read.missiles if not m.removed]
    out = []
    for column, rule, says in (
        ("missiles_in_class", read.treaty.rule, "headline"),
        ("missiles_in_class_model", classes.MODEL, "model"),
    ):
        inside = [m for m in there if classes.in_class(m, read.treaty, rule)]
        words: dict[str, Any] = {"count": len(inside), "listed": len(there)}
        words |= _named(inside, names)
        words |= {
            "low": _plain_km(read.treaty.shorter_from_m),
            "high": _plain_km(read.treaty.intermediate_to_m),
        }
        told = says if inside else NONE[says]
        out.append(HeadlineValue(column, float(len(inside)), words, show="", case=told))
    rows = [
        r
        for r in _left(read, within, owner)
        if r["rule"] == read.treaty.rule and r["region"] == REGIONS[0]
    ]
    for column, listed in zip(("people_left", "people_left_projected"), LISTED, strict=True):
        row = next((r for r in rows if r["listed"] == listed), None)
        if row is None:
            continue
        mine = [
            m for m in classes.kept(there, read.treaty, read.treaty.rule) if _of(m, owner, listed)
        ]
        words = {
            **_people("now", row["people_now"]),
            **_people("left", row["people_left"]),
            **localized_name("owner", owner, names),
            **_named(mine, names),
        }
        out.append(
            HeadlineValue(
                column,
                row["people_left"],
                words,
                show="people",
                case=f"{column}{_how_many(row, mine)}",
            )
        )
    most = furthest_off(there, names)
    return tuple(out) if most is None else (*out, most)


def _people(key: str, count: float) -> dict[str, str]:
    return {f"{key}_{lang}": people_in_words(count, lang) for lang in LANGUAGES}


def _how_many(row: Mapping[str, Any], left: Sequence[Missile]) -> str:
    """Ending of the sentence: nobody within reach any more, nobody even now, as many, or
    how many."""
    if row["people_now"] == 0.0:
        return "_never"
    if row["people_left"] == 0.0:
        return "_nobody" if left else "_nothing"
    return "_same" if row["people_left"] == row["people_now"] else ""


def _row(one: Missile, read: Read) -> dict[str, Any]:
    ends = [r.far.range_m for r in read.rings if r.missile == one.id]
    held = classes.class_by(one, read.treaty, read.treaty.rule)
    return {
        "missile": one.id,
        "owner": one.owner,
        "sort": one.sort,
        "existence": one.existence,
        "launched_from": one.launched_from,
        "model_range_km": km(one.model_m),
        "rotating_min_km": km(min(float(x.min()) for x in ends)) if ends else np.nan,
        "rotating_max_km": km(max(float(x.max()) for x in ends)) if ends else np.nan,
        "claimed_range_km": km(one.claimed_m),
        "model_over_claimed": _value(gap(one)),
        "tested_range_km": km(one.tested_m),
        "class_tested": classes.class_by(one, read.treaty, classes.TESTED),
        "class_model": classes.class_by(one, read.treaty, classes.MODEL),
        "class_held": held,
        "outcome": str(classes.outcome(one, read.treaty, read.treaty.rule)),
        "in_class": classes.in_class(one, read.treaty, read.treaty.rule),
        "in_class_model": classes.in_class(one, read.treaty, classes.MODEL),
    }


def _place(ring: Ring) -> dict[str, Any]:
    """One missile from one place: least and greatest range, and the azimuths of both."""
    far, azimuth = ring.far.range_m, np.degrees(ring.far.azimuth_rad)
    low, high = int(far.argmin()), int(far.argmax())
    return {
        "missile": ring.missile,
        "place": ring.place,
        "rotating_min_km": km(far[low]),
        "least_azimuth_deg": azimuth[low],
        "rotating_max_km": km(far[high]),
        "greatest_azimuth_deg": azimuth[high],
        "all_round": bool(np.isnan(ring.far.latitude_rad).any()),
    }


def _rings(rings: Sequence[Ring], read: Read) -> Table:
    """Points of the rings that come down everywhere; what flies half-way round has no ring."""
    by_id = {m.id: m for m in read.missiles}
    whole = [r for r in rings if not np.isnan(r.far.latitude_rad).any()]
    data: dict[str, list[Any]] = {
        n: []
        for n in (
            "ring",
            "missile",
            "launch_area",
            "treaty",
            "azimuth_deg",
            "range_km",
            "lat_deg",
            "lon_deg",
        )
    }
    for ring in whole:
        far, count = smooth(ring.far, ROUND), ROUND
        said = str(classes.outcome(by_id[ring.missile], read.treaty, read.treaty.rule))
        data["ring"] += [f"{ring.missile} {ring.place}"] * count
        data["missile"] += [ring.missile] * count
        data["launch_area"] += [ring.place] * count
        data["treaty"] += [said] * count
        data["azimuth_deg"] += np.degrees(far.azimuth_rad).tolist()
        data["range_km"] += (far.range_m / 1e3).tolist()
        data["lat_deg"] += np.degrees(far.latitude_rad).tolist()
        turned = far.longitude_rad + ring.start.longitude_rad
        data["lon_deg"] += np.degrees(np.arctan2(np.sin(turned), np.cos(turned))).tolist()
    texts = ("ring", "missile", "launch_area", "treaty")
    return Table(
        tuple(Column(name) for name in data),
        {n: np.array(v, dtype=object if n in texts else float) for n, v in data.items()},
    )


def _areas(rings: Sequence[Ring]) -> Table:
    starts = {r.place: r.start for r in rings if r.area}
    return _table(
        [
            {
                "launch_area": name,
                "lat_deg": float(np.degrees(start.latitude_rad)),
                "lon_deg": float(np.degrees(start.longitude_rad)),
            }
            for name, start in starts.items()
        ]
    )


def _of(missile: Missile, owner: str, listed: str) -> bool:
    return missile.owner == owner and (listed != FLOWN or missile.existence == FLOWN)


def _owners(read: Read) -> list[str]:
    return sorted({m.owner for m in read.missiles if m.sort == BALLISTIC})


def _left(read: Read, within: Within, owner: str) -> list[dict[str, Any]]:
    """Whom an owner's missiles reach, now and where every state gave up the class."""
    there = [m for m in read.missiles if not m.removed]
    rows = []
    for rule, listed in itertools.product(classes.RULES, LISTED):
        now = [m for m in there if _of(m, owner, listed)]
        mine = [m for m in classes.kept(there, read.treaty, rule) if _of(m, owner, listed)]
        for region in REGIONS:
            rows.append(
                {
                    "owner": owner,
                    "rule": rule,
                    "listed": listed,
                    "region": region,
                    "missiles_now": float(len(now)),
                    "missiles_left": float(len(mine)),
                    "names_left": ", ".join(m.id for m in mine) or "none",
                    "people_now": within.people({m.id for m in now}, region),
                    "people_left": within.people({m.id for m in mine}, region),
                }
            )
    return rows


def _states(read: Read) -> list[dict[str, Any]]:
    """Who has the class, as claimed, and which listed missiles of theirs fall in."""
    rows = []
    for state, claimed in read.has_class.items():
        mine = [m for m in read.missiles if m.owner == state and not m.removed]
        inside = [m.id for m in mine if classes.in_class(m, read.treaty, read.treaty.rule)]
        by_model = [m.id for m in mine if classes.in_class(m, read.treaty, classes.MODEL)]
        rows.append(
            {
                "state": state,
                "has_missiles_of_the_class": claimed,
                "missiles_listed": float(len(mine)),
                "missiles_in_class": float(len(inside)) if mine else np.nan,
                "names_in_class": ", ".join(inside) or ("none" if mine else "not_listed"),
                "missiles_in_class_model": float(len(by_model)) if mine else np.nan,
            }
        )
    return rows


def _named(missiles: Sequence[Missile], names: Names) -> dict[str, str]:
    """Names of missiles in both languages, for a sentence."""
    return {
        f"names_{lang}": ", ".join(display_name(m.id, names, lang) for m in missiles) or "–"
        for lang in LANGUAGES
    }


def _value(number: float | None) -> float:
    return np.nan if number is None else number


def _plain_km(range_m: float) -> str:
    return f"{range_m / 1e3:,.0f}".replace(",", "\u2009")


def _table(rows: list[dict[str, Any]]) -> Table:
    names = list(rows[0]) if rows else []
    data = {n: _column([row[n] for row in rows]) for n in names}
    return Table(tuple(Column(n) for n in names), data)


def _column(values: list[Any]) -> np.ndarray:
    if all(isinstance(v, bool) for v in values):
        return np.array(values, dtype=bool)
    if all(isinstance(v, float) for v in values):
        return np.array(values, dtype=float)
    return np.array(values, dtype=object)
