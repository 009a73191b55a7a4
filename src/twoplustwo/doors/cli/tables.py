"""Answers as tables on a terminal."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.errors import QuestionError
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.reports import labels
from twoplustwo.wording import criteria as spoken

_WIDE = 160  # letters in a line of a "terminal" that is a file or a pipe
_TEXT = 44  # letters in a line of one column; longer texts go on below


def show(answers: Sequence[Answer], dossier: Dossier) -> None:
    """Print each answer: who, the sentence, the test, the rows."""
    console = Console(
        highlight=False, width=None if sys.stdout.isatty() else _WIDE, soft_wrap=False
    )
    for answer in answers:
        console.print(Text.assemble("\n", (f"{answer.question} · {_head(answer)}", "bold")))
        for line in _sentences(answer, dossier):
            console.print(Text(line))
        console.print(_grid(answer, console.width))
        counted = ", ".join(f"{name} {count}" for name, count in answer.outcomes.items())
        if counted:
            console.print(Text(f"outcomes: {counted}", style="dim"))
            if what := _counted(answer, dossier):
                console.print(Text(what, style="dim"))


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


def _grid(answer: Answer, width: int) -> Grid:
    records = answer.rows.records()
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    cells, used = [], 0
    for column in answer.rows.columns:
        texts = [labels.number(record[column.name], column) for record in records]
        words = labels.head(column).split()
        need = min(max(map(len, [*texts, *words]), default=1), _TEXT)
        if cells and used + need + 2 > width:
            continue
        side = "right" if column.unit else "left"
        head = Text(labels.head(column))
        grid.add_column(head, justify=side, width=need, overflow="fold")
        cells.append(texts)
        used += need + 2
    for row in zip(*cells, strict=True):
        grid.add_row(*(Text(text) for text in row))
    left = len(answer.rows.columns) - len(cells)
    grid.caption = f"{left} more columns: --format csv or json" if left else None
    grid.caption_justify = "left"
    return grid
