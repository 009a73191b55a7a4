"""Answers as tables on a terminal."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from ...answers.answer import Answer
from ...base.table import Column
from ...reports import labels

_WIDE = 160  # columns of a "terminal" that is a file or a pipe


def show(answers: Sequence[Answer]) -> None:
    """Print each answer: who, the sentence, the test, the rows."""
    console = Console(
        highlight=False, width=None if sys.stdout.isatty() else _WIDE, soft_wrap=False
    )
    for answer in answers:
        console.print(Text.assemble("\n", (f"{answer.question} · {answer.label}", "bold")))
        for line in _said(answer):
            console.print(Text(line))
        console.print(_grid(answer, console.width))
        counted = ", ".join(f"{name} {count}" for name, count in answer.outcomes.items())
        if counted:
            console.print(Text(f"outcomes: {counted}", style="dim"))


def _said(answer: Answer) -> list[str]:
    lines = []
    for headline in (answer.headline, *answer.headlines):
        sentence = headline.sentence.get("en", "")
        if sentence and sentence not in lines:
            lines.append(sentence)
        if headline.low is not None and headline.high is not None:
            low, high = (labels.headline(end, headline) for end in (headline.low, headline.high))
            lines.append(f"range: {low} to {high} ({headline.interval})")
        if headline.test:
            holds = {True: "holds", False: "fails", None: "not answerable"}[headline.holds]
            lines.append(f"test: {headline.test}: {holds}")
    return lines


def _grid(answer: Answer, width: int) -> Grid:
    records = answer.rows.records()
    shown, used = [], 0
    for column in answer.rows.columns:
        texts = [labels.number(record[column.name], column) for record in records]
        need = max(map(len, [*texts, *labels.head(column).split()]), default=0) + 3
        if shown and used + need > width:
            break
        shown.append((column, texts))
        used += need
    left = len(answer.rows.columns) - len(shown)
    caption = f"{left} more columns: --format csv or json" if left else None
    grid = Grid(caption=caption, caption_justify="left", box=None, pad_edge=False)
    for column, _ in shown:
        grid.add_column(Text(labels.head(column)), justify=_side(column), no_wrap=False)
    for row in zip(*(texts for _, texts in shown), strict=True):
        grid.add_row(*(Text(text) for text in row))
    return grid


def _side(column: Column):
    return "right" if column.unit else "left"
