"""Errors as JSON responses: one shape for all, each with its HTTP status."""

from dataclasses import dataclass, field
from http import HTTPStatus

import orjson
from starlette.responses import Response

from twoplustwo.base.errors import TwoPlusTwoError

JSON = "application/json"
ALLOWED = "GET, HEAD"
PLACES = {
    "--measures": "m",
    "--set": "set",
    "--option": "o",
    "--position": "p",
    "--as-of": "as_of",
    "--interval": "interval",
    "--table": "table",
}
"""Options of the command line, and the keys of an address that mean the same."""


@dataclass(eq=False)
class RefusalError(TwoPlusTwoError):
    """What the server itself refuses.

    Parameters
    ----------
    status : int
        HTTP status.
    kind : str
        One word for programs, e.g. ``NotFound``.
    headers : dict
        Headers that go with the status.
    """

    status: int = 422
    kind: str = "RefusalError"
    headers: dict[str, str] = field(default_factory=dict)


def missing(what: str, where: str = "", why: str = "", fix: str = "") -> RefusalError:
    """A 404 error."""
    return RefusalError(what, where, why, fix, status=404, kind="NotFound")


def respond(error: TwoPlusTwoError) -> Response:
    """The error as a response; never kept by a cache."""
    own = error if isinstance(error, RefusalError) else None
    status = own.status if own else 422
    body = {
        "status": status,
        "kind": own.kind if own else type(error).__name__,
        "what": error.what,
        "where": _place(error.where),
        "why": error.why,
        "fix": error.fix,
    }
    headers = {"Cache-Control": "no-store", **(own.headers if own else {})}
    return Response(orjson.dumps({"error": body}), status, headers, media_type=JSON)


def fault(error: Exception) -> RefusalError:
    """The error 500 for an exception that nobody foresaw."""
    return RefusalError(
        f"a fault in twoplustwo: {type(error).__name__}",
        why="this should not happen",
        fix="please report it, with the address",
        status=500,
        kind="Fault",
    )


def of_status(status: int, path: str, headers: dict[str, str] | None = None) -> RefusalError:
    """A plain HTTP error in our words."""
    if status == HTTPStatus.NOT_FOUND:
        return missing(
            f"there is nothing at {path}", fix="the API is listed at /api/v1/openapi.json"
        )
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        return RefusalError(
            f"{path} does not take this method",
            "the request's method",
            "the server only answers; nothing can be changed here",
            f"allowed: {ALLOWED}",
            status=405,
            kind="MethodNotAllowed",
            headers={"Allow": ALLOWED},
        )
    return RefusalError(
        HTTPStatus(status).phrase, path, status=status, kind="HttpError", headers=headers or {}
    )


def _place(where: str) -> str:
    option, _, rest = where.partition(" ")
    if option not in PLACES:
        return where
    return f"{PLACES[option]}={rest}" if rest else PLACES[option]
