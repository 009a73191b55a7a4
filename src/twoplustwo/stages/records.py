"""From columns to the engine's records: one record a position, with the key of what it read."""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.base.constants import STANDARD_GRAVITY_M_S2 as G0
from twoplustwo.base.errors import PositionError
from twoplustwo.engagement.equivalent import Recipe
from twoplustwo.engagement.timeline import Doctrine
from twoplustwo.physics.vehicle import MAX_STAGES, Rocket
from twoplustwo.sensors.radar import NOT_BLIND, Radar, Refraction
from twoplustwo.stages.inputs import Inputs, ask_by_group, key

YES = "yes"
PLAIN = (float, str, type(None))  # compared by value; the rest by being the same object


@dataclass(frozen=True)
class Records:
    """One record for each position, and the key of the row that it was made from."""

    items: list[Any]
    keys: list[bytes]

    def __getitem__(self, position: int) -> Any:
        return self.items[position]


CUT = {name: f"equivalent.{name}" for name in ("rise_share", "kick_share")}
"""What the rise and kick of a short burn are cut to; logged where a rocket is cut so."""
REENTRY = "reentry_ballistic_coefficient"
POLEWARD_RAD = math.radians(89.99)  # 1.1 km from the pole: numerics, not physics


class Place(NamedTuple):
    """Geodetic latitude, longitude [rad] and altitude [m]."""

    latitude_rad: float
    longitude_rad: float
    altitude_m: float


class Counting(NamedTuple):
    """What counts as a meeting, and the look between two shots."""

    max_flight_s: float
    min_closing_m_s: float
    settle_s: float
    kv_min_s: float
    keep_out_m: float
    assessment_time_s: float


class Bounds(NamedTuple):
    """Where an interceptor can meet, infinite where there is no such limit, and from when on."""

    range_m: float  # over the ground
    floor_m: float
    ceiling_m: float
    settle_s: float  # after burnout, unless
    burning: bool  # threats may be met while they burn


def same(given: Inputs, item: Any) -> Records:
    """One record for all positions."""
    return Records([item] * len(given), [key(item)] * len(given))


def _by_distinct_row(
    given: Inputs, columns: dict[str, list[Any]], make: Callable[..., Any]
) -> Records:
    """One record per distinct row of `columns`; rows are compared by identity first, then by value.

    Thousands of mixtures share a few values, mostly the very same objects; comparing objects is
    cheap, making a key of their numbers is not.
    """
    if len(given) and all(len({*map(id, column)}) == 1 for column in columns.values()):
        first = [column[0] for column in columns.values()]  # all positions share it
        item, k = make(**dict(zip(columns, first, strict=True))), key(*first)
        return Records([item] * len(given), [k] * len(given))
    key_of: dict[tuple, bytes] = {}
    record_of: dict[bytes, Any] = {}
    keys = []
    for row in zip(*columns.values(), strict=True):
        identity = tuple([v if isinstance(v, PLAIN) else id(v) for v in row])
        if identity not in key_of:
            k = key_of[identity] = key(*row)
            if k not in record_of:
                record_of[k] = make(**dict(zip(columns, row, strict=True)))
        keys.append(key_of[identity])
    return Records([record_of[k] for k in keys], keys)


def place(given: Inputs, path: str) -> Records:
    """A location block: latitude, longitude and altitude; None where a measure took it away.

    Nearer to a pole than `POLEWARD_RAD` a place is taken at that latitude on its own meridian, for
    a launch needs to know where north is; at the pole itself it would turn under the rocket.
    """

    def make(where: dict[str, float] | None) -> Place | None:
        if where is None:
            return None
        altitude = where.get("altitude", 0.0)
        return Place(_latitude(where), where["longitude"], 0.0 if altitude is None else altitude)

    return _by_distinct_row(given, {"where": given.values_or_none_if_removed(path)}, make)


def _latitude(where: dict[str, float]) -> float:
    return min(max(where["latitude"], -POLEWARD_RAD), POLEWARD_RAD)


COUNTING = ("max_flight", "min_closing", "settle", "kv_min", "keep_out", "assessment_time")


def counting(given: Inputs, interceptor: str = "") -> Records:
    """The engagement assumptions: those of the interceptor itself, the common ones where unsaid."""

    def column(name: str) -> list[Any]:
        common = f"engagement.{name}"
        if not interceptor or name == "assessment_time":
            return given.values(common)
        return given.own_or_common(f"interceptors.{interceptor}.{name}", common)

    columns = {n: column(n) for n in COUNTING}
    return _by_distinct_row(given, columns, lambda **row: Counting(*row.values()))


def counting_inside(given: Inputs, interceptor: str) -> Records:
    """What counts as a meeting in an envelope.

    Of the common assumptions only those that the print leaves open: the look between two shots, and
    the time after burnout where burning threats may not be met. A least closing speed or a longest
    flight counts only where the interceptor claims one, for the envelope was printed with both.
    """
    path = f"interceptors.{interceptor}"
    columns = {
        "max_flight": given.own_or(f"{path}.max_flight", math.inf),
        "min_closing": given.own_or(f"{path}.min_closing", 0.0),
        "settle": _settle(given, interceptor),
        "kv_min": [0.0] * len(given),
        "keep_out": given.values(f"{path}.keep_out"),
        "assessment_time": given.values("engagement.assessment_time"),
    }
    return _by_distinct_row(given, columns, lambda **row: Counting(*row.values()))


