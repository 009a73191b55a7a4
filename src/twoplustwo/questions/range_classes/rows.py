"""Rows, tables and headlines of one position: ranges, classes, states, who is still reached."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Table
from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.questions.range_classes import classes
from twoplustwo.questions.range_classes.classes import Missile, km
from twoplustwo.questions.range_classes.gap import furthest_off, gap
from twoplustwo.questions.range_classes.left import people, reaches, smooth
from twoplustwo.wording.figures import grouped, people_text
from twoplustwo.wording.names import Names, display_name, localized_name

if TYPE_CHECKING:
    from twoplustwo.questions.range_classes.ask import Read, Ring

FLOWN, BALLISTIC = "flown", "ballistic"
LISTED = (FLOWN, "flown_and_projected")
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
        theirs = [i for i, ring in enumerate(rings) if ring.missile in missiles]
        for i in theirs:
            if i not in self._known:
                self._known[i] = reaches(rings[i].far, rings[i].start, cells)
        return people([self._known[i] for i in theirs], cells, region)


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
    for missile in read.missiles:
        name = str(classes.outcome(missile, read.treaty, read.treaty.rule))
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
    for column, rule, case in (
        ("missiles_in_class", read.treaty.rule, "headline"),
        ("missiles_in_class_model", classes.MODEL, "model"),
    ):
        inside = [m for m in there if classes.in_class(m, read.treaty, rule)]
        words: dict[str, Any] = {"count": len(inside), "listed": len(there)}
        words |= _names(inside, names)
        words |= {
            "low": grouped(read.treaty.shorter_from_m / 1e3),
            "high": grouped(read.treaty.intermediate_to_m / 1e3),
        }
        which = case if inside else NONE[case]
        out.append(HeadlineValue(column, float(len(inside)), words, show="", case=which))
    told = next(iter(read.cells.inside), None)
    rows = [
        r
        for r in _left(read, within, owner)
        if r["rule"] == read.treaty.rule and r["region"] == told
    ]
    for column, listed in zip(("people_left", "people_left_projected"), LISTED, strict=True):
        row = next((r for r in rows if r["listed"] == listed), None)
        if row is None:
            continue
        left = [
            m
            for m in classes.kept(there, read.treaty, read.treaty.rule)
            if _belongs(m, owner, listed)
        ]
        words = {
            **_people("now", row["people_now"]),
            **_people("left", row["people_left"]),
            **localized_name("owner", owner, names),
            **localized_name("region", str(told), names),
            **_names(left, names),
        }
        out.append(
            HeadlineValue(
                column,
                row["people_left"],
                words,
                show="people",
                case=f"{column}{_how_many(row, left)}",
            )
        )
    most = furthest_off(there, names)
    return tuple(out) if most is None else (*out, most)


def _people(key: str, count: float) -> dict[str, str]:
    return {f"{key}_{lang}": people_text(count, lang) for lang in LANGUAGES}


def _how_many(row: Mapping[str, Any], left: Sequence[Missile]) -> str:
    """Ending of the sentence: nobody within reach any more, nobody even now, as many, or
    how many."""
    if row["people_now"] == 0.0:
        return "_never"
    if row["people_left"] == 0.0:
        return "_nobody" if left else "_nothing"
    return "_same" if row["people_left"] == row["people_now"] else ""


def _row(missile: Missile, read: Read) -> dict[str, Any]:
    ends = [r.far.range_m for r in read.rings if r.missile == missile.id]
    return {
        "missile": missile.id,
        "owner": missile.owner,
        "sort": missile.sort,
        "existence": missile.existence,
        "launched_from": missile.launched_from,
        "model_range_km": km(missile.model_m),
        "rotating_min_km": km(min((float(x.min()) for x in ends), default=None)),
        "rotating_max_km": km(max((float(x.max()) for x in ends), default=None)),
        "claimed_range_km": km(missile.claimed_m),
        "model_over_claimed": gap(missile),
        "tested_range_km": km(missile.tested_m),
        "class_tested": classes.class_by(missile, read.treaty, classes.TESTED),
        "class_model": classes.class_by(missile, read.treaty, classes.MODEL),
        "class_held": classes.class_by(missile, read.treaty, read.treaty.rule),
        "outcome": str(classes.outcome(missile, read.treaty, read.treaty.rule)),
        "in_class": classes.in_class(missile, read.treaty, read.treaty.rule),
        "in_class_model": classes.in_class(missile, read.treaty, classes.MODEL),
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
    rows: list[Mapping[str, Any]] = []
    for ring in rings:
        if np.isnan(ring.far.latitude_rad).any():
            continue
        far = smooth(ring.far, ROUND)
        turned = far.longitude_rad + ring.start.longitude_rad
        points = zip(
            np.degrees(far.azimuth_rad),
            far.range_m / 1e3,
            np.degrees(far.latitude_rad),
            np.degrees(np.arctan2(np.sin(turned), np.cos(turned))),
            strict=True,
        )
        treaty = str(classes.outcome(by_id[ring.missile], read.treaty, read.treaty.rule))
        which = {
            "ring": f"{ring.missile} {ring.place}",
            "missile": ring.missile,
            "launch_area": ring.place,
            "treaty": treaty,
        }
        rows += [
            {**which, "azimuth_deg": azimuth, "range_km": km, "lat_deg": lat, "lon_deg": lon}
            for azimuth, km, lat, lon in points
        ]
    return card("range-classes").table("rings", rows)


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


def _belongs(missile: Missile, owner: str, listed: str) -> bool:
    return missile.owner == owner and (listed != FLOWN or missile.existence == FLOWN)


def _owners(read: Read) -> list[str]:
    return sorted({m.owner for m in read.missiles if m.sort == BALLISTIC})


def _left(read: Read, within: Within, owner: str) -> list[dict[str, Any]]:
    """Whom an owner's missiles reach, now and where every state gave up the class."""
    there = [m for m in read.missiles if not m.removed]
    rows = []
    for rule, listed in itertools.product(classes.RULES, LISTED):
        now = [m for m in there if _belongs(m, owner, listed)]
        left = [m for m in classes.kept(there, read.treaty, rule) if _belongs(m, owner, listed)]
        for region in read.cells.inside:
            rows.append(
                {
                    "owner": owner,
                    "rule": rule,
                    "listed": listed,
                    "region": region,
                    "missiles_now": float(len(now)),
                    "missiles_left": float(len(left)),
                    "names_left": ", ".join(m.id for m in left) or "none",
                    "people_now": within.people({m.id for m in now}, region),
                    "people_left": within.people({m.id for m in left}, region),
                }
            )
    return rows


