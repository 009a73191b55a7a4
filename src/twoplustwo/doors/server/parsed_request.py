"""The keys of an address, parsed and checked: positions, options, limits."""

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twoplustwo.base.errors import OptionError
from twoplustwo.doors import asking
from twoplustwo.doors.dossiers import FIRST
from twoplustwo.doors.request import Request, parse_options
from twoplustwo.doors.server.dossier_cache import trim_cache
from twoplustwo.doors.server.errors import RefusalError, missing
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.query import State
from twoplustwo.doors.server.registry import DossierRegistry

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.question_cards.card import Card


@dataclass(frozen=True)
class ParsedRequest:
    """What a request asks, checked.

    Parameters
    ----------
    card : Card
    dossier : Dossier
    request : Request
        The dossier by its identifier; positions in their one spelling, with everything that is
        laid over them.
    command : str
        The same on the command line.
    """

    card: "Card"
    dossier: "Dossier"
    request: Request
    command: str


def parse_request(
    question: str, state: State, registry: DossierRegistry, limits: Limits, interval: bool = False
) -> ParsedRequest:
    """A question put to a state.

    Raises
    ------
    RefusalError
        The question is unknown, or more is asked than one request may.
    TwoPlusTwoError
        Something in the state is unknown or cannot be read.
    """
    dossier = registry.named(state.d, "d")
    card = question_named(dossier, question)
    names = [one for text in state.m for one in text.split(",")]
    for key, values, most in (
        ("p", asking.separate(state.p, dossier), limits.positions),
        ("set", state.sets, limits.sets),
        ("m", names, limits.measures),
        ("o", state.o, limits.options),
    ):
        if len(values) > most:
            raise RefusalError(
                f"{len(values)} times {key}",
                key,
                f"at most {most} in one request",
                "ask in several requests, or on the command line",
                kind="LimitError",
            )
    as_written = Request(
        card.id, trim_cache(dossier), state.p, state.sets, state.as_of or None, state.m
    )
    texts = [position.text for position in asking.positions(as_written)]
    request = Request(card.id, dossier.id, texts, options=parse_options(state.o), interval=interval)
    return ParsedRequest(card, dossier, request, command("ask", card.id, state, dossier.id))


def question_named(dossier: "Dossier", question: str) -> "Card":
    """The card of a question in a path; an unknown one is not found."""
    from twoplustwo.base.errors import QuestionError
    from twoplustwo.question_cards.for_dossier import card_of

    try:
        return card_of(dossier, question)
    except QuestionError as error:
        raise missing(error.what, error.where, error.why, error.fix) from None


def check_options(what: ParsedRequest) -> None:
    """Refuse an unknown option, thing or choice before anything is computed."""
    from twoplustwo.runs.ask import check_options as check

    check(what.card, what.request.options, what.dossier)


def check_served(what: ParsedRequest, limits: Limits) -> None:
    """Refuse what takes minutes: such an analysis, too many samples, too hard a search."""
    card, options, command = what.card, what.request.options, what.command
    if not card.plays:
        raise RefusalError(
            f"{card.id} is not answered here",
            card.id,
            "it takes minutes",
            f"run: {command}",
            kind="LimitError",
        )
    check_options(what)
    samples = str(options.get("samples", ""))
    if samples.isascii() and samples.isdigit() and int(samples) > limits.samples:
        raise _too_much("samples", samples, f"at most {limits.samples} here", command)
    effort = options.get("effort")
    if effort is not None and effort not in limits.efforts:
        raise _too_much("effort", effort, f"here: {', '.join(limits.efforts)}", command)


def command(verb: str, question: str, state: State, dossier: str) -> str:
    """The command that asks the same on the command line."""
    words = ["twoplustwo", verb, question]
    if dossier != FIRST:
        words += ["-d", dossier]
    for option, values in (("-p", state.p), ("-m", state.m), ("--set", state.sets)):
        words += [part for value in values for part in (option, value)]
    words += ["--as-of", state.as_of] if state.as_of else []
    words += [part for value in state.o for part in ("-o", value)]
    return shlex.join(words)


def _too_much(name: str, value: str, why: str, command: str) -> OptionError:
    return OptionError(f"{name} = {value} is too much", f"o={name}={value}", why, f"run: {command}")
