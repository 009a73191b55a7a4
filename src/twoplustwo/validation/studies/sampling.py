"""Sampling of flyouts and paths: how far latest launches move when it is halved or doubled."""

from collections.abc import Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.base.seeds import generator
from twoplustwo.base.table import Column, Table
from twoplustwo.engagement.arrival import Seen, arrival
from twoplustwo.engagement.flyout import STAGES, Sampling
from twoplustwo.engagement.seen import seen_from
from twoplustwo.physics.boost import Environment, Launch, fly_boost
from twoplustwo.physics.earth import from_geodetic, to_geodetic
from twoplustwo.physics.fall import fly_coast
from twoplustwo.physics.fly import Track
from twoplustwo.physics.vehicle import Rocket
from twoplustwo.positions.position import parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.questions.reach.ask import SAMPLES
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs
from twoplustwo.stages.pairs import BaseTargetPairs
from twoplustwo.stages.reach import InterceptorReach
from twoplustwo.stages.sensors import clouds
from twoplustwo.validation.studies.flights import dossier
from twoplustwo.validation.studies.inputs import inputs
from twoplustwo.validation.studies.latest import defence, own_rocket
from twoplustwo.validation.studies.phases import earth_fixed
from twoplustwo.validation.studies.tabled import tabled

F = NDArray[np.float64]
Index = NDArray[np.int_]

WINDOW, EVERY = "points on a path", "all at once"
NUMERICS = (*Sampling._fields, WINDOW, EVERY)
FACTORS = (0.5, 2.0)
# a pair stands on the cliff where so little more speed moves it by so much
CLIFF_STEP_M_S, CLIFF_S = 50.0, 30.0
SEED, FLYOUTS = 2007, 256  # flown on their own
STEEPEST_RAD, FLATTEST_RAD = np.radians(75.0), np.radians(5.0)

COLUMNS = (
    Column("what", means="which sampling"),
    Column("speed_m_s", "m/s", "burnout speed of the interceptor"),
    Column("finer", means="samples for each sample in use"),
    Column("in_use", means="samples in use"),
    Column("pairs", means="pairs of base and target met and off the cliff"),
    Column("median_s", "s", "median change of their latest launch"),
    Column("largest_s", "s", "largest change of their latest launch"),
    Column("cliff_pairs", means="pairs on the cliff"),
    Column("cliff_largest_s", "s", "largest change of their latest launch"),
)
TABLE_COLUMNS = (
    Column("speed_m_s", "m/s", "burnout speed of the interceptor"),
    Column("flyouts", means="flyouts flown on their own, one point each"),
    Column("missing_share", means="share of the points that no table has"),
    Column("median_s", "s", "median difference of flight time between table and flight"),
    Column("most_s", "s", "difference that 95 of 100 points stay below"),
)


def samplings(
    speeds_m_s: Sequence[float] | None = None,
    numerics: Sequence[str] = NUMERICS,
    factors: Sequence[float] = FACTORS,
) -> Table:
    """Latest launch of every pair under other samplings, against that in use.

    Parameters
    ----------
    speeds_m_s : sequence of float, optional
        Burnout speeds; those of the inputs by default.
    numerics : sequence of str
        Fields of `flyout.Sampling`, the points on a path, or all at once.
    factors : sequence of float
        Samples for each sample in use.
    """
    usual, speeds = Numerics(Sampling(), SAMPLES), list(speeds_m_s or inputs()["speeds_m_s"])
    here = {v: latest(v, usual) for v in speeds}
    steep = {v: ~(np.abs(latest(v + CLIFF_STEP_M_S, usual) - here[v]) < CLIFF_S) for v in speeds}
    others = [(what, factor) for what in numerics for factor in factors]
    rows = []
    for done, (what, factor) in enumerate(others):
        progress.step("sampling of flyouts", done, len(others))
        for v in speeds:  # inside: they share slower flyouts
            other = latest(v, usual.finer(what, factor))
            met = np.isfinite(here[v]) | np.isfinite(other)
            moved = np.abs(other - here[v])
            calm, cliff = moved[met & ~steep[v]], moved[met & steep[v]]
            rows.append(
                (
                    what,
                    v,
                    factor,
                    usual.samples(what),
                    float(len(calm)),
                    *_middle_and_most(calm),
                    float(len(cliff)),
                    _middle_and_most(cliff)[1],
                )
            )
    return tabled(COLUMNS, rows)


class Numerics(NamedTuple):
    """Everything that is sampled."""

    flyouts: Sampling
    points: int

    def finer(self, what: str, factor: float) -> "Numerics":
        """The same with other samples of one kind, or of every kind."""
        kinds = NUMERICS[:-1] if what == EVERY else (what,)
        flyouts = {k: round(getattr(self.flyouts, k) * factor) for k in kinds if k != WINDOW}
        points = round(self.points * factor) if WINDOW in kinds else self.points
        return Numerics(self.flyouts._replace(**flyouts), points)

    def samples(self, what: str) -> float:
        """How many samples of one kind there are; null for all kinds."""
        if what == EVERY:
            return np.nan
        return float(self.points if what == WINDOW else getattr(self.flyouts, what))


