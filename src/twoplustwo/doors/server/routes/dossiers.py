"""Dossiers: which there are, what the page needs of one, its parameters, its borders."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response

from twoplustwo.base.errors import PositionError, nearest
from twoplustwo.doors.server.disconnect import cancel_on_disconnect
from twoplustwo.doors.server.errors import missing
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import NOW
from twoplustwo.doors.server.query import Dated, Fresh
from twoplustwo.doors.server.reply import Body, reply
from twoplustwo.doors.server.service import Service, plain, service
from twoplustwo.doors.server.shapes.dossiers import Desk, Dossiers, ParameterPage
from twoplustwo.doors.server.shapes.responses import responses

router = APIRouter()


@router.get("/dossiers", summary="The dossiers that are served", responses=responses(Dossiers))
async def dossiers(request: Request, query: Annotated[Fresh, Query()]) -> Response:
    """Each with the stamp under which its answers may be kept for ever."""
    return await plain(request, ("dossiers",), lambda: _listed(service(request)))


@router.get("/dossiers/{d}", summary="All that the page needs of one", responses=responses(Desk))
async def desk(request: Request, d: str, query: Annotated[Dated, Query()]) -> Response:
    """Parties, presets, measures, disputes, sliders with every party's claim, parameters."""
    from twoplustwo.doors.server.payload.dossier_summary import dossier_summary as made

    here = service(request)
    dossier = here.known.named(d)
    as_of = checked_date(query.as_of)
    stamp = here.known.stamp(dossier)

    def make(found: dict[str, Any]) -> dict[str, Any]:
        return {**found, "v": stamp}

    decisive = here.decisive.get(d, ())
    if as_of is None:  # there is one such desk; the others are many, and made where there is time
        body = here.body(("desk", d, decisive), lambda: make(made(dossier, None, decisive)))
    else:
        found = await at_date(request, "dossier_summary", (d, as_of, list(decisive)))
        body = here.body(("desk", d, as_of, decisive), lambda: make(orjson.loads(found)))
    # the page asks without a stamp: what decides is found out after the start
    return await reply(request, body, here.same(query.v, dossier))


@router.get(
    "/dossiers/{d}/parameters/{path}",
    summary="One parameter: every claim, and who holds it",
    responses=responses(ParameterPage),
)
async def parameter(
    request: Request, d: str, path: str, query: Annotated[Dated, Query()]
) -> Response:
    """Claims side by side, with source, page, date, status and quote."""
    from twoplustwo.doors.server.payload.parameter import parameter as made

    here = service(request)
    dossier = here.known.named(d)
    as_of = checked_date(query.as_of)
    try:
        if as_of is None:
            body = here.body(("parameter", d, path), lambda: made(dossier, path))
        else:
            body = Body(await at_date(request, "parameter", (d, path, as_of)))
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
    from twoplustwo.doors.server.payload.dossier_summary import border_files

    here = service(request)
    files = {key: p for one in here.known.dossiers.values() for key, p in border_files(one).items()}
    if name not in files:
        raise missing(
            f"no borders named {name!r}",
            why=f"borders: {', '.join(sorted(files))}",
            fix=nearest(name, files),
        )
    found = here.bodies.get(("borders", name))
    if found is None:
        found = here.bodies.keep(("borders", name), Body(files[name].read_bytes()))
    return await reply(request, found)  # no stamp covers these files: browsers ask again


async def at_date(request: Request, job: str, args: tuple[Any, ...]) -> bytes:
    """What stands by another date than the dossier's own."""
    computing = service(request).computing
    call = Call(f"{jobs.HERE}:{job}", args)
    work = computing.made(computing.quick, call, NOW, "twoplustwo ask", keep=True)
    return await cancel_on_disconnect(request, work)


def checked_date(as_of: str | None) -> str | None:
    """A date that can be read; None for the dossier's own."""
    if not as_of:
        return None
    from twoplustwo.positions.position import check_date

    return check_date(as_of, f"as_of={as_of}")


def _listed(here: Service) -> dict[str, Any]:
    from importlib.metadata import version

    return {
        "dossiers": [
            {
                "id": key,
                "title": one.title,
                "as_of": str(one.as_of),
                "hash": one.hash,
                "v": here.known.stamp(one),
            }
            for key, one in here.known.dossiers.items()
        ],
        "version": version("twoplustwo"),
        "engine": here.known.engine,
    }