def _settle(given: Inputs, interceptor: str) -> list[float]:
    """Time after burnout before a meeting counts; none is asked for where burning may be met."""
    path = f"interceptors.{interceptor}"
    burning = [value == YES for value in given.unread(f"{path}.meets_burning")]
    if all(burning):
        return [0.0] * len(given)
    waits = given.own_or_common(f"{path}.settle", "engagement.settle")
    return [0.0 if now else wait for now, wait in zip(burning, waits, strict=True)]


def bounds(given: Inputs, interceptor: str, counts: Records) -> Records:
    """Range, floor and ceiling of an interceptor, and whether it may meet what still burns."""
    path = f"interceptors.{interceptor}"
    columns = {
        "range_m": given.own_or(f"{path}.range", math.inf),
        "floor_m": [c.keep_out_m for c in counts.items],
        "ceiling_m": given.own_or(f"{path}.ceiling", math.inf),
        "settle_s": [c.settle_s for c in counts.items],
        "burning": [x == YES for x in given.own_or(f"{path}.meets_burning", "no")],
    }
    return _by_distinct_row(given, columns, Bounds)


def drag_table(given: Inputs, read: Callable[[Any], Any]) -> Records:
    """Nodes of the drag table, (mach, cd); `read` turns the claim's file into a table."""

    def make(ref: Any) -> tuple[np.ndarray, np.ndarray]:
        table = read(ref)
        return table.column("mach"), table.column("cd")

    refs = given.values("nature.drag.table")
    made = {id(ref): make(ref) for ref in {id(ref): ref for ref in refs}.values()}
    keys = {mark: key(*item) for mark, item in made.items()}
    return Records([made[id(ref)] for ref in refs], [keys[id(ref)] for ref in refs])


def rocket(given: Inputs, missile: str, drag: Records) -> Records:
    """A missile as lumped stages; a held total burn time rescales the burns of the stages."""
    path = f"missiles.{missile}"
    names = ("stages", "payload", "diameter", "vertical_time", "kick_time")
    columns = {n: given.values(f"{path}.{n}") for n in names}
    columns["burn_time"] = given.optional(f"{path}.burn_time")
    columns["beta"] = given.own_or_common(f"{path}.{REENTRY}", f"warhead.{REENTRY}")
    columns["drag"] = [drag[p] for p in range(len(given))]
    return _by_distinct_row(given, columns, _rocket)


def _rocket(
    stages: list[dict[str, float]],
    payload: float,
    diameter: float,
    vertical_time: float,
    kick_time: float,
    burn_time: float | None,
    beta: float,
    drag: tuple[np.ndarray, np.ndarray],
) -> Rocket:
    def padded(name: str, factor: float = 1.0) -> np.ndarray:
        out = np.zeros(MAX_STAGES)
        out[: len(stages)] = [stage[name] * factor for stage in stages]
        return out

    total = sum(stage["burn_time"] for stage in stages)
    return Rocket(
        propellant_kg=padded("propellant"),
        structure_kg=padded("structure"),
        exhaust_vacuum_m_s=padded("isp_vacuum", G0),
        exhaust_sea_level_m_s=padded("isp_sea_level", G0),
        burn_time_s=padded("burn_time", 1.0 if burn_time is None else burn_time / total),
        payload_kg=np.float64(payload),
        drag_area_m2=np.float64(np.pi / 4.0 * diameter**2),
        vertical_time_s=np.float64(vertical_time),
        kick_time_s=np.float64(kick_time),
        ballistic_coefficient_kg_m2=np.float64(beta),
        drag_mach=drag[0],
        drag_cd=drag[1],
    )


def recipe(given: Inputs, interceptor: str, drag: Records) -> Records:
    """How the equivalent interceptor is made, its claimed burn time included."""
    names = ("isp", "area_density", "vertical_time", "kick_time", "reference_angle")
    columns = {n: given.values(f"equivalent.{n}") for n in names}
    columns["burn_time"] = given.values(f"interceptors.{interceptor}.burn_time")
    columns |= {n: given.unread(path) for n, path in CUT.items()}  # few burns are so short
    columns["drag"] = [drag[p] for p in range(len(given))]

    def make(**row: Any) -> Recipe:
        return Recipe(
            burn_time_s=row["burn_time"],
            exhaust_m_s=row["isp"] * G0,
            area_density_kg_m2=row["area_density"],
            vertical_time_s=row["vertical_time"],
            kick_time_s=row["kick_time"],
            reference_angle_rad=row["reference_angle"],
            drag_mach=tuple(row["drag"][0]),
            drag_cd=tuple(row["drag"][1]),
            **{name: row[name] for name in CUT if row[name] is not None},
        )

    return _by_distinct_row(given, columns, make)


