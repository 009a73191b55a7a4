"""``spans``: one line a name, one interval a row; years, shares, seconds."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from twoplustwo.base.table import Column
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing, column, margins

_LANE, _HEAD = 0.19, 0.24  # inches: one interval, the title of a block
_MOST = 60

Lines = list[tuple[str, list[int]]]
Verticals = list[tuple[float, str]]


def draw(drawing: Drawing) -> Picture:
    """Draw the intervals from column ``low`` to column ``high`` along the names of column ``y``.

    A null end is open: an arrow leads to the edge of the picture. Rows with the same name lie
    below one another on its line. Rows without either end are named, with no interval.

    The view may name ``table``; ``best`` (a column: a mark on the interval); ``mark`` (a column:
    its values differ by colour, line and shape); ``by`` (a column: one block of lines for each
    value, with its name as title); ``axis`` (what the axis says, by language; else the meaning of
    ``low``); ``at`` (vertical lines: a number in the unit of the column, a
    list of them, or a list of ``{value, says}``, or the name of a column whose values are drawn).
    """
    low = drawing.column("low")
    blocks = _blocks(drawing)
    lanes = sum(len(rows) for _, lines in blocks for _, rows in lines)
    heads = sum(bool(title) for title, _ in blocks)
    verticals = _verticals(drawing)
    wide = drawing.width(5.0, 7.4)
    entries = _entries(drawing, verticals)
    abreast = marks.abreast([text for _, text in entries], wide - 0.1, 3)
    key = 0.24 * -(-len(entries) // abreast) + 0.12
    foot = 0.52 + key
    high_in = _LANE * (lanes + 0.6) + _HEAD * heads
    figure = blank(wide, high_in + foot + 0.12)
    total = figure.get_size_inches()[1]
    names = [drawing.name(name, drawing.kind("y")) for _, lines in blocks for name, _ in lines]
    left = min(labels.room(names) / wide, 0.46)
    ax = figure.add_axes((left, foot / total, 0.975 - left, high_in / total))
    says = labels.words(drawing.view.get("axis")) or labels.axis(low)
    _axis(ax, low, _limits(drawing, verticals), high_in, says)
    for value, _ in verticals:
        ax.axvline(value, color=palette.INK, linewidth=1.1, linestyle=(0, (4, 2)), zorder=1)
    _rows(ax, drawing, blocks)
    if entries:
        edge = (0.06 / wide - left) / (0.975 - left)  # of the picture, not of the axes
        marks.legend(ax, entries, abreast, -0.5 / high_in, edge)
    return Picture(
        figure,
        f"Intervals by {labels.title(str(drawing.view['y']))}: {says}, "
        f"under {drawing.answer.label}.",
    )


def _entries(drawing: Drawing, verticals: Verticals) -> list:
    """What the key shows; a mark only where a mark is drawn."""
    ends = [drawing.table.column(drawing.view[key]).astype(float) for key in ("low", "high")]
    pointed = bool(drawing.view.get("best")) or bool((ends[0] == ends[1]).any())
    entries = [
        (_key(style, pointed), drawing.mark_name(name))
        for name, style in drawing.styles.items()
        if name
    ]
    meaning = "; ".join(dict.fromkeys(says for _, says in verticals if says))
    if meaning:
        dashed = {"color": palette.INK, "linestyle": (0, (4, 2)), "linewidth": 1.1}
        entries.append((dashed, meaning))
    return entries


def _blocks(drawing: Drawing) -> list[tuple[str, Lines]]:
    """Title of a block, and its names with their rows; in the order of the table."""
    titles, names = drawing.texts("by"), drawing.texts("y")
    blocks: dict[str, dict[str, list[int]]] = {}
    for at in range(min(len(names), int(drawing.view.get("most", _MOST)))):
        blocks.setdefault(titles[at], {}).setdefault(names[at], []).append(at)
    return [(title, list(lines.items())) for title, lines in blocks.items()]


def _verticals(drawing: Drawing) -> Verticals:
    """Vertical lines, in the unit shown, with what they say."""
    at: Any = drawing.view.get("at")
    if at is None:
        return []
    if isinstance(at, str):
        _, factor = labels.shown_unit(drawing.column("low"))
        of = column(drawing.table, at)
        values = np.unique(drawing.table.column(at).astype(float))
        says = labels.words(of.means) or labels.title(of)
        return [(float(value) * factor, says) for value in values[np.isfinite(values)]]
    return [
        (float(line["value"]), labels.words(line.get("says")))
        if isinstance(line, Mapping)
        else (float(line), "")
        for line in (at if isinstance(at, Sequence) else [at])
    ]


def _limits(drawing: Drawing, verticals: Verticals) -> tuple[float, float]:
    values = drawing.amounts_of_all("low", "high", "best")
    values = np.append(values, [value for value, _ in verticals])
    largest = abs(float(values.max())) if len(values) else 0.0
    return margins(values, 0.08, 1e-9 + largest * 1e-3)


def _axis(ax: Axes, low: Column, limits: tuple[float, float], high_in: float, says: str) -> None:
    ax.set_xlim(*limits)
    ax.set_ylim(high_in / _LANE, 0)
    ax.set_yticks([])
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(says)
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=labels.is_year(low)))
    ax.xaxis.set_major_formatter(lambda value, _: marks.tick(value, low))


def _rows(ax: Axes, drawing: Drawing, blocks: list[tuple[str, Lines]]) -> None:
    at, ticks, texts = 0.3, [], []
    for title, lines in blocks:
        if title:
            ax.text(
                0.0,
                at + 0.55 * _HEAD / _LANE,
                drawing.name(title, drawing.kind("by")),
                transform=ax.get_yaxis_transform(),
                fontsize=9.5,
                fontweight="bold",
                va="center",
                zorder=6,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            )
            at += _HEAD / _LANE
        for name, rows in lines:
            ticks.append(at + len(rows) / 2)
            texts.append(drawing.name(name, drawing.kind("y")))
            ax.axhline(at, color="#e6e8ea", linewidth=0.7, zorder=0)
            for row in rows:
                _interval(ax, drawing, row, at + 0.5)
                at += 1
    ax.set_yticks(ticks, texts)


def _interval(ax: Axes, drawing: Drawing, row: int, y: float) -> None:
    _, factor = labels.shown_unit(drawing.column("low"))

    def amount(key: str) -> float:
        value = drawing.table.column(drawing.view[key])[row] if drawing.view.get(key) else None
        return np.nan if value is None else float(value) * factor  # 0 is an end too

    ends, best = [amount("low"), amount("high")], amount("best")
    style = drawing.styles.get(drawing.texts("mark")[row]) or palette.quantity(0)
    if not np.isfinite([*ends, best]).any():
        return
    edges = ax.get_xlim()
    if np.isfinite(ends).any():
        for side, (end, edge) in enumerate(zip(ends, edges, strict=True)):
            if not np.isfinite(end):
                ax.plot(edge, y, marker="<>"[side], color=style.color, markersize=5, clip_on=False)
            else:
                ax.plot(end, y, marker="|", color=style.color, markersize=7, zorder=3)
        line = [end if np.isfinite(end) else edge for end, edge in zip(ends, edges, strict=True)]
        ax.plot(line, [y, y], color=style.color, linestyle=style.line, linewidth=2.2, zorder=2)
    point = best if np.isfinite(best) else ends[0] if ends[0] == ends[1] else np.nan
    if np.isfinite(point):
        ax.plot(point, y, **{**style.point(6), "linestyle": None}, zorder=4)


def _key(style: palette.Style, pointed: bool) -> dict[str, Any]:
    mark = style.marker if pointed else ""
    return {**style.point(6), "marker": mark, "linestyle": style.line, "linewidth": 2.2}