def _states(read: Read) -> list[dict[str, Any]]:
    """Who has the class, as claimed, and which listed missiles of theirs fall in."""
    rows = []
    for state, claimed in read.has_class.items():
        theirs = [m for m in read.missiles if m.owner == state and not m.removed]
        inside = [m.id for m in theirs if classes.in_class(m, read.treaty, read.treaty.rule)]
        by_model = [m.id for m in theirs if classes.in_class(m, read.treaty, classes.MODEL)]
        rows.append(
            {
                "state": state,
                "has_missiles_of_the_class": claimed,
                "missiles_listed": float(len(theirs)),
                "missiles_in_class": float(len(inside)) if theirs else None,
                "names_in_class": ", ".join(inside) or ("none" if theirs else "not_listed"),
                "missiles_in_class_model": float(len(by_model)) if theirs else None,
            }
        )
    return rows


def _names(missiles: Sequence[Missile], names: Names) -> dict[str, str]:
    """Names of missiles in both languages, for a sentence."""
    return {
        f"names_{lang}": ", ".join(display_name(m.id, names, lang) for m in missiles) or "–"
        for lang in LANGUAGES
    }


def _table(rows: Sequence[Mapping[str, Any]]) -> Table:
    """Rows that all say the same; no columns where there are none."""
    return Table.of_rows(rows[0] if rows else (), rows)
