"""A body on its way out: ETag, 304, how long it may be kept, gzip."""

import asyncio
import hashlib
import zlib
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from twoplustwo.doors.server.errors import JSON

FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
SMALL = 1024  # bytes under which compressing gains nothing


@dataclass
class Body:
    """Bytes to send, as often as they are asked for.

    Parameters
    ----------
    data : bytes
    media_type : str
    headers : dict
        Headers beside those of caching.
    """

    data: bytes
    media_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    zipped: bytes = b""

    def __post_init__(self) -> None:
        self.etag = f'"{hashlib.sha256(self.data).hexdigest()[:32]}"'

    def __len__(self) -> int:
        return len(self.data) + (len(self.data) // 2 if self.zips else 0)  # the zipped one too

    @property
    def zips(self) -> bool:
        """Whether it is worth compressing."""
        texts = ("text/", JSON, "application/vnd.google-earth.kml", "application/geo", "image/svg")
        return len(self.data) > SMALL and self.media_type.startswith((*texts, "application/wasm"))


async def reply(request: Request, body: Body, forever: bool = False) -> Response:
    """The response to one request; nothing but its head if the client has the body already."""
    # which of the two bodies it would be comes first: a 304 carries the tag that a 200 would, else
    # a cache cannot tell which of its copies is meant
    zips = body.zips and _takes_gzip(request.headers.get("accept-encoding", ""))
    etag = _zipped(body.etag) if zips else body.etag
    headers = {
        **body.headers,
        "ETag": etag,
        "Cache-Control": FOREVER if forever else ASK_AGAIN,
        "Vary": "Accept-Encoding",
    }
    if _matches(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    if not zips:
        return Response(body.data, headers=headers, media_type=body.media_type)
    if not body.zipped:
        body.zipped = await asyncio.to_thread(_zip, body.data)
    headers["Content-Encoding"] = "gzip"
    return Response(body.zipped, headers=headers, media_type=body.media_type)


def _zip(data: bytes) -> bytes:
    maker = zlib.compressobj(4, zlib.DEFLATED, 31)  # 31: gzip; no time inside, same bytes always
    return maker.compress(data) + maker.flush()


def _zipped(etag: str) -> str:
    """The tag of the compressed body: other bytes, so another strong tag."""
    return f'{etag[:-1]}-gzip"'


def _matches(header: str, etag: str) -> bool:
    """Whether a client names the very body that it would get; a proxy may have called it weak."""
    tags = {one.strip().removeprefix("W/") for one in header.split(",")}
    return "*" in tags or etag in tags


def _takes_gzip(accepted: str) -> bool:
    takes: dict[str, bool] = {}
    for part in accepted.split(","):
        name, _, weight = part.partition(";")
        none = weight.replace(" ", "").lower() in ("q=0", "q=0.0", "q=0.00", "q=0.000")
        takes[name.strip().lower()] = not none
    # what is said of gzip itself counts before what is said of everything
    return takes.get("gzip", takes.get("x-gzip", takes.get("*", False)))
