"""Headlines, rows and tables of one position, from the rule of leakage."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Column, Table
from twoplustwo.engagement.leakage import (
    Need,
    Shield,
    expected_stopped,
    largest_raid,
    log_no_leaker,
    needed,
    shared_out,
)
from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.wording import criteria as spoken
from twoplustwo.wording.names import (
    display_name,
    localized_count,
    localized_quantity,
    localized_share,
)

FOUGHT = (
    "shots_least",
    "shots_most",
    "p_no_leaker",
    "p_independent",
    "log10_no_leaker",
    "leakers",
    "share_stopped",
    "limit",
    "interceptors_needed",
    "shots_needed",
)

INTERCEPTORS = {
    "en": {"one": "interceptor", "other": "interceptors"},
    "ru": {"one": "противоракета", "few": "противоракеты", "many": "противоракет"},
}
WARHEADS = {
    "en": {"one": "warhead", "other": "warheads"},
    "ru": {"one": "боеголовка", "few": "боеголовки", "many": "боеголовок"},
}
OF_WARHEADS = {  # after "против" and "из"
    "en": WARHEADS["en"],
    "ru": {"one": "боеголовки", "few": "боеголовок", "many": "боеголовок"},
}


class Asked(NamedTuple):
    """What one position holds, and what is asked of it; all numbers whole."""

    interceptor: str
    shield: Shield
    goal: float
    held: float
    grown: float | None
    numbers: tuple[float, ...]
    forces: Mapping[str, float | None]  # None where nothing is held of it
    names: Mapping[str, Mapping[str, str]]
    against: str
    scale: str
    sizes: tuple[float, ...]


class Fight(NamedTuple):
    """One raid against one number of interceptors."""

    chance: float  # that nothing leaks
    log_chance: float
    stopped: float  # expected warheads stopped
    least: float
    most: float


def fight(shield: Shield, stock: float, warheads: float) -> Fight:
    """Fire `stock` at `warheads` as evenly as whole shots allow."""
    shots = shared_out(stock, warheads, shield.most_shots)
    log = float(log_no_leaker(shield, shots, warheads))
    stopped = float(expected_stopped(shield, shots, warheads))
    most = float(shots.least + (shots.more > 0))
    return Fight(float(np.exp(log)), log, stopped, float(shots.least), most)


def outcome(asked: Asked, stock: float, found: Fight, need: Need) -> Outcome:
    """How a raid ends for the goal."""
    if stock < 1.0:
        return Outcome.NO_INTERCEPTOR
    if found.chance >= asked.goal:
        return Outcome.GOAL_MET
    if np.isnan(need.interceptors):
        return Outcome.NOT_ATTAINABLE
    if need.most_at_one > asked.shield.most_shots:
        return Outcome.BEYOND_DOCTRINE
    return Outcome.TOO_FEW


def result(asked: Asked) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them."""
    raid = float(asked.forces[asked.against] or 0.0)
    found = fight(asked.shield, asked.held, raid)
    need = needed(asked.shield, raid, asked.goal)
    how = outcome(asked, asked.held, found, need)
    most = largest_raid(asked.shield, asked.held, asked.goal)
    words = _words(asked, raid, found, need, most)
    share = found.stopped / raid if raid else None
    needs = need.interceptors if np.isfinite(need.interceptors) else None
    says = {
        Outcome.NOT_ATTAINABLE: "not_attainable",
        Outcome.BEYOND_DOCTRINE: "beyond_doctrine",
    }.get(how, "needed")
    if how is Outcome.NOT_ATTAINABLE and need.limit >= asked.goal:
        says = "never_sure"
    headlines = (
        HeadlineValue(
            "p_no_leaker", found.chance, words, case="headline" if asked.held else "no_interceptors"
        ),
        HeadlineValue("share_of_raid_stopped", share, words, case="quiet"),
        HeadlineValue("interceptors_needed", needs, words, show="", case=says),
        HeadlineValue(
            "largest_raid_met", most, words, show="", case="largest" if most else "largest_none"
        ),
        *_scale(asked, words),
    )
    rows = _rows(asked)
    counted: dict[str, int] = {}
    for row in rows:
        counted[row["outcome"]] = counted.get(row["outcome"], 0) + 1

    def make() -> tuple[Table, dict[str, Table]]:
        return _table(rows), {
            "forces": _table(_forces(rows, asked)),
            "sizes": _sizes(asked),
            "marks": _marks(asked, raid),
        }

    return Result(headlines, counted, make)


def _words(asked: Asked, raid: float, found: Fight, need: Need, most: float) -> dict[str, Any]:
    leakers = f"{raid - found.stopped:.1f}".removesuffix(".0")
    goal = Criterion("p_no_leaker", ">=", float(f"{100.0 * asked.goal:.10g}"), "%")
    beside = (goal, *spoken.card_tests(card("raid"), "p_no_leaker"))
    return {
        **localized_count("interceptors", round(asked.held), **INTERCEPTORS),
        **localized_count("warheads", round(raid), **OF_WARHEADS),
        **(
            localized_count("largest", round(most), **WARHEADS)
            if np.isfinite(most)
            else {"largest_en": "any", "largest_ru": "любой"}
        ),
        **localized_share("chance", found.chance, beside),
        **localized_share("goal", asked.goal),
        **localized_share("limit", need.limit, (goal,)),
        **localized_quantity("leakers", leakers),
        "shots": _count(found.least)
        if found.least == found.most
        else f"{_count(found.least)}–{_count(found.most)}",
        "needed": _count(need.interceptors),
        **(
            {}
            if np.isnan(need.interceptors)
            else localized_count("needed", round(need.interceptors), **INTERCEPTORS)
        ),
        "at_one": _count(need.most_at_one),
        "doctrine": _count(asked.shield.most_shots),
    }