def radar(given: Inputs, name: str) -> Records:
    """One radar, None where a measure takes it away; without a boresight it looks all round."""
    path = f"radars.{name}"
    columns = {
        n: given.values_or_none_if_removed(f"{path}.{n}")
        for n in ("location", "dwell", "min_elevation", "sector")
    }
    columns["reach"] = _reach(given, path)
    columns["horizon"] = given.own_or(f"{path}.horizon", None)
    columns["boresight"] = given.optional(f"{path}.boresight")
    columns["removed"] = given.removed(path)
    columns["blind"] = given.masks(f"{path}.boresight")

    def make(**row: Any) -> Radar | None:
        if row["removed"]:
            return None
        where, reach = row["location"], row["reach"]
        return Radar(
            _latitude(where),
            where["longitude"],
            where.get("altitude") or 0.0,
            reach["range"],
            reach["target_size"],
            reach["dwell"],
            row["dwell"],
            row["min_elevation"],
            row["boresight"] or 0.0,
            2 * np.pi if row["boresight"] is None else row["sector"],
            _blind(row["blind"], path),
            _horizon(row["horizon"]),
        )

    return _by_distinct_row(given, columns, make)


def _reach(given: Inputs, path: str) -> list[Any]:
    """Range at each position: that of the mode in which the radar works, where one is claimed;
    else that against warheads, where one is; else that by target size and dwell.

    A range against warheads is scaled by neither: it is taken as that against the common
    cross-section with the dwell held. Where none is held, what lacks is the one not said yet.
    """
    modes = given.own_or(f"{path}.operating_mode", None)
    own = {mode: given.unread(f"{path}.reach_{mode}") for mode in {*modes} - {None}}
    warhead = f"{path}.warhead_range"
    said = [value is not None for value in given.unread(warhead)]
    other = [value is not None for value in given.unread(f"{path}.reach")]
    later = given.later(warhead)

    def used(p: int, mode: str | None) -> str:
        if mode is not None and own[mode][p] is not None:
            return f"{path}.reach_{mode}"
        return warhead if said[p] or (later[p] and not other[p]) else f"{path}.reach"

    def held(some: Inputs, one: str) -> list[Any]:
        found = some.values_or_none_if_removed(one)
        if one != warhead:
            return found
        sizes = some.values("warhead.radar_cross_section")
        dwells = some.values_or_none_if_removed(f"{path}.dwell")
        return [
            far and {"range": far, "target_size": size, "dwell": dwell}
            for far, size, dwell in zip(found, sizes, dwells, strict=True)
        ]

    return ask_by_group(given, [used(p, mode) for p, mode in enumerate(modes)], held)


def _horizon(rows: list[dict[str, float]] | None) -> np.ndarray | None:
    """Middle and half width of some azimuths, clockwise, and the least elevation there [rad]."""
    if not rows:
        return None
    table = []
    for row in rows:
        width = (row["to"] - row["from"]) % (2 * np.pi) or 2 * np.pi
        table.append((row["from"] + width / 2.0, width / 2.0, row["elevation"]))
    return np.array(table)


def _blind(masks: tuple[tuple[float, float], ...], path: str) -> np.ndarray:
    """Middle and half width [rad] of the azimuths that measures forbid, in rows of one shape."""
    out = NOT_BLIND.copy()
    if len(masks) > len(out):
        raise PositionError(
            f"{path} has {len(masks)} masks",
            "the position's measures",
            f"at most {len(out)} are computed with",
            "join those that touch in one measure",
        )
    for row, (low, high) in zip(out, masks, strict=False):
        row[:] = (low + high) / 2.0, (high - low) / 2.0
    return out


def refraction(given: Inputs) -> Records:
    """Bending of lines of sight to space."""
    names = ("bending_0", "bending_2", "bending_5", "scale_height")
    columns = {n: given.values(f"nature.refraction.{n}") for n in names}
    return _by_distinct_row(given, columns, lambda **row: Refraction(*row.values()))


def doctrine(given: Inputs, needed: Collection[str]) -> Records:
    """Which commit chains are enabled, and how long their steps take.

    Those that are not `needed`, for the dossier has no sensor of theirs, nobody need speak of.
    """
    flags = ("boost_cue", "launch_on_boost", "radar_track", "remote", "joint")

    def said(flag: str) -> list[bool]:
        path = f"commit.{flag}"
        found = given.names(path) if flag in needed else given.own_or(path, "no")
        return [value == YES for value in found]

    columns: dict[str, list[Any]] = {n: said(n) for n in flags}
    columns |= {n: given.values(f"commit.{n}") for n in ("track_time", "decision_time")}
    return _by_distinct_row(given, columns, lambda **row: Doctrine(*row.values()))


def blocks(given: Inputs, path: str) -> Records:
    """A list of blocks, such as the motors of a stack."""
    return _by_distinct_row(given, {"items": given.values(path)}, lambda items: items)


def numbers(given: Inputs, *paths: str) -> Records:
    """Several numbers side by side."""
    return _by_distinct_row(
        given, {p: given.values(p) for p in paths}, lambda **row: tuple(row.values())
    )
