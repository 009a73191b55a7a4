"""A server of the workbench for as long as a test or a benchmark needs it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

START_S = 900
"""How long a cold server may compile before it is ready."""
COMMAND = "from twoplustwo.doors.cli.main import main; main()"
UNWARMED = """
import sys
from twoplustwo.doors.server import registry, serving
from twoplustwo.doors.server.limits import Limits

listening = serving.bind("127.0.0.1", int(sys.argv[1]))
patient = Limits(startup_grace_s=3600.0)
serving.Server(registry.load(None), patient, warming=False).run(sockets=[listening])
"""
"""A server that computes nothing before it is asked, and then for as long as it takes: whatever
else runs, no answer is refused as too long. It may be called by any name.
"""


@contextmanager
def serving(until: str = "ready", **environment: str) -> Iterator[str]:
    """Address of a server that has compiled what it needs (`ready`), or that has nothing of its own
    to do any more (`rested`); more of its environment by keyword.
    """
    with started(["serve", "--no-browser", "--port"], COMMAND, environment) as address:
        wait(until, address)
        yield address


@contextmanager
def unwarmed(**environment: str) -> Iterator[str]:
    """Address of a server that computes nothing before it is asked."""
    with started([], UNWARMED, environment) as address:
        wait("ok", address)
        yield address


@contextmanager
def started(words: list[str], code: str, environment: dict[str, str]) -> Iterator[str]:
    """A server in a process of its own, which may not listen yet; ended at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = [sys.executable, "-c", code, *words, port]
    own = os.environ | environment
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=own) as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def wait(until: str, address: str) -> None:
    """Return when a server says of itself what it is waited for."""
    late = time.monotonic() + START_S
    while not _is(until, address):
        if time.monotonic() > late:
            raise RuntimeError(f"no server after {START_S} s")
        time.sleep(0.2)


def _is(what: str, address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/v1/health", timeout=5) as reply:
            return bool(json.load(reply)[what])
    except OSError:
        return False