def _scale(asked: Asked, words: Mapping[str, Any]) -> tuple[HeadlineValue, HeadlineValue]:
    force = asked.forces.get(asked.scale)
    shared = [
        fight(asked.shield, stock, force).stopped / force if force and stock is not None else None
        for stock in (asked.held, asked.grown)
    ]
    told = dict(words) | {
        **({} if force is None else localized_count("force", round(force), **OF_WARHEADS)),
        **localized_share("share", shared[0]),
        **localized_share("grown_share", shared[1]),
        "grown": "–" if asked.grown is None else _count(asked.grown),
        **{f"scale_{lang}": name for lang, name in _name(asked, asked.scale).items()},
    }
    says = "no_scale" if force is None else "scale" if asked.grown is None else "scale_grown"
    return (
        HeadlineValue("share_of_force_stopped", shared[0], told, case=says),
        HeadlineValue("share_of_force_stopped_grown", shared[1], told, case="quiet"),
    )


def _rows(asked: Asked) -> list[dict[str, Any]]:
    return [
        _row(asked, force, warheads, stock)
        for force, warheads in asked.forces.items()
        for stock in (asked.numbers if warheads is not None else (asked.held,))
    ]


def _row(asked: Asked, force: str, warheads: float | None, stock: float) -> dict[str, Any]:
    row: dict[str, Any] = {"raid": force, "warheads": np.nan, "interceptors": stock}
    if warheads is None:
        nothing = dict.fromkeys(FOUGHT, np.nan)
        return row | nothing | {"outcome": str(Outcome.NOT_ANSWERABLE)}
    found = fight(asked.shield, stock, warheads)
    alone = fight(asked.shield._replace(common=1.0), stock, warheads)
    need = needed(asked.shield, warheads, asked.goal)
    log10 = found.log_chance / np.log(10.0)
    values = (
        found.least,
        found.most,
        found.chance,
        alone.chance,
        log10 if np.isfinite(log10) else np.nan,
        warheads - found.stopped,
        found.stopped / warheads if warheads else np.nan,
        need.limit,
        need.interceptors,
        need.most_at_one,
    )
    how = outcome(asked, stock, found, need)
    return (
        row
        | {"warheads": warheads}
        | dict(zip(FOUGHT, values, strict=True))
        | {"outcome": str(how)}
    )


def _forces(rows: list[dict[str, Any]], asked: Asked) -> list[dict[str, Any]]:
    """One row a force: with the number held, and beside it with the number grown to."""
    largest = {row["raid"]: row for row in rows if row["interceptors"] == asked.grown}
    return [
        {
            "raid": row["raid"],
            "warheads": row["warheads"],
            "p_no_leaker": row["p_no_leaker"],
            "share_stopped": row["share_stopped"],
            "leakers": row["leakers"],
            "share_stopped_grown": largest.get(row["raid"], {}).get("share_stopped", np.nan),
            "interceptors_needed": row["interceptors_needed"],
            "outcome": row["outcome"],
        }
        for row in rows
        if row["interceptors"] == asked.held
    ]


def _sizes(asked: Asked) -> Table:
    """The same over the number of warheads, with the number held and the number grown to."""
    warheads = np.array(asked.sizes)
    data: dict[str, Any] = {
        "interceptor": np.array([asked.interceptor] * len(warheads), dtype=object),
        "warheads": warheads,
    }
    for stock, ending in ((asked.held, ""), (asked.grown, "_grown")):
        shots = shared_out(stock or 0.0, warheads, asked.shield.most_shots)
        chance = np.exp(log_no_leaker(asked.shield, shots, warheads))
        share = expected_stopped(asked.shield, shots, warheads) / warheads
        none = stock is None
        data[f"p_no_leaker{ending}"] = np.full_like(chance, np.nan) if none else chance
        data[f"share_stopped{ending}"] = np.full_like(share, np.nan) if none else share
    return Table(tuple(Column(name) for name in data), data)


def _marks(asked: Asked, raid: float) -> Table:
    name = _name(asked, asked.against)
    return _table(
        [
            {
                "interceptor": asked.interceptor,
                "warheads": raid,
                "shown": f"{name['en']}: {_count(raid)}",
                "shown_ru": f"{name['ru']}: {_count(raid)}",
            }
        ]
    )


def _name(asked: Asked, force: str) -> dict[str, str]:
    """What a force is called in both languages; its identifier where it has no name."""
    return {lang: display_name(force, asked.names, lang) for lang in LANGUAGES}


def _table(rows: list[dict[str, Any]]) -> Table:
    names = list(rows[0])
    data = {
        name: np.array([row[name] for row in rows], dtype=object)
        if isinstance(rows[0][name], str)
        else np.array([row[name] for row in rows], dtype=float)
        for name in names
    }
    return Table(tuple(Column(name) for name in names), data)


def _count(value: float) -> str:
    return "–" if not np.isfinite(value) else f"{value:.0f}"
