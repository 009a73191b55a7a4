"""Answers side by side as HTML, as a notebook shows them: sentence, plots, rows."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from twoplustwo.answers.answer import Answer


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
