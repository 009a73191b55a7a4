"""The notebook interface: ``import twoplustwo as tpt``; answers display as HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.doors import asking, dossiers
from twoplustwo.doors.notebook_answers import Answers, ShownAnswer
from twoplustwo.doors.notebook_errors import told_shortly
from twoplustwo.doors.request import Request

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.question_cards.card import Card

OTHER_NAMES = {
    "positions": "position",
    "parties": "position",
    "party": "position",
    "set": "sets",
    "measure": "measures",
}
"""Other words for an argument, among them the command line's."""
ARGUMENTS = ("position", "dossier", "sets", "as_of", "interval", "measures", *OTHER_NAMES)


@told_shortly
def load(dossier: "str | Path | Dossier" = dossiers.FIRST) -> "Dossier":
    """The dossier named by identifier or path."""
    return dossiers.load(dossier)


@overload
def ask(
    question: str,
    position: str,
    dossier: "str | Path | Dossier" = ...,
    *,
    sets: str | Sequence[str] = ...,
    as_of: str | None = ...,
    interval: bool = ...,
    measures: str | Sequence[str] = ...,
    **options: Any,
) -> ShownAnswer: ...
@overload
def ask(
    question: str,
    position: list[str] | tuple[str, ...] | None = None,
    dossier: "str | Path | Dossier" = ...,
    *,
    sets: str | Sequence[str] = ...,
    as_of: str | None = ...,
    interval: bool = ...,
    measures: str | Sequence[str] = ...,
    **options: Any,
) -> Answers: ...
@told_shortly
def ask(
    question: str,
    position: str | list[str] | tuple[str, ...] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: str | Sequence[str] = (),
    as_of: str | None = None,
    interval: bool = False,
    measures: str | Sequence[str] = (),
    **options: Any,
) -> ShownAnswer | Answers:
    """Ask one question.

    Arguments are called as the options of ``twoplustwo ask``; ``positions``, ``parties`` and
    ``party`` are other words for ``position``, ``set`` for ``sets``, ``measure`` for ``measures``.
    Where several may be named, one may be named by itself.

    Parameters
    ----------
    question : str
        Its identifier, e.g. ``icbm-reach``.
    position : str or list of str, optional
        One position gives one answer; several, or none (every party), give `Answers`.
    dossier : str, path or Dossier
        Identifier, folder or what `load` gave.
    sets : str or sequence of str
        ``path=value``, laid over each position.
    as_of : str, optional
        Date up to which what is said in the dispute counts.
    interval : bool
        Whether headlines get their range over the held claims' own intervals.
    measures : str or sequence of str
        Names of measures, laid over each position.
    **options
        Options of the question.

    Raises
    ------
    TwoPlusTwoError
        Something cannot be asked so; says what, where, why, and what to do.
    """
    request = _request(question, dossier, position, sets, as_of, measures, options, interval)
    answers = _answers(request)
    others = [options.get(key) for key, name in OTHER_NAMES.items() if name == "position"]
    single = any(isinstance(one, str) for one in (position, *others))
    return answers[0] if single and len(answers) == 1 else answers


@told_shortly
def compare(
    question: str,
    position: str | Iterable[str] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: str | Sequence[str] = (),
    as_of: str | None = None,
    interval: bool = False,
    measures: str | Sequence[str] = (),
    **options: Any,
) -> Answers:
    """Ask one question of several positions (every party, if none is named), side by side.

    Parameters are those of `ask`; what comes back is always `Answers`.
    """
    request = _request(question, dossier, position, sets, as_of, measures, options, interval)
    return _answers(request)


@told_shortly
def why(
    question: str,
    position: str | Iterable[str] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: str | Sequence[str] = (),
    as_of: str | None = None,
    measures: str | Sequence[str] = (),
    **options: Any,
) -> ShownAnswer:
    """Why the answers of two positions or more differ: each dispute's share, and the flips.

    Parameters
    ----------
    question : str
        Its identifier, e.g. ``icbm-reach``.
    position : str or sequence of str, optional
        Two or more; every party, if none is named.
    dossier, sets, as_of, measures
        As in `ask`.
    **options
        Options of the question, or of the comparison (``test``, ``over``, ``samples``, ``seed``).
    """
    request = _request(question, dossier, position, sets, as_of, measures, options)
    (answer,) = _answers(asking.comparison(request))
    return answer


