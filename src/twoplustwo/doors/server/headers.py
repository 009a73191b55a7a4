"""What every response says to the browser, and what no request may be."""

import logging
import os
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twoplustwo.doors.server.errors import RefusalError, fault, respond
from twoplustwo.doors.server.limits import Limits

log = logging.getLogger("twoplustwo.server")
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class SecurityMiddleware:
    """The outermost layer: bounds on the request, headers on the response, HEAD as GET."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app, self._limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        refused = self._refused(scope)
        if refused is not None:
            await respond(refused)(scope, receive, with_headers)
            return
        if scope["method"] == "HEAD":  # the protocol below leaves the body out
            scope = {**scope, "method": "GET"}
        started = False

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await with_headers(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:
            inside = error if os.environ.get("TWOPLUSTWO_DEBUG") else None
            log.error("%s: %s: %s", scope["path"], type(error).__name__, error, exc_info=inside)
            if not started:
                await respond(fault(error))(scope, receive, with_headers)

    def _refused(self, scope: MutableMapping[str, Any]) -> RefusalError | None:
        most = self._limits.query_bytes
        if len(scope["query_string"]) > most:
            return RefusalError(
                "the address is too long",
                "the query",
                f"{len(scope['query_string'])} bytes; at most {most} here",
                "lay fewer settings over the positions",
                status=414,
                kind="LimitError",
            )
        headers = dict(scope["headers"])
        called = _name(headers.get(b"host", b"").decode("latin-1")).casefold()
        if self._limits.hosts and called not in self._limits.hosts:
            return RefusalError(
                f"this server is not called {called!r}",
                "the Host header",
                f"it is called {', '.join(sorted({*self._limits.hosts}))}",
                "open it by one of these names, add one with --allow-host, or serve to others "
                "with --host 0.0.0.0",
                status=421,
                kind="HostError",
            )
        foreign = _foreign_page(headers, self._limits.origins)
        if foreign:
            return RefusalError(
                f"a page of another site asks: {foreign}",
                "the Origin header" if b"origin" in headers else "the Sec-Fetch-Site header",
                "a page from elsewhere may link here, and may not have anything computed",
                "open the address itself",
                status=403,
                kind="OriginError",
            )
        if headers.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in headers:
            return RefusalError(
                "the request has a body",
                "the request",
                "everything that can be asked stands in the address",
                "send no body",
                status=413,
                kind="LimitError",
                headers={"Connection": "close"},
            )
        return None


def _foreign_page(headers: Mapping[bytes, bytes], allowed: Sequence[str] = ()) -> str:
    """The site of a page that asks from elsewhere; empty where it is ours, or no browser asks.

    A link that somebody follows is no such request: it opens the page. Pages of `allowed` names are
    ours too: a proxy that offers the server by such a name may call it otherwise.
    """
    origin = headers.get(b"origin", b"").decode("latin-1")
    host = headers.get(b"x-forwarded-host", headers.get(b"host", b"")).decode("latin-1")
    asked_from = origin.partition("://")[2].casefold()
    if origin and asked_from != host.casefold() and _name(asked_from) not in allowed:
        return origin
    site, mode = headers.get(b"sec-fetch-site", b""), headers.get(b"sec-fetch-mode", b"")
    if site == b"cross-site" and mode not in (b"navigate", b""):
        return "another site"
    return ""


def _name(host: str) -> str:
    """The name in a ``Host`` header, without port and brackets."""
    return host.rpartition("]")[0].lstrip("[") or host.partition(":")[0]
