"""End the work for a request when its client disconnects, or when it takes too long as a whole."""

import asyncio
import contextlib
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import Request

from twoplustwo.doors.server.errors import RefusalError
from twoplustwo.doors.server.service import service

T = TypeVar("T")


class ClientDisconnectedError(Exception):
    """The client disconnected before the response was ready."""


async def cancel_on_disconnect(
    request: Request, work: Coroutine[Any, Any, T], command: str = "twoplustwo ask"
) -> T:
    """The result of `work`, which is cancelled when the client disconnects or the time is over.

    Parameters
    ----------
    request : Request
    work : coroutine
    command : str
        How to ask the same on the command line.

    Raises
    ------
    ClientDisconnectedError
        The client disconnected first.
    RefusalError
        It took longer than a request may as a whole; on a new machine that compiles first, so long
        from the start of the server.
    """
    here = service(request)
    whole_s = here.limits.whole_s
    young_s = here.computing.young_until - time.monotonic()
    task = asyncio.ensure_future(work)
    watch = asyncio.ensure_future(_wait_for_disconnect(request))
    try:
        await asyncio.wait(
            {task, watch}, timeout=max(whole_s, young_s), return_when=asyncio.FIRST_COMPLETED
        )
        if task.done():
            return task.result()
        if watch.done():
            raise ClientDisconnectedError
        raise RefusalError(
            f"the answer was not ready within {whole_s:g} s",
            "",
            "so long may a request take as a whole, with what it waits for: others ask as well",
            f"ask for less, or again in a moment, or run: {command}",
            status=503,
            kind="TooLong",
            headers={"Retry-After": "10"},
        )
    finally:
        for one in (task, watch):
            one.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await asyncio.gather(task, watch, return_exceptions=True)


async def _wait_for_disconnect(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
