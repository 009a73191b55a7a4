"""Rows and compiled code that are kept: a damaged one is made anew."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from twoplustwo.base.kept_files import KeptFiles
from twoplustwo.stages import disk_cache

CODE = """
import time
import jax, numpy as np
from twoplustwo.physics import numerics
jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.0)
print(float(jax.jit(lambda x: (x * 3.25).sum())(np.arange(4.0))))
"""


def computed(cache: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CODE],
        env=os.environ | {"TWOPLUSTWO_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )


def test_compiled_code_that_was_cut_is_made_anew(tmp_path: Path):
    assert computed(tmp_path).stderr == ""
    kept = {one: one.read_bytes() for one in tmp_path.rglob("*-code")}
    assert kept
    for one, data in kept.items():
        one.write_bytes(data[: len(data) // 2])
    again = computed(tmp_path)
    assert again.stdout == "19.5\n" and again.stderr.count("is made anew") == 1
    assert "rror" not in again.stderr
    assert {*tmp_path.rglob("*-code")} == {*kept}
    assert all(one.stat().st_size > len(data) // 2 for one, data in kept.items())
    assert computed(tmp_path).stderr == ""


def test_rows_of_another_shape_are_not_taken(tmp_path: Path, monkeypatch):
    kept = KeptFiles([tmp_path / "rows"], disk_cache.ENDING, 10**6)
    monkeypatch.setattr(disk_cache, "_rows", lambda: kept)
    row = (np.arange(3.0), np.ones(2))
    disk_cache.put(b"key", row)
    back = disk_cache.get(b"key", (0, 0))
    assert back is not None and all(map(np.array_equal, back, row))
    assert disk_cache.get(b"key", (0, 0, 0)) is None
    kept.put(b"raw".hex(), b"no archive")
    assert disk_cache.get(b"raw", (0, 0)) is None


@pytest.mark.parametrize(
    "leaf",
    [
        np.asfortranarray(np.arange(6.0).reshape(2, 3)),
        np.arange(12.0)[::2],
        np.arange(6).reshape(2, 3).T,
        np.array(True),
        np.zeros((0, 3)),
    ],
    ids=["columns first", "every other", "turned", "no axis", "empty"],
)
def test_rows_come_back_however_they_lay_in_memory(tmp_path: Path, monkeypatch, leaf):
    kept = KeptFiles([tmp_path / "rows"], disk_cache.ENDING, 10**6)
    monkeypatch.setattr(disk_cache, "_rows", lambda: kept)
    disk_cache.put(b"key", (leaf,))
    back = disk_cache.get(b"key", (0,))
    assert back is not None and back[0].dtype == leaf.dtype and back[0].shape == leaf.shape
    assert np.array_equal(back[0], leaf)


def test_a_device_that_is_not_there():
    code = "import twoplustwo.runs.engine_info as made; made.engine_info()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"JAX_PLATFORMS": "cuda"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "cannot compute on 'cuda' (JAX_PLATFORMS)" in done.stderr
    assert done.stderr.rstrip().endswith("unset JAX_PLATFORMS, or JAX_PLATFORMS=cpu")
