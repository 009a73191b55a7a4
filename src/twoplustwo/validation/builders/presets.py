"""Presets of a published flyout code, flown with our physics: by its rules, and by ours."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from twoplustwo.physics.vehicle import MAX_STAGES
from twoplustwo.validation.drag import drag_table
from twoplustwo.validation.flights import pitch
from twoplustwo.validation.flights.farthest import farthest
from twoplustwo.validation.flights.vehicle import NO_DRAG_KG_M2, Vehicle

MEASURES = {
    "range": "range_m",
    "apogee": "apogee_m",
    "time": "time_s",
    "burnout speed": "burnout_speed_m_s",
    "burnout time": "burnout_time_s",
}


def by_their_rules(
    measure: str,
    payload_kg: float,
    preset: Mapping[str, Any],
    rules: Mapping[str, Any],
    drag: str,
    falling: Mapping[str, Any] | None = None,
    keeps_first_stage: bool = False,
) -> float:
    """One output of a flight by the rules of the published code, with our air, gravity and coast.

    Parameters
    ----------
    measure : str
        One of `MEASURES`.
    payload_kg : float
    preset : mapping
        Lists with one entry a stage (`propellant_kg`, `structure_kg`, `isp_s`, `thrust_kgf`), and
        `diameter_m`, `aimed_range_m`.
    rules : mapping
        `thrust_rise`, `rise_height_m`, `above_first`, `vertical_time_s`, `gravity_m_s2` (turns
        kilograms of thrust into newtons) and `radius_m` (of the code's Earth, in its aim).
    drag : str
        Name of a drag table.
    falling : mapping, optional
        `mass_kg`, `area_m2` and `cd` of what coasts and falls; without it the coast feels no air,
        as in most presets.
    keeps_first_stage : bool
        Whether the third stage starts with the whole first stage still on it, as that code does.
    """
    fuel, dry, isp, thrust = (
        np.array(preset[name], dtype=float)
        for name in ("propellant_kg", "structure_kg", "isp_s", "thrust_kgf")
    )
    whole = payload_kg + float(np.sum(fuel + dry))
    gone = np.concatenate([[0.0], np.cumsum(fuel + dry)[:-1]])
    if keeps_first_stage:
        gone[2:] = (fuel + dry)[1:-1]
    push = thrust * rules["gravity_m_s2"]
    columns = (thrust / isp, push, isp * fuel / thrust)
    stages = pitch.Stages(_padded(whole - gone, whole), *(_padded(x) for x in columns))
    # Wheelon's angle for the range that the preset aims at
    angle = np.pi / 4.0 - preset["aimed_range_m"] / rules["radius_m"] / 4.0
    steer = pitch.Rules(
        angle,
        rules["vertical_time_s"],
        np.array(rules["thrust_rise"]),
        rules["rise_height_m"],
        rules["above_first"],
    )
    area = np.pi / 4.0 * preset["diameter_m"] ** 2
    beta = NO_DRAG_KG_M2
    if falling:
        beta = falling["mass_kg"] / (falling["area_m2"] * falling["cd"])
    mach, cd = drag_table(drag)
    flown = pitch.fly(stages, steer, area, mach, cd, beta, bool(falling))
    return float(getattr(flown, MEASURES[measure]))


def by_our_rules(
    payload_kg: float,
    preset: Mapping[str, Any],
    vacuum_gain: list[float],
    drag: str,
    vertical_time_s: float,
    kick_time_s: float,
) -> float:
    """Greatest range [m] of a preset with our own steering and thrust, Earth not turning.

    Parameters
    ----------
    payload_kg, preset, drag
        As in `by_their_rules`; the preset's specific impulse is that at sea level.
    vacuum_gain : list of float
        Vacuum over sea-level impulse, one entry a stage; between them our thrust follows the
        pressure of the air.
    vertical_time_s, kick_time_s : float
        Of our pitch programme; the size of the kick is the one that goes farthest.
    """
    isp = np.array(preset["isp_s"], dtype=float)
    burns = isp * np.array(preset["propellant_kg"]) / np.array(preset["thrust_kgf"], dtype=float)
    vehicle = Vehicle.read(
        {
            "propellant_kg": tuple(preset["propellant_kg"]),
            "structure_kg": tuple(preset["structure_kg"]),
            "isp_vacuum_s": tuple(isp * np.array(vacuum_gain)),
            "isp_sea_level_s": tuple(isp),
            "burn_time_s": tuple(burns),
        },
        drag,
        diameter_m=preset["diameter_m"],
        vertical_time_s=vertical_time_s,
        kick_time_s=kick_time_s,
    )
    return _greatest(vehicle, payload_kg)


def _padded(values: np.ndarray, with_: float = 0.0) -> np.ndarray:
    """One entry for each stage that there could be."""
    return np.concatenate([values, np.full(MAX_STAGES - len(values), with_)])


@cache
def _greatest(vehicle: Vehicle, payload_kg: float) -> float:
    return farthest(vehicle.rocket(payload_kg)).range_m
