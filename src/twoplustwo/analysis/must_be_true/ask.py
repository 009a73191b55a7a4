"""From a quarrel about a speed to one about kilograms: the public stack at each claimed speed."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.base.constants import STANDARD_GRAVITY_M_S2 as G0
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.engagement.equivalent import BURNOUT, ENERGY
from twoplustwo.engagement.ladder import Equivalents
from twoplustwo.engagement.stack import Stack
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket
from twoplustwo.positions.display_names import position_name
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs
from twoplustwo.stages.reach import families
from twoplustwo.stages.stage import Stage, StageRows
from twoplustwo.wording.figures import quantity_text
from twoplustwo.wording.names import localized_name
from twoplustwo.wording.vocabulary import vocabulary

COLUMNS = (
    "position end speed_m_s reading payload_kg ideal_speed_m_s loss_m_s energy_speed_m_s "
    "burnout_speed_m_s outcome claim"
)
FITS = "a payload fits"
TOO_FAST = "faster than with the least payload looked at"
TOO_SLOW = "slower than with the greatest payload looked at"
NOT_FLOWN = "the stack does not fly so"

_stacks = Stage("stack", 16)


def ask(card: Card, positions: Sequence[Position], dossier: Dossier, interceptor: str) -> Answer:
    """One answer for all positions: ends and value of each one's claimed speed, both readings.

    Positions that hold no speed at burnout or no public stack have no rows; where none holds both
    the sentence says so.
    """
    held = [resolve(dossier, p) for p in positions]
    path, motors = (f"interceptors.{interceptor}.{n}" for n in ("burnout_speed", "public_stack"))
    able = [
        (p, h)
        for p, h in zip(positions, held, strict=True)
        if path in h.values and motors in h.values
    ]
    given = Inputs([h for _, h in able])
    drag = records.drag_table(given, dossier.table)
    recipes = records.recipe(given, interceptor, drag)
    made = families(recipes)
    stacks = _flown(given, interceptor, drag, recipes)
    rows = [
        _row(p, end, speed, reading, stacks[i], made[i], h, path)
        for i, (p, h) in enumerate(able)
        for end, speed in _ends(h, path)
        for reading in (BURNOUT, ENERGY)
    ]
    values = [r for r in rows if r["end"] == "value" and r["reading"] == BURNOUT]

    def told(row: dict[str, Any], lang: str) -> str:
        whose = position_name(row["position"], dossier, lang)
        speed = quantity_text(f"{row['speed_m_s'] / 1e3:.1f} km/s", lang)
        if row["payload_kg"] is None:
            why = vocabulary()[row["outcome"]][lang]
            return f"{whose} – ({speed}: {why})"
        payload = quantity_text(f"{row['payload_kg']:.0f} kg", lang)
        return f"{whose} {payload} ({speed})"

    said = {f"payloads_{lang}": "; ".join(told(row, lang) for row in values) for lang in LANGUAGES}
    names = {one.id: one.name for one in dossier.things.get("interceptors", {}).values()}
    said |= localized_name("interceptor", interceptor, names)
    return analysis_answer(
        card,
        positions,
        dossier,
        {"interceptor": interceptor},
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline" if values else "nothing_held", said),
        value=float(len(rows)),
    )


def _ends(held: Held, path: str) -> list[tuple[str, float]]:
    item = held.values[path]
    ends = [("low", item.low), ("value", item.value), ("high", item.high)]
    return [(name, float(v)) for name, v in ends if v is not None]


def _flown(
    given: Inputs, interceptor: str, drag: records.Records, recipes: records.Records
) -> StageRows:
    stages = records.blocks(given, f"interceptors.{interceptor}.public_stack")

    def compute(p: int) -> Stack:
        recipe, motors = recipes[p], stages[p]
        count = len(motors)

        def padded(name: str, factor: float = 1.0) -> np.ndarray:
            return np.array([m[name] * factor for m in motors] + [0.0] * (MAX_STAGES - count))

        mass = sum(m["propellant"] + m["structure"] for m in motors)
        rocket = Rocket(
            propellant_kg=padded("propellant"),
            structure_kg=padded("structure"),
            exhaust_vacuum_m_s=padded("isp_vacuum", G0),
            exhaust_sea_level_m_s=padded("isp_vacuum", G0),
            burn_time_s=padded("burn_time"),
            payload_kg=np.float64(0.0),
            drag_area_m2=np.float64(mass / recipe.area_density_kg_m2),
            vertical_time_s=np.float64(recipe.vertical_time_s),
            kick_time_s=np.float64(recipe.kick_time_s),
            ballistic_coefficient_kg_m2=np.float64(1e9),
            drag_mach=np.array(recipe.drag_mach),
            drag_cd=np.array(recipe.drag_cd),
        )
        return Stack(rocket, recipe.reference_angle_rad)

    return _stacks([stages.keys, recipes.keys, drag.keys], compute)


def _row(
    position: Position,
    end: str,
    speed: float,
    reading: str,
    stack: Stack,
    made: Equivalents,
    held: Held,
    path: str,
) -> dict[str, Any]:
    payload = stack.payload_kg(speed, reading)
    fits = bool(np.isfinite(payload))
    ideal = stack.ideal_m_s(payload) if fits else None
    rung = made.rung(speed, reading)
    both = {
        f"{name}_speed_m_s": None if rung is None else made.speed(rung, name)
        for name in (ENERGY, BURNOUT)
    }
    burnout = both["burnout_speed_m_s"]
    return both | {
        "position": position.text,
        "end": end,
        "speed_m_s": speed,
        "reading": reading,
        "payload_kg": payload if fits else None,
        "ideal_speed_m_s": ideal,
        "loss_m_s": ideal - burnout if ideal is not None and burnout is not None else None,
        "outcome": FITS if fits else _why_none(stack.speeds[reading], speed),
        "claim": held.values[path].claim or "",
    }


def _why_none(speeds_m_s: np.ndarray, speed_m_s: float) -> str:
    """Why no payload was found at which the stack makes a speed, of the speeds that it makes."""
    made = speeds_m_s[np.isfinite(speeds_m_s)]
    if len(made) and speed_m_s > made.max():
        return TOO_FAST
    if len(made) and speed_m_s < made.min():
        return TOO_SLOW
    return NOT_FLOWN
