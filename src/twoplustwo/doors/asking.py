"""From what a user typed to answers: positions, settings, options."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..base.errors import OptionError

if TYPE_CHECKING:
    from ..answers.answer import Answer
    from ..dossier.models import Dossier
    from ..scenario.position import Position


def positions(
    dossier: "Dossier",
    texts: Sequence[str] = (),
    sets: Sequence[str] = (),
    as_of: str | None = None,
) -> "list[Position]":
    """The positions that are meant: those named, or every party alphabetically.

    Parameters
    ----------
    dossier : Dossier
        Where parties, disputes and measures come from.
    texts : sequence of str
        Positions as text.
    sets : sequence of str
        ``path=value``, laid over each of them.
    as_of : str, optional
        Date up to which statements count.

    Raises
    ------
    PositionError, OptionError
        Something in a text is unknown or cannot be read.
    """
    from ..scenario.position import parse_position

    laid = [pair(one, "--set") for one in sets]
    found = []
    for text in texts or sorted(dossier.parties):
        dated = f"{text}@{as_of}" if as_of and "@" not in text else text
        position = parse_position(dated, dossier)
        found.append(position.with_sets(laid) if laid else position)
    return found


def options(texts: Sequence[str]) -> dict[str, str]:
    """Options given as ``key=value``."""
    return dict(pair(one, "--option") for one in texts)


def pair(text: str, option: str) -> tuple[str, str]:
    """The two sides of ``name=value``.

    Raises
    ------
    OptionError
        A side is missing.
    """
    name, sign, value = text.partition("=")
    if not (sign and name.strip() and value.strip()):
        raise OptionError(
            f"cannot read {text!r}",
            where=option,
            why="it must be name=value",
            fix=f"e.g. {option} interceptors.gbi-2.burnout_speed=7km/s"
            if option == "--set"
            else f"e.g. {option} site=redzikowo",
        )
    return name.strip(), value.strip()


def ask(
    name: str,
    dossier: "Dossier",
    texts: Sequence[str] = (),
    sets: Sequence[str] = (),
    as_of: str | None = None,
    interval: bool = False,
    **more: Any,
) -> "list[Answer]":
    """Ask one question or analysis: of the positions named, or of every party.

    Parameters
    ----------
    name : str
        Identifier of the question.
    dossier : Dossier
        The dossier to ask.
    texts, sets, as_of
        As in `positions`.
    interval : bool
        Whether headlines get their worst and best value over the held claims' own ranges.
    **more
        Options of the question.
    """
    from ..questions.cards import card

    known = card(name).id
    asked = positions(dossier, texts, sets, as_of)
    from ..analysis.ask import ask as answer

    if interval:
        more["interval"] = True
    return list(answer(known, asked, dossier, **more))
