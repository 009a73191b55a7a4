"""A second question with other numbers compiles nothing, and rows are shared by value."""

import jax
import numpy as np
import pytest

from twoplustwo.runs.ask import ask
from twoplustwo.stages import disk_cache as shelf
from twoplustwo.stages import stage as lanes

COMPILED = "/jax/core/compile/backend_compile_duration"
FIRST = "us+set:interceptors.gbi-2.burnout_speed=6.1 km/s"
OTHERS = (
    "us+set:interceptors.gbi-2.burnout_speed=7.43 km/s",
    "us+set:interceptors.gbi-2.burn_time=127 s",
    "us+set:engagement.max_flight=1111 s",
    "us+set:engagement.min_closing=1.7 km/s",
    "us+set:engagement.keep_out=141 km",
    "us+set:missiles.ss-25.payload=990 kg",
    "us+set:missiles.ss-19.loft=2 deg",
    "us+set:equivalent.isp=281 s",
    "russia",
)


@pytest.fixture
def compiled():
    """Programs compiled, or fetched from the cache, while the test runs."""
    seen: list[str] = []

    def heard(event: str, _seconds: float, **_: object) -> None:
        if event == COMPILED:
            seen.append(event)

    jax.monitoring.register_event_duration_secs_listener(heard)
    yield seen
    jax.monitoring.unregister_event_duration_listener(heard)


def test_other_numbers_compile_nothing(europe, compiled, monkeypatch):
    # rows of earlier runs and of other tests: what is known already would compile nothing at first
    monkeypatch.setattr(shelf, "get", lambda *_: None)
    lanes.forget()
    ask("icbm-reach", [FIRST], europe)
    ask("icbm-reach", ["us+set:missiles.ss-25.payload=985 kg"], europe)
    compiled.clear()
    for position in OTHERS:
        ask("icbm-reach", [position], europe)
        assert compiled == [], position


def test_the_listener_hears(compiled):
    jax.jit(lambda x: 3.0 * x + 0.12345)(np.zeros(7))
    assert compiled
