"""Ranges of lumped missiles, flown by the engine on an Earth that does not turn."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from twoplustwo.validation.builders.geometry import distance
from twoplustwo.validation.drag import drag_table
from twoplustwo.validation.flights.farthest import farthest
from twoplustwo.validation.flights.vehicle import Vehicle


def greatest_range(
    stages: Mapping[str, tuple[float, ...]],
    payload_kg: float,
    diameter_m: float,
    assumed: Mapping[str, Any],
) -> float:
    """Greatest range [m] over all kicks, full burn, eastwards on the equator.

    Parameters
    ----------
    stages : mapping
        ``propellant_kg``, ``structure_kg``, ``isp_vacuum_s``, ``isp_sea_level_s``,
        ``burn_time_s``: a list each, one entry a stage.
    payload_kg, diameter_m : float
    assumed : mapping
        ``drag``, the name of a table; ``vertical_time_s``, ``kick_time_s``; and
        ``ballistic_coefficient_kg_m2`` of the payload on its way down.
    """
    rest = {name: value for name, value in assumed.items() if name != "drag"}
    mach, cd = drag_table(assumed["drag"])
    vehicle = Vehicle(**stages, diameter_m=diameter_m, mach=mach, cd=cd, **rest)
    return _farthest(vehicle, payload_kg)


def reaches(
    start: str,
    end: str,
    radius_m: float,
    stages: Mapping[str, tuple[float, ...]],
    payload_kg: float,
    diameter_m: float,
    assumed: Mapping[str, Any],
) -> bool:
    """Whether a missile, as in `greatest_range`, gets from one place to another."""
    far = greatest_range(stages, payload_kg, diameter_m, assumed)
    return far >= distance(start, end, radius_m)


@cache
def _farthest(vehicle: Vehicle, payload_kg: float) -> float:
    return farthest(vehicle.rocket(payload_kg)).range_m
