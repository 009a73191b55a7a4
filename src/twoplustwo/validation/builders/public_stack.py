"""Stacks of publicly described motors: ideal speeds, and the speeds that are left after losses."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from scipy.interpolate import PchipInterpolator

from twoplustwo.engagement.stack import PAYLOADS_KG, Stack
from twoplustwo.validation.flights.vehicle import Vehicle


def ideal_speed(payload_kg: float, stack: Mapping[str, Any]) -> float:
    """Speed [m/s] without any loss, by the rocket equation of `engagement.stack`."""
    return _stack(_vehicle(stack), stack["reference_angle_rad"]).ideal_m_s(payload_kg)


def launch_mass(payload_kg: float, stack: Mapping[str, Any]) -> float:
    """Mass [kg] on the pad; a sum."""
    stages = stack["stages"]
    return payload_kg + sum(stages["propellant_kg"]) + sum(stages["structure_kg"])


def speed(payload_kg: float, reading: str, stack: Mapping[str, Any]) -> float:
    """Speed [m/s] at burnout of the flyout at the reference angle, Earth not turning, flown.

    Parameters
    ----------
    payload_kg : float
    reading : str
        ``burnout`` or ``energy``.
    stack : mapping
        `stages`, `drag`, `diameter_m`, `vertical_time_s`, `kick_time_s`, `reference_angle_rad`.
    """
    flown = _stack(_vehicle(stack), stack["reference_angle_rad"]).speeds[reading]
    good = np.isfinite(flown)
    curve = PchipInterpolator(np.log(PAYLOADS_KG[good]), flown[good], extrapolate=False)
    return float(curve(np.log(payload_kg)))


def _vehicle(stack: Mapping[str, Any]) -> Vehicle:
    return Vehicle.read(**{k: v for k, v in stack.items() if k != "reference_angle_rad"})


@cache
def _stack(vehicle: Vehicle, reference_angle_rad: float) -> Stack:
    return Stack(vehicle.rocket(0.0), reference_angle_rad)
