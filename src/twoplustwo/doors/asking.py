"""From a request to answers: positions read, the question asked, what was published laid beside."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from twoplustwo.base.errors import OptionError
from twoplustwo.doors import dossiers
from twoplustwo.doors.request import Request

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.positions.position import Position
    from twoplustwo.question_cards.card import Card

COMPARISON = "divergence"
WORST_CASE = "certainty"


def positions(request: Request) -> "list[Position]":
    """The positions that are meant: those named, or every party alphabetically.

    Raises
    ------
    OptionError
        The name of a measure is empty.
    PositionError
        Something in a text is unknown or cannot be read.
    """
    from twoplustwo.positions.position import check_date, parse_position

    dossier = dossiers.load(request.dossier)
    date = check_date(request.as_of, f"--as-of {request.as_of}") if request.as_of else ""
    names = listed(request.measures, "--measures", "measure")
    parsed = []
    for text in separate(request.positions, dossier) or sorted(dossier.parties):
        position = parse_position(f"{text}@{date}" if date else text, dossier)
        position = position.with_sets(request.sets, dossier) if request.sets else position
        parsed.append(position.with_measures(names, dossier) if names else position)
    return parsed


def listed(texts: Sequence[str] | None, option: str, what: str) -> list[str]:
    """Names given with commas between them, or in several texts.

    Raises
    ------
    OptionError
        One is empty.
    """
    names = [name.strip() for text in texts or () for name in text.split(",")]
    if "" in names:
        raise OptionError(
            f"{','.join(texts or ())!r} leaves the name of a {what} empty",
            where=option,
            why="it must be names with commas between them",
            fix=f"e.g. {option} FIRST,SECOND",
        )
    return names


def separate(texts: Sequence[str] | None, dossier: "Dossier") -> list[str]:
    """Positions one by one, where several are given with commas between them.

    A comma inside of a setting (``PARTY+set:PATH=1 deg, 2 deg``) parts nothing: what follows one
    that does begins with a party, or the text before has no setting.
    """
    found: list[str] = []
    for text in texts or ():
        apart: list[str] = []
        for part in text.split(","):
            party = re.split(r"[+@]", part.strip(), maxsplit=1)[0]
            inside = apart and "=" in apart[-1] and party not in dossier.parties
            if inside:
                apart[-1] += f",{part}"
            else:
                apart.append(part.strip() if "," in text else part)
        found += apart
    return found


def check_interval(card: "Card", interval: bool) -> None:
    """Refuse the range of an analysis, which has none."""
    if interval and card.is_analysis:
        raise OptionError(
            f"{card.id} has no interval",
            where="--interval",
            why="it is about several positions at once",
            fix="ask the question that it is about",
        )


def check(request: Request) -> None:
    """Raise what is wrong with a request, before anything is computed or promised."""
    from twoplustwo.question_cards.for_dossier import card_of
    from twoplustwo.runs.ask import check_options

    dossier = dossiers.load(request.dossier)
    asked = card_of(dossier, request.question)
    check_interval(asked, request.interval)
    positions(replace(request, dossier=dossier))
    check_options(asked, request.options, dossier)


def ask(request: Request) -> "list[Answer]":
    """Ask one question or analysis: of the positions named, or of every party."""
    from twoplustwo.question_cards.for_dossier import card_of

    dossier, options = dossiers.load(request.dossier), request.options
    asked_card = card_of(dossier, request.question)
    check_interval(asked_card, request.interval)
    held = positions(replace(request, dossier=dossier))
    from twoplustwo.analysis.ask import ask as answer

    answers = list(answer(asked_card.id, held, dossier, **options))
    if request.interval:
        from twoplustwo.analysis.ranges.ranges import with_ranges

        answers = with_ranges(answers, dossier, **options)
    if not asked_card.is_analysis:  # no verdict leaves without what was said against it
        from twoplustwo.validation.bearing import with_published

        answers = with_published(answers, dossier)
    return answers


def comparison(request: Request) -> Request:
    """The comparison of the answers to a request, each option given to whom it belongs.

    Raises
    ------
    OptionError
        One says what the door itself says: which question, and that it has options.
    """
    from twoplustwo.question_cards.for_dossier import card_of

    dossier = dossiers.load(request.dossier)
    asked, own = card_of(dossier, request.question), card_of(dossier, COMPARISON).options
    question, theirs = asked.id, asked.options
    kept, inner = {}, []
    for name, value in request.options.items():
        if name in theirs or name not in own:
            inner.append(f"{name}={value}")
        elif name in ("of", "with"):
            raise OptionError(
                f"{name} = {value} is not for why",
                where=f"--option {name}",
                why=f"the question is named already: {question}; its options stand by themselves",
                fix=f"leave it out, or: twoplustwo ask {COMPARISON} --option {name}={value}",
            )
        else:
            kept[name] = value
    options = {**kept, "of": question, "with": ",".join(inner)}
    return replace(request, question=COMPARISON, options=options)
