"""The first questions: asked by the server itself, so that nobody waits for compiling."""

import asyncio
import logging

from .asked import asked
from .lanes.lane import LATER
from .query import State
from .service import Service

log = logging.getLogger("twoplustwo.server")
TABLES = "views"  # as the page asks


def begin(service: Service) -> "asyncio.Task[None]":
    """Ask the default questions in the background; `service.ready` tells when they are done."""
    return asyncio.get_running_loop().create_task(_warm(service))


async def _warm(service: Service) -> None:
    from ...questions.cards import cards

    try:
        for dossier in service.known.dossiers:
            for card in cards().values():
                if not card.is_analysis:
                    await _ask(service, card.id, dossier)
    finally:
        service.ready = True
    for dossier in service.known.dossiers:
        await _ask(service, "divergence", dossier)


async def _ask(service: Service, question: str, dossier: str) -> None:
    from .routes.answers import answered

    try:
        state = State(d=dossier)
        what = asked(question, state, service.known, service.limits)
        await answered(service, what, False, TABLES, LATER)
    except Exception as error:  # it is told to whoever asks the same
        log.warning("%s %s: %s", dossier, question, error)
