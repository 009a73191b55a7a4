"""Stage of the sensors: who tracks each flight when, and when an interceptor may leave."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.engagement.timeline import Commit, commit
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.fly import Track
from twoplustwo.sensors.detect import radar_track, satellite_sight
from twoplustwo.sensors.radar import Radar, Refraction
from twoplustwo.stages.inputs import key
from twoplustwo.stages.records import Records
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]

_commits = Stage("commit", 4096)
_starts = Stage("track start", 1024, heaviest=40e6)  # of one radar, whatever the other rules


def commits(
    joined: StageRows,
    doctrine: Records,
    scan: Records,
    cross_section: Records,
    bending: Records,
    own: list[Records],
    remote: list[Records],
    joint: list[Records],
) -> StageRows:
    """Commit of every flight: satellites, own, remote and joint radars; `timeline.Commit`.

    Parameters
    ----------
    joined : StageRows
        `threats.Joined` or `threats.Strikes` of each position.
    doctrine, scan, cross_section, bending : Records
        Commit rules; scan period [s], 1-tuples; radar cross-section [m2], one for all flights or
        one for each list of flights that was joined; refraction.
    own, remote, joint : list of Records
        Radars of each chain.
    """
    reads = [joined.keys, doctrine.keys, scan.keys, cross_section.keys, bending.keys]
    # the same radars may belong to another chain in another dossier
    reads += [[key(len(own), len(remote), len(joint))] * len(joined)]
    reads += [r.keys for r in (*own, *remote, *joint)]

    def compute(p: int) -> Commit:
        flight, track = joined[p].flight, joined[p].track
        rules = doctrine[p]

        def start(radar: Records) -> F:
            needed = key(rules.track_time_s)
            row = [joined.keys[p], radar.keys[p], bending.keys[p], cross_section.keys[p], needed]
            size = sizes_of_flights(joined[p], cross_section[p])
            seen = (radar[p], bending[p], size, rules.track_time_s)
            return _starts.row(_starts.digest(row), lambda: _track(track, *seen))

        def starts(radars: list[Records], used: bool) -> list[F]:
            return [start(r) for r in radars if used and r[p] is not None]

        sight = np.asarray(satellite_sight(flight.cloud_break_s, scan[p][0]))
        return commit(
            rules,
            flight.burnout_time_s,
            sight,
            starts(own, rules.radar_track),
            starts(remote, rules.remote),
            starts(joint, rules.joint),
        )

    return _commits(reads, compute)


def sizes_of_flights(joined: Any, cross_section_m2: tuple[float, ...]) -> float | F:
    """Cross-section [m2] of each flight, shape (B,), or of all: one a list that was joined."""
    if len(cross_section_m2) == 1:
        return cross_section_m2[0]
    return np.asarray(cross_section_m2)[joined.part]


def _track(
    track: Track, radar: Radar, bending: Refraction, cross_section_m2: float | F, needed_s: float
) -> F:
    if isinstance(cross_section_m2, np.ndarray) and len(cross_section_m2):
        start, _ = in_chunks(
            lambda some: radar_track(some[0], radar, bending, some[1], needed_s),
            (track, cross_section_m2),
            piece(len(cross_section_m2)),
        )
        return start
    if track.time_s.shape[-1] == 0:
        return np.zeros(0)
    start, _ = in_chunks(
        lambda some: radar_track(some, radar, bending, cross_section_m2, needed_s),
        track,
        piece(track.time_s.shape[-1]),
    )
    return start
