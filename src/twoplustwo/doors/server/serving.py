"""Serving: a free port, one event loop, a clean end."""

import errno
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence

import uvicorn
from fastapi import FastAPI

from twoplustwo.base import stopping
from twoplustwo.base.errors import OptionError
from twoplustwo.doors.server.app import create
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.protocol import protocol_with_timeouts
from twoplustwo.doors.server.registry import DossierRegistry

FAMILIES = {True: socket.AF_INET6, False: socket.AF_INET}
SHUTDOWN_GRACE_S = 3  # how long answers on their way may take when the server stops


def bind(host: str, port: int) -> socket.socket:
    """A socket at an address that is ours alone.

    Raises
    ------
    OptionError
        The port is taken or not allowed, or there is no such host here, or none is named.
    """
    if not host:
        raise OptionError(
            "no address is named",
            "--host",
            "the system would take that for every one it has",
            "e.g. --host 127.0.0.1",
        )
    # the protocol must be named: only then does asyncio switch off waiting for more to send,
    # which costs small answers 40 ms
    bound = socket.socket(FAMILIES[":" in host], socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(256)
    except OSError as error:
        bound.close()
        raise _cannot(error, host, port) from None
    return bound


def address(host: str, port: int, root: str = "") -> str:
    """The address of the page for somebody at this machine."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}{root}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it."""
    return host == "localhost" or host == "::1" or host.startswith("127.")


def own_names(host: str) -> tuple[str, ...]:
    """Names by which a server at an address may be called; none, for any, where others reach it."""
    return ("localhost", "127.0.0.1", "::1", host) if is_loopback(host) else ()


def serve(
    registry: DossierRegistry,
    listening: socket.socket,
    up: Callable[[], None],
    named: Sequence[str] = (),
    root: str = "",
) -> None:
    """Serve until told to stop.

    Parameters
    ----------
    registry : DossierRegistry
    listening : Socket
        As `bind` gave it.
    up : callable
        Called once requests are taken.
    named : sequence of str
        Names by which it may be called too; of a server that others reach, the only ones.
    root : str
        The path below which a proxy offers it, as `root_path.root_of` gives it.
    """
    own = own_names(str(listening.getsockname()[0]))
    named = tuple(name.casefold() for name in named)
    hosts = (*own, *named, *(("localhost", "127.0.0.1", "::1") if named else ()))
    bounds = Limits(hosts=hosts, origins=named, root=root)
    server = Server(registry, bounds, up=up)
    with stopping.left_to(server.stop):
        server.run(sockets=[listening])


def open_browser(page: str) -> None:
    """Open the page, without waiting for the browser."""
    threading.Thread(target=webbrowser.open, args=(page,), daemon=True).start()


class Server(uvicorn.Server):
    """uvicorn's server, with a call once it is up, and the computing closed first at the end.

    Parameters
    ----------
    registry : DossierRegistry
    limits : Limits, optional
    warming : bool
        Whether the first questions are asked at the start.
    up : callable, optional
        Called once requests are taken.
    """

    def __init__(
        self,
        registry: DossierRegistry,
        limits: Limits | None = None,
        warming: bool = True,
        up: Callable[[], None] | None = None,
    ) -> None:
        bounds = limits or Limits()
        self.application = create(registry, bounds, warming)
        super().__init__(_config(self.application, bounds))
        self._up = up

    def stop(self) -> None:
        """Ask it to come to an end."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._up is not None:
            self._up()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self.application.state.service.computing.close()
        await super().shutdown(sockets)


def _config(app: FastAPI, bounds: Limits) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=protocol_with_timeouts(bounds),
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=SHUTDOWN_GRACE_S,
        proxy_headers=False,
    )


def _cannot(error: OSError, host: str, port: int) -> Exception:
    if error.errno == errno.EADDRINUSE:
        return OptionError(
            f"port {port} is in use",
            f"--port {port}",
            "another program, or another twoplustwo, listens there",
            f"stop it, or take another port: --port {port + 1}; --port 0 takes any that is free",
        )
    if error.errno == errno.EACCES:
        return OptionError(
            f"port {port} is not allowed",
            f"--port {port}",
            "ports below 1024 are for the administrator",
            "take a higher one, e.g. --port 8000",
        )
    return OptionError(
        f"cannot listen at {host}: {error.strerror or error}",
        f"--host {host}",
        "it must be an address of this machine",
        "e.g. --host 127.0.0.1",
    )
