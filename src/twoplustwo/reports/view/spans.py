"""``spans``: one line a name, one interval a row; years, shares, seconds."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import Scene, View, marks

_LANE, _HEAD = 0.19, 0.24  # inches: one interval, the title of a block
_MOST = 60


def draw(answer: Answer, view: View, scene: Scene) -> Picture:
    """Draw the intervals from column ``low`` to column ``high`` along the names of column ``y``.

    A null end is open: an arrow leads to the edge of the picture. Rows with the same name lie
    below one another on its line. Rows without either end are named, with no interval.

    The view may name ``table``; ``best`` (a column: a mark on the interval); ``mark`` (a column:
    its values differ by colour, line and shape); ``by`` (a column: one block of lines for each
    value, with its name as title); ``axis`` (what the axis says, by language; else the meaning of
    ``low``); ``at`` (vertical lines: a number in the unit of the column, a
    list of them, or a list of ``{value, says}``, or the name of a column whose values are drawn).
    """
    table = answer.table(view.get("table"))
    low = marks.column(table, view["low"])
    blocks = _blocks(table, view)
    lanes = sum(len(rows) for _, lines in blocks for _, rows in lines)
    heads = sum(bool(title) for title, _ in blocks)
    styles = palette.named(marks.values(scene.group or [answer], view, "mark"))
    lines_at = _at(table, view, low)
    wide = marks.width(answer, 5.0, 7.4)
    entries = _entries(table, view, styles, lines_at, scene)
    abreast = marks.abreast([text for _, text in entries], wide - 0.1, 3)
    key = 0.24 * -(-len(entries) // abreast) + 0.12
    foot = 0.52 + key
    high_in = _LANE * (lanes + 0.6) + _HEAD * heads
    figure = blank(wide, high_in + foot + 0.12)
    total = figure.get_size_inches()[1]
    names = [labels.name(name, scene.names) for _, lines in blocks for name, _ in lines]
    left = min(labels.room(names) / wide, 0.46)
    ax = figure.add_axes((left, foot / total, 0.975 - left, high_in / total))
    says = labels.words(view.get("axis")) or labels.axis(low)
    _axis(ax, low, _limits(scene.group or [answer], view, low, lines_at), high_in, says)
    for value, _ in lines_at:
        ax.axvline(value, color=palette.INK, linewidth=1.1, linestyle=(0, (4, 2)), zorder=1)
    _rows(ax, table, view, blocks, styles, scene)
    if entries:
        edge = (0.06 / wide - left) / (0.975 - left)  # of the picture, not of the axes
        marks.legend(ax, entries, abreast, -0.5 / high_in, edge)
    return Picture(
        figure,
        f"Intervals by {labels.title(str(view['y']))}: {says}, under {answer.label}.",
    )


def _entries(table: Table, view: View, styles, lines_at, scene: Scene) -> list:
    """What the key shows; a mark only where a mark is drawn."""
    ends = [table.column(view[key]).astype(float) for key in ("low", "high")]
    pointed = bool(view.get("best")) or bool((ends[0] == ends[1]).any())
    entries = [
        (_key(style, pointed), marks.named(table, view, name, scene.names))
        for name, style in styles.items()
        if name
    ]
    said = "; ".join(dict.fromkeys(says for _, says in lines_at if says))
    if said:
        entries.append(({"color": palette.INK, "linestyle": (0, (4, 2)), "linewidth": 1.1}, said))
    return entries


Lines = list[tuple[str, list[int]]]


def _blocks(table: Table, view: View) -> list[tuple[str, Lines]]:
    """Title of a block, and its names with their rows; in the order of the table."""
    by = view.get("by")
    found: dict[str, dict[str, list[int]]] = {}
    for at in range(min(len(table), int(view.get("most", _MOST)))):
        title = str(table.column(str(by))[at]) if by else ""
        found.setdefault(title, {}).setdefault(str(table.column(view["y"])[at]), []).append(at)
    return [(title, list(lines.items())) for title, lines in found.items()]


def _at(table: Table, view: View, low: Column) -> list[tuple[float, str]]:
    """Vertical lines, in the unit shown, with what they say."""
    given: Any = view.get("at")
    _, factor = labels.shown_unit(low)
    if given is None:
        return []
    if isinstance(given, str):
        column = marks.column(table, given)
        values = np.unique(table.column(given).astype(float))
        return [
            (float(one) * factor, labels.words(column.means) or labels.title(column))
            for one in values[np.isfinite(values)]
        ]
    given = given if isinstance(given, Sequence) else [given]
    return [
        (float(one["value"]), labels.words(one.get("says")))
        if isinstance(one, Mapping)
        else (float(one), "")
        for one in given
    ]


def _limits(group: Sequence[Answer], view: View, low: Column, lines_at) -> tuple[float, float]:
    names = [view["low"], view["high"], *([view["best"]] if view.get("best") else [])]
    _, factor = labels.shown_unit(low)
    found = np.concatenate(
        [one.table(view.get("table")).column(n).astype(float) for one in group for n in names]
    )
    found = np.append(found[np.isfinite(found)] * factor, [value for value, _ in lines_at])
    if not len(found):
        return 0.0, 1.0
    room = 0.08 * max(float(np.ptp(found)), 1e-9 + abs(float(found.max())) * 1e-3)
    return float(found.min()) - room, float(found.max()) + room


def _axis(ax: Axes, low: Column, limits: tuple[float, float], high_in: float, says: str) -> None:
    ax.set_xlim(*limits)
    ax.set_ylim(high_in / _LANE, 0)
    ax.set_yticks([])
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(says)
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=labels.is_year(low)))
    ax.xaxis.set_major_formatter(lambda value, _: marks.tick(value, low))


def _rows(ax: Axes, table: Table, view: View, blocks, styles, scene: Scene) -> None:
    _, factor = labels.shown_unit(marks.column(table, view["low"]))
    at, ticks, texts = 0.3, [], []
    for title, lines in blocks:
        if title:
            ax.text(
                0.0,
                at + 0.55 * _HEAD / _LANE,
                labels.name(title, scene.names),
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
            texts.append(labels.name(name, scene.names))
            ax.axhline(at, color="#e6e8ea", linewidth=0.7, zorder=0)
            for row in rows:
                _interval(ax, table, view, row, at + 0.5, styles, factor)
                at += 1
    ax.set_yticks(ticks, texts)


def _interval(ax: Axes, table: Table, view: View, row: int, y: float, styles, factor) -> None:
    given = [table.column(view[key])[row] for key in ("low", "high")]
    ends = [np.nan if one is None else float(one) * factor for one in given]  # 0 is an end too
    best = float(table.column(view["best"])[row]) * factor if view.get("best") else np.nan
    mark = str(table.column(view["mark"])[row]) if view.get("mark") else ""
    style = styles.get(mark) or palette.quantity(0)
    if not np.isfinite([*ends, best]).any():
        return
    edges = ax.get_xlim()
    if np.isfinite(ends).any():
        for side, (end, edge) in enumerate(zip(ends, edges, strict=True)):
            if not np.isfinite(end):
                ax.plot(edge, y, marker="<>"[side], color=style.color, markersize=5, clip_on=False)
            else:
                ax.plot(end, y, marker="|", color=style.color, markersize=7, zorder=3)
        shown = [end if np.isfinite(end) else edge for end, edge in zip(ends, edges, strict=True)]
        ax.plot(shown, [y, y], color=style.color, linestyle=style.line, linewidth=2.2, zorder=2)
    point = best if np.isfinite(best) else ends[0] if ends[0] == ends[1] else np.nan
    if np.isfinite(point):
        ax.plot(
            point,
            y,
            marker=style.marker,
            color=style.color,
            markersize=6,
            markerfacecolor=style.color if style.filled else "white",
            zorder=4,
        )


def _key(style: palette.Style, pointed: bool) -> dict[str, Any]:
    return {
        "color": style.color,
        "linestyle": style.line,
        "linewidth": 2.2,
        "marker": style.marker if pointed else "",
        "markersize": 6,
        "markerfacecolor": style.color if style.filled else "white",
    }
