"""A server in a thread of the tests, with a stand-in for the engine or with the engine itself."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import httpx

from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.registry import DossierRegistry
from twoplustwo.doors.server.serving import Server, bind


class Running(httpx.Client):
    """A client of a server, which knows the server."""

    server: Server
    port: int

    @property
    def service(self):
        """What the routes share."""
        return self.server.application.state.service


@contextlib.contextmanager
def running(
    known: DossierRegistry, limits: Limits | None = None, warming: bool = False
) -> Iterator[Running]:
    """A server at a free port, ended at the end."""
    listening = bind("127.0.0.1", 0)
    port = listening.getsockname()[1]
    up = threading.Event()
    server = Server(known, limits, warming=warming, up=up.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    assert up.wait(60)
    with Running(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
        client.server, client.port = server, port
        try:
            yield client
        finally:
            server.should_exit = True
            thread.join(20)
    assert not thread.is_alive()


def until(true, within_s: float = 60.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end, "it never came to be so"
        time.sleep(0.01)


def raw(port: int, text: str) -> socket.socket:
    """A connection on which something was sent."""
    made = socket.create_connection(("127.0.0.1", port), timeout=10)
    made.sendall(text.encode("latin-1"))
    return made


def heard(one: socket.socket) -> bytes:
    """Everything until the other side closes."""
    found = b""
    while part := one.recv(65536):
        found += part
    return found
