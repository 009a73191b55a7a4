"""The validation room as it was recorded, and how things are drawn."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.doors.server.payload import style
from twoplustwo.doors.server.payload import validation as recorded
from twoplustwo.doors.server.payload.responses import responses
from twoplustwo.doors.server.query import Fresh
from twoplustwo.doors.server.service import plain

router = APIRouter()


@router.get(
    "/validation",
    summary="Published results against ours",
    responses=responses(recorded.Validation),
)
async def validation(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """As recorded; nothing is computed."""
    return await plain(request, ("validation",), recorded.validation)


@router.get(
    "/look", summary="Colours, markers and words of the outcomes", responses=responses(style.Look)
)
async def look(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """The palette of reports, for the page."""
    return await plain(request, ("look",), style.style_summary)
