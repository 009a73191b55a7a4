"""Headlines of a question along one parameter, point by point."""

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
from twoplustwo.doors.server.query import Curve
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import Service, dumped, service
from twoplustwo.doors.server.shapes.answers import CurveShape
from twoplustwo.doors.server.shapes.responses import responses

router = APIRouter()


@router.get(
    "/curves/{question}", summary="Headlines along a parameter", responses=responses(CurveShape)
)
async def curves(request: Request, question: str, query: Annotated[Curve, Query()]) -> Response:
    """Made of single points, which are kept; answers that somebody waits for come first."""
    here = service(request)
    if query.points > here.limits.points:
        raise RefusalError(
            f"{query.points} points", "points", f"at most {here.limits.points}", kind="LimitError"
        )
    what = parse_request(question, query, here.known, here.limits)
    if what.card.is_analysis:
        raise OptionError(
            f"{what.card.id} has no curve",
            "question",
            "it is about several positions at once",
            "ask for the curve of the question that it is about",
        )
    check_options(what.card, what.dossier, what.options)
    body = await cancel_on_disconnect(
        request, _curve(here, what, query.parameter, query.points, query.as_of)
    )
    return await reply(request, body, here.same(query.v, what.dossier))


async def _curve(
    here: Service, what: ParsedRequest, parameter: str, points: int, as_of: str | None
) -> Body:
    key = ("curve", *what.key, what.positions, parameter, points, as_of)
    found = here.bodies.get(key)
    if found is not None:
        return found
    from twoplustwo.doors.server.payload.curve import span, stops

    reach: dict[str, Any] = span(what.dossier, parameter)
    if reach["type"] == "none":
        raise PositionError(
            f"{parameter} cannot be moved",
            f"parameter={parameter}",
            "it is neither a number nor a choice",
        )
    along = stops(what.dossier, parameter, points)
    series = []
    for position in what.positions:
        rows = [await _point(here, what, position, parameter, one) for one in along]
        names = list(dict.fromkeys(name for row in rows for name in row))
        columns = {name: [row.get(name) for row in rows] for name in names}
        series.append({"position": position, "columns": columns})
    call = Call(f"{jobs.HERE}:marks", (what.dossier.id, parameter, as_of))
    computing = here.computing
    held = await computing.made(computing.quick, call, SOON, what.command, keep=True)
    drawn = {"x": along, "series": series, "marks": orjson.loads(held)}
    curve = {"parameter": parameter, **reach, **drawn}
    return here.bodies.keep(key, Body(dumped(curve)))


async def _point(
    here: Service, what: ParsedRequest, position: str, parameter: str, value: float | str
) -> dict[str, float | None]:
    call = Call(
        f"{jobs.HERE}:point",
        (what.card.id, position, what.dossier.id, parameter, value, dict(what.options)),
    )
    computing = here.computing
    found = await computing.made(computing.quick, call, SOON, what.command, keep=True)
    return orjson.loads(found)
