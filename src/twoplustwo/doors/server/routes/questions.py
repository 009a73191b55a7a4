"""Questions: their cards, and the page of one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.doors.server.parsed_request import question_named
from twoplustwo.doors.server.payload import questions as cards
from twoplustwo.doors.server.payload.responses import responses
from twoplustwo.doors.server.query import Fresh
from twoplustwo.doors.server.service import plain

router = APIRouter()


@router.get(
    "/questions", summary="The cards of all questions", responses=responses(cards.Questions)
)
async def questions(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """In the order in which they are shown."""
    return await plain(request, ("questions",), cards.cards)


@router.get(
    "/questions/{question}", summary="One card, with its page", responses=responses(cards.Question)
)
async def question(request: Request, question: str, query: Annotated[Fresh, Query()]) -> Response:
    """Method, formulas and what is left out, as Markdown."""
    card = question_named(question)
    return await plain(request, ("question", card.id), lambda: cards.question(card.id))
