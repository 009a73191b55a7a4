"""Questions: their cards, and the page of one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.doors.server.parsed_request import question_named
from twoplustwo.doors.server.payload import questions as cards
from twoplustwo.doors.server.payload.responses import responses
from twoplustwo.doors.server.query import Of
from twoplustwo.doors.server.service import plain, service

router = APIRouter()


@router.get(
    "/questions", summary="The cards of all questions", responses=responses(cards.Questions)
)
async def questions(request: Request, query: Annotated[Of, Query()]) -> Response:
    """In the order in which they are shown."""
    dossier = service(request).registry.named(query.d, "d")
    return await plain(request, ("questions", dossier.id), lambda: cards.cards(dossier))


@router.get(
    "/questions/{question}", summary="One card, with its page", responses=responses(cards.Question)
)
async def question(request: Request, question: str, query: Annotated[Of, Query()]) -> Response:
    """Method, formulas and what is left out, as Markdown."""
    dossier = service(request).registry.named(query.d, "d")
    card = question_named(dossier, question)
    key = ("question", dossier.id, card.id)
    return await plain(request, key, lambda: cards.question(dossier, card.id))
