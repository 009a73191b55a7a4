"""The notebook interface: ``import twoplustwo as tpt``; answers display as HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from twoplustwo.answers.answer import Answer
from twoplustwo.doors import asking, dossiers
from twoplustwo.doors.request import Request

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier


SHORT, ABOUT = 1400, 300
"""Most letters of an answer as it is printed, and of what else it has."""


class ShownAnswer(Answer):
    """An answer that a notebook shows as sentence, table and plots."""

    borders: Path | None = None
    names: dict[str, Any]
    dossier_read: "Dossier"

    @classmethod
    def of(cls, answer: Answer, dossier: "Dossier") -> "ShownAnswer":
        """The same answer, with what it takes to draw it."""
        same = cls(**{one.name: getattr(answer, one.name) for one in fields(Answer)})
        object.__setattr__(same, "borders", dossiers.borders(dossier))
        object.__setattr__(same, "names", dossiers.names(dossier))
        object.__setattr__(same, "dossier_read", dossier)
        return same

    def __str__(self) -> str:
        from twoplustwo.doors import brief

        counted = f"{len(self.rows)} rows in .rows; tables: {', '.join(self.tables) or 'none'}"
        text = "\n".join(brief.lines(self, self.dossier_read))
        return f"{text if len(text) <= SHORT else text[:SHORT] + '…'}\n{counted}"[: SHORT + ABOUT]

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return show_html([self], self.borders, self.names)

    def to_pandas(self, table: str | None = None):
        """The rows, or a named table, as a pandas DataFrame."""
        import pandas  # pyright: ignore[reportMissingImports]

        rows = self.table(table)
        return pandas.DataFrame({name: rows.column(name) for name in rows.names})


class Answers(list[ShownAnswer]):
    """Several answers; a notebook shows them side by side."""

    def __str__(self) -> str:
        return "\n\n".join(map(str, self))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        if not self:
            return ""
        return show_html(self, self[0].borders, self[0].names)


def load(dossier: "str | Path | Dossier" = dossiers.FIRST) -> "Dossier":
    """The dossier named by identifier or path."""
    return dossiers.load(dossier)


@overload
def ask(
    question: str,
    position: str,
    dossier: "str | Path | Dossier" = ...,
    *,
    sets: Sequence[str] = ...,
    as_of: str | None = ...,
    interval: bool = ...,
    measures: Sequence[str] = ...,
    **options: Any,
) -> ShownAnswer: ...
@overload
def ask(
    question: str,
    position: list[str] | tuple[str, ...] | None = None,
    dossier: "str | Path | Dossier" = ...,
    *,
    sets: Sequence[str] = ...,
    as_of: str | None = ...,
    interval: bool = ...,
    measures: Sequence[str] = ...,
    **options: Any,
) -> Answers: ...
def ask(
    question: str,
    position: str | list[str] | tuple[str, ...] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: Sequence[str] = (),
    as_of: str | None = None,
    interval: bool = False,
    measures: Sequence[str] = (),
    **options: Any,
) -> ShownAnswer | Answers:
    """Ask one question.

    Parameters
    ----------
    question : str
        Its identifier, e.g. ``icbm-reach``.
    position : str or list of str, optional
        One position gives one answer; several, or none (every party), give a list.
    dossier : str, path or Dossier
        Identifier, folder or what `load` gave.
    sets : sequence of str
        ``path=value``, laid over each position.
    as_of : str, optional
        Date up to which what is said in the dispute counts.
    interval : bool
        Whether headlines get their range over the held claims' own intervals.
    measures : sequence of str
        Names of measures, laid over each position.
    **options
        Options of the question.
    """
    texts = _texts(position)
    answers = _answers(Request(question, dossier, texts, sets, as_of, measures, options, interval))
    return answers[0] if isinstance(position, str) and len(answers) == 1 else answers


def compare(
    question: str,
    positions: Iterable[str] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    **options: Any,
) -> Answers:
    """Ask one question of several positions (every party, if none is named), side by side."""
    return ask(question, list(positions or ()), dossier, **options)


def why(
    question: str,
    positions: Sequence[str] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: Sequence[str] = (),
    as_of: str | None = None,
    measures: Sequence[str] = (),
    **options: Any,
) -> ShownAnswer:
    """Why the answers of two positions or more differ: each dispute's share, and the flips.

    Parameters
    ----------
    question : str
        Its identifier, e.g. ``icbm-reach``.
    positions : sequence of str, optional
        Two or more; every party, if none is named.
    dossier, sets, as_of, measures
        As in `ask`.
    **options
        Options of the question, or of the comparison (``test``, ``over``, ``samples``, ``seed``).
    """
    request = Request(question, dossier, _texts(positions), sets, as_of, measures, options)
    (answer,) = _answers(asking.comparison(request))
    return answer


def worst(
    question: str,
    positions: str | Sequence[str] | None = None,
    dossier: "str | Path | Dossier" = dossiers.FIRST,
    *,
    sets: Sequence[str] = (),
    as_of: str | None = None,
    measures: Sequence[str] = (),
    **options: Any,
) -> ShownAnswer:
    """The worst case of a question over everything that is claimed, and how sure it is.

    Parameters
    ----------
    question : str
        Its identifier, e.g. ``icbm-reach``.
    positions : str or sequence of str, optional
        Whose measures and settings; every party, if none is named.
    dossier, sets, as_of, measures
        As in `ask`.
    **options
        Of the search: ``each``, ``effort``.
    """
    named, chosen = _texts(positions), {**options, "of": question}
    request = Request(asking.WORST_CASE, dossier, named, sets, as_of, measures, chosen)
    (answer,) = _answers(request)
    return answer


def _texts(positions: str | Iterable[str] | None) -> list[str]:
    return [positions] if isinstance(positions, str) else list(positions or ())


def _answers(request: Request) -> Answers:
    dossier = dossiers.load(request.dossier)
    answers = asking.ask(replace(request, dossier=dossier))
    return Answers(ShownAnswer.of(one, dossier) for one in answers)


def cite(what: "str | Path | Answer | Sequence[Answer]") -> list[dict[str, Any]]:
    """Sources, as CSL-JSON, of a run's folder, of an answer or of several."""
    from twoplustwo.answers import cite as citing
    from twoplustwo.answers import store

    if isinstance(what, str | Path):
        answers: Sequence[Answer] = store.read(Path(what), tables=False)
    else:
        answers = [what] if isinstance(what, Answer) else list(what)
    return citing.csl(citing.bibliography(answers))


