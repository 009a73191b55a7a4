"""``curve``: columns over one column, a strip a panel, a column a position, claims marked."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import marks
from twoplustwo.reports.view.drawing import Drawing, View, column

F = NDArray[np.float64]
Record = Mapping[str, Any]

_LEFT, _RIGHT, _TOP, _FOOT, _GAP = 0.62, 0.12, 0.84, 0.70, 0.20
_WIDE, _HIGH, _HEAD, _KEY = 2.85, 1.45, 0.36, 0.22  # of a panel, its title, its key; inches
_ALONE = 4.26  # of a panel where there is one group
_BAND, _CLAIM = "#ffe9b8", "#b07a00"
_IN_TIME, _IN_TIME_PALE = palette.OUTCOMES["met"], "#e6daf3"


def draw(drawing: Drawing) -> Picture:
    """Draw small multiples: positions side by side, panels below one another, axes shared.

    The view names ``x``; ``panels``, a list of ``{lines, title, fill, value, says}`` (or ``y``, the
    columns; ``fill`` shades where the first of two lines is above the second, ``value`` is the
    column that says by how much, ``says`` is what the key calls each line);
    ``by`` (the position column) and ``marks`` (the table of claimed values: ``position``, the x
    column, ``low``, ``high``, ``shown``). Each position's own claim is a band with a point and
    the value there; the point is the nearest row.
    """
    table, x = drawing.table, drawing.column("x")
    by = str(drawing.view.get("by", "position"))
    groups = list(dict.fromkeys(str(one) for one in table.column(by)))
    panels = panels_of(drawing.view, table)
    claimed = claims(drawing)
    heads = [_HEAD + (_KEY if len(panel.lines) > 1 else 0.0) for panel in panels]
    wide = _ALONE if len(groups) == 1 else _WIDE
    width = _LEFT + len(groups) * wide + (len(groups) - 1) * _GAP + _RIGHT
    texts = [_claim_text(drawing, claimed.get(group, ())) for group in groups]
    over = _TOP - 0.14 * (3 - max(text.count("\n") + 1 for text in texts))
    height = over + sum(heads) + len(panels) * _HIGH + _FOOT
    figure = blank(width, height)
    spots = []
    for g, group in enumerate(groups):
        left = (_LEFT + g * (wide + _GAP)) / width
        for p, panel in enumerate(panels):
            bottom = height - over - sum(heads[: p + 1]) - (p + 1) * _HIGH
            ax = figure.add_axes((left, bottom / height, wide / width, _HIGH / height))
            _panel(ax, drawing, panel, marks.where(table, {by: group}), claimed.get(group, ()))
            _frame(ax, panel, first=g == 0, last=p == len(panels) - 1, table=table)
            if p == len(panels) - 1:
                ax.set_xlabel(labels.axis(x))
        figure.text(
            left,
            1 - 0.06 / height,
            drawing.name(group),
            fontsize=13,
            fontweight="bold",
            va="top",
        )
        figure.text(
            left,
            1 - 0.34 / height,
            texts[g],
            fontsize=8.5,
            va="top",
            color=palette.FAINT,
        )
        spots.append((left, left + wide / width))
    ranged = any(_is_interval(one, x) for group in claimed.values() for one in group)
    _explain(figure, ranged)
    return Picture(
        figure,
        f"{', '.join(one.title for one in panels)}, over {labels.axis(x)}, for "
        f"{', '.join(drawing.name(one) for one in groups)}; "
        "each one's claimed value is marked.",
        spots={
            "columns": spots,
            "top": (over + heads[0]) / height,
            "bottom": 1 - _FOOT / height,
        },
    )


class Panel(NamedTuple):
    """One panel below another: its lines, its title, and what it says of them."""

    lines: list[str]
    title: str
    fill: bool
    value: str | None
    says: list[str]


def panels_of(view: View, table: Table) -> list[Panel]:
    """The panels a view asks for; without ``panels``, one for each column in ``y``."""
    wanted: list[Mapping[str, Any]] | None = view.get("panels")
    if wanted is None:
        names = view.get("y")
        if names is None:
            names = [one.name for one in table.columns if one.unit and one.name != view["x"]]
        wanted = [{"lines": [one]} for one in ([names] if isinstance(names, str) else names)]
    return [_panel_of(one, table) for one in wanted]


def _panel_of(written: Mapping[str, Any], table: Table) -> Panel:
    lines = written["lines"]
    lines = [lines] if isinstance(lines, str) else list(lines)
    return Panel(
        lines,
        labels.words(written.get("title")) or labels.axis(column(table, lines[0])),
        bool(written.get("fill")),
        written["value"] if written.get("value") in table.names else None,
        [labels.words(one) for one in written.get("says", ())],
    )


def claims(drawing: Drawing) -> dict[str, list[Record]]:
    """Party to its claimed values of the x column, as shown."""
    table = drawing.answer.tables.get(str(drawing.view.get("marks", "marks")))
    by_party: dict[str, list[Record]] = {}
    for record in table.records() if table is not None else []:
        whose = record.get(str(drawing.view.get("by", "position"))) or record.get("party")
        by_party.setdefault(str(whose), []).append(record)
    return by_party


class Curves(NamedTuple):
    """The lines of one panel for one position over x, in the units shown; `gap` says by how much
    the first is above the second, in SI.
    """

    x: F
    lines: list[F]
    gap: F | None


def _panel(
    ax: Axes, drawing: Drawing, panel: Panel, rows: NDArray[np.bool_], claimed: Sequence[Record]
) -> None:
    table, x = drawing.table, drawing.column("x")
    _, x_factor = labels.shown_unit(x)
    order = np.argsort(drawing.amounts("x")[rows])

    def values(name: str) -> F:
        return table.column(name)[rows].astype(float)[order]

    curves = Curves(
        drawing.amounts("x")[rows][order],
        [values(name) * labels.shown_unit(column(table, name))[1] for name in panel.lines],
        values(panel.value) if panel.value else None,
    )
    for record in claimed:
        low, high = (_number(record.get(key), record[x.name]) * x_factor for key in ("low", "high"))
        if high > low:
            ax.axvspan(low, high, color=_BAND, zorder=0, linewidth=0)
        ax.axvline(float(record[x.name]) * x_factor, color=_CLAIM, linewidth=1.4, zorder=1)
    for number, line in enumerate(curves.lines):
        style = palette.quantity(number)
        ax.plot(curves.x, line, color=style.color, linestyle=style.line, linewidth=2.0, zorder=3)
    if panel.fill and len(curves.lines) == 2:
        first, second = curves.lines
        ax.fill_between(
            curves.x,
            first,
            second,
            where=list(first >= second),
            color=_IN_TIME.color,
            alpha=0.20,
            hatch="...",
            edgecolor=_IN_TIME.color,
            linewidth=0,
            zorder=2,
            interpolate=True,
        )
    ax.set_xlim(curves.x.min(), curves.x.max())
    if labels.shown_unit(x)[0] == "years":
        ax.xaxis.set_major_locator(MaxNLocator(5, integer=True, prune="upper"))
    _limits(ax, table, panel)
    for record in claimed:
        at = float(record[x.name]) * x_factor
        if curves.x.min() - 0.05 <= at <= curves.x.max() + 0.05:
            near = int(np.argmin(np.abs(curves.x - at)))
            _points_at(ax, curves, near)
            _words_at(ax, curves, near, panel, column(table, panel.lines[0]), at)


def _limits(ax: Axes, table: Table, panel: Panel) -> None:
    columns = [column(table, name) for name in panel.lines]
    unit, factor = labels.shown_unit(columns[0])
    if unit == "%":
        ax.set_ylim(-4, 104)
        ax.set_yticks([0, 50, 100])
        return
    values = np.concatenate([table.column(one.name).astype(float) for one in columns]) * factor
    values = values[np.isfinite(values)]
    if len(values):
        room = 0.08 * max(float(np.ptp(values)), 1.0)
        ax.set_ylim(min(0.0, values.min() - room), values.max() + 1.5 * room)


def _points_at(ax: Axes, curves: Curves, near: int) -> None:
    """A point on each line, at the row nearest to a claim."""
    for number, line in enumerate(curves.lines):
        if np.isfinite(line[near]):
            style = palette.quantity(number)
            ax.plot(
                curves.x[near],
                line[near],
                **{**style.point(6.5), "markerfacecolor": None},
                markeredgecolor="white",
                zorder=5,
                clip_on=False,
            )


def _words_at(ax: Axes, curves: Curves, near: int, panel: Panel, first: Column, at: float) -> None:
    """The value of the first line at a claim, or by how much it is above the second, in words."""
    unit, factor = labels.shown_unit(first)
    value, color = curves.lines[0][near], palette.INK
    if panel.fill and len(curves.lines) == 2:
        gap = None if curves.gap is None else curves.gap[near]
        text = _lead(value, curves.lines[1][near], gap, unit)
        color = (_IN_TIME if text.startswith("in time") else palette.OUTCOMES["too_late"]).color
    elif np.isfinite(value):
        text = f"{labels.number(float(value) / factor, first)} {unit}"
    else:
        text = "no value"
    if abs(curves.x[near] - at) > 0.002 * at:
        text += f" (at {labels.digits(float(curves.x[near]))})"
    right = at > (curves.x.min() + curves.x.max()) / 2
    low, high = ax.get_ylim()
    crowded = np.isfinite(value) and (value - low) / (high - low) > 0.6 and not panel.fill
    ax.annotate(
        text,
        (at, 0.12 if crowded else 0.9),
        xycoords=("data", "axes fraction"),
        xytext=(-6 if right else 6, 0),
        textcoords="offset points",
        va="center",
        ha="right" if right else "left",
        fontsize=11,
        fontweight="bold",
        color=color,
        zorder=6,
        bbox={"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 1.2},
    )


def _lead(first: float, second: float, gap: float | None, unit: str) -> str:
    if not np.isfinite(first):
        return "no meeting at any time"
    if not np.isfinite(second):
        return "never ready to launch"
    word = "in time" if first >= second else "too late"
    return word if gap is None else f"{word} by {labels.grouped(abs(gap))} {unit}"


def _frame(ax: Axes, panel: Panel, first: bool, last: bool, table: Table) -> None:
    ax.tick_params(labelleft=first, labelbottom=last, labelsize=8)
    ax.grid(axis="y", color="#e6e8ea", linewidth=0.6, zorder=0)
    ax.set_axisbelow(True)
    if not first:
        return
    unit, _ = labels.shown_unit(column(table, panel.lines[0]))
    # A long unit does not fit beside the numbers; the title of its panel says it.
    if len(unit) <= 4:
        ax.set_ylabel(unit, rotation=0, ha="right", va="center", labelpad=4)
    double = len(panel.lines) > 1
    ax.set_title(panel.title, fontsize=10.5, fontweight="bold", pad=5 + 72 * _KEY * double)
    if double:
        _key(ax, panel, table)


def _key(ax: Axes, panel: Panel, table: Table) -> None:
    """Which line is which, between the panel's title and the panel."""
    handles: list[Any] = []
    for number, name in enumerate(panel.lines):
        style, of = palette.quantity(number), column(table, name)
        text = panel.says[number] if number < len(panel.says) else labels.words(of.means)
        handles.append(
            Line2D(
                [],
                [],
                color=style.color,
                linestyle=style.line,
                linewidth=2,
                label=text if text and len(text) <= 48 else labels.title(of),
            )
        )
    if panel.fill:
        handles.append(
            Patch(
                facecolor=_IN_TIME_PALE,
                edgecolor=_IN_TIME.color,
                hatch="...",
                linewidth=0,
                label="in time",
            )
        )
    ax.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(-0.005, 1.02),
        ncols=len(handles),
        borderaxespad=0,
        borderpad=0,
        handlelength=2.6,
        columnspacing=1.6,
        fontsize=8.5,
    )


