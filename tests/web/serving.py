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


@contextmanager
def serving(until: str = "ready", **environment: str) -> Iterator[str]:
    """Address of a server that has compiled what it needs (`ready`), or that has nothing of its own
    to do any more (`rested`); more of its environment by keyword.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    words = ["-m", "twoplustwo.doors.cli.main", "serve", "--no-browser", "--port", port]
    own = os.environ | environment
    command = [sys.executable, *words]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=own) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            late = time.monotonic() + START_S
            while not _is(until, address):
                if process.poll() is not None or time.monotonic() > late:
                    raise RuntimeError(f"no server after {START_S} s")
                time.sleep(0.2)
            yield address
        finally:
            process.terminate()
            process.wait(20)


def _is(what: str, address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/v1/health", timeout=5) as reply:
            return bool(json.load(reply)[what])
    except OSError:
        return False
