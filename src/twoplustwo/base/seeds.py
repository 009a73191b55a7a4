"""Random numbers that depend on a named seed alone, never on the order of work."""

import numpy as np


def generator(root_seed: int, *index: int) -> np.random.Generator:
    """A generator for one place in the work.

    Parameters
    ----------
    root_seed : int
        The seed of the run, as written in its record.
    *index : int
        Which case this is; equal indices give equal numbers on any number of workers.
    """
    return np.random.default_rng(np.random.SeedSequence(root_seed, spawn_key=index))
