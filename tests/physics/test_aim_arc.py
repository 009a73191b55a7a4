"""Which arc: least burnout energy, or lofted off it by what is claimed."""

import numpy as np
import pytest

from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fan import earliest_cutoff
from twoplustwo.physics.fly import fly

from .sweep import place

PLACES, BEARINGS = 4, 24
SHARE_OF_ENERGY = 1e-4
NAMES = ("shahab-3", "irbm", "ss-25", "ss-18")


@pytest.fixture(scope="module")
def arcs(rockets):
    """Solve and fly one set of aim points of a missile at several lofts, once."""
    kept: dict = {}

    def flown(name: str, loft_deg: float):
        if (name, loft_deg) not in kept:
            aimer, (lat0, there) = kept.setdefault(name, _targets(rockets[name]))
            aimed = aimer.solve(lat0, np.zeros(len(lat0)), *there, loft_rad=np.radians(loft_deg))
            flight = in_chunks(lambda piece: fly(rockets[name], piece)[0], aimed.launch)
            kept[name, loft_deg] = aimed, flight
        return kept[name, loft_deg]

    return flown


def _targets(rocket):
    aimer = Aimer(rocket)
    draw = np.random.default_rng(11)
    lat0 = np.repeat(np.arcsin(draw.uniform(-0.9, 0.94, PLACES)), BEARINGS)
    bearing = draw.uniform(-np.pi, np.pi, len(lat0))
    tables = [aimer.arcs(float(x)) for x in lat0]
    far = np.array([t.greatest_rad.min() for t in tables])  # a distance reached all round
    return aimer, (lat0, place(lat0, bearing, draw.uniform(0.25, 0.95, len(lat0)) * far))


@pytest.mark.parametrize("name", NAMES)
def test_no_neighbour_needs_less_energy(rockets, arcs, name):
    aimed, flight = arcs(name, 0.0)
    assert (aimed.outcome == REACHED).all()
    free = aimed.launch.cutoff > earliest_cutoff(rockets[name]) + 0.1  # not bound by the cut-off
    assert free.mean() > 0.8
    energy = flight.burnout_energy_j_kg
    for loft_deg in (-3.0, -1.0, 1.0, 3.0):
        other, beside = arcs(name, loft_deg)
        both = free & (other.outcome == REACHED)
        more = (beside.burnout_energy_j_kg - energy)[both] / np.abs(energy[both])
        assert both.sum() > 0.7 * len(both)
        assert more.min() > -SHARE_OF_ENERGY


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("loft_deg", [-5.0, 5.0])
def test_lofted_by_what_is_claimed(rockets, arcs, name, loft_deg):
    aimed, flight = arcs(name, 0.0)
    other, beside = arcs(name, loft_deg)
    # the claimed interval need not be open at the ends of what the missile can do
    middle = (aimed.launch.cutoff > earliest_cutoff(rockets[name]) + 0.2) & (
        aimed.launch.cutoff < 0.97
    )
    assert (other.outcome[middle] == REACHED).all()
    turned = np.degrees(beside.burnout_angle_rad - flight.burnout_angle_rad)[middle]
    assert np.median(turned) == pytest.approx(loft_deg, rel=0.15)
    assert (np.sign(turned) == np.sign(loft_deg)).all()
    lower = beside.apogee_m[middle] < flight.apogee_m[middle]
    assert (lower == (loft_deg < 0.0)).all()
