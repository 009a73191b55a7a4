"""Finer grids change little, and ever less: the integration is of the fourth order."""

import numpy as np
import pytest

from twoplustwo.base import constants as k
from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.fly import fly
from twoplustwo.physics.kick import kick_map

NAMES = ("shahab-3", "ss-25")


def landings(rocket, env: Environment, refine: int) -> np.ndarray:
    """Landing positions [m], shape (3, B)."""
    angle = np.radians([20.0, 30.0, 40.0, 60.0])
    zero = np.zeros(len(angle))
    launch = Launch(zero + 0.8, zero, zero - 0.4, kick_map(rocket)(angle), zero + 1.0)
    f, _ = fly(rocket, launch, env, refine=refine)
    lat, lon = np.asarray(f.latitude_rad), np.asarray(f.longitude_rad)
    unit = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    return k.EARTH_MEAN_RADIUS_M * unit


def gap(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.linalg.norm(a - b, axis=0).max())


@pytest.mark.parametrize("name", NAMES)
def test_twice_as_fine_moves_little(rockets, name):
    coarse, fine = (landings(rockets[name], Environment(), n) for n in (1, 2))
    assert gap(coarse, fine) < 50.0


@pytest.mark.parametrize("name", NAMES)
def test_fourth_order_without_kinks(rockets, name):
    """Without air there are no corners in the equations, and halving divides errors by 16."""
    still = Environment(air=0.0)
    once, twice, four = (landings(rockets[name], still, n) for n in (1, 2, 4))
    assert gap(once, twice) / gap(twice, four) > 10.0
