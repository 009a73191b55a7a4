"""``bars``: shares by name, one bar a column, largest weight first."""

from dataclasses import replace
from textwrap import fill
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view.drawing import Drawing, View, column

F = NDArray[np.float64]

_MOST = 24
_LINE, _APART = "line", "\x1f"  # names kept apart
_HATCHES = ("", "////", "...", "xx")
_SLOT, _KEY = 0.25, 0.2  # inches: a name, a line of the key


class Layout(NamedTuple):
    """Which names stand in which slot, and the bars of each column there, in the unit shown."""

    slots: F
    texts: list[str]
    titles: dict[int, str]  # of blocks, by slot
    left_out: int
    columns: list[Column]
    lengths: list[F]
    signed_columns: int  # how many go below zero, somewhere in the table

    @property
    def slot_count(self) -> int:
        """How many slots there are."""
        return max(len(self.texts) + len(self.titles), 1)


def draw(drawing: Drawing) -> Picture:
    """Draw horizontal bars of the columns ``x`` for the names in column ``y``.

    The view may name ``table``, ``weight`` (a column: the heaviest names come first, names
    without weight are left out, and so are those past the first two dozen, with a note), and
    ``by`` (a column: a block of names for each of its values, with that value as title). Bars of
    numbers below zero go to the left of a line at zero, lighter and in another hatch.
    """
    if drawing.view.get("by"):
        joined = apart(drawing.answer, drawing.view)
        view = {**drawing.view, "by": None, "blocks": drawing.view["by"], "y": _LINE}
        drawing = replace(drawing, answer=joined, view=view, group=[joined])
    layout = _layout(drawing)
    keys = len(layout.columns) + layout.signed_columns
    width = drawing.width(5.0, 7.4)
    figure = blank(width, 0.84 + _SLOT * layout.slot_count + _KEY * keys)
    height = figure.get_size_inches()[1]
    left = min(labels.room(layout.texts) / width, 0.5)
    foot = (0.66 + _KEY * keys) / height
    ax = figure.add_axes((left, foot, 0.97 - left, _SLOT * layout.slot_count / height))
    _titles(ax, layout, left)
    for number in range(len(layout.columns)):
        _bars(ax, layout, number)
    unit = _limits(ax, layout)
    ax.set_ylim(layout.slot_count - 0.5, -0.5)
    ax.set_yticks(layout.slots, layout.texts)
    ax.tick_params(axis="y", length=0)
    ax.set_xlabel(unit)
    ax.legend(
        loc="upper left",
        bbox_to_anchor=(0, -0.44 / (_SLOT * layout.slot_count)),
        borderaxespad=0.0,
        ncols=1,
    )
    if layout.left_out:
        figure.text(
            0.99,
            0.99,
            f"+ {layout.left_out} smaller ones in the table",
            ha="right",
            va="top",
            fontsize=7.5,
            color=palette.FAINT,
        )
    return Picture(
        figure,
        f"Bars of {', '.join(map(labels.title, layout.columns))} by "
        f"{labels.title(str(drawing.view['y']))} under {drawing.answer.label}.",
    )


def apart(answer: Answer, view: View) -> Answer:
    """The answer with the names of a view kept apart by another column of its table."""
    name = view.get("table")
    table = answer.table(name)
    pairs = zip(table.column(view["by"]), table.column(view["y"]), strict=True)
    lines = np.array([f"{one}{_APART}{two}" for one, two in pairs], dtype=object)
    joined = Table(
        (*table.columns, Column(_LINE, kind=column(table, view["y"]).kind)),
        {**table.data, _LINE: lines},
    )
    if name in (None, "", "rows"):
        return replace(answer, rows=joined)
    return replace(answer, tables={**answer.tables, str(name): joined})


