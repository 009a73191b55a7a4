"""Servers: one with the engine, and any number with a stand-in for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.registry import DossierRegistry

from .running import Running, running

STAND_IN = '''
"""Answers of raid that take as long as its option sizes says, in seconds."""
import os, time

def hold(dossiers):
    pass

def answer(request, tables):
    if request.question != "raid":
        return b'{"question":"%s"}' % request.question.encode()
    word = request.options.get("sizes", "0")
    if word == "die":
        os._exit(3)
    if word == "fault":
        raise ZeroDivisionError("by nought")
    if word == "memory":
        raise MemoryError
    time.sleep(float(word))
    (position,) = request.positions
    return b'{"position":"%s","at":%d}' % (position.encode(), time.monotonic_ns())

def move(request):
    time.sleep(0.02)

def marks(dossier, path, as_of):
    return b"[]"

def point(request, parameter, value):
    time.sleep(0.05)
    return b'{"p_no_leaker":0.5}'
'''


@pytest.fixture(scope="session")
def known(europe) -> DossierRegistry:
    """The shipped dossier, as the server knows it."""
    return DossierRegistry({europe.id: europe})


@pytest.fixture(scope="session")
def served(workbench: str) -> Iterator[Running]:
    """The server with the engine, which is that of the page's tests too."""
    with Running(base_url=workbench, timeout=120) as client:
        client.port = client.base_url.port
        yield client


@pytest.fixture
def stand_in(
    known: DossierRegistry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Running]]:
    """Starts a server whose engine is the stand-in, with limits as given, warming or not."""
    from contextlib import ExitStack

    from twoplustwo.doors.server.jobs import tasks as jobs

    (tmp_path / "stand_in_engine.py").write_text(STAND_IN)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(jobs, "HERE", "stand_in_engine")
    with ExitStack() as stack:
        yield lambda warming=False, **bounds: stack.enter_context(
            running(known, Limits(**{"startup_grace_s": 0.0, **bounds}), warming)
        )
