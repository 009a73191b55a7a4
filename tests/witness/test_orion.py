"""A rocket with real stages, the public Orion motors, against the equivalent of the same speed.

The equivalent interceptor is made from a speed and a burn time alone: two like stages without
weight of their own. The public stack has the masses, impulses and burn times of two motors in the
catalogue (published-numbers-2.md, 1b; the dossier's `public_stack`), and its payload is set so
that it makes the same burnout speed at the same path angle. Both are flown to the same ICBMs under
the same rule (no later than any slower one of its kind).

Off the cliff they should agree within 20 s (equivalents.md, item 5). On it, where the latest
launch rises by minutes within half a km/s, they need not, but do; pytest -s prints both.
"""

from typing import NamedTuple

import jax
import numpy as np
import pytest

from twoplustwo.base.constants import STANDARD_GRAVITY_M_S2 as G0
from twoplustwo.engagement.equivalent import (
    BURNOUT,
    KICK_RANGE_RAD,
    KICKS,
    by_angle,
    rocket,
    still,
)
from twoplustwo.engagement.flyout import Sampling, path_angles, wavefront
from twoplustwo.engagement.reach import Limits, add_speed, nothing
from twoplustwo.engagement.stack import Stack
from twoplustwo.engagement.window import window
from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.physics.fly import fly
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket
from twoplustwo.stages import records

SITE, TARGET, BASES = "redzikowo", "washington", ("kozelsk", "vypolzovo")
SPEEDS_M_S = 1e3 * np.array([4.5, 5.0, 5.5, 6.0, 6.25, 6.5, 7.0, 7.5, 8.0, 9.0])
COMPARED_FROM_M_S = 5_000.0
SAMPLES = 640  # of each path: a step is two seconds, where the latest launch is flat
SAMPLING = Sampling()
CLOSE_S, CLIFF_S_PER_KM_S = 20.0, 200.0


class Two(NamedTuple):
    """Latest launch of both kinds, s after ICBM launch; shape (speeds, bases)."""

    equivalent_s: np.ndarray
    stack_s: np.ndarray
    payload_kg: np.ndarray  # that the stack carries at each speed


@pytest.fixture(scope="module")
def stack(given_us, recipe):
    motors = records.blocks(given_us, "interceptors.gbi-2.public_stack")[0]

    def padded(name, factor=1.0):
        return np.array([m[name] * factor for m in motors] + [0.0] * (MAX_STAGES - len(motors)))

    empty_kg = sum(m["propellant"] + m["structure"] for m in motors)
    return Rocket(
        padded("propellant"),
        padded("structure"),
        padded("isp_vacuum", G0),
        padded("isp_vacuum", G0),
        padded("burn_time"),
        np.float64(0.0),
        np.float64(empty_kg / recipe.area_density_kg_m2),
        np.float64(recipe.vertical_time_s),
        np.float64(recipe.kick_time_s),
        np.float64(1e9),
        np.array(recipe.drag_mach),
        np.array(recipe.drag_cd),
    )


@pytest.fixture(scope="module")
def points(europe, given_us):
    """The ICBMs' paths as seen from the site."""
    drag = records.drag_table(given_us, europe.table)
    to = records.place(given_us, f"targets.{TARGET}.location")[0]
    tracks = []
    for base in BASES:
        at = records.place(given_us, f"bases.{base}.location")[0]
        missile = records.rocket(given_us, given_us.names(f"bases.{base}.missile")[0], drag)[0]
        aimed = Aimer(missile).solve(*(np.array([x]) for x in (*at[:2], *to[:2])))
        assert aimed.outcome[0] == REACHED
        flown = in_chunks(lambda piece, m=missile: fly(m, piece)[1], aimed.launch)
        tracks.append(flown)
    track = jax.tree.map(lambda *a: np.concatenate(a, axis=-1), *tracks)
    c = records.counting(given_us)[0]
    home = records.place(given_us, f"sites.{SITE}.location")[0]
    return window(track, c.settle_s, c.keep_out_m, tuple(home), SAMPLES), c, home


@pytest.fixture(scope="module")
def two(points, recipe, family, stack) -> Two:
    seen, c, home = points[0].seen, *points[1:]
    limits = Limits(recipe.burn_time_s + c.kv_min_s, c.max_flight_s, c.min_closing_m_s)
    loads = Stack(stack, recipe.reference_angle_rad)
    kick = np.geomspace(*KICK_RANGE_RAD, KICKS)
    zero = np.zeros(KICKS)
    launch = Launch(zero, zero, zero + np.pi / 2, kick, zero + 1.0)
    angles = path_angles(SAMPLING)

    def added(best, one, kicks):
        front = wavefront(one, kicks, *home[::2], c.max_flight_s, SAMPLING)
        return add_speed(best, front, seen, limits, SAMPLING)

    def staged(payload_kg):
        one = stack._replace(payload_kg=np.float64(payload_kg))
        flown = still(Rocket(*(np.asarray(f)[None] for f in one)), launch)
        speed, angle, radius, lowest = (np.asarray(a)[0] for a in flown)
        return one, np.exp(by_angle(angle, kick, speed, radius, lowest)[0](angles))

    best = [nothing(np.asarray(seen.time_s))] * 2
    rows, payloads = [], []
    for v in SPEEDS_M_S:
        ideal = float(family.delta_v(v, BURNOUT))
        payloads.append(loads.payload_kg(v, BURNOUT))
        best[0] = added(best[0], rocket(recipe, ideal), family.kicks(ideal, angles))
        best[1] = added(best[1], *staged(payloads[-1]))
        rows.append([np.asarray(b.launch_s).max(axis=0) for b in best])
    return Two(*np.swapaxes(np.array(rows), 0, 1), np.array(payloads))


def test_they_agree(two):
    rise = np.gradient(two.equivalent_s, SPEEDS_M_S / 1e3, axis=0)
    off = two.stack_s - two.equivalent_s
    cliff = rise > CLIFF_S_PER_KM_S
    for i, v in enumerate(SPEEDS_M_S):
        shown = [
            f"{b}: {e:.1f} s, stack {d:+.1f} s{', cliff' if c else ''}"
            for b, e, d, c in zip(BASES, two.equivalent_s[i], off[i], cliff[i], strict=True)
        ]
        print(f"{v / 1e3:g} km/s with {two.payload_kg[i]:.0f} kg", *shown, sep="; ")
    compared = (SPEEDS_M_S >= COMPARED_FROM_M_S)[:, None]
    assert np.isfinite(off[compared[:, 0]]).all()
    assert 0 < (cliff & compared).sum() < compared.sum() * len(BASES) / 2
    assert np.abs(off[~cliff & compared]).max() < CLOSE_S
    # on the cliff a second is a few m/s: no more apart than 0.1 km/s of speed would set them
    assert (np.abs(off) < np.maximum(CLOSE_S, 0.1 * rise))[cliff & compared].all()


def test_the_motors_are_the_published_ones(stack):
    """Orion 50SXLG: 33,145 lb of propellant, 2,237 lb of inert mass (published-numbers-2.md)."""
    pound_kg = 0.45359237
    assert stack.propellant_kg[0] == pytest.approx(33_145 * pound_kg, abs=1.0)
    assert stack.structure_kg[0] == pytest.approx(2_237 * pound_kg, abs=1.0)


def test_each_carries_what_sets_its_speed(two):
    """A light payload goes fast; at 5 km/s the stack lifts more than a ton, at 9 tens of kg."""
    assert (np.diff(two.payload_kg) < 0.0).all()
    assert two.payload_kg[1] > 1_000.0 > 100.0 > two.payload_kg[-1]
