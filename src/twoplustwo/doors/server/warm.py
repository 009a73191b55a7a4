"""The first questions: asked by the server itself, so that nobody waits for compiling."""

import asyncio
import logging
import random
from itertools import product
from typing import TYPE_CHECKING

from twoplustwo.doors.server.decides import decides
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import LATER
from twoplustwo.doors.server.parsed_request import parse_request
from twoplustwo.doors.server.query import State
from twoplustwo.doors.server.service import Service

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier

log = logging.getLogger("twoplustwo.server")
TABLES = "views"  # as the page asks
HINGE = "divergence"
PARTS = 6
"""Pieces of a slider in each of which it is put somewhere: fast interceptors need other code."""


def begin(service: Service) -> "asyncio.Task[None]":
    """Ask the first questions in the background; `service.ready` tells when the page is quick."""
    return asyncio.get_running_loop().create_task(_warm(service))


async def _warm(service: Service) -> None:
    dossiers = service.known.dossiers.values()
    try:
        for dossier in dossiers:
            await _questions(service, State(d=dossier.id))
            await _moved(service, dossier, (), sliders(dossier))
    finally:
        service.ready = True
    await asyncio.gather(_looked_at(service), _compared(service))
    service.rested = True


async def _looked_at(service: Service) -> None:
    """What a reader comes to by a press or a slider: presets, and every part of every slider."""
    for dossier in service.known.dossiers.values():
        for preset in dossier.presets.values():
            await _questions(
                service, State(d=dossier.id, p=[*preset.positions], m=[*preset.measures])
            )
            await _moved(service, dossier, preset.measures, sliders(dossier)[:1])
        for part in range(PARTS):
            await _moved(service, dossier, (), sliders(dossier, part)[:1])


async def _compared(service: Service) -> None:
    """What the process of the analyses computes: ranges, which every verdict shows, come first."""
    dossiers = service.known.dossiers.values()
    for dossier in dossiers:
        for question in _served():
            await _ask(service, question, State(d=dossier.id), interval=True)
        await _ask(service, HINGE, State(d=dossier.id))
    for dossier in dossiers:
        await decides(service, dossier.id)


async def _questions(service: Service, state: State) -> None:
    """Every question, put to a state."""
    for question in _served():
        await _ask(service, question, state)


async def _ask(service: Service, question: str, state: State, interval: bool = False) -> None:
    from twoplustwo.doors.server.routes.answers import answered

    try:
        what = parse_request(question, state, service.known, service.limits)
        await answered(service, what, interval, "none" if interval else TABLES, LATER)
    except Exception as error:  # whoever asks the same is told
        log.info("%s: %s", question, error)


async def _moved(
    service: Service, dossier: "Dossier", measures: tuple[str, ...], moved: list[str]
) -> None:
    """Every question with a slider somewhere that nobody has put it: what that needs is then
    compiled. The answers are thrown away."""
    computing = service.computing
    for setting, question in product(moved, _served()):
        try:
            call = Call(f"{jobs.HERE}:move", (question, dossier.id, setting, list(measures)))
            await computing.made(computing.quick, call, LATER, "", keep=False)
        except Exception as error:  # a setting that contradicts a measure, say
            log.info("%s: %s", setting, error)


def _served() -> list[str]:
    from twoplustwo.question_cards.card import cards

    return [card.id for card in cards().values() if not card.is_analysis]


def sliders(dossier: "Dossier", part: int | None = None) -> list[str]:
    """One setting for each disputed number, at random on its slider or in a part of it."""
    low, high = (0.0, 1.0) if part is None else (part / PARTS, (part + 1) / PARTS)
    from twoplustwo.doors.server.payload.curve import span

    found = []
    for path in (path for one in dossier.disputes.values() for path in one.parameters):
        reach = span(dossier, path)
        if reach["type"] == "number":
            at = random.uniform(low, high)
            value = reach["low"] + at * (reach["high"] - reach["low"])
            found.append(f"{path}={value:.6g} {reach['unit']}".removesuffix(" 1"))
    return found
