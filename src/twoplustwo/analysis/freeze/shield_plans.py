"""What a position holds of the threat and of the shield, taken from its claims."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from twoplustwo.analysis.freeze.years import Plan
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.runs.headline_values import headline_values

NUMBERS = (
    "ready",
    "freeze",
    "restart",
    "horizon",
    "trigger_range",
    "trigger_successes",
    "test_interval",
    "test_to_threat",
    "decision_one_side",
    "decision_joint",
    "ready_lag",
    "look_interval",
)
NAMES = ("activation", "decides", "veto")


class Threat(NamedTuple):
    """A missile's date [year] with its interval; `proves` if its flight test counts as proof."""

    low: float
    best: float
    high: float
    proves: bool


class ShieldPlan(NamedTuple):
    """One position: its threats by region (None where it holds no date) and its shield."""

    position: Position
    threats: Mapping[str, Threat | None]
    plan: Plan
    freeze: float
    notice: float
    coverage: Mapping[str, float]
    reach: float
    sources: frozenset[str]


def shield_plans(
    positions: Sequence[Position], dossier: Dossier, missiles: Mapping[str, str]
) -> tuple[list[ShieldPlan], dict[str, str]]:
    """The positions that hold what a freeze takes, and of the others what they lack.

    Parameters
    ----------
    positions : sequence of Position
    dossier : Dossier
    missiles : mapping
        Region to the missile that stands for its threat.
    """
    column = {region: dossier.regions[region].column for region in missiles}
    paths = _paths([f"records.{one}_range" for one in column.values()])
    held = [resolve(dossier, position) for position in positions]
    reach = headline_values("reach", positions, dossier)["share_reachable"]
    cover = headline_values("footprint", positions, dossier)
    found, lacking = [], {}
    for at, one in enumerate(held):
        gone = next((path for path in paths if path not in one), None)
        if gone is not None:
            lacking[positions[at].text] = one.lacks(gone)
            continue
        shares = {r: float(cover[f"coverage_{name}"][at]) for r, name in column.items()}
        found.append(_shield_plan(one, missiles, column, shares, float(reach[at])))
    return found, lacking


def _paths(ranges: Sequence[str]) -> list[str]:
    return [*(f"deployment.{name}" for name in (*NUMBERS, *NAMES)), *ranges]


def _shield_plan(
    held: Held,
    missiles: Mapping[str, str],
    column: Mapping[str, str],
    coverage: Mapping[str, float],
    reach: float,
) -> ShieldPlan:
    number = {name: _number(held, f"deployment.{name}") for name in NUMBERS}
    name = {one: str(held[f"deployment.{one}"].value) for one in NAMES}
    joint = name["decides"] == "joint"
    plan = Plan(
        ready=number["ready"],
        restart=number["restart"],
        horizon=number["horizon"],
        tied=name["activation"] == "on_proof",
        veto=joint and name["veto"] == "yes",
        proof=(number["trigger_successes"] - 1.0) * number["test_interval"],
        decision=number["decision_joint" if joint else "decision_one_side"],
        ready_lag=number["ready_lag"],
        test_to_threat=number["test_to_threat"],
    )
    threats = {
        region: _threat(held, missile, f"records.{column[region]}_range", number["trigger_range"])
        for region, missile in missiles.items()
    }
    ranges = [f"records.{one}_range" for one in column.values()]
    paths = [*_paths(ranges), *(f"missiles.{one}.available" for one in missiles.values())]
    sources = frozenset(item.source for path in paths if (item := held.get(path)) is not None)
    notice = max(0.0, number["ready_lag"] - number["look_interval"])
    return ShieldPlan(
        held.position, threats, plan, number["freeze"], notice, coverage, reach, sources - {""}
    )


def _threat(held: Held, missile: str, range_path: str, trigger_m: float) -> Threat | None:
    item = held.get(f"missiles.{missile}.available")
    if item is None or f"missiles.{missile}" in held.removed or not isinstance(item.value, float):
        return None
    low = item.value if item.low is None else item.low
    high = item.value if item.high is None else item.high
    proves = _number(held, range_path) >= trigger_m
    return Threat(low, item.value, high, proves)


def _number(held: Held, path: str) -> float:
    return float(held[path].value)  # type: ignore[arg-type]


def none_if_not_finite(value: float) -> float | None:
    """A number, or None where there is none."""
    return float(value) if np.isfinite(value) else None
