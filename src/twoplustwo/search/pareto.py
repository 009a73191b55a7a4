"""What no other choice beats: an exact filter, nothing searched and nothing drawn."""

import numpy as np
from numpy.typing import NDArray


def front(costs: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which rows no other row beats.

    A row beats another if it is nowhere worse and somewhere better. Equal rows do not beat each
    other: ties stay. A row with a NaN is on no front and beats nobody.

    Parameters
    ----------
    costs : ndarray, shape (N, K)
        Less is better in every column.

    Returns
    -------
    ndarray of bool, shape (N,)
    """
    known = np.asarray(~np.isnan(costs).any(axis=1))
    best = np.array(known)
    for i in np.flatnonzero(known):
        beats = (costs <= costs[i]).all(axis=1) & (costs < costs[i]).any(axis=1)
        best[i] = not (beats & known).any()
    return best
