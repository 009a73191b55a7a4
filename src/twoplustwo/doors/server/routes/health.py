"""Is the server there, and warm?"""

from fastapi import APIRouter, Request

from ..service import service
from ..shapes.plain import Health

router = APIRouter()


@router.get("/health", summary="Whether the server is there, and warm")
async def health(request: Request) -> Health:
    """Always answers; `ready` once the default questions have been asked."""
    return Health(ok=True, ready=service(request).ready)
