"""``scatter``: one point a row, two columns against one another, a front as a line."""

from textwrap import fill

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from twoplustwo.reports import labels, palette, place
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing, margins

_LETTERS = 44  # in a line of a label
_SHAPE = 1.5  # width over height of the axes


def draw(drawing: Drawing) -> Picture:
    """Draw a point for each row that has both columns ``x`` and ``y``.

    The view may name ``table``; ``mark`` (a column: its values differ by colour and shape);
    ``label`` (a column of texts, written where there is room: of the front where there is one,
    else of all points); ``front`` (a yes-or-no column: those rows are drawn large and joined, in
    the order of x, as steps); ``better`` (mapping of ``x`` and ``y`` to ``up`` or ``down``: an
    arrow on the axis says which way is better).
    """
    x, y = drawing.column("x"), drawing.column("y")
    width = drawing.width(5.0, 7.2)
    entries = _entries(drawing)
    abreast = marks.abreast([text for _, text in entries], width - 0.8, 3)
    key = 0.24 * -(-len(entries) // abreast) + 0.1
    wide, high = width - 0.85, (width - 0.85) / _SHAPE
    height = high + 0.7 + key
    figure = blank(width, height)
    ax = figure.add_axes((0.72 / width, (0.55 + key) / height, wide / width, high / height))
    ax.set_xlim(*_limits(drawing, "x"))
    ax.set_ylim(*_limits(drawing, "y"))
    for axis, of, key_ in ((ax.xaxis, x, "x"), (ax.yaxis, y, "y")):
        axis.set_major_locator(MaxNLocator(7, integer=labels.is_year(of)))
        axis.set_major_formatter(lambda value, _, of=of: marks.tick(value, of))
        axis.set_label_text(labels.axis(of) + _better(drawing, key_))
    ax.grid(color="#e6e8ea", linewidth=0.6, zorder=0)
    ax.set_axisbelow(True)
    points = np.column_stack([drawing.amounts("x"), drawing.amounts("y")])
    front = _front(drawing)
    _points(ax, drawing, points, front)
    _texts(ax, drawing, points, front)
    if entries:
        marks.legend(ax, entries, abreast, -0.52 / high)
    return Picture(
        figure,
        f"{labels.axis(y)} against {labels.axis(x)}, {int(np.isfinite(points).all(1).sum())} "
        f"points, under {drawing.answer.label}.",
    )


def _entries(drawing: Drawing) -> list:
    """What the key shows: the marks, and the front as a line."""
    entries = [(style.point(6), drawing.mark_name(name)) for name, style in drawing.styles.items()]
    if drawing.view.get("front"):
        means = labels.words(drawing.column("front").means) or "front"
        entries.append(({"color": palette.INK, "linewidth": 1.3}, means))
    return entries


def _limits(drawing: Drawing, key: str) -> tuple[float, float]:
    unit, _ = labels.shown_unit(drawing.column(key))
    values = drawing.amounts_of_all(key)
    if unit == "%" and len(values) and values.min() >= 0 and values.max() <= 100:
        return -4.0, 104.0
    largest = abs(float(values.max())) if len(values) else 0.0
    return margins(values, 0.07, 1e-9 + largest * 1e-2)


def _better(drawing: Drawing, key: str) -> str:
    """An arrow that says which way is better, where the view does."""
    way = str((drawing.view.get("better") or {}).get(key, ""))
    return {"up": "  better →", "down": "  ← better"}.get(way, "")


def _front(drawing: Drawing) -> np.ndarray:
    if not drawing.view.get("front"):
        return np.zeros(len(drawing.table), dtype=bool)
    flags = drawing.table.column(drawing.view["front"])
    return np.array([one is True or one == 1 for one in flags], dtype=bool)


def _points(ax: Axes, drawing: Drawing, points: np.ndarray, front: np.ndarray) -> None:
    texts = drawing.texts("mark")
    fine = np.isfinite(points).all(axis=1)
    quiet = 0.55 if front.any() else 0.9
    for name in dict.fromkeys(texts):
        style = drawing.styles.get(name) or palette.quantity(0)
        for loud in (False, True):
            kept = fine & (front == loud) & np.array([one == name for one in texts], bool)
            ax.plot(
                *points[kept].T,
                **style.point(8 if loud else 5),
                alpha=1.0 if loud else quiet,
                markeredgecolor=palette.INK if loud else style.color,
                markeredgewidth=0.7,
                zorder=4 if loud else 3,
                clip_on=False,
            )
    joined = points[fine & front]
    if len(joined) > 1:
        order = np.lexsort((joined[:, 1], joined[:, 0]))
        # between two designs of the front, what can be had is the worse one's y
        better = (drawing.view.get("better") or {}).get("x")
        steps = "steps-pre" if better == "up" else "steps-post"
        ax.plot(*joined[order].T, color=palette.INK, linewidth=1.3, drawstyle=steps, zorder=2)


def _texts(ax: Axes, drawing: Drawing, points: np.ndarray, front: np.ndarray) -> None:
    if not drawing.view.get("label"):
        return
    wanted = np.isfinite(points).all(axis=1) & (front if front.any() else True)
    by_spot: dict[tuple[float, float], list[str]] = {}
    for at in np.flatnonzero(wanted):
        spot = (float(points[at, 0]), float(points[at, 1]))
        name = drawing.name(drawing.table.column(drawing.view["label"])[at], drawing.kind("label"))
        by_spot.setdefault(spot, []).append(name)
    # of several at one spot the first is named, and the others are counted
    texts = [
        names[0] + (f" (and\u00a0{len(names) - 1}\u00a0more)" if names[1:] else "")
        for names in by_spot.values()
    ]
    # straight beside a point of the front, its steps would cross the words
    clear = ((9, 6), (-9, 6), (9, -6), (-9, -6)) if front.any() else ()
    place.labels(ax, list(by_spot), [fill(one, _LETTERS) for one in texts], size=7.2, first=clear)
