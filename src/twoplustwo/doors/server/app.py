"""The application: routes, errors, bounds, the page, and the life of the computing processes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, Depends, FastAPI

from twoplustwo.doors.server import handlers, static, warmup
from twoplustwo.doors.server.headers import SecurityMiddleware
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.payload.responses import errors
from twoplustwo.doors.server.query import said_once
from twoplustwo.doors.server.registry import DossierRegistry
from twoplustwo.doors.server.root_path import RootPathMiddleware
from twoplustwo.doors.server.routes import (
    answers,
    curves,
    dossiers,
    export,
    health,
    questions,
    reference,
)
from twoplustwo.doors.server.service import Service

API = "/api/v1"


def create(
    registry: DossierRegistry, limits: Limits | None = None, warming: bool = True
) -> FastAPI:
    """The application for these dossiers.

    Parameters
    ----------
    registry : DossierRegistry
    limits : Limits, optional
    warming : bool
        Whether the default questions are asked at the start.
    """
    bounds = limits or Limits()
    service = Service(registry, bounds)

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        service.computing.open()
        task = warmup.begin(service) if warming else None
        try:
            yield
        finally:
            if task is not None:
                task.cancel()
            await service.computing.close()

    app = FastAPI(
        title="twoplustwo",
        version=version("twoplustwo"),
        lifespan=life,
        redirect_slashes=False,
        servers=[{"url": bounds.root}] if bounds.root else None,
        description="Missile-defence arguments under the numbers of each side.",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.service = service
    handlers.install(app)
    api = APIRouter(prefix=API, responses=errors(), dependencies=[Depends(said_once)])
    for part in (health, dossiers, questions, answers, curves, export, reference):
        api.include_router(part.router)
    app.include_router(api)
    page = static.Page(static.folder(), bounds.bodies_bytes, bounds.root)
    app.add_route("/{path:path}", page.respond, methods=["GET"], include_in_schema=False)
    app.add_middleware(RootPathMiddleware, root=bounds.root)
    app.add_middleware(SecurityMiddleware, limits=bounds)
    return app
