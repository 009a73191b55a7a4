"""Answers: one question put to positions, or an analysis about them."""

import asyncio
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.doors import asking
from twoplustwo.doors.server.disconnect import cancel_on_disconnect
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import NOW
from twoplustwo.doors.server.parsed_request import (
    ParsedRequest,
    check_served,
    command,
    parse_request,
)
from twoplustwo.doors.server.payload.answers import Answers
from twoplustwo.doors.server.payload.responses import responses
from twoplustwo.doors.server.query import Ask, Why
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import Service, service
from twoplustwo.question_cards.for_dossier import card_of

router = APIRouter()
SCHEMA = "twoplustwo.columns/1"


@router.get("/answers/{question}", summary="Answers to a question", responses=responses(Answers))
async def answers(request: Request, question: str, query: Annotated[Ask, Query()]) -> Response:
    """One answer a position; an analysis gives one answer about all of them."""
    here = service(request)
    what = parse_request(question, query, here.registry, here.limits, query.interval)
    asking.check_interval(what.card, query.interval)
    body = await cancel_on_disconnect(request, answers_body(here, what, query.tables), what.command)
    return await reply(request, body, here.same(query.v, what.dossier))


@router.get(
    "/why/{question}", summary="Why the answers to a question differ", responses=responses(Answers)
)
async def why(request: Request, question: str, query: Annotated[Why, Query()]) -> Response:
    """Each dispute's share of the difference, and where the verdict turns."""
    here = service(request)
    what = parse_request(question, query, here.registry, here.limits)
    # the dossier itself: by its name alone only one that came with the package is found
    asked = asking.comparison(replace(what.request, dossier=what.dossier))
    compared = replace(
        what,
        card=card_of(what.dossier, asking.COMPARISON),
        request=replace(asked, dossier=what.request.dossier),
        command=command("why", what.card.id, query, what.dossier.id),
    )
    work = answers_body(here, compared, query.tables)
    body = await cancel_on_disconnect(request, work, compared.command)
    return await reply(request, body, here.same(query.v, what.dossier))


async def answers_body(here: Service, what: ParsedRequest, tables: str, urgency: int = NOW) -> Body:
    """The body with all answers; each is kept by itself, and the whole as well."""
    key = ("answers", what.request.key, tables)
    body = here.bodies.get(key)
    if body is None:
        check_served(what, here.limits)
        parts = await _parts(here, what, tables, urgency)
        head = b'{"schema":"%s","answers":[' % SCHEMA.encode()
        body = here.bodies.keep(key, Body(head + b",".join(parts) + b"]}"))
    return body


async def _parts(here: Service, what: ParsedRequest, tables: str, urgency: int) -> list[bytes]:
    computing, request = here.computing, what.request
    # A range costs several answers, and nobody's slider waits for it.
    slow = what.card.is_analysis or request.interval
    queue = computing.slow if slow else computing.quick
    requests = [replace(request, positions=[one]) for one in request.positions or ()]
    requests = [request] if what.card.is_analysis else requests
    calls = [Call(f"{jobs.HERE}:answer", (one, tables)) for one in requests]
    return await all_of(
        [
            computing.result(queue, call, urgency, what.command, part=part)
            for part, call in enumerate(calls)
        ]
    )


async def all_of(work: list) -> list[bytes]:
    """The results of all coroutines; the first error cancels the rest and is raised."""
    async with _Group() as group:
        tasks = [group.create_task(one) for one in work]
    return [task.result() for task in tasks]


class _Group(asyncio.TaskGroup):
    """A task group that raises the first error itself, not an exception group."""

    async def __aexit__(self, *error: Any) -> None:
        try:
            await super().__aexit__(*error)
        except BaseExceptionGroup as several:
            raise several.exceptions[0] from None
