"""``grid``: one line a text, one column a name, one mark where they meet."""

from collections import Counter
from collections.abc import Sequence
from textwrap import fill

from matplotlib.lines import Line2D

from twoplustwo.answers.answer import Answer
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view.drawing import Drawing

_LINE, _FOOT, _HEAD, _LETTERS = 0.15, 0.6, 0.35, 66
_COLUMN = 0.95  # inches between two names


def draw(drawing: Drawing) -> Picture:
    """Draw a mark of column ``mark`` for each row, where its ``y`` meets its ``x``.

    ``y`` holds identifiers or whole sentences, which are broken into lines; ``x`` few names, which
    stand above in their order. The view may name ``table``.
    """
    rows = list(zip(*(drawing.texts(key) for key in ("y", "x", "mark")), strict=True))
    across = list(dict.fromkeys(x for _, x, _ in rows))
    lines = dict.fromkeys(y for y, _, _ in rows)
    down = {y: fill(y if " " in y else drawing.name(y, drawing.kind("y")), _LETTERS) for y in lines}
    tops, high = {}, 0.0
    for y, text in down.items():
        tops[y] = high
        high += _LINE * (1 + text.count("\n")) + 0.09
    texts = [line for text in down.values() for line in text.splitlines()]
    left_in = labels.room(texts, 8.0) + 0.25
    width = left_in + _COLUMN * len(across) + 0.1
    total = high + _HEAD + _FOOT
    figure = blank(width, total)
    beside = 1 - (left_in + 0.1) / width
    ax = figure.add_axes((left_in / width, _FOOT / total, beside, high / total))
    ax.set_xlim(-0.5, len(across) - 0.5)
    ax.set_ylim(high, 0.0)
    middles = {
        y: tops[y] + 0.5 * (_LINE * (1 + text.count("\n")) + 0.09) for y, text in down.items()
    }
    ax.set_yticks(list(middles.values()), list(down.values()), fontsize=8)
    ax.set_xticks(range(len(across)), [drawing.name(x, drawing.kind("x")) for x in across])
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    for top in tops.values():
        ax.axhline(top, color="#e6e8ea", linewidth=0.6, zorder=0)
    for y, x, mark in rows:
        ax.plot(across.index(x), middles[y], **drawing.styles[mark].point(7))
    handles = [
        Line2D([], [], label=style.meaning or drawing.name(name), **style.point(7))
        for name, style in drawing.styles.items()
    ]
    figure.legend(
        handles=handles,
        loc="lower left",
        ncols=3,
        labelcolor=palette.INK,
        bbox_to_anchor=(0.0, 0.0),
        columnspacing=1.2,
    )
    return Picture(figure, _alt(drawing.answer, rows, across))


def _alt(answer: Answer, rows: Sequence[tuple[str, str, str]], across: Sequence[str]) -> str:
    """How often each mark stands in each column."""
    parts = []
    for x in across:
        counts = Counter(mark for _, other, mark in rows if other == x)
        parts.append(f"{x}: " + ", ".join(f"{mark} {counts[mark]}" for mark in sorted(counts)))
    return f"Marks under {answer.label}. {'; '.join(parts)}."
