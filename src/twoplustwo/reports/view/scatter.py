"""``scatter``: one point a row, two columns against one another, a front as a line."""

from collections.abc import Sequence
from textwrap import fill

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette, place
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import Scene, View, marks

_LETTERS = 44  # in a line of a label
_SHAPE = 1.5  # width over height of the axes


def draw(answer: Answer, view: View, scene: Scene) -> Picture:
    """Draw a point for each row that has both columns ``x`` and ``y``.

    The view may name ``table``; ``mark`` (a column: its values differ by colour and shape);
    ``label`` (a column of texts, written where there is room: of the front where there is one,
    else of all points); ``front`` (a yes-or-no column: those rows are drawn large and joined, in
    the order of x, as steps); ``better`` (mapping of ``x`` and ``y`` to ``up`` or ``down``: an
    arrow on the axis says which way is better).
    """
    table = answer.table(view.get("table"))
    x, y = (marks.column(table, view[key]) for key in ("x", "y"))
    styles = palette.named(marks.values(scene.group or [answer], view, "mark"))
    width = marks.width(answer, 5.0, 7.2)
    entries = _entries(table, view, styles, scene)
    abreast = marks.abreast([text for _, text in entries], width - 0.8, 3)
    key = 0.24 * -(-len(entries) // abreast) + 0.1
    wide, high = width - 0.85, (width - 0.85) / _SHAPE
    height = high + 0.7 + key
    figure = blank(width, height)
    ax = figure.add_axes((0.72 / width, (0.55 + key) / height, wide / width, high / height))
    for axis, column, name in ((ax.xaxis, x, "x"), (ax.yaxis, y, "y")):
        limits = _limits(scene.group or [answer], view, name, column)
        (ax.set_xlim if name == "x" else ax.set_ylim)(*limits)
        axis.set_major_locator(MaxNLocator(7, integer=labels.is_year(column)))
        axis.set_major_formatter(lambda value, _, of=column: marks.tick(value, of))
        axis.set_label_text(labels.axis(column) + _arrow(view, name))
    ax.grid(color="#e6e8ea", linewidth=0.6, zorder=0)
    ax.set_axisbelow(True)
    points = np.column_stack(
        [table.column(one.name).astype(float) * labels.shown_unit(one)[1] for one in (x, y)]
    )
    front = _front(table, view)
    _points(ax, table, view, points, front, styles)
    _texts(ax, table, view, points, front, scene)
    if entries:
        marks.legend(ax, entries, abreast, -0.52 / high)
    return Picture(
        figure,
        f"{labels.axis(y)} against {labels.axis(x)}, {int(np.isfinite(points).all(1).sum())} "
        f"points, under {answer.label}.",
    )


def _entries(table: Table, view: View, styles, scene: Scene) -> list:
    """What the key shows: the marks, and the front as a line."""
    entries = [
        (
            {
                "color": one.color,
                "marker": one.marker,
                "linestyle": "none",
                "markersize": 6,
                "markerfacecolor": one.color if one.filled else "white",
            },
            marks.named(table, view, name, scene.names),
        )
        for name, one in styles.items()
    ]
    if view.get("front"):
        means = labels.words(marks.column(table, view["front"]).means) or "front"
        entries.append(({"color": palette.INK, "linewidth": 1.3}, means))
    return entries


def _limits(group: Sequence[Answer], view: View, key: str, column: Column) -> tuple[float, float]:
    unit, factor = labels.shown_unit(column)
    found = np.concatenate(
        [one.table(view.get("table")).column(view[key]).astype(float) for one in group]
    )
    found = found[np.isfinite(found)] * factor
    if unit == "%" and len(found) and found.min() >= 0 and found.max() <= 100:
        return -4.0, 104.0
    if not len(found):
        return 0.0, 1.0
    room = 0.07 * max(float(np.ptp(found)), 1e-9 + abs(float(found.max())) * 1e-2)
    return float(found.min()) - room, float(found.max()) + room


def _arrow(view: View, key: str) -> str:
    way = str((view.get("better") or {}).get(key, ""))
    arrows = {"x": {"up": "  better →", "down": "  ← better"}}
    return arrows.get(key, {"up": "  better →", "down": "  ← better"}).get(way, "")


def _front(table: Table, view: View) -> np.ndarray:
    if not view.get("front"):
        return np.zeros(len(table), dtype=bool)
    return np.array([one is True or one == 1 for one in table.column(view["front"])], dtype=bool)


def _points(ax: Axes, table: Table, view: View, points, front, styles) -> None:
    mark = table.column(view["mark"]) if view.get("mark") else np.full(len(table), "")
    fine = np.isfinite(points).all(axis=1)
    quiet = 0.55 if front.any() else 0.9
    for name in dict.fromkeys(str(one) for one in mark):
        style = styles.get(name) or palette.quantity(0)
        for loud in (False, True):
            kept = fine & (front == loud) & np.array([str(one) == name for one in mark], bool)
            ax.plot(
                *points[kept].T,
                linestyle="none",
                marker=style.marker,
                color=style.color,
                markersize=8 if loud else 5,
                alpha=1.0 if loud else quiet,
                markerfacecolor=style.color if style.filled else "white",
                markeredgecolor=palette.INK if loud else style.color,
                markeredgewidth=0.7,
                zorder=4 if loud else 3,
                clip_on=False,
            )
    joined = points[fine & front]
    if len(joined) > 1:
        order = np.lexsort((joined[:, 1], joined[:, 0]))
        # between two designs of the front, what can be had is the worse one's y
        steps = "steps-pre" if (view.get("better") or {}).get("x") == "up" else "steps-post"
        ax.plot(*joined[order].T, color=palette.INK, linewidth=1.3, drawstyle=steps, zorder=2)


def _texts(ax: Axes, table: Table, view: View, points, front, scene: Scene) -> None:
    if not view.get("label"):
        return
    wanted = np.isfinite(points).all(axis=1) & (front if front.any() else True)
    found: dict[tuple[float, float], list[str]] = {}
    for at in np.flatnonzero(wanted):
        spot = (float(points[at, 0]), float(points[at, 1]))
        name = labels.name(table.column(view["label"])[at], scene.names)
        found.setdefault(spot, []).append(name)
    # of several at one spot the first is named, and the others are counted
    texts = [
        names[0] + (f" (and\u00a0{len(names) - 1}\u00a0more)" if names[1:] else "")
        for names in found.values()
    ]
    # straight beside a point of the front, its steps would cross the words
    clear = ((9, 6), (-9, 6), (9, -6), (-9, -6)) if front.any() else ()
    place.labels(ax, list(found), [fill(one, _LETTERS) for one in texts], size=7.2, first=clear)
