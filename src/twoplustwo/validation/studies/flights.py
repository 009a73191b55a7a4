"""The flights of the studies: missiles and places as the dossier's position holds them."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.errors import OutputError
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Dossier
from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.vehicle import Rocket
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs
from twoplustwo.validation.studies.inputs import inputs

F = NDArray[np.float64]


@cache
def dossier() -> Dossier:
    """The dossier that the studies draw on."""
    return load(locate(inputs()["dossier"]))


@cache
def held() -> Held:
    """What the position of the studies holds."""
    return resolve(dossier(), parse_position(inputs()["position"], dossier()))


def given() -> Inputs:
    """The position as columns."""
    return Inputs([held()])


def drag() -> records.Records:
    """The dossier's drag table."""
    return records.drag_table(given(), dossier().table)


@dataclass(frozen=True)
class Aimed:
    """One missile aimed at one place.

    Parameters
    ----------
    name : str
        Of the flight, as in the inputs.
    rocket : Rocket
    launch : Launch
        Arrays of shape (B,): one launch for each loft.
    place : tuple of float
        Latitude and longitude of launch and aim point, rad.
    miss_m : ndarray, shape (B,)
        What the aim solver left.
    """

    name: str
    rocket: Rocket
    launch: Launch
    place: tuple[float, float, float, float]
    miss_m: F


def missile(name: str) -> Rocket:
    """The missile of a flight, as held."""
    return records.rocket(given(), inputs()["flights"][name]["missile"], drag()).items[0]


def places(name: str) -> tuple[float, float, float, float]:
    """Latitude and longitude [rad] of where a flight starts and what it is aimed at."""
    way = inputs()["flights"][name]
    start, end = (records.place(given(), f"{way[key]}.location").items[0] for key in ("from", "to"))
    return (*start[:2], *end[:2])


def aimed(name: str, rocket: Rocket | None = None, lofted: bool = False) -> Aimed:
    """Aim a flight of the inputs, or another rocket on the same way.

    Parameters
    ----------
    name : str
        Of the flight.
    rocket : Rocket, optional
        In place of the held missile.
    lofted : bool
        Whether the ends of the claimed loft are flown too.

    Raises
    ------
    OutputError
        If the missile does not get there.
    """
    vehicle = rocket or missile(name)
    loft = held().values[f"missiles.{inputs()['flights'][name]['missile']}.loft"]
    ends = (loft.value, loft.low, loft.high) if lofted else (loft.value,)
    angles = [x for x in ends if isinstance(x, float)]
    aimer, place = Aimer(vehicle), places(name)
    solved = [aimer.solve(*(np.array([x]) for x in place), loft_rad=a) for a in angles]
    if any(one.outcome[0] != REACHED for one in solved):
        raise OutputError(f"the flight {name} does not get to where it is aimed")
    launch = Launch(*(np.concatenate(x) for x in zip(*(s.launch for s in solved), strict=True)))
    return Aimed(name, vehicle, launch, place, np.concatenate([one.miss_m for one in solved]))
