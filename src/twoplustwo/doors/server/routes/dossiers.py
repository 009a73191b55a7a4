"""Dossiers: which there are, what the page needs of one, its parameters, its borders."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from twoplustwo.base.errors import PositionError, nearest
from twoplustwo.doors.server.disconnect import cancel_on_disconnect
from twoplustwo.doors.server.errors import missing
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import NOW
from twoplustwo.doors.server.payload import dossiers as listed
from twoplustwo.doors.server.payload import parameter as page
from twoplustwo.doors.server.payload.dossier_summary import (
    DossierSummary,
    border_files,
    dossier_summary,
)
from twoplustwo.doors.server.payload.responses import responses
from twoplustwo.doors.server.query import Dated, Fresh
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import plain, service
from twoplustwo.positions.position import check_date

router = APIRouter()


@router.get(
    "/dossiers", summary="The dossiers that are served", responses=responses(listed.Dossiers)
)
async def dossiers(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """Each with the stamp under which its answers may be kept for ever."""
    return await plain(request, ("dossiers",), lambda: listed.dossiers(service(request).registry))


@router.get(
    "/dossiers/{d}",
    summary="All that the page needs of one",
    responses=responses(DossierSummary),
)
async def summary(request: Request, d: str, query: Annotated[Dated, Query()]) -> Response:
    """Parties, presets, measures, disputes, sliders with every party's claim, parameters."""
    here = service(request)
    dossier = here.registry.named(d)
    as_of = checked_date(query.as_of)
    stamp, decisive = here.registry.stamp(dossier), here.decisive.get(d, ())
    if as_of is None:  # there is one such summary; those of other dates are made by a process
        key = ("summary", d, decisive)
        body = here.body(key, lambda: dossier_summary(dossier, None, decisive, stamp))
    else:
        body = Body(await at_date(request, "dossier_summary", d, as_of, [*decisive], stamp))
    # the page asks without a stamp: what decides is found out after the start
    return await reply(request, body, here.same(query.v, dossier))


@router.get(
    "/dossiers/{d}/parameters/{path}",
    summary="One parameter: every claim, and who holds it",
    responses=responses(page.ParameterPage),
)
async def parameter(
    request: Request, d: str, path: str, query: Annotated[Dated, Query()]
) -> Response:
    """Claims side by side, with source, page, date, status and quote."""
    here = service(request)
    dossier = here.registry.named(d)
    as_of = checked_date(query.as_of)
    try:
        if as_of is None:
            body = here.body(("parameter", d, path), lambda: page.parameter(dossier, path))
        else:
            body = Body(await at_date(request, "parameter", d, path, as_of))
    except PositionError as error:
        raise missing(error.what, error.where, error.why, error.fix) from None
    return await reply(request, body, here.same(query.v, dossier))


@router.get(
    "/borders/{name}",
    summary="Borders and coasts as TopoJSON",
    responses={200: {"content": {"application/json": {}}}},
)
async def borders(request: Request, name: str, query: Annotated[Fresh, Query()]) -> Response:
    """Natural Earth's borders, as they come with the dossiers."""
    here = service(request)
    files = {
        key: p for one in here.registry.dossiers.values() for key, p in border_files(one).items()
    }
    if name not in files:
        raise missing(
            f"no borders named {name!r}",
            why=f"borders: {', '.join(sorted(files))}",
            fix=nearest(name, files),
        )
    body = here.bodies.get(("borders", name))
    if body is None:
        body = here.bodies.keep(("borders", name), Body(files[name].read_bytes()))
    return await reply(request, body)  # no stamp covers these files: browsers ask again


async def at_date(request: Request, job: str, *args: Any) -> bytes:
    """What stands by another date than the dossier's own."""
    computing = service(request).computing
    call = Call(f"{jobs.HERE}:{job}", args)
    return await cancel_on_disconnect(
        request, computing.result(computing.quick, call, NOW, "twoplustwo ask")
    )


def checked_date(as_of: str | None) -> str | None:
    """A date that can be read; None for the dossier's own."""
    return check_date(as_of, f"as_of={as_of}") if as_of else None
