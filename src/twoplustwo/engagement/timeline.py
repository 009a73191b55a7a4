"""Commit: the first moment at which an interceptor may be launched, and the chain that binds."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from jaxtyping import Float
from numpy.typing import NDArray

F = NDArray[np.float64]

CLAIMED, BOOST_CUE, RADAR_TRACK, REMOTE = "claimed_delay", "boost_cue", "radar_track", "remote"
JOINT = "joint"
CHAINS = (BOOST_CUE, RADAR_TRACK, REMOTE, JOINT)


class Doctrine(NamedTuple):
    """Which chains may be used, and how long each step takes; every field is a claim."""

    boost_cue: bool
    launch_on_boost: bool
    radar_track: bool
    remote: bool
    joint: bool
    track_time_s: float
    decision_time_s: float


class Commit(NamedTuple):
    """Commit of each threat, shape (B,): inf and an empty chain where nothing ever tracks it."""

    delay_s: F
    chain: NDArray[np.str_]
    by_chain_s: dict[str, F]


def commit(
    doctrine: Doctrine,
    burnout_s: Float[np.ndarray, "B"],
    satellite_s: Float[np.ndarray, "B"],
    radar_s: list[F],
    remote_s: list[F],
    joint_s: Sequence[F] = (),
) -> Commit:
    """Earliest commit over the enabled chains, each event + track time + decision time.

    Parameters
    ----------
    doctrine : Doctrine
    burnout_s, satellite_s : ndarray, shape (B,)
        Threat burnout and first satellite sight, after threat launch. A satellite has no track
        after burnout, so its chain needs the whole track time before it.
    radar_s, remote_s, joint_s : list of ndarray, shape (B,)
        Starts of good tracks by own radars, by radars of others, by radars shared with others; one
        array a radar, inf where none.
    """
    needed = doctrine.track_time_s
    nobody = np.full_like(burnout_s, np.inf)
    cue = np.where(satellite_s + needed <= burnout_s, satellite_s, np.inf)
    starts = {
        BOOST_CUE: cue if doctrine.boost_cue else nobody,
        RADAR_TRACK: np.min([nobody, *radar_s], axis=0) if doctrine.radar_track else nobody,
        REMOTE: np.min([nobody, *remote_s], axis=0) if doctrine.remote else nobody,
        JOINT: np.min([nobody, *joint_s], axis=0) if doctrine.joint else nobody,
    }
    by_chain = {name: start + needed + doctrine.decision_time_s for name, start in starts.items()}
    if not doctrine.launch_on_boost:
        by_chain[BOOST_CUE] = np.maximum(by_chain[BOOST_CUE], burnout_s)
    table = np.stack([by_chain[name] for name in CHAINS])
    binding = np.argmin(table, axis=0)
    delay = table.min(axis=0)
    chain = np.where(np.isfinite(delay), np.array(CHAINS)[binding], "")
    return Commit(delay, chain, by_chain)


def override(found: Commit, claimed_s: float | None) -> Commit:
    """A claimed total delay stands in for the chains, labelled as such; None leaves them."""
    if claimed_s is None or np.isnan(claimed_s):
        return found
    return found._replace(
        delay_s=np.full_like(found.delay_s, claimed_s),
        chain=np.full(found.chain.shape, CLAIMED),
    )