def cards(dossier: "str | Path | Dossier" = dossiers.FIRST) -> dict[str, Any]:
    """What can be asked of a dossier, by identifier: its asks, and the questions beside them."""
    from twoplustwo.question_cards.for_dossier import cards_of

    return cards_of(dossiers.load(dossier))


def show_html(answers: Sequence[Answer], borders: Path | None, names: dict[str, Any]) -> str:
    """Answers side by side as HTML: sentence, plots, rows."""
    from twoplustwo.reports import cells
    from twoplustwo.reports.geo import read_shapes
    from twoplustwo.reports.view import Scene, draw

    shapes = read_shapes(borders) if borders is not None else None
    scene = Scene(shapes, names, answers)
    parts = []
    for answer in answers:
        blocks = [
            *_sentences(answer, names),
            *(
                f'<img alt="{escape(picture.alt)}" src="{picture.address()}" width="100%">'
                for view in answer.views
                if view["kind"] != "table"
                for picture in [draw(answer, view, scene)]
            ),
            _table(cells.shown(answer, {}, names)),
        ]
        parts.append(f'<div style="flex:1;min-width:20em">{"".join(blocks)}</div>')
    return f'<div style="display:flex;flex-wrap:wrap;gap:1em">{"".join(parts)}</div>'


def _sentences(answer: Answer, names: dict[str, Any]) -> list[str]:
    """Whose answer it is, what is laid over it, what it says, and whose numbers it rests on."""
    from twoplustwo.reports import labels

    rests, first = answer.rests, answer.headline
    label = labels.words(rests.label) if rests else labels.name(answer.label, names)
    html = [f"<h4>{escape(label)}</h4>"]
    html += [f"<p>{escape(labels.words(one))}</p>" for one in answer.laid]
    html.append(f"<p><b>{escape(labels.words(first.sentence))}</b></p>")
    if first.low is not None and first.high is not None:
        spans = labels.words(first.spans) or first.interval
        html.append(
            f"<p>{escape(f'Range {labels.ends(first)}' + (f': {spans}' if spans else ''))}.</p>"
        )
    for position, one in [("", rests)] if rests else answer.rests_of.items():
        whose = f"{labels.words(one.label)}: " if position else ""
        says = " ".join(labels.words(text) for text in (one.says, one.moves) if text)
        html.append(f"<p><small>{escape(whose + says)}</small></p>")
    return html


def _table(data: dict[str, Any]) -> str:
    heads = "".join(f"<th>{escape(one['text'])}</th>" for one in data["heads"])
    rows = ""
    for row in data["rows"]:
        texts = "".join(f"<td>{escape(cell['text'])}</td>" for cell in row)
        rows += f"<tr>{texts}</tr>"
    more = f"<p>{data['more']} more rows in .rows</p>" if data["more"] else ""
    return f'<div style="overflow:auto"><table><tr>{heads}</tr>{rows}</table>{more}</div>'
