"""Questions: their cards, and the page of one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.doors.server.parsed_request import question_named
from twoplustwo.doors.server.query import Fresh
from twoplustwo.doors.server.service import plain
from twoplustwo.doors.server.shapes.questions import Question, Questions
from twoplustwo.doors.server.shapes.responses import responses

router = APIRouter()


@router.get("/questions", summary="The cards of all questions", responses=responses(Questions))
async def questions(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """In the order in which they are shown."""
    from twoplustwo.doors.server.payload.questions import cards

    return await plain(request, ("questions",), cards)


@router.get(
    "/questions/{question}", summary="One card, with its page", responses=responses(Question)
)
async def question(request: Request, question: str, query: Annotated[Fresh, Query()]) -> Response:
    """Method, formulas and what is left out, as Markdown."""
    from twoplustwo.doors.server.payload.questions import question as made

    card = question_named(question)
    return await plain(request, ("question", card.id), lambda: made(card.id))
