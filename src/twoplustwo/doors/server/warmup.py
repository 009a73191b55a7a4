"""Warm-up: the server asks the first questions itself, so that nobody waits for compiling."""

import asyncio
import logging
import random
from itertools import product
from typing import TYPE_CHECKING

from twoplustwo.doors.request import Request
from twoplustwo.doors.server.decisive import find_decisive
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import LATER
from twoplustwo.doors.server.parsed_request import parse_request
from twoplustwo.doors.server.payload.slider_range import slider_range
from twoplustwo.doors.server.query import State
from twoplustwo.doors.server.service import Service
from twoplustwo.positions.disputes import all_disputes
from twoplustwo.question_cards.for_dossier import cards_of

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
    dossiers = service.registry.dossiers.values()
    try:
        for dossier in dossiers:
            await _questions(service, State(d=dossier.id))
            await _move_sliders(service, dossier, (), settings(dossier))
    finally:
        service.ready = True
    await asyncio.gather(_presets_and_sliders(service), _analyses(service))
    service.idle = True


async def _presets_and_sliders(service: Service) -> None:
    """What a reader comes to by a press or a slider: presets, and every part of every slider."""
    for dossier in service.registry.dossiers.values():
        for preset in dossier.presets.values():
            await _questions(
                service, State(d=dossier.id, p=[*preset.positions], m=[*preset.measures])
            )
            await _move_sliders(service, dossier, preset.measures, settings(dossier)[:1])
        for part in range(PARTS):
            await _move_sliders(service, dossier, (), settings(dossier, part)[:1])


async def _analyses(service: Service) -> None:
    """What the process of the analyses computes: ranges, which every verdict shows, come first."""
    dossiers = service.registry.dossiers.values()
    for dossier in dossiers:
        for question in _served(dossier):
            await _ask(service, question, State(d=dossier.id), interval=True)
        await _ask(service, HINGE, State(d=dossier.id))
    for dossier in dossiers:
        await find_decisive(service, dossier.id)


async def _questions(service: Service, state: State) -> None:
    """Every question, put to a state."""
    for question in _served(service.registry.named(state.d, "d")):
        await _ask(service, question, state)


async def _ask(service: Service, question: str, state: State, interval: bool = False) -> None:
    from twoplustwo.doors.server.routes.answers import answers_body

    try:
        what = parse_request(question, state, service.registry, service.limits, interval)
        await answers_body(service, what, "none" if interval else TABLES, LATER)
    except Exception as error:  # whoever asks the same gets the error
        log.info("%s: %s", question, error)


async def _move_sliders(
    service: Service, dossier: "Dossier", measures: tuple[str, ...], sets: list[str]
) -> None:
    """Every question with a slider somewhere that nobody has put it: what that needs is then
    compiled. The answers are thrown away."""
    computing = service.computing
    for setting, question in product(sets, _served(dossier)):
        request = Request(question, dossier.id, sets=[setting], measures=measures)
        try:
            call = Call(f"{jobs.HERE}:move", (request,))
            await computing.result(computing.quick, call, LATER, "", keep=False)
        except Exception as error:  # a setting that contradicts a measure, say
            log.info("%s: %s", setting, error)


def _served(dossier: "Dossier") -> list[str]:
    return [card.id for card in cards_of(dossier).values() if not card.is_analysis]


def settings(dossier: "Dossier", part: int | None = None) -> list[str]:
    """One setting for each disputed number, at random on its slider or in a part of it."""
    low, high = (0.0, 1.0) if part is None else (part / PARTS, (part + 1) / PARTS)
    sets = []
    for path in (path for one in all_disputes(dossier) for path in one.parameters):
        reach = slider_range(dossier, path)
        if reach.low is not None and reach.high is not None:
            value = reach.low + random.uniform(low, high) * (reach.high - reach.low)
            sets.append(f"{path}={value:.6g} {reach.unit}".removesuffix(" 1"))
    return sets