@told_shortly
def worst(
    question: str,
    position: str | Iterable[str] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: str | Sequence[str] = (),
    as_of: str | None = None,
    measures: str | Sequence[str] = (),
    **options: Any,
) -> ShownAnswer:
    """The worst case of a question over everything that is claimed, and how sure it is.

    Parameters
    ----------
    question : str
        Its identifier, e.g. ``icbm-reach``.
    position : str or sequence of str, optional
        Whose measures and settings; every party, if none is named.
    dossier, sets, as_of, measures
        As in `ask`.
    **options
        Of the search: ``each``, ``effort``.
    """
    asked = _request(question, dossier, position, sets, as_of, measures, options)
    chosen = {**asked.options, "of": question}
    (answer,) = _answers(replace(asked, question=asking.WORST_CASE, options=chosen))
    return answer


def _request(
    question: str,
    dossier: "str | Path | Dossier",
    position: str | Iterable[str] | None,
    sets: str | Iterable[str],
    as_of: str | None,
    measures: str | Iterable[str],
    options: Mapping[str, Any],
    interval: bool = False,
) -> Request:
    """What is asked, arguments under whichever of their names."""
    given: dict[str, Any] = {"position": position, "sets": sets, "measures": measures}
    for other, name in OTHER_NAMES.items():
        if other not in options:
            continue
        if given[name] not in (None, (), []):
            raise OptionError(
                f"{name} is given twice",
                f"{other}={options[other]!r}",
                f"{other} is another word for {name}",
                "leave one of the two out",
            )
        given[name] = options[other]
    texts = {name: _texts(name, one) for name, one in given.items()}
    kept = {name: one for name, one in options.items() if name not in OTHER_NAMES}
    return Request(
        question,
        dossier,
        texts["position"],
        texts["sets"],
        None if as_of is None else str(as_of),
        texts["measures"],
        kept,
        interval,
    )


def _texts(name: str, given: Any) -> list[str]:
    """One text or several, as a list."""
    if given is None or isinstance(given, str):
        return [] if given is None else [given]
    listed = [*given] if isinstance(given, Iterable) else [given]
    wrong = [one for one in listed if not isinstance(one, str)]
    if isinstance(given, Mapping) or wrong:
        raise OptionError(
            f"cannot read {given!r}",
            name,
            "it must be a text, or a list of texts",
            f"e.g. {name}='PATH=VALUE'" if name == "sets" else f"e.g. {name}='NAME'",
        )
    return listed


def _answers(request: Request) -> Answers:
    dossier = dossiers.load(request.dossier)
    try:
        answers = asking.ask(replace(request, dossier=dossier))
    except OptionError as error:  # every word that is no argument is taken for an option
        wrong = [one for one in request.options if repr(one) in error.what and not error.fix]
        error.fix = error.fix or "".join(nearest(one, ARGUMENTS) for one in wrong[:1])
        raise
    return Answers(ShownAnswer.of(one, dossier) for one in answers)


@told_shortly
def cite(what: "str | Path | Answer | Sequence[Answer]") -> list[dict[str, Any]]:
    """Sources, as CSL-JSON, of a run's folder, of an answer or of several."""
    from twoplustwo.answers import cite as citing
    from twoplustwo.answers import store

    if isinstance(what, str | Path):
        answers: Sequence[Answer] = store.read(Path(what), tables=False)
    else:
        answers = [what] if isinstance(what, Answer) else list(what)
    return citing.csl(citing.bibliography(answers))


@told_shortly
def cards(dossier: "str | Path | Dossier" = dossiers.FIRST) -> "dict[str, Card]":
    """What can be asked of a dossier, by identifier: its asks, and the questions beside them."""
    from twoplustwo.question_cards.for_dossier import cards_of

    return dict(cards_of(dossiers.load(dossier)))
