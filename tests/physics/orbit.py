"""An orbit that never fails: Kepler's equation by a bracketed root, whatever the eccentricity."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from twoplustwo.base import constants as k

F = NDArray[np.float64]
MU = k.EARTH_MU_M3_S2


def position(r: F, v: F, time_s: float) -> F:
    """Place [m] on an ellipse some time after a state, in the plane's own axes (Vallado, ch. 2)."""
    far = np.linalg.norm(r)
    a = 1.0 / (2.0 / far - v @ v / MU)
    ecos, esin = 1.0 - far / a, r @ v / np.sqrt(MU * a)
    e, start = np.hypot(ecos, esin), np.arctan2(esin, ecos)
    mean = start - e * np.sin(start) + np.sqrt(MU / a**3) * time_s
    end = brentq(lambda x: x - e * np.sin(x) - mean, mean - 1.1, mean + 1.1, xtol=1e-15)
    turned = end - start
    f = 1.0 - a / far * (1.0 - np.cos(turned))
    g = time_s - np.sqrt(a**3 / MU) * (turned - np.sin(turned))
    return f * r + g * v
