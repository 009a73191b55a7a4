"""Which parameters decide a headline though no dispute lists them: each gets a slider."""

import logging
from collections.abc import Iterator
from typing import Any

import orjson

from twoplustwo.analysis.suite import all_parties, plays
from twoplustwo.doors.server.jobs.queue import LATER
from twoplustwo.doors.server.parsed_request import parse_request
from twoplustwo.doors.server.query import State
from twoplustwo.doors.server.service import Service
from twoplustwo.question_cards.for_dossier import card_of

log = logging.getLogger("twoplustwo.server")
ANALYSIS = "sensitivity"


async def find_decisive(service: Service, dossier: str) -> None:
    """Ask what decides, of every question of which `run` asks it, and keep what nobody disputes."""
    from twoplustwo.doors.server.routes.answers import answers_body

    paths: dict[str, None] = {}
    held = service.registry.named(dossier, "d")
    for options in plays(card_of(held, ANALYSIS), all_parties(held), held):
        state = State(d=dossier, o=[f"{name}={value}" for name, value in options.items()])
        try:
            what = parse_request(ANALYSIS, state, service.registry, service.limits)
            body = await answers_body(service, what, "none", LATER)
        except Exception as error:  # a dossier without such a question has no such sliders
            log.info("%s: %s", ANALYSIS, error)
            continue
        paths |= dict.fromkeys(undisputed(orjson.loads(body.data)))
        service.decisive[dossier] = tuple(paths)


def undisputed(answers: dict[str, Any]) -> Iterator[str]:
    """Parameters of the rows that decide and stand in no dispute, each as often as it does."""
    for answer in answers["answers"]:
        rows = answer["rows"]["data"]
        for path, decisive, dispute in zip(
            rows["parameter"], rows["decisive"], rows["dispute"], strict=True
        ):
            if decisive and not dispute:
                yield path
