"""A server below a path of its host: the proxy before it may keep that path or strip it."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from twoplustwo.base.errors import OptionError
from twoplustwo.doors.server import static

OWN = ("api", "assets", "cesium", *static.ROUTES, *static.WITH_NAME)
"""First words of the server's own addresses: below one of them, a path could mean two things."""
PART = re.compile(r"(?!\.+$)[A-Za-z0-9._~-]+")


def root_of(text: str) -> str:
    """A root path in its one spelling: ``/shield``, or nothing for ``/``.

    Raises
    ------
    OptionError
        It cannot be a path, or begins as an address of the server's own does.
    """
    parts = text.strip("/").split("/") if text.strip("/") else []
    wrong = next((part for part in parts if not PART.fullmatch(part)), None)
    if wrong is not None:
        raise OptionError(
            f"{text!r} is no path",
            "--root-path",
            f"{wrong!r} in it is not made of letters, digits, dots, dashes and _ ~",
            "e.g. --root-path /shield",
        )
    if parts and parts[0] in OWN:
        raise OptionError(
            f"{text!r} begins as an address of the server's own",
            "--root-path",
            f"its own begin with {', '.join(OWN)}",
            "take another name, e.g. --root-path /shield",
        )
    return "".join(f"/{part}" for part in parts)


class RootPathMiddleware:
    """Takes the root off a request's path, where the proxy has left it on.

    Parameters
    ----------
    app : ASGIApp
    root : str
        As `root_of` gives it.
    """

    def __init__(self, app: ASGIApp, root: str) -> None:
        self._app, self._root = app, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and self._root and f"{path}/".startswith(f"{self._root}/"):
            scope = {**scope, "path": path.removeprefix(self._root) or "/"}
        await self._app(scope, receive, send)
