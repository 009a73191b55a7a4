"""Where the phases of a peer's flight begin and end; plain arrays, shape (..., B)."""

import numpy as np

from peers.equations import E2, OMEGA, A, B
from twoplustwo.base import constants as k

F = np.ndarray


def at_rest(latitude_rad: F) -> F:
    """State on the ground at longitude 0, turning with the Earth, shape (6, B)."""
    s, c = np.sin(latitude_rad), np.cos(latitude_rad)
    prime = A / np.sqrt(1.0 - E2 * s * s)
    nil = np.zeros_like(s)
    return np.stack([prime * c, nil, prime * (1.0 - E2) * s, nil, OMEGA * prime * c, nil])


def altitude(y: F) -> F:
    """Geodetic altitude [m] of states (6, B)."""
    ring = np.hypot(y[0], y[1])
    t0 = y[2] * A / (ring * B)
    c0 = 1.0 / np.sqrt(1.0 + t0 * t0)
    num = y[2] + E2 / (1.0 - E2) * B * (t0 * c0) ** 3
    den = ring - E2 * A * c0**3
    length = np.hypot(num, den)
    s, c = num / length, den / length
    return ring * c + y[2] * s - A * np.sqrt(1.0 - E2 * s * s)


def coast_time(y: F, edge_m: float) -> F:
    """Time [s] down to about `edge_m`, by Kepler's equation: where the phases change, no event."""
    mu, r, v = k.EARTH_MU_M3_S2, y[:3], y[3:]
    length = np.sqrt((r * r).sum(axis=0))
    a = 1.0 / (2.0 / length - (v * v).sum(axis=0) / mu)
    ec, es = 1.0 - length / a, (r * v).sum(axis=0) / np.sqrt(mu * a)
    e, start = np.hypot(ec, es), np.arctan2(es, ec)
    target = length - altitude(y) + edge_m
    end = 2.0 * np.pi - np.arccos((1.0 - target / a) / e)
    return np.sqrt(a**3 / mu) * ((end - e * np.sin(end)) - (start - e * np.sin(start)))


def place(y: F) -> tuple[F, F, F]:
    """Latitude, longitude [rad] and time [s] of states on the ground (7, B), time last."""
    latitude = np.arctan2(y[2], np.hypot(y[0], y[1]) * (1.0 - E2))
    return latitude, np.arctan2(y[1], y[0]) - OMEGA * y[6], y[6]
