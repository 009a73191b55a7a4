"""Answers: one question put to positions, or an analysis about them."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.base.errors import OptionError
from twoplustwo.doors import asking
from twoplustwo.doors.server.disconnect import cancel_on_disconnect
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import NOW
from twoplustwo.doors.server.parsed_request import (
    ParsedRequest,
    check_effort,
    check_options,
    check_served,
    command,
    parse_request,
)
from twoplustwo.doors.server.query import Ask, Why
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import Service, service
from twoplustwo.doors.server.shapes.answers import Answers
from twoplustwo.doors.server.shapes.responses import responses

router = APIRouter()
SCHEMA = "twoplustwo.columns/1"


@router.get("/answers/{question}", summary="Answers to a question", responses=responses(Answers))
async def answers(request: Request, question: str, query: Annotated[Ask, Query()]) -> Response:
    """One answer a position; an analysis gives one answer about all of them."""
    here = service(request)
    what = parse_request(question, query, here.known, here.limits)
    if what.card.is_analysis and query.interval:
        raise OptionError(
            f"{what.card.id} has no interval",
            "interval",
            "it is about several positions at once",
            "ask the question that it is about",
        )
    work = answered(here, what, query.interval, query.tables)
    body = await cancel_on_disconnect(request, work)
    return await reply(request, body, here.same(query.v, what.dossier))


@router.get(
    "/why/{question}", summary="Why the answers to a question differ", responses=responses(Answers)
)
async def why(request: Request, question: str, query: Annotated[Why, Query()]) -> Response:
    """Each dispute's share of the difference, and where the verdict turns."""
    here = service(request)
    what = parse_request(question, query, here.known, here.limits)
    options = asking.compared(what.card.id, what.options)
    from twoplustwo.question_cards.card import card

    told_by = command("why", what.card.id, query)
    about = ParsedRequest(card(asking.COMPARISON), what.dossier, what.positions, options, told_by)
    body = await cancel_on_disconnect(request, answered(here, about, False, query.tables))
    return await reply(request, body, here.same(query.v, what.dossier))


async def answered(
    here: Service, what: ParsedRequest, interval: bool, tables: str, urgency: int = NOW
) -> Body:
    """The body with all answers; each is kept by itself, and the whole as well."""
    key = ("answers", *what.key, what.positions, interval, tables)
    found = here.bodies.get(key)
    if found is not None:
        return found
    check_served(what.card, what.command)
    check_options(what.card, what.dossier, what.options)
    check_effort(what.options, here.limits, what.command)
    parts = await _parts(here, what, interval, tables, urgency)
    head = b'{"schema":"%s","answers":[' % SCHEMA.encode()
    return here.bodies.keep(key, Body(head + b",".join(parts) + b"]}"))


async def _parts(
    here: Service, what: ParsedRequest, interval: bool, tables: str, urgency: int
) -> list[bytes]:
    computing, options = here.computing, dict(what.options)
    if what.card.is_analysis:
        call = Call(
            f"{jobs.HERE}:analysis",
            (what.card.id, list(what.positions), what.dossier.id, options, tables),
        )
        return [await computing.made(computing.slow, call, urgency, what.command, keep=True)]
    calls = [
        Call(f"{jobs.HERE}:answer", (what.card.id, one, what.dossier.id, options, interval, tables))
        for one in what.positions
    ]

    # A range costs several answers, and nobody's slider waits for it.
    process = computing.slow if interval else computing.quick

    def made(call: Call):
        return computing.made(process, call, urgency, what.command, keep=True)

    return await together([made(one) for one in calls])


async def together(work: list) -> list[bytes]:
    """All of it, or the first error, with the rest given up."""
    async with _Group() as group:
        tasks = [group.create_task(one) for one in work]
    return [task.result() for task in tasks]


class _Group(asyncio.TaskGroup):
    """A group whose one error is raised as itself."""

    async def __aexit__(self, *error: Any) -> None:
        try:
            await super().__aexit__(*error)
        except BaseExceptionGroup as several:
            raise several.exceptions[0] from None
