"""Answers as sentences and tables on a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from rich.table import Table as Grid
from rich.text import Text

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.errors import QuestionError
from twoplustwo.base.table import Column
from twoplustwo.doors import brief as in_brief
from twoplustwo.doors import dossiers
from twoplustwo.doors.cli.screen import console_of, written
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.reports import labels
from twoplustwo.wording import criteria as spoken

_WIDE = 160  # letters in a line of a "terminal" that is a file or a pipe
_MORE = "\nwith --full: every number and the tables; with --cite: the sources"
_TEXT = 44  # letters in a line of one column; longer texts go on below


def told(answers: Sequence[Answer], dossier: Dossier, brief: bool = False) -> str:
    """Each answer: who, the sentence, the test, the rows; in brief without numbers and rows."""
    console, names = console_of(_WIDE), dossiers.names(dossier)
    if brief:
        for at, answer in enumerate(answers):
            first, *others = in_brief.lines(answer, dossier)
            console.print(Text(("\n" if at else "") + first, style="bold"))
            for line in others:
                console.print(Text(line))
        console.print(Text(_MORE, style="dim"))
        return written(console)
    for answer in answers:
        console.print(Text.assemble("\n", (f"{answer.question} · {_head(answer)}", "bold")))
        for line in _sentences(answer, dossier):
            console.print(Text(line))
        console.print(_grid(answer, console.width, names))
        counted = ", ".join(f"{name} {count}" for name, count in answer.outcomes.items())
        if counted:
            console.print(Text(f"outcomes: {counted}", style="dim"))
            if what := _counted(answer, dossier):
                console.print(Text(what, style="dim"))
    return written(console)


def _head(answer: Answer) -> str:
    """The position, and on whose numbers it stands where most are not its own."""
    if answer.rests is None:
        return answer.label
    overlay = "".join(f"; {one['en']}" for one in answer.laid)
    return f"{answer.label} ({answer.rests.label['en']}{overlay})"


def _sentences(answer: Answer, dossier: Dossier) -> list[str]:
    lines, spans = [], ""
    for headline in (answer.headline, *answer.headlines):
        sentence = headline.sentence.get("en", "")
        if sentence and sentence not in lines:
            lines.append(sentence)
        if headline.low is not None and headline.high is not None:
            moved = headline.spans.get("en") or headline.interval
            of = (
                "" if headline is answer.headline else f" of the {_what(answer, headline, dossier)}"
            )
            in_brackets = f" ({moved})" if moved != spans else ""
            lines.append(f"range{of}: {labels.ends(headline)}{in_brackets}")
            spans = moved  # once, where several headlines have the same
        if headline.test:
            holds = {True: "holds", False: "fails", None: "not answerable"}[headline.holds]
            whose = f" ({headline.test_by['en']})" if headline.test_by else ""
            lines.append(f"test{whose}: {headline.test}: {holds}")
    return [*lines, *(one.get("en", "") for one in answer.published), *_rests(answer)]


def _counted(answer: Answer, dossier: Dossier) -> str:
    """What the outcomes count, where the question says so."""
    try:
        return card_of(dossier, answer.question).counted.get("en", "")
    except QuestionError:  # a question that is not here: of a file, or of another package
        return ""


def _what(answer: Answer, headline: Headline, dossier: Dossier) -> str:
    """What a further headline counts: sentences may say several numbers, or another one first."""
    try:
        return spoken.column_name(card_of(dossier, answer.question), headline.column)["en"]
    except QuestionError:  # a question that is not here: of a file, or of another package
        return headline.column.replace("_", " ")


def _rests(answer: Answer) -> list[str]:
    """Whose numbers it rests on and what would change it; of an analysis, position by position."""
    if answer.rests is not None:
        return [
            text for text in (answer.rests.says.get("en"), answer.rests.moves.get("en")) if text
        ]
    return [
        f"{one.label.get('en', name)}: {one.says.get('en', '')}"
        for name, one in answer.rests_of.items()
    ]


def _grid(answer: Answer, width: int, names: Mapping[str, Any]) -> Grid:
    """The rows, in as many columns as fit; what says how it ended is never left out."""
    records = answer.rows.records()
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    columns = answer.rows.columns
    texts = {
        one.name: [_cell(record[one.name], one, names) for record in records] for one in columns
    }
    needs = {one.name: _need(one, texts[one.name]) for one in columns}
    shown = _fitting(answer, needs, width)
    for column in columns:
        if column.name in shown:
            side = "right" if column.unit else "left"
            head, need = Text(labels.head(column)), needs[column.name]
            grid.add_column(head, justify=side, width=need, overflow="fold")
    for row in zip(*(texts[one.name] for one in columns if one.name in shown), strict=True):
        grid.add_row(*(Text(text) for text in row))
    left = len(columns) - len(shown)
    grid.caption = f"{left} more columns: --format csv or json" if left else None
    grid.caption_justify = "left"
    return grid


def _cell(value: Any, column: Column, names: Mapping[str, Any]) -> str:
    return (
        labels.cell_text(value, names) if isinstance(value, str) else labels.number(value, column)
    )


def _need(column: Column, texts: Sequence[str]) -> int:
    words = labels.head(column).split()
    return min(max(map(len, [*texts, *words]), default=1), _TEXT)


def _fitting(answer: Answer, needs: Mapping[str, int], width: int) -> set[str]:
    """Names of the columns that fit: the first, those of verdicts, then the others in order."""
    names = [one.name for one in answer.rows.columns]
    verdicts = [name for name in names if _is_verdict(answer, name)]
    shown: set[str] = set()
    used = 0
    for name in dict.fromkeys([*names[:1], *verdicts, *names]):
        if not shown or name in verdicts or used + needs[name] + 2 <= width:
            shown.add(name)
            used += needs[name] + 2
    return shown


def _is_verdict(answer: Answer, name: str) -> bool:
    """Whether a column says how it ended: flags, outcomes, what holds."""
    flags = answer.rows.data[name].dtype == np.bool_
    return flags or name.endswith(("outcome", "holds"))
