"""Headlines, rows and tables of one position, from the rule of leakage."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.table import Table
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
from twoplustwo.wording.criteria import card_tests
from twoplustwo.wording.figures import whole_number
from twoplustwo.wording.names import (
    display_name,
    localized_count,
    localized_name,
    localized_quantity,
    localized_share,
)

QUESTION = "raid"


class RaidInputs(NamedTuple):
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


def outcome(inputs: RaidInputs, stock: float, fought: Fight, need: Need) -> Outcome:
    """How a raid ends for the goal."""
    if stock < 1.0:
        return Outcome.NO_INTERCEPTOR
    if fought.chance >= inputs.goal:
        return Outcome.GOAL_MET
    if np.isnan(need.interceptors):
        return Outcome.NOT_ATTAINABLE
    if need.most_at_one > inputs.shield.most_shots:
        return Outcome.BEYOND_DOCTRINE
    return Outcome.TOO_FEW


def result(inputs: RaidInputs) -> Result:
    """Headlines of one position, and its rows and tables for those who look at them."""
    raid = float(inputs.forces[inputs.against] or 0.0)
    fought = fight(inputs.shield, inputs.held, raid)
    need = needed(inputs.shield, raid, inputs.goal)
    ending = outcome(inputs, inputs.held, fought, need)
    largest = largest_raid(inputs.shield, inputs.held, inputs.goal)
    words = _words(inputs, raid, fought, need, largest)
    first = "headline" if inputs.held else "no_interceptors"
    headlines = (
        HeadlineValue("p_no_leaker", fought.chance, words, case=first),
        HeadlineValue(
            "share_of_raid_stopped", fought.stopped / raid if raid else None, words, case="quiet"
        ),
        HeadlineValue(
            "interceptors_needed",
            need.interceptors if np.isfinite(need.interceptors) else None,
            words,
            show="",
            case=_needed_case(inputs, ending, need),
        ),
        HeadlineValue(
            "largest_raid_met",
            largest,
            words,
            show="",
            case="largest" if largest else "largest_none",
        ),
        *_scale(inputs, words),
    )
    rows = _rows(inputs)

    def make() -> tuple[Table, dict[str, Table]]:
        return card(QUESTION).table("rows", rows), {
            "forces": card(QUESTION).table("forces", _forces(rows, inputs)),
            "sizes": _sizes(inputs),
            "marks": _marks(inputs, raid),
        }

    return Result(headlines, Counter(row["outcome"] for row in rows), make)


def _needed_case(inputs: RaidInputs, ending: Outcome, need: Need) -> str:
    """Which sentence of the card says how many interceptors the goal needs."""
    if ending is Outcome.NOT_ATTAINABLE:
        return "never_sure" if need.limit >= inputs.goal else "not_attainable"
    return "beyond_doctrine" if ending is Outcome.BEYOND_DOCTRINE else "needed"


def _words(
    inputs: RaidInputs, raid: float, fought: Fight, need: Need, largest: float
) -> dict[str, Any]:
    phrases = card(QUESTION).phrases
    leakers = f"{raid - fought.stopped:.1f}".removesuffix(".0")
    goal = Criterion("p_no_leaker", ">=", float(f"{100.0 * inputs.goal:.10g}"), "%")
    beside = (goal, *card_tests(card(QUESTION), "p_no_leaker"))
    least, most = whole_number(fought.least), whole_number(fought.most)
    words: dict[str, Any] = {
        **localized_count("interceptors", round(inputs.held), phrases["interceptors"]),
        **localized_count("warheads", round(raid), phrases["of_warheads"]),
        **localized_share("chance", fought.chance, beside),
        **localized_share("goal", inputs.goal),
        **localized_share("limit", need.limit, (goal,)),
        **localized_quantity("leakers", leakers),
        "shots": least if least == most else f"{least}–{most}",
        "needed": whole_number(need.interceptors),
        "at_one": whole_number(need.most_at_one),
        "doctrine": whole_number(inputs.shield.most_shots),
    }
    if np.isfinite(largest):
        words |= localized_count("largest", round(largest), phrases["warheads"])
    else:
        words |= localized_name("largest", "any", phrases)
    if not np.isnan(need.interceptors):
        words |= localized_count("needed", round(need.interceptors), phrases["interceptors"])
    return words


def _scale(inputs: RaidInputs, words: Mapping[str, Any]) -> tuple[HeadlineValue, HeadlineValue]:
    """What of the force of the scale is stopped, with the number held and the number grown to."""
    force = inputs.forces.get(inputs.scale)
    shares = [
        fight(inputs.shield, stock, force).stopped / force if force and stock is not None else None
        for stock in (inputs.held, inputs.grown)
    ]
    scale_words = {
        **words,
        **localized_share("share", shares[0]),
        **localized_share("grown_share", shares[1]),
        **localized_name("scale", inputs.scale, inputs.names),
        "grown": whole_number(inputs.grown),
    }
    if force is not None:
        of_warheads = card(QUESTION).phrases["of_warheads"]
        scale_words |= localized_count("force", round(force), of_warheads)
    case = "no_scale" if force is None else "scale" if inputs.grown is None else "scale_grown"
    return (
        HeadlineValue("share_of_force_stopped", shares[0], scale_words, case=case),
        HeadlineValue("share_of_force_stopped_grown", shares[1], scale_words, case="quiet"),
    )


def _rows(inputs: RaidInputs) -> list[dict[str, Any]]:
    return [
        _row(inputs, force, warheads, stock)
        for force, warheads in inputs.forces.items()
        for stock in (inputs.numbers if warheads is not None else (inputs.held,))
    ]


def _row(inputs: RaidInputs, force: str, warheads: float | None, stock: float) -> dict[str, Any]:
    row: dict[str, Any] = {"raid": force, "warheads": warheads, "interceptors": stock}
    if warheads is None:
        return row | {"outcome": str(Outcome.NOT_ANSWERABLE)}
    fought = fight(inputs.shield, stock, warheads)
    independent = fight(inputs.shield._replace(common=1.0), stock, warheads)
    need = needed(inputs.shield, warheads, inputs.goal)
    log10 = fought.log_chance / np.log(10.0)
    return row | {
        "shots_least": fought.least,
        "shots_most": fought.most,
        "p_no_leaker": fought.chance,
        "p_independent": independent.chance,
        "log10_no_leaker": log10 if np.isfinite(log10) else None,
        "leakers": warheads - fought.stopped,
        "share_stopped": fought.stopped / warheads if warheads else None,
        "limit": need.limit,
        "interceptors_needed": need.interceptors,
        "shots_needed": need.most_at_one,
        "outcome": str(outcome(inputs, stock, fought, need)),
    }


def _forces(rows: list[dict[str, Any]], inputs: RaidInputs) -> list[dict[str, Any]]:
    """One row a force: with the number held, and beside it with the number grown to."""
    grown = {
        row["raid"]: row.get("share_stopped") for row in rows if row["interceptors"] == inputs.grown
    }
    return [
        {**row, "share_stopped_grown": grown.get(row["raid"])}
        for row in rows
        if row["interceptors"] == inputs.held
    ]


def _sizes(inputs: RaidInputs) -> Table:
    """The same over the number of warheads, with the number held and the number grown to."""
    warheads = np.array(inputs.sizes)
    data: dict[str, Any] = {
        "interceptor": [inputs.interceptor] * len(warheads),
        "warheads": warheads,
    }
    for stock, ending in ((inputs.held, ""), (inputs.grown, "_grown")):
        shots = shared_out(stock or 0.0, warheads, inputs.shield.most_shots)
        chance = np.exp(log_no_leaker(inputs.shield, shots, warheads))
        share = expected_stopped(inputs.shield, shots, warheads) / warheads
        data[f"p_no_leaker{ending}"] = np.full_like(chance, np.nan) if stock is None else chance
        data[f"share_stopped{ending}"] = np.full_like(share, np.nan) if stock is None else share
    return Table.of_columns(data)


def _marks(inputs: RaidInputs, raid: float) -> Table:
    """The raid of the headline as a mark on the curve over sizes."""
    name = {lang: display_name(inputs.against, inputs.names, lang) for lang in LANGUAGES}
    row = {
        "interceptor": inputs.interceptor,
        "warheads": raid,
        "shown": f"{name['en']}: {whole_number(raid)}",
        "shown_ru": f"{name['ru']}: {whole_number(raid)}",
    }
    return Table.of_rows(row, [row])
