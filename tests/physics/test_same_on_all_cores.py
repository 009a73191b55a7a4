"""A computation gives the same bytes whatever the number of cores that it may use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SUM = """
import hashlib, os, sys
os.sched_setaffinity(0, {int(core) for core in sys.argv[1].split(",")})
import twoplustwo.physics.numerics
import jax, numpy as np
numbers = np.random.default_rng(1).normal(size=(480, 301))
summed = np.asarray(jax.jit(lambda x: x.sum(0))(numbers))  # XLA cuts this one by cores, if it may
print(hashlib.sha256(summed.tobytes()).hexdigest())
"""


def test_a_sum_has_the_same_last_bit_on_one_core_and_on_all(tmp_path: Path):
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cores) < 2:
        pytest.skip("one core: nothing to compare")
    sums = []
    for some in (cores[:1], cores):
        own = {**os.environ, "TWOPLUSTWO_CACHE": str(tmp_path / f"{len(some)}")}  # compile anew
        words = [sys.executable, "-c", SUM, ",".join(map(str, some))]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=own)
        sums.append(done.stdout)
    assert sums[0] == sums[1] and len(sums[0]) == 65
