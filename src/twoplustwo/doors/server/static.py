"""The page: files that were built into this package, and nothing else on this disk."""

from importlib import resources
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from twoplustwo.doors.server.cache import Cache
from twoplustwo.doors.server.errors import missing
from twoplustwo.doors.server.reply import Body, reply

INDEX = "index.html"
ROUTES = ("parameters", "questions", "validation", "about")
"""Addresses of the page beside `/`; it reads them itself."""
WITH_NAME = ("parameter", "question")
TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".geojson": "application/geo+json",
    ".svg": "image/svg+xml",
    ".glsl": "text/plain",
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
}
UNBUILT = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>twoplustwo</title></head>
<body><h1>twoplustwo</h1>
<p>The server answers, but its page has not been built here. Build it with <code>make page</code>,
then start the server again.</p>
<p>The interface is described at <a href="./api/v1/openapi.json">api/v1/openapi.json</a>.</p>
</body></html>
"""


def folder() -> Path:
    """Where the built page stands."""
    return Path(str(resources.files("twoplustwo.doors.server"))) / "page"


def is_built() -> bool:
    """Whether there is a page."""
    return (folder() / INDEX).is_file()


class Page:
    """The files of the page, listed once: an address is a key, never a path.

    Parameters
    ----------
    home : Path
        The folder with the built page.
    most_bytes : int
        Most bytes of files that are kept in memory.
    root : str
        The path below which it is reached from outside, such as ``/shield``; empty for ``/``.
    """

    def __init__(self, home: Path, most_bytes: int, root: str = "") -> None:
        self._root = root
        files = [one for one in sorted(home.rglob("*")) if one.is_file()] if home.is_dir() else []
        self._files = {one.relative_to(home).as_posix(): one for one in files}
        self._kept: Cache[Body] = Cache(most_bytes)

    async def respond(self, request: Request) -> Response:
        """The file that an address means; the page itself for addresses that it reads."""
        name = self.name_of(request.scope["path"])
        if name is None:
            path = request.scope["path"]
            api, root = path.startswith("/api/"), self._root
            listed = f"the API is listed at {root}/api/v1/openapi.json"
            fix = listed if api else f"the page is at {root}/"
            raise missing(f"there is nothing at {path!r}", fix=fix)
        if name not in self._files:
            return await reply(request, Body(self._rooted(UNBUILT), "text/html; charset=utf-8"))
        body = self._kept.get(name)
        if body is None:
            data = self._files[name].read_bytes()
            data = self._rooted(data) if name == INDEX else data
            body = self._kept.keep(name, Body(data, media_type(name)))
        return await reply(request, body, forever=name.startswith("assets/"))

    def _rooted(self, page: bytes) -> bytes:
        """The page with its root in place of ``./``: it is read at addresses of several depths."""
        return page.replace(b'"./', f'"{self._root}/'.encode())

    def name_of(self, path: str) -> str | None:
        """The file that an address means; None if it means nothing."""
        name = path.removeprefix("/")
        if name in self._files:
            return name
        first, slash, rest = name.partition("/")
        is_route = first in ROUTES and not slash
        is_named_route = (
            first in WITH_NAME and bool(rest) and "/" not in rest and rest.isprintable()
        )
        return (
            INDEX if not name or is_route or (is_named_route and not rest.startswith(".")) else None
        )


def media_type(name: str) -> str:
    """The media type of a file, by its ending."""
    return TYPES.get(Path(name).suffix) or guess_type(name)[0] or "application/octet-stream"
