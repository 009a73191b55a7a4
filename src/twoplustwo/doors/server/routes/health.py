"""Is the server there, and warm?"""

from fastapi import APIRouter, Request

from twoplustwo.doors.server.service import service
from twoplustwo.doors.server.shapes.plain import Health

router = APIRouter()


@router.get("/health", summary="Whether the server is there, and warm")
async def health(request: Request) -> Health:
    """Always answers; `ready` once the default questions have been asked, `rested` once the server
    has nothing of its own to do any more."""
    ours = service(request)
    return Health(ok=True, ready=ours.ready, rested=ours.rested)
