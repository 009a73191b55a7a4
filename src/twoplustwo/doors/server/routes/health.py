"""Is the server there, and warm?"""

from fastapi import APIRouter, Request

from twoplustwo.doors.server.payload.shape import Shape
from twoplustwo.doors.server.service import service

router = APIRouter()


class Health(Shape):
    """Whether the server is there, and warm."""

    ok: bool
    ready: bool
    rested: bool


@router.get("/health", summary="Whether the server is there, and warm")
async def health(request: Request) -> Health:
    """Always answers; `ready` once the default questions have been asked, `rested` once the server
    has nothing of its own to do any more."""
    here = service(request)
    return Health(ok=True, ready=here.ready, rested=here.idle)