def _layout(drawing: Drawing) -> Layout:
    """Slots for the names, a slot before each block for its title, and lengths of the bars."""
    names, left_out = _names(drawing)
    titles: dict[int, str] = {}
    slots: list[int] = []
    last = ""
    for name in names:
        block, _, _ = name.rpartition(_APART)
        if block != last:
            titles[len(slots) + len(titles)] = drawing.name(block, drawing.kind("blocks"))
        last = block
        slots.append(len(slots) + len(titles))
    x = drawing.view["x"]
    columns = [column(drawing.table, name) for name in ([x] if isinstance(x, str) else x)]
    row = {name: at for at, name in enumerate(drawing.texts("y"))}
    every = [
        drawing.table.column(one.name).astype(float) * labels.shown_unit(one)[1] for one in columns
    ]
    return Layout(
        np.array(slots, dtype=float),
        [drawing.name(name.rpartition(_APART)[2], drawing.kind("y")) for name in names],
        titles,
        left_out,
        columns,
        [np.array([values[row[n]] if n in row else np.nan for n in names]) for values in every],
        sum(bool((values < 0).any()) for values in every),
    )


def _names(drawing: Drawing) -> tuple[list[str], int]:
    """The heaviest names of the group, and how many more there are."""
    weight = drawing.view.get("weight")
    weights: dict[str, float] = {}
    for table in drawing.tables:
        heavy = table.column(weight).astype(float) if weight else np.ones(len(table))
        names = table.column(drawing.view["y"])
        for name, value in zip(names, np.nan_to_num(heavy), strict=True):
            weights[str(name)] = max(weights.get(str(name), 0.0), float(value))
    kept = [name for name, value in weights.items() if value > 0]
    kept.sort(key=lambda name: -weights[name])
    return kept[:_MOST], max(0, len(kept) - _MOST)


def _titles(ax: Axes, layout: Layout, left: float) -> None:
    """The title of each block, at the left edge of the picture."""
    for slot, title in layout.titles.items():
        ax.text(
            -left / (0.97 - left) + 0.01,
            slot,
            title,
            transform=ax.get_yaxis_transform(),
            fontweight="bold",
            va="center",
        )


def _bars(ax: Axes, layout: Layout, number: int) -> None:
    """The bars of one column; what is below zero is drawn over again, in the look of what falls."""
    signed = layout.signed_columns > 0
    of, lengths = layout.columns[number], np.nan_to_num(layout.lengths[number])
    thick = 0.8 / len(layout.columns)
    slots = layout.slots + (number - (len(layout.columns) - 1) / 2) * thick
    hatch = _HATCHES[number % len(_HATCHES)] if signed else ""
    look = palette.SIGNS["plus"] if signed else palette.BARS[number % len(palette.BARS)]
    text = fill(labels.words(of.means) or labels.title(of), 62)
    parts = [(look, slots, lengths, text)]
    below = np.flatnonzero(lengths < 0.0)
    if len(below):
        parts.append((palette.SIGNS["minus"], slots[below], lengths[below], "the same, below zero"))
    for style, where, how_long, label in parts:
        ax.barh(
            where,
            how_long,
            height=thick,
            color=style.color,
            edgecolor="white",
            hatch=style.hatch + hatch,
            linewidth=0.4,
            label=label,
        )


def _limits(ax: Axes, layout: Layout) -> str:
    """Set how far the axis of lengths goes; gives back its unit."""
    unit, _ = labels.shown_unit(layout.columns[0])
    top = max(float(np.nanmax(one, initial=0.0)) for one in layout.lengths)
    bottom = min(float(np.nanmin(one, initial=0.0)) for one in layout.lengths)
    if bottom < 0.0:
        ax.set_xlim(bottom * 1.05, max(top * 1.05, -bottom * 0.05))
        ax.axvline(0.0, color=palette.INK, linewidth=0.8)
        # a share of something is not below 0
        return "percentage points" if unit == "%" else unit
    ax.set_xlim(0, 100 if unit == "%" else max(top * 1.05, 1e-9))
    return unit
