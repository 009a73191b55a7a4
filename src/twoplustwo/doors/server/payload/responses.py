"""Errors and bodies as routes tell them to the OpenAPI document."""

from typing import Any

from pydantic import BaseModel

from twoplustwo.doors.server.payload.shape import Shape


class Error(Shape):
    """What went wrong, where, why, and what to do."""

    status: int
    kind: str
    what: str
    where: str
    why: str
    fix: str


class Errors(Shape):
    """The one shape of all errors."""

    error: Error


REFUSED = {
    400: "A key of the query is unknown",
    404: "There is no such thing",
    405: "The method is not taken",
    413: "The request has a body",
    414: "The address is too long",
    422: "Something in the query cannot be read, is unknown, or takes too long here",
    429: "Too many questions wait already",
    503: "The server is stopping",
}


def errors() -> dict[int | str, dict[str, Any]]:
    """The errors that any route may give."""
    return {status: {"model": Errors, "description": text} for status, text in REFUSED.items()}


def responses(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """The body of a route, and its errors."""
    return {
        200: {"model": model, "description": "Found"},
        304: {"description": "The client has it already"},
    }
