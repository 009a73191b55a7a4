"""Which exception becomes which error."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from twoplustwo.base.errors import TwoPlusTwoError, nearest
from twoplustwo.doors.server.disconnect import ClientDisconnectedError
from twoplustwo.doors.server.errors import RefusalError, of_status, respond


def install(app: FastAPI) -> None:
    """Give every error of `app` the one shape."""
    app.add_exception_handler(TwoPlusTwoError, _wrong)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(ClientDisconnectedError, _disconnected)


async def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, TwoPlusTwoError)
    return respond(error)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return respond(of_status(error.status_code, request.url.path, dict(error.headers or {})))


async def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return respond(query_error(error.errors()[0], _keys(request)))


def query_error(problem: dict[str, Any], keys: list[str]) -> RefusalError:
    """A problem that FastAPI found in a query, in our words; an unknown key is a 400."""
    name = ".".join(str(part) for part in problem["loc"][1:]) or str(problem["loc"][0])
    if problem["type"] == "extra_forbidden":
        return RefusalError(
            f"unknown key {name!r} in the query",
            name,
            f"keys: {', '.join(keys) or 'none'}",
            nearest(name, keys),
            status=400,
            kind="UnknownKey",
        )
    missing = problem["type"] == "missing"
    text = str(problem.get("input"))
    what = f"{name} is missing" if missing else f"{name} = {text!r} cannot be read"
    return RefusalError(what, name, _expected(problem), kind="QueryError")


def _expected(problem: dict[str, Any]) -> str:
    words = str(problem["msg"]).removeprefix("Value error, ")
    return words.replace("Input should be", "expected").replace("Field required", "it is needed")


def _keys(request: Request) -> list[str]:
    """Keys that the route of this request knows."""
    route = request.scope.get("route")
    dependant = getattr(route, "dependant", None)
    keys = []
    for param in getattr(dependant, "query_params", ()):
        fields = getattr(param.field_info.annotation, "model_fields", None)
        keys += [one.alias or key for key, one in fields.items()] if fields else [param.alias]
    return keys


async def _disconnected(request: Request, error: Exception) -> Response:
    """The client has disconnected; the response is discarded."""
    return Response(status_code=499)
