"""Nothing moves unseen: headlines at 1e-6, held claims exactly. Guards, validates nothing."""

import importlib.util
import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("golden_make", HERE / "make.py")
assert spec is not None
assert spec.loader is not None
make = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make)


def kept(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def test_headlines():
    now, then = make.headlines(), kept("headlines")
    assert set(now) == set(then)
    for name, value in then.items():
        expected = None if value is None else pytest.approx(value, rel=1e-6)
        assert now[name] == expected, name


def test_held_claims():
    assert make.held() == kept("held")
