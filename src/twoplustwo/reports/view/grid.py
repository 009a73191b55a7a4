"""``grid``: one line a text, one column a name, one mark where they meet."""

from collections.abc import Sequence
from textwrap import fill

from matplotlib.lines import Line2D

from twoplustwo.answers.answer import Answer
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import Scene, View, marks

_LINE, _FOOT, _HEAD, _LETTERS = 0.15, 0.6, 0.35, 66
_COLUMN = 0.95  # inches between two names


def draw(answer: Answer, view: View, scene: Scene) -> Picture:
    """Draw a mark of column ``mark`` for each row, where its ``y`` meets its ``x``.

    ``y`` holds identifiers or whole sentences, which are broken into lines; ``x`` few names, which
    stand above in their order. The view may name ``table``.
    """
    table = answer.table(view.get("table"))
    rows = [(str(r[view["y"]]), str(r[view["x"]]), str(r[view["mark"]])) for r in table.records()]
    across = list(dict.fromkeys(x for _, x, _ in rows))
    down = {y: fill(_said(y, scene), _LETTERS) for y in dict.fromkeys(y for y, _, _ in rows)}
    tops, high = {}, 0.0
    for y, text in down.items():
        tops[y] = high
        high += _LINE * (1 + text.count("\n")) + 0.09
    styles = palette.named(marks.values(scene.group or [answer], view, "mark"))
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
    ax.set_xticks(range(len(across)), [labels.name(x, scene.names) for x in across])
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    for top in tops.values():
        ax.axhline(top, color="#e6e8ea", linewidth=0.6, zorder=0)
    for y, x, mark in rows:
        ax.plot(across.index(x), middles[y], **_mark(styles[mark]))
    entries = [
        (_mark(style), style.told or labels.name(name, scene.names))
        for name, style in styles.items()
    ]
    handles = [Line2D([], [], label=text, **style) for style, text in entries]
    figure.legend(
        handles=handles,
        loc="lower left",
        ncols=3,
        labelcolor=palette.INK,
        bbox_to_anchor=(0.0, 0.0),
        columnspacing=1.2,
    )
    return Picture(figure, _alt(answer, rows, across))


def _said(text: str, scene: Scene) -> str:
    return text if " " in text else labels.name(text, scene.names)


def _mark(style: palette.Style) -> dict:
    return {
        "color": style.color,
        "marker": style.marker,
        "linestyle": "none",
        "markersize": 7,
        "markerfacecolor": style.color if style.filled else "white",
    }


def _alt(answer: Answer, rows: Sequence[tuple[str, str, str]], across: Sequence[str]) -> str:
    """How often each mark stands in each column."""
    told = []
    for x in across:
        mine = [mark for _, other, mark in rows if other == x]
        counted = ", ".join(f"{mark} {mine.count(mark)}" for mark in sorted(set(mine)))
        told.append(f"{x}: {counted}")
    return f"Marks under {answer.label}. {'; '.join(told)}."
