"""Stages of flight: aim at places, fly there, and sample the part of the path that counts."""

from typing import Any, NamedTuple

import jax
import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.engagement.arrival import Seen
from twoplustwo.engagement.window import Points, window
from twoplustwo.physics.aim import REACHED, Aimed, Aimer
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.fly import Flight, Track, fly
from twoplustwo.stages.disk_cache import template
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]


class Strikes(NamedTuple):
    """Flights of one missile to a list of aim points, those that get there only.

    `point` says which aim point each of the B flights serves; `aimed` has all of them.
    """

    aimed: Aimed
    point: NDArray[np.int_]
    flight: Flight
    track: Track


_aimers = Stage("aimer", 24)
_aimed = Stage("aimed", 256, like=template(Aimed))
_strikes = Stage("strikes", 1024, like=template(Strikes), fleeting=True)
_joined = Stage("joined", 48)
_windows = Stage("windows", 1024, fleeting=True)


def aimers(rockets: Records) -> StageRows:
    """Aim solver for each distinct missile."""
    return _aimers([rockets.keys], lambda p: Aimer(rockets[p]))


def strikes(
    aimer: StageRows,
    loft: Records,
    cloud: Records,
    pairs: list[Any],
    label: str,
    keys: list[bytes] | None = None,
) -> StageRows:
    """Aim one missile at a list of places and fly it there.

    Parameters
    ----------
    aimer : StageRows
        From `aimers`.
    loft, cloud : Records
        Path-angle offset from the least-energy arc [rad], a 1-tuple; altitude of the clouds [m], a
        1-tuple too, or several with a scan period [s] after each (`sensors.clouds`).
    pairs : list
        One a position: (lat0, lon0, lat1, lon1) arrays of shape (B,), rad.
    label : str
        Shown while it runs.
    keys : list of bytes, optional
        What tells the lists of the positions apart; by default all their numbers.
    """

    def compute(p: int) -> Strikes | None:
        if not len(pairs[p][0]):
            return None
        progress.step(label, 0, 1)
        one: Aimer = aimer[p]
        solved: Aimed = aims[p]
        index = np.flatnonzero(solved.outcome == REACHED)
        launch = Launch(*(np.asarray(a)[index] for a in solved.launch))
        nobody = not len(index)
        if nobody:  # fly one anyway, for the shapes
            launch = Launch(*(np.zeros(1) for _ in Launch._fields))
        flight, track = in_chunks(_tracked(one, cloud[p][0]), launch)
        if len(cloud[p]) > 1:
            flight = flight._replace(cloud_break_s=_first_sight(one, cloud[p], launch))
        if nobody:
            flight, track = jax.tree.map(lambda a: a[..., :0], (flight, track))
        progress.step(label, 1, 1)
        return Strikes(solved, index, flight, track)

    if keys is None:  # positions share their lists: each is looked at once
        where = {id(x): key(*x) for x in {id(x): x for x in pairs}.values()}
        keys = [where[id(x)] for x in pairs]
    aims = _aimed(  # whatever the clouds
        [aimer.keys, loft.keys, keys],
        lambda p: aimer[p].solve(*pairs[p], loft_rad=loft[p][0]),
    )
    return _strikes([aimer.keys, loft.keys, cloud.keys, keys], compute)


def _first_sight(aimer: Aimer, eyes: tuple[float, ...], launch: Launch) -> F:
    """First sight [s] by any of some satellites, altitude of the clouds and scan of each in a row;
    each sees a flight from the later of the two on.
    """
    sights = []
    for high, scan in zip(eyes[::2], eyes[1::2], strict=True):

        def run(some: Launch, high: float = high) -> Flight:
            return fly(aimer.rocket, some, cloud_break_m=high, track=False)[0]

        sights.append(np.maximum(in_chunks(run, launch).cloud_break_s, scan))
    return np.min(sights, axis=0)


def _tracked(aimer: Aimer, cloud_break_m: float):
    return lambda piece: fly(aimer.rocket, piece, cloud_break_m=cloud_break_m)


class JoinedFlights(NamedTuple):
    """Flights of several missiles as one batch; `point` numbers the aim points of all of them.

    `launch` says how each starts, `part` which of the lists of flights it comes from.
    """

    flight: Flight
    track: Track
    point: NDArray[np.int_]
    launch: Launch
    part: NDArray[np.int_]


def join_flights(parts: list[StageRows], places: list[list[NDArray[np.int_]]]) -> StageRows:
    """Several lists of flights as one batch.

    Parameters
    ----------
    parts : list of StageRows
        `Strikes` of each missile.
    places : list
        For each missile and position, the number of each of its aim points in the whole list.
    """
    known = {id(x): key(x) for place in places for x in {id(x): x for x in place}.values()}
    numbers = [[known[id(x)] for x in place] for place in places]

    def compute(p: int) -> JoinedFlights:
        used = [(s[p], n[p]) for s, n in zip(parts, places, strict=True) if s[p] is not None]
        flight, track = (
            jax.tree.map(
                lambda *a: np.concatenate(a, axis=-1), *(getattr(s, name) for s, _ in used)
            )
            for name in ("flight", "track")
        )
        launches = [[np.asarray(a)[s.point] for a in s.aimed.launch] for s, _ in used]
        launch = Launch(*(np.concatenate(a) for a in zip(*launches, strict=True)))
        numbers = [i for i, s in enumerate(parts) if s[p] is not None]
        part = np.repeat(numbers, [len(s.point) for s, _ in used])
        return JoinedFlights(
            flight, track, np.concatenate([n[s.point] for s, n in used]), launch, part.astype(int)
        )

    return _joined([*(s.keys for s in parts), *numbers], compute)


def windows(joined: StageRows, counts: Records, site: Records, samples: int) -> StageRows:
    """Admissible parts of all tracks, from the interceptors' site.

    Reads of `counts` only what it needs: settle time and keep-out altitude.
    """
    reads = [key(c.settle_s, c.keep_out_m) for c in counts.items]

    def compute(p: int) -> Points:
        track = joined[p].track
        c = counts[p]

        def run(some: Track) -> Points:
            return window(some, c.settle_s, c.keep_out_m, tuple(site[p]), samples)

        if track.time_s.shape[-1] == 0:
            nil = np.zeros((samples, 0))
            return Points(Seen(*(nil for _ in Seen._fields)), nil, nil, nil)
        return in_chunks(run, track, piece(track.time_s.shape[-1]))

    return _windows([joined.keys, reads, site.keys, [key(samples)] * len(reads)], compute)
