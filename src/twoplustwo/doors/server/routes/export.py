"""Answers as files for other programs."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.base.errors import nearest
from twoplustwo.doors.server.disconnect import cancel_on_disconnect
from twoplustwo.doors.server.errors import missing
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import NOW
from twoplustwo.doors.server.parsed_request import check_served, parse_request
from twoplustwo.doors.server.query import Export
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import service

router = APIRouter()
FORMS = ("csv", "json", "czml", "kml", "geojson")
Form = Literal["csv", "json", "czml", "kml", "geojson"]
TYPES = {
    "text/csv": {},
    "application/json": {},
    "application/geo+json": {},
    "application/vnd.google-earth.kml+xml": {},
}


@router.get(
    "/export/{name}",
    summary="Answers as a file",
    responses={200: {"content": TYPES}},
)
async def export(request: Request, name: str, query: Annotated[Export, Query()]) -> Response:
    """`{question}.{form}`, the form being csv, json, czml, kml or geojson."""
    question, _, form = name.rpartition(".")
    if not question or form not in FORMS:
        raise missing(
            f"no file named {name!r}",
            why=f"a file is QUESTION.FORM, FORM of {', '.join(FORMS)}",
            fix=nearest(form, FORMS),
        )
    here = service(request)
    what = parse_request(question, query, here.registry, here.limits)
    key = ("export", what.request.key, form, query.table, query.lang)
    body = here.bodies.get(key)
    if body is None:
        check_served(what, here.limits)
        call = Call(f"{jobs.HERE}:export", (what.request, form, query.table, query.lang))
        queue = here.computing.slow if what.card.is_analysis else here.computing.quick
        work = here.computing.result(queue, call, NOW, what.command, keep=False)
        file = await cancel_on_disconnect(request, work, what.command)
        headers = {"Content-Disposition": f'attachment; filename="{safe(file.name)}"'}
        body = here.bodies.keep(key, Body(file.data, file.media_type, headers))
    return await reply(request, body, here.same(query.v, what.dossier))


def safe(name: str) -> str:
    """A file's name with nothing in it that means something to a header or a disk."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in name)
