"""The validation room as it was recorded, and how things look."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.doors.server.query import Fresh
from twoplustwo.doors.server.service import plain
from twoplustwo.doors.server.shapes.plain import Look, Validation
from twoplustwo.doors.server.shapes.responses import responses

router = APIRouter()


@router.get(
    "/validation", summary="Published results against ours", responses=responses(Validation)
)
async def validation(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """As recorded; nothing is computed."""
    from twoplustwo.doors.server.payload.room import validation as made

    return await plain(request, ("validation",), made)


@router.get(
    "/look", summary="Colours, markers and words of the outcomes", responses=responses(Look)
)
async def look(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """The palette of reports, for the page."""
    from twoplustwo.doors.server.payload.look import style_summary as made

    return await plain(request, ("look",), made)
