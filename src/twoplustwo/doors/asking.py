"""From what a user typed to answers: positions, settings, options."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from twoplustwo.base.errors import OptionError

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.positions.position import Position


def positions(
    dossier: "Dossier",
    texts: Sequence[str] = (),
    sets: Sequence[str] = (),
    as_of: str | None = None,
    measures: Sequence[str] = (),
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
        Date up to which what is said in the dispute counts.
    measures : sequence of str
        Names of measures, several in one text with commas between them; laid over each position.

    Raises
    ------
    OptionError
        The name of a measure is empty.
    PositionError
        Something in a text is unknown or cannot be read.
    """
    from twoplustwo.positions.position import check_date, parse_position

    date = check_date(as_of, f"--as-of {as_of}") if as_of else ""
    names = [name.strip() for text in measures for name in text.split(",")]
    if "" in names:
        raise OptionError(
            f"{','.join(measures)!r} leaves the name of a measure empty",
            where="--measures",
            why="it must be names with commas between them",
            fix="e.g. --measures speed-cap-5,radar-mask-east",
        )
    found = []
    for text in texts or sorted(dossier.parties):
        position = parse_position(f"{text}@{date}" if date else text, dossier)
        position = position.with_sets(sets, dossier) if sets else position
        found.append(position.with_measures(names, dossier) if names else position)
    return found


def options(texts: Sequence[str]) -> dict[str, str]:
    """Options given as ``key=value``.

    Raises
    ------
    OptionError
        One lacks its name or its value.
    """
    found = {}
    for text in texts:
        name, _, value = text.partition("=")
        if not (name.strip() and value.strip()):
            raise OptionError(
                f"cannot read {text!r}",
                where="--option",
                why="it must be key=value",
                fix="e.g. --option site=redzikowo",
            )
        found[name.strip()] = value.strip()
    return found


def ask(
    name: str,
    dossier: "Dossier",
    texts: Sequence[str] = (),
    sets: Sequence[str] = (),
    as_of: str | None = None,
    interval: bool = False,
    measures: Sequence[str] = (),
    **more: Any,
) -> "list[Answer]":
    """Ask one question or analysis: of the positions named, or of every party.

    Parameters
    ----------
    name : str
        Identifier of the question.
    dossier : Dossier
        The dossier to ask.
    texts, sets, as_of, measures
        As in `positions`.
    interval : bool
        Whether headlines get their worst and best value over the held claims' own ranges.
    **more
        Options of the question.
    """
    from twoplustwo.question_cards.card import card

    known = card(name)
    if interval and known.is_analysis:
        raise OptionError(
            f"{name} has no interval",
            where="--interval",
            why="it is about several positions at once",
            fix="ask the question that it is about",
        )
    asked = positions(dossier, texts, sets, as_of, measures)
    from twoplustwo.analysis.ask import ask as answer

    answers = list(answer(known.id, asked, dossier, **more))
    if interval:
        from twoplustwo.analysis.ranges.ranges import with_ranges

        answers = with_ranges(answers, dossier, **more)
    if not known.is_analysis:  # no verdict leaves without what was said against it
        from twoplustwo.validation.bearing import with_published

        answers = with_published(answers, dossier)
    return answers


COMPARISON = "divergence"
WORST_CASE = "certainty"


def compared(question: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Options of the comparison for a question with `options`, each given to whom it belongs.

    Raises
    ------
    OptionError
        One says what the door itself says: which question, and that it has options.
    """
    from twoplustwo.question_cards.card import card

    theirs, own = card(question).options, card(COMPARISON).options
    kept, inner = {}, []
    for name, value in options.items():
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
    return {**kept, "of": question, "with": ",".join(inner)}
