"""``dots``: one line a name, one dot a row; zero is where the answer turns."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing, View, margins

_FOOT = 0.98  # inches for the axis and the key


def draw(drawing: Drawing) -> Picture:
    """Draw the dots of column ``x`` along the names of column ``y``.

    The view may name ``table``, ``mark`` (the outcome column), ``zero`` (whether zero is a
    border), ``below`` and ``above`` (what the two sides of zero mean), ``emphasis`` (rows drawn
    large). A null is drawn in a strip of its own at the left.
    """
    answer, view, table = drawing.answer, drawing.view, drawing.table
    column = drawing.column("x")
    of_all = (str(one) for some in drawing.tables for one in some.column(view["y"]))
    identifiers = list(dict.fromkeys(of_all))
    names = [drawing.name(one, drawing.kind("y")) for one in identifiers]
    low, high = _limits(drawing)
    strip = low - 0.10 * (high - low)
    loud = marks.emphasis(answer, view, "target") if "target" in table.names else {}
    high_in = 0.27 * len(names) + 0.2
    figure = blank(5.0, high_in + 0.3 + _FOOT)
    total = figure.get_size_inches()[1]
    left = labels.room(names) / 5.0
    ax = figure.add_axes((left, _FOOT / total, 0.975 - left, high_in / total))
    ax.set_xlim(strip - 0.06 * (high - low), high)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.set_yticks(range(len(names)), names)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(labels.axis(column))
    ax.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 3, 5, 6, 10]))
    ax.xaxis.set_major_formatter(
        lambda value, _: labels.grouped(value) if value > low + 0.05 * (high - low) else ""
    )
    _ground(ax, view, len(names), low, strip)
    counted = _dots(ax, drawing, identifiers, strip, marks.where(table, loud))
    _explain(figure, counted, [drawing.name(one) for one in loud.values()])
    return Picture(
        figure,
        f"{labels.axis(column)} by {labels.title(str(view['y']))} under {answer.label}.",
    )


def _limits(drawing: Drawing) -> tuple[float, float]:
    values = drawing.amounts_of_all("x")
    if drawing.view.get("zero"):
        values = np.append(values, 0.0)
    return margins(values, 0.06, 1.0)


def _ground(ax: Axes, view: View, count: int, low: float, strip: float) -> None:
    for line in range(count):
        ax.axhline(line, color="#e6e8ea", linewidth=0.7, zorder=0)
    left = ax.get_xlim()[0]
    ax.axvspan(left, low, color="#eceeef", zorder=0.1)
    ax.annotate(
        "none",
        ((left + low) / 2, count - 0.4),
        xytext=(0, -5),
        textcoords="offset points",
        ha="center",
        va="top",
        color=palette.FAINT,
        annotation_clip=False,
    )
    if not view.get("zero"):
        return
    ax.axvline(0, color=palette.INK, linewidth=1.1, zorder=1)
    ax.axvspan(0, ax.get_xlim()[1], color="#e8f1f7", zorder=0.05)
    for side, word in ((-1, view.get("below")), (1, view.get("above"))):
        text = labels.words(word)
        if text:
            ax.annotate(
                f"← {text}" if side < 0 else f"{text} →",
                (0, -0.6),
                xytext=(5 * side, 3),
                textcoords="offset points",
                ha="right" if side < 0 else "left",
                va="bottom",
                fontsize=8.5,
                fontweight="bold",
                annotation_clip=False,
            )


def _dots(
    ax: Axes, drawing: Drawing, names: Sequence[str], strip: float, loud: np.ndarray
) -> Counter[str]:
    mark = str(drawing.view.get("mark", "outcome"))
    has_mark = mark in drawing.table.names
    count = len(drawing.table)
    outcomes = [str(one) for one in drawing.table.column(mark)] if has_mark else ["met"] * count
    values = drawing.amounts("x")
    rows = [names.index(one) for one in drawing.texts("y")]
    every = bool(loud.all())
    for at in np.argsort(loud, kind="stable"):
        style = palette.outcome(outcomes[at])
        big = bool(loud[at])
        ax.plot(
            values[at] if np.isfinite(values[at]) else strip,
            rows[at],
            **style.point(8 if big else 4.5),
            zorder=4 if big else 3,
            alpha=1.0 if big else 0.45,
            markeredgecolor=palette.INK if big and not every else style.color,
            markeredgewidth=0.8,
            clip_on=False,
        )
    return Counter(outcomes) if has_mark else Counter()


def _explain(figure, counted: Counter[str], loud: Sequence[str]) -> None:
    handles = [
        Line2D([], [], **style.point(6), label=style.meaning)
        for name, style in palette.OUTCOMES.items()
        if counted.get(name)
    ]
    if loud:
        handles.append(
            Line2D(
                [],
                [],
                linestyle="none",
                label=f"large: {', '.join(loud)}",
                marker="o",
                markersize=8,
                color="white",
                markeredgecolor=palette.INK,
            )
        )
    if handles:
        figure.legend(
            handles=handles,
            loc="lower left",
            bbox_to_anchor=(0.0, 0.0),
            ncols=2,
            fontsize=7.8,
            handlelength=1.4,
            columnspacing=1.0,
            borderaxespad=0.3,
        )
