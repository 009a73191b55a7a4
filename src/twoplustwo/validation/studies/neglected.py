"""What each effect is worth: in km and s at impact, and in s of latest launch.

Effects that the engine has are switched off; those it has not are put in. The launch stays as it
was aimed with everything in use, unless the row says that it is aimed anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.base.table import Column, Table
from twoplustwo.engagement.equivalent import Recipe
from twoplustwo.physics.boost import Environment
from twoplustwo.physics.earth import from_geodetic
from twoplustwo.physics.fly import Track
from twoplustwo.physics.vehicle import Rocket
from twoplustwo.sensors.detect import radar_track
from twoplustwo.sensors.radar import Refraction
from twoplustwo.stages import records
from twoplustwo.stages.reach import InterceptorReach
from twoplustwo.validation.studies.disturbed import NONE, Disturbance, land
from twoplustwo.validation.studies.flights import Aimed, aimed, dossier, given, held
from twoplustwo.validation.studies.inputs import inputs, share
from twoplustwo.validation.studies.latest import defence, latest, recipe, together
from twoplustwo.validation.studies.phases import PHASES, Landed, apart_m, fly_phases
from twoplustwo.validation.studies.sampling import found_again
from twoplustwo.validation.studies.tabled import tabled

F = NDArray[np.float64]

FLIGHTS = ("irbm", "icbm")
MODELLED, LEFT_OUT, ASSUMED, NUMERIC = "modelled", "left out", "assumed", "numerics"
SPEEDS = ("slow", "cliff", "fast")  # below the cliff, on it, above; the speeds of the inputs

COLUMNS = (
    Column("effect", means="what is changed"),
    Column("flight", means="missile and way"),
    Column("impact_km", "km", "how far the impact moves on the ground"),
    Column("time_s", "s", "how much later the impact is, or what the last column says"),
    *(Column(f"latest_{s}_s", "s", "how much later an interceptor may leave") for s in SPEEDS),
    Column("kept", means="modelled, assumed (a claim that can be changed), left out or numerics"),
    Column("how", means="how it was measured"),
)


class Effect(NamedTuple):
    """One row before its latest launches are known; null is NaN."""

    effect: str
    kept: str
    how: str
    impact_m: float = np.nan
    time_s: float = np.nan
    track: Track | None = None  # how the threat flies then
    against: Track | None = None  # what it is compared with, where not with the engine's flight


def neglected(flights: tuple[str, ...] = FLIGHTS, quick: bool = False) -> Table:
    """The table of effects.

    Parameters
    ----------
    flights : tuple of str
        Names of flights of the inputs.
    quick : bool
        Leave out the latest launches, which take most of the time.
    """
    shields = [] if quick else [defence(v) for v in inputs()["speeds_m_s"]]
    rows: list[tuple] = []
    for name in flights:
        progress.step("effects", len(rows), 0)
        one = aimed(name)
        usual = fly_phases(one.rocket, one.launch)
        effects = [
            *_surroundings(one, usual),
            *_missile(one, usual),
            *_steering(one, usual),
            *_disturbances(one),
            *_refraction(usual),
        ]
        changes = _changes(shields, usual, effects)
        rows += [
            (e.effect, name, e.impact_m / 1e3, e.time_s, *change, e.kept, e.how)
            for e, change in zip(effects, changes, strict=True)
        ]
        if shields:
            rows += [
                (e, name, np.nan, np.nan, *d, kept, how)
                for e, d, kept, how in _interceptor(shields, usual)
            ]
    if shields:
        most = found_again().column("most_s")
        rows.append(
            (
                "tables of arrivals",
                "flyouts",
                np.nan,
                np.nan,
                *most,
                NUMERIC,
                "random flyouts flown on their own and found in the table; 95 of 100 are nearer",
            )
        )
    return tabled(COLUMNS, rows)


def _moved(effect: str, kept: str, how: str, flown: Landed, usual: Landed) -> Effect:
    later = float((flown.time_s - usual.time_s)[0])
    return Effect(effect, kept, how, float(apart_m(flown, usual)[0]), later, flown.track)


def _percent(more: float) -> str:
    return f"{100 * more:+.0f} %".replace("-", "−")


def _surroundings(one: Aimed, usual: Landed) -> Iterator[Effect]:
    off = "switched off in flight, same launch"
    flights: list[tuple[str, str, str, dict[str, Environment]]] = [
        ("Earth rotation", MODELLED, off, dict.fromkeys(PHASES, Environment(turning=0.0))),
        (
            "gravity of the oblate Earth (J2)",
            MODELLED,
            off,
            dict.fromkeys(PHASES, Environment(j2=0.0)),
        ),
        (
            "air on the way down",
            MODELLED,
            "switched off below 90 km, same launch",
            {"descent": Environment(air=0.0)},
        ),
        (
            "air in the coast",
            MODELLED,
            "switched off from burnout to 90 km, same launch",
            {"coast": Environment(air=0.0)},
        ),
    ]
    for effect, kept, how, around in flights:
        flown = fly_phases(one.rocket, one.launch, around)
        found = _moved(effect, kept, how, flown, usual)
        # a launch that was aimed on a turning Earth goes elsewhere on a still one
        yield found._replace(track=None) if effect == "Earth rotation" else found


def _missile(one: Aimed, usual: Landed) -> Iterator[Effect]:
    table, more, dense = inputs()["other_table"], share("drag"), share("density")
    cd, area = np.asarray(one.rocket.drag_cd), np.asarray(one.rocket.drag_area_m2)
    own = np.asarray(one.rocket.ballistic_coefficient_kg_m2)
    beta = held().values["warhead.reentry_ballistic_coefficient"]
    same = "same launch; for latest launches aimed anew"
    others: list[tuple[str, str, str, Rocket]] = [
        (
            f"drag coefficient {_percent(more)}",
            ASSUMED,
            same,
            one.rocket._replace(drag_cd=cd * (1.0 + more)),
        ),
        (
            "another drag table",
            ASSUMED,
            f"that of the V-2, {same}",
            one.rocket._replace(
                drag_mach=np.array(table["mach"], float), drag_cd=np.array(table["cd"], float)
            ),
        ),
    ]
    others += [
        (
            f"reentry ballistic coefficient {value:,.0f} kg/m2",
            ASSUMED,
            f"an end of its claim, {same}",
            one.rocket._replace(ballistic_coefficient_kg_m2=np.float64(value)),
        )
        for value in (beta.low, beta.high)
        if value is not None
    ]
    others += [
        (
            f"air {_percent(factor - 1.0)} dense",
            LEFT_OUT,
            f"in the drag, not in the thrust, up and down; {same}",
            one.rocket._replace(
                drag_area_m2=area * factor, ballistic_coefficient_kg_m2=own / factor
            ),
        )
        for factor in (1.0 + dense, 1.0 - dense)
    ]
    for effect, kept, how, rocket in others:
        found = _moved(effect, kept, how, fly_phases(rocket, one.launch), usual)
        anew = fly_phases(rocket, aimed(one.name, rocket).launch)
        yield found._replace(track=anew.track)


def _steering(one: Aimed, usual: Landed) -> Iterator[Effect]:
    for field, label in (("vertical_time_s", "vertical rise"), ("kick_time_s", "kick")):
        for value in inputs()["steering"][field]:
            other = aimed(one.name, one.rocket._replace(**{field: np.float64(value)}))
            flown = fly_phases(other.rocket, other.launch)
            yield Effect(
                f"{label} of the missile {value:g} s long",
                ASSUMED,
                "aimed anew",
                time_s=float((flown.time_s - usual.time_s)[0]),
                track=flown.track,
            )


def _disturbances(one: Aimed) -> Iterator[Effect]:
    i = inputs()
    jet = Disturbance(
        jet_m_s=i["jet"]["speed_m_s"],
        jet_bottom_m=i["jet"]["bottom_m"],
        jet_top_m=i["jet"]["top_m"],
    )
    blown = (
        f"{jet.jet_m_s:g} m/s of wind from {jet.jet_bottom_m / 1e3:g} to {jet.jet_top_m / 1e3:g} km"
    )
    plain = land(one.rocket, one.launch)
    for effect, how, d in (
        (
            f"{blown}, going up",
            "sideways drag along the powered path, summed; no steering back",
            jet._replace(in_fall=0.0),
        ),
        (
            f"{blown}, coming down",
            "flown from burnout with and without",
            jet._replace(in_boost=0.0),
        ),
        ("gravity term J3", "flown with and without", Disturbance(j3=i["gravity"]["j3"])),
        ("gravity term J4", "flown with and without", Disturbance(j4=i["gravity"]["j4"])),
    ):
        flown = land(one.rocket, one.launch, d)
        yield _moved(effect, LEFT_OUT, how, flown, plain)._replace(against=plain.track)
    yield _moved(
        "a sphere in place of the ellipsoid",
        MODELLED,
        "same burnout, without air and J2, down to the sphere through the launch place",
        *(
            land(one.rocket, one.launch, NONE._replace(j2=0.0, air=0.0), r)
            for r in (_radius(one), 0.0)
        ),
    )._replace(track=None)
    pull, time = i["tide"]["acceleration_m_s2"], float(plain.time_s[0])
    yield Effect(
        "Moon and Sun",
        LEFT_OUT,
        "their largest pull times half the square of the time of flight",
        impact_m=0.5 * pull * time**2,
    )


def _radius(one: Aimed) -> float:
    pad = from_geodetic(one.launch.latitude_rad, one.launch.longitude_rad, np.zeros(1))
    return float(np.linalg.norm([np.asarray(c)[0] for c in pad]))


def _refraction(usual: Landed) -> Iterator[Effect]:
    one = given()
    bent = records.refraction(one).items[0]
    straight = Refraction(0.0, 0.0, 0.0, bent.scale_height_m)
    size = held().values["warhead.radar_cross_section"].value
    for name in sorted(dossier().things["radars"]):
        radar = records.radar(one, name).items[0]
        first = [
            float(np.asarray(radar_track(usual.track, radar, way, size, 0.0)[1])[0])
            for way in (bent, straight)
        ]
        if np.isfinite(first).all():
            yield Effect(
                f"bending of the rays of radar {name}",
                MODELLED,
                "seconds by which first sight is later without it",
                time_s=first[1] - first[0],
            )


def _changes(
    shields: list[InterceptorReach], usual: Landed, effects: list[Effect]
) -> list[list[float]]:
    """Change of the latest launch of each effect, s, for the interceptors of each speed."""
    if not shields:
        return [[np.nan] * len(SPEEDS)] * len(effects)
    flown = [i for i, e in enumerate(effects) if e.track is not None]
    pairs = [(effects[i].track, effects[i].against or usual.track) for i in flown]
    paths = jax.tree.map(np.asarray, together([t for pair in pairs for t in pair if t]))
    out = [[np.nan] * len(SPEEDS) for _ in effects]
    for column, shield in enumerate(shields):
        found = latest(shield, paths).reshape(len(pairs), 2)
        for i, (changed, before) in zip(flown, found, strict=True):
            out[i][column] = float(changed - before)
    return out


def _interceptor(
    shields: list[InterceptorReach], usual: Landed
) -> Iterator[tuple[str, list[float], str, str]]:
    """Effects on the interceptor, which makes its claimed speed all the same."""
    made, more = recipe(), share("drag")
    kinds: list[tuple[str, Recipe]] = [
        (
            f"drag coefficient of the interceptor {_percent(more)}",
            replace(made, drag_cd=tuple(c * (1.0 + more) for c in made.drag_cd)),
        ),
    ]
    kinds += [
        (f"{label} of the interceptor {value:g} s long", replace(made, **{field: value}))
        for field, label in (("vertical_time_s", "vertical rise"), ("kick_time_s", "kick"))
        for value in inputs()["interceptor_steering"][field]
    ]
    before = [latest(shield, usual.track)[0] for shield in shields]
    for effect, other_recipe in kinds:
        other = [defence(v, other_recipe) for v in inputs()["speeds_m_s"]]
        after = [latest(shield, usual.track)[0] for shield in other]
        yield (
            effect,
            [float(b - a) for a, b in zip(before, after, strict=True)],
            ASSUMED,
            "same claimed burnout speed",
        )
