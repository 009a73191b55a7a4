"""Headlines of a question along one parameter, point by point."""

from dataclasses import replace
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response

from twoplustwo.base.errors import OptionError, PositionError
from twoplustwo.doors.server.disconnect import cancel_on_disconnect
from twoplustwo.doors.server.errors import RefusalError
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import SOON
from twoplustwo.doors.server.parsed_request import ParsedRequest, check_options, parse_request
from twoplustwo.doors.server.payload.curve import CurveShape, Series
from twoplustwo.doors.server.payload.responses import responses
from twoplustwo.doors.server.payload.shape import to_json
from twoplustwo.doors.server.query import Curve
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import Service, service

router = APIRouter()


@router.get(
    "/curves/{question}", summary="Headlines along a parameter", responses=responses(CurveShape)
)
async def curves(request: Request, question: str, query: Annotated[Curve, Query()]) -> Response:
    """Computed point by point; each point is kept, and answers that a client waits for go first."""
    here = service(request)
    if query.points > here.limits.points:
        raise RefusalError(
            f"{query.points} points", "points", f"at most {here.limits.points}", kind="LimitError"
        )
    what = parse_request(question, query, here.registry, here.limits)
    if what.card.is_analysis:
        raise OptionError(
            f"{what.card.id} has no curve",
            "question",
            "it is about several positions at once",
            "ask for the curve of the question that it is about",
        )
    check_options(what)
    body = await cancel_on_disconnect(
        request, _curve(here, what, query.parameter, query.points, query.as_of), what.command
    )
    return await reply(request, body, here.same(query.v, what.dossier))


async def _curve(
    here: Service, what: ParsedRequest, parameter: str, points: int, as_of: str | None
) -> Body:
    key = ("curve", what.request.key, parameter, points, as_of)
    body = here.bodies.get(key)
    if body is not None:
        return body
    from twoplustwo.doors.server.payload.slider_range import slider_range, stops

    reach = slider_range(what.dossier, parameter)
    if reach.type == "none":
        raise PositionError(
            f"{parameter} cannot be moved",
            f"parameter={parameter}",
            "it is neither a number nor a choice",
        )
    along = stops(what.dossier, parameter, points)
    series = []
    for position in what.request.positions or ():
        request = replace(what.request, positions=[position])
        rows = [await _from_job(here, what, "point", request, parameter, x) for x in along]
        names = list(dict.fromkeys(name for row in rows for name in row))
        columns = {name: [row.get(name) for row in rows] for name in names}
        series.append(Series(position=position, columns=columns))
    marks = await _from_job(here, what, "marks", what.dossier.id, parameter, as_of)
    curve = CurveShape(parameter=parameter, **reach.plain(), x=along, series=series, marks=marks)
    return here.bodies.keep(key, Body(to_json(curve)))


async def _from_job(here: Service, what: ParsedRequest, job: str, *args: Any) -> Any:
    """What a job of the quick process gives as JSON, read."""
    call, computing = Call(f"{jobs.HERE}:{job}", args), here.computing
    return orjson.loads(await computing.result(computing.quick, call, SOON, what.command))