def _claim_text(drawing: Drawing, claimed: Sequence[Record]) -> str:
    lines = []
    for record in claimed:
        by, reading, how = (str(record.get(key) or "") for key in ("by", "reading", "how"))
        lines.append(f"{record.get('shown') or ''}" + (f", {how}" if how else ""))
        if by:
            lines.append(f"said by {drawing.name(by)}")
        for what, giver in (
            ("ascribing it to", "ascribed_to"),
            ("value by", "best_by"),
            ("ends of the interval by", "ends_by"),
        ):
            if who := str(record.get(giver) or ""):
                lines.append(f"{what} {drawing.name(who)}")
        if reading:
            lines.append(f"reading of the speed: {reading}")
    return "\n".join(lines) or "no claimed value"


def _explain(figure: Figure, ranged: bool) -> None:
    handles: list[Any] = [
        Line2D([], [], color=_CLAIM, linewidth=1.4, label="value the party computes with")
    ]
    if ranged:
        handles.append(Patch(facecolor=_BAND, label="interval of the claim"))
    figure.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(0.005, 0.0),
        ncols=2,
        fontsize=8.5,
        handlelength=2.4,
        columnspacing=1.6,
        borderaxespad=0.2,
    )


def _is_interval(record: Record, x: Column) -> bool:
    low, high = (_number(record.get(key), record[x.name]) for key in ("low", "high"))
    return high > low


def _number(value: Any, otherwise: Any) -> float:
    return float(otherwise if value is None else value)
