"""What the routes share: dossiers, computing, bounds, and bodies that were made before."""

from collections.abc import Callable, Hashable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from twoplustwo.doors.server.cache import EACH, Cache
from twoplustwo.doors.server.computing import Computing
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.payload.shape import to_json
from twoplustwo.doors.server.registry import DossierRegistry
from twoplustwo.doors.server.reply import Body, reply


class Service:
    """What the routes of one running server share.

    Parameters
    ----------
    registry : DossierRegistry
    limits : Limits
    """

    def __init__(self, registry: DossierRegistry, limits: Limits) -> None:
        self.registry, self.limits = registry, limits
        self.computing = Computing(registry, limits)
        # a key names each position with all that is laid over it
        self.bodies: Cache[Body] = Cache(limits.bodies_bytes, EACH * limits.positions)
        # parameters that decide though no dispute lists them, by dossier, once that is known
        self.decisive: dict[str, tuple[str, ...]] = {}
        self.ready = False
        self.idle = False

    def body(self, key: Hashable, make: Callable[[], Any]) -> Body:
        """The JSON body of what `make` gives, kept by its key."""
        body = self.bodies.get(key)
        return self.bodies.keep(key, Body(to_json(make()))) if body is None else body

    def same(self, v: str, dossier: Any) -> bool:
        """Whether a request names the very dossier and engine that answer now."""
        return bool(v) and v == self.registry.stamp(dossier)


def service(request: Request) -> Service:
    """The service that a request is put to."""
    return request.app.state.service


async def plain(
    request: Request, key: Hashable, make: Callable[[], Any], forever: bool = False
) -> Response:
    """A response whose body is made once."""
    return await reply(request, service(request).body(key, make), forever)
