"""``bars``: shares by name, one bar a column, largest weight first."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import fill

import numpy as np
from matplotlib.axes import Axes

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import Scene, View, marks

_MOST = 24
_LINE, _APART = "line", "\x1f"  # names kept apart
_HATCHES = ("", "////", "...", "xx")


def draw(answer: Answer, view: View, scene: Scene) -> Picture:
    """Draw horizontal bars of the columns ``x`` for the names in column ``y``.

    The view may name ``table``, ``weight`` (a column: the heaviest names come first, names
    without weight are left out, and so are those past the first two dozen, with a note), and
    ``by`` (a column: a block of names for each of its values, with that value as title). Bars of
    numbers below zero go to the left of a line at zero, lighter and in another hatch.
    """
    if view.get("by"):
        return draw(apart(answer, view), {**view, "by": None, "y": _LINE}, replace(scene, group=()))
    table = answer.table(view.get("table"))
    x_names = [view["x"]] if isinstance(view["x"], str) else list(view["x"])
    columns = [next(one for one in table.columns if one.name == name) for name in x_names]
    names, left_out = _names(scene.group or [answer], view)
    keys = len(columns) + sum(bool((table.column(c.name).astype(float) < 0).any()) for c in columns)
    titles, lines, texts = _lines(names, scene)
    slots = max(len(names) + len(titles), 1)
    wide = marks.width(answer, 5.0, 7.4)
    figure = blank(wide, 0.84 + 0.25 * slots + 0.2 * keys)
    height = figure.get_size_inches()[1]
    left = min(labels.room(texts) / wide, 0.5)
    foot = (0.66 + 0.2 * keys) / height
    ax = figure.add_axes((left, foot, 0.97 - left, 0.25 * slots / height))
    for slot, title in titles.items():
        ax.text(
            -left / (0.97 - left) + 0.01,
            slot,
            title,
            transform=ax.get_yaxis_transform(),
            fontweight="bold",
            va="center",
        )
    at = {str(one): number for number, one in enumerate(table.column(view["y"]))}
    thick = 0.8 / len(columns)
    top = bottom = 0.0
    signed = keys > len(columns)
    for number, column in enumerate(columns):
        _, factor = labels.shown_unit(column)
        values = table.column(column.name).astype(float) * factor
        lengths = np.array([values[at[name]] if name in at else np.nan for name in names])
        fill_ = palette.BARS[number % len(palette.BARS)]
        if signed:
            fill_ = palette.SIGNS["plus"]
        ax.barh(
            lines + (number - (len(columns) - 1) / 2) * thick,
            np.nan_to_num(lengths),
            height=thick,
            color=fill_.color,
            edgecolor="white",
            hatch=fill_.hatch + (_HATCHES[number % len(_HATCHES)] if signed else ""),
            linewidth=0.4,
            label=fill(labels.words(column.means) or labels.title(column), 62),
        )
        top = max(top, float(np.nanmax(lengths, initial=0.0)))
        bottom = min(bottom, float(np.nanmin(lengths, initial=0.0)))
        _below(ax, lines, np.nan_to_num(lengths), number, thick, len(columns))
    unit, _ = labels.shown_unit(columns[0])
    if bottom < 0.0:
        unit = "percentage points" if unit == "%" else unit  # a share of something is not below 0
        ax.set_xlim(bottom * 1.05, max(top * 1.05, -bottom * 0.05))
        ax.axvline(0.0, color=palette.INK, linewidth=0.8)
    else:
        ax.set_xlim(0, 100 if unit == "%" else max(top * 1.05, 1e-9))
    ax.set_ylim(slots - 0.5, -0.5)
    ax.set_yticks(lines, texts)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(unit)
    ax.legend(
        loc="upper left",
        bbox_to_anchor=(0, -0.44 / (0.25 * slots)),
        borderaxespad=0.0,
        ncols=1,
    )
    if left_out:
        figure.text(
            0.99,
            0.99,
            f"+ {left_out} smaller ones in the table",
            ha="right",
            va="top",
            fontsize=7.5,
            color=palette.FAINT,
        )
    return Picture(
        figure,
        f"Bars of {', '.join(map(labels.title, columns))} by "
        f"{labels.title(str(view['y']))} under {answer.label}.",
    )


def apart(answer: Answer, view: View) -> Answer:
    """The answer with the names of a view kept apart by another column of its table."""
    name = view.get("table")
    table = answer.table(name)
    pairs = zip(table.column(view["by"]), table.column(view["y"]), strict=True)
    lines = np.array([f"{one}{_APART}{two}" for one, two in pairs], dtype=object)
    made = Table((*table.columns, Column(_LINE)), {**table.data, _LINE: lines})
    if name in (None, "", "rows"):
        return replace(answer, rows=made)
    return replace(answer, tables={**answer.tables, str(name): made})


def _lines(names: Sequence[str], scene: Scene) -> tuple[dict[int, str], np.ndarray, list[str]]:
    """Slot to title of a block, the slot of each name, and what each name is called."""
    titles: dict[int, str] = {}
    lines: list[int] = []
    last = ""
    for name in names:
        block, _, _ = name.rpartition(_APART)
        if block != last:
            titles[len(lines) + len(titles)] = labels.name(block, scene.names)
        last = block
        lines.append(len(lines) + len(titles))
    texts = [labels.name(name.rpartition(_APART)[2], scene.names) for name in names]
    return titles, np.array(lines, dtype=float), texts


def _below(
    ax: Axes, lines: np.ndarray, lengths: np.ndarray, number: int, thick: float, columns: int
) -> None:
    """Draw what is below zero over again, in the look of what falls."""
    if not (lengths < 0.0).any():
        return
    at = np.flatnonzero(lengths < 0.0)
    below = palette.SIGNS["minus"]
    ax.barh(
        lines[at] + (number - (columns - 1) / 2) * thick,
        lengths[at],
        height=thick,
        color=below.color,
        edgecolor="white",
        hatch=below.hatch + _HATCHES[number % len(_HATCHES)],
        linewidth=0.4,
        label="the same, below zero",
    )


def _names(group: Sequence[Answer], view: View) -> tuple[list[str], int]:
    weights: dict[str, float] = {}
    for answer in group:
        table = answer.table(view.get("table"))
        weight = view.get("weight")
        heavy = table.column(weight).astype(float) if weight else np.ones(len(table))
        for name, value in zip(table.column(view["y"]), np.nan_to_num(heavy), strict=True):
            weights[str(name)] = max(weights.get(str(name), 0.0), float(value))
    kept = [name for name, value in weights.items() if value > 0]
    kept.sort(key=lambda name: -weights[name])
    return kept[:_MOST], max(0, len(kept) - _MOST)
