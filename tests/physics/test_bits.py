"""One compile serves all vehicles, and no flight knows its neighbours."""

import jax
import numpy as np
import pytest

from twoplustwo.base.threads import THREADS
from twoplustwo.physics import chunks
from twoplustwo.physics import fly as module
from twoplustwo.physics.boost import Environment, Launch
from twoplustwo.physics.chunks import CHUNK, in_chunks
from twoplustwo.physics.fly import fly

COUNT = CHUNK + 100


@pytest.fixture(scope="module")
def launches() -> Launch:
    draw = np.random.default_rng(4)
    low = (-1.2, -3.0, -3.0, 0.1, 0.2)
    high = (1.2, 3.0, 3.0, 0.9, 1.0)
    return Launch(*(draw.uniform(a, b, COUNT) for a, b in zip(low, high, strict=True)))


def flown(rocket, launch: Launch, env: Environment | None = None):
    return in_chunks(lambda piece: fly(rocket, piece, env), launch)


def test_one_compile_for_all_missiles(rockets, launches):
    flown(rockets["ss-25"], launches)
    compiled = module._fly._cache_size()
    for name in ("shahab-3", "ss-18"):
        flown(rockets[name], launches)
    flown(rockets["irbm"], launches, Environment(turning=0.0, air=0.0))
    assert module._fly._cache_size() == compiled


def test_alone_as_in_a_batch_bit_for_bit(rockets, launches):
    whole = jax.tree.leaves(flown(rockets["ss-25"], launches))
    for i in (0, 7, CHUNK - 1, CHUNK, COUNT - 1):
        alone = jax.tree.leaves(flown(rockets["ss-25"], Launch(*(a[i : i + 1] for a in launches))))
        for one, many in zip(alone, whole, strict=True):
            assert one[..., 0].tobytes() == many[..., i].tobytes()


def test_order_does_not_matter(rockets, launches):
    whole = jax.tree.leaves(flown(rockets["ss-25"], launches))
    turned = jax.tree.leaves(flown(rockets["ss-25"], Launch(*(a[::-1] for a in launches))))
    for one, other in zip(whole, turned, strict=True):
        assert one.tobytes() == np.ascontiguousarray(other[..., ::-1]).tobytes()


def test_the_number_of_threads_does_not_matter(rockets, launches, monkeypatch):
    many = np.tile(np.arange(COUNT), 3)  # four pieces, of which two or more fly side by side
    spread = Launch(*(a[many] for a in launches))
    found = []
    for threads in ("1", "3"):
        monkeypatch.setenv(THREADS, threads)
        chunks._workers.cache_clear()
        assert chunks._workers()._max_workers == int(threads)
        found.append(jax.tree.leaves(flown(rockets["ss-25"], spread)))
    chunks._workers.cache_clear()
    for one, other in zip(*found, strict=True):
        assert one.tobytes() == other.tobytes()
