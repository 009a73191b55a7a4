"""uvicorn's h11 protocol with read and write timeouts."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from twoplustwo.doors.server.errors import JSON, RefusalError, respond
from twoplustwo.doors.server.limits import Limits


class TimeoutProtocol(H11Protocol):
    """Closes a connection whose request does not arrive, or whose answer is not taken."""

    limits: Limits
    _late: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            transport.abort()
            return
        self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        self._late = _stop(self._late)
        self._stuck = _stop(self._stuck)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        has_begun = self.conn.their_state is not h11.IDLE
        if has_begun:
            self._late = _stop(self._late)
        elif self._late is None and not self.transport.is_closing():
            self._expect()  # the next request has begun

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stuck = self.loop.call_later(self.limits.send_s, self.transport.abort)

    def resume_writing(self) -> None:
        self._stuck = _stop(self._stuck)
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        error = RefusalError(
            "this is no HTTP request that can be read",
            why=msg.rstrip("."),
            status=400,
            kind="BadRequest",
        )
        body = bytes(respond(error).body)
        headers = [
            (b"content-type", JSON.encode()),
            (b"connection", b"close"),
            (b"content-length", str(len(body)).encode()),
        ]
        reply: list[Any] = [
            h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
            h11.Data(data=body),
            h11.EndOfMessage(),
        ]
        if self.conn.our_state is h11.IDLE or self.conn.our_state is h11.SEND_RESPONSE:
            for event in reply:
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _expect(self) -> None:
        self._late = self.loop.call_later(self.limits.head_s, self._give_up)

    def _give_up(self) -> None:
        self._late = None
        if not self.transport.is_closing():
            self.transport.abort()


def protocol_with_timeouts(limits: Limits) -> type[TimeoutProtocol]:
    """The protocol with these bounds on how long a client may take."""
    return type("LimitedProtocol", (TimeoutProtocol,), {"limits": limits})


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