def latest(speed_m_s: float, numerics: Numerics) -> F:
    """Latest launch of every pair, s after ICBM launch, as the question of reach finds it.

    NaN where nothing meets. Shape (pairs,).
    """
    one, home = inputs(), dossier()
    path = f"interceptors.{one['interceptor']}.burnout_speed"
    position = parse_position(f"{one['position']}+set:{path}={speed_m_s:.6g} m/s", home)
    given = Inputs([resolve(home, position)])
    pairs = BaseTargetPairs(given, home, min(home.things["targets"]))
    table = records.drag_table(given, home.table)
    cloud = clouds(given, home)
    struck = [
        threats.strikes(
            threats.aimers(records.rocket(given, m, table)),
            records.numbers(given, f"missiles.{m}.loft"),
            cloud,
            pairs.places(m),
            f"flying {m}",
        )
        for m in pairs.missiles
    ]
    joined = threats.join_flights(struck, [pairs.numbers(m) for m in pairs.missiles])
    site, counts = records.place(given, f"sites.{one['site']}.location"), records.counting(given)
    windowed = threats.windows(joined, counts, site, numerics.points)
    shield = InterceptorReach(
        records.recipe(given, one["interceptor"], table),
        records.numbers(given, path),
        given.names(f"interceptors.{one['interceptor']}.speed_reading"),
        site,
        counts,
        numerics.flyouts,
    )
    found = shield.peak(joined, windowed, shield.latest(windowed))[0]
    out = np.full(len(pairs.bases) * len(pairs.targets), np.nan)
    launch = np.asarray(found[0].launch_s)[0]
    out[joined[0].point] = np.where(np.isfinite(launch), launch, np.nan)
    return out


def found_again(
    speeds_m_s: Sequence[float] | None = None, sampling: Sampling | None = None
) -> Table:
    """Flyouts flown on their own, and when the table of arrivals says that they come by.

    Random angles, azimuths and times above the keep-out; drawn by one seed.
    """
    rows, grid = [], sampling or Sampling()
    for v in speeds_m_s or inputs()["speeds_m_s"]:
        shield = defence(v, sampling=grid)
        own = own_rocket(shield)
        draw = generator(SEED, round(v))
        angle = draw.uniform(FLATTEST_RAD, STEEPEST_RAD, FLYOUTS)
        azimuth, zero = draw.uniform(0.0, 2 * np.pi, FLYOUTS), np.zeros(FLYOUTS)
        home, counts = shield.site.items[0], shield.counts.items[0]
        kicks = shield.made[0].kicks(own, angle)
        launch = Launch(zero + home.latitude_rad, zero, azimuth, kicks, zero + 1.0)
        track = _flown(shield.made[0].rocket(own), launch, counts.max_flight_s)
        site = from_geodetic(*(jnp.asarray(x) for x in (home.latitude_rad, 0.0, home.altitude_m)))
        bearing, arc, elevation, local, _ = seen_from(site, track.r, track.v)
        height = np.asarray(to_geodetic(track.r)[2])
        pick = _one_each(height > counts.keep_out_m, draw)
        here = (bearing, arc, elevation, *local, track.time_s)
        seen = Seen(*(np.asarray(x)[pick] for x in here))
        front = shield.front(0, own)
        assert front is not None
        off = np.abs(np.asarray(arrival(front, seen, grid).flight_time_s) - seen.time_s)
        off = np.where(np.isnan(off), np.inf, off).min(axis=0)  # of low and lofted the right one
        known = off[np.isfinite(off)]
        rows.append(
            (
                v,
                float(len(off)),
                1.0 - len(known) / len(off),
                float(np.median(known)),
                float(np.percentile(known, 95)),
            )
        )
    return tabled(TABLE_COLUMNS, rows)


@jax.jit
def _flown(one: Rocket, launch: Launch, until_s: float) -> Track:
    b, _ = fly_boost(one, launch, stages=STAGES)
    beta = jnp.asarray(one.ballistic_coefficient_kg_m2)
    return earth_fixed(*fly_coast(b, beta, Environment(), until_s - b.time_s))


def _one_each(high: NDArray[np.bool_], draw: np.random.Generator) -> tuple[Index, Index]:
    """One random point of each path (times, paths) among those that are high; their indices."""
    lots = np.where(high, draw.uniform(size=high.shape), -1.0)
    chosen, paths = lots.argmax(axis=0), np.flatnonzero(high.any(axis=0))
    return chosen[paths], paths


def _middle_and_most(values: F) -> tuple[float, float]:
    if not len(values):
        return np.nan, np.nan
    return float(np.median(values)), float(values.max())
