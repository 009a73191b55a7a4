"""``curve``: columns over one column, a strip a panel, a column a position, claims marked."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Column, Table
from twoplustwo.reports import labels, palette
from twoplustwo.reports.picture import Picture, blank
from twoplustwo.reports.view import Scene, View, marks

_LEFT, _RIGHT, _TOP, _FOOT, _GAP = 0.62, 0.12, 0.84, 0.70, 0.20
_WIDE, _HIGH, _HEAD, _KEY = 2.85, 1.45, 0.36, 0.22  # of a panel, its title, its key; inches
_ALONE = 4.26  # of a panel where there is one group
_BAND, _CLAIM = "#ffe9b8", "#b07a00"
_IN_TIME, _IN_TIME_PALE = palette.OUTCOMES["met"], "#e6daf3"


def draw(answer: Answer, view: View, scene: Scene) -> Picture:
    """Draw small multiples: positions side by side, panels below one another, axes shared.

    The view names ``x``; ``panels``, a list of ``{lines, title, fill, value, says}`` (or ``y``, the
    columns; ``fill`` shades where the first of two lines is above the second, ``value`` is the
    column that says by how much, ``says`` is what the key calls each line);
    ``by`` (the position column) and ``marks`` (the table of claimed values: ``position``, the x
    column, ``low``, ``high``, ``shown``). Each position's own claim is a band with a point and
    the value there; the point is the nearest row.
    """
    table = answer.table(view.get("table"))
    x = _column(table, str(view["x"]))
    by = str(view.get("by", "position"))
    groups = list(dict.fromkeys(str(one) for one in table.column(by)))
    panels = panels_of(view, table)
    claimed = claims(answer, view, x)
    heads = [_HEAD + (_KEY if len(panel["lines"]) > 1 else 0.0) for panel in panels]
    wide = _ALONE if len(groups) == 1 else _WIDE
    width = _LEFT + len(groups) * wide + (len(groups) - 1) * _GAP + _RIGHT
    texts = [_claim_text(claimed, group, scene.names) for group in groups]
    over = _TOP - 0.14 * (3 - max(text.count("\n") + 1 for text in texts))
    height = over + sum(heads) + len(panels) * _HIGH + _FOOT
    figure = blank(width, height)
    spots = []
    for g, group in enumerate(groups):
        left = (_LEFT + g * (wide + _GAP)) / width
        for p, panel in enumerate(panels):
            bottom = height - over - sum(heads[: p + 1]) - (p + 1) * _HIGH
            ax = figure.add_axes((left, bottom / height, wide / width, _HIGH / height))
            _panel(ax, table, x, panel, group, by, claimed)
            _dress(ax, panel, first=g == 0, last=p == len(panels) - 1, table=table)
            if p == len(panels) - 1:
                ax.set_xlabel(labels.axis(x))
        figure.text(
            left,
            1 - 0.06 / height,
            labels.name(group, scene.names),
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
        f"{', '.join(labels.words(one['title']) for one in panels)}, over {labels.axis(x)}, for "
        f"{', '.join(labels.name(one, scene.names) for one in groups)}; "
        "each one's claimed value is marked.",
        spots={
            "columns": spots,
            "top": (over + heads[0]) / height,
            "bottom": 1 - _FOOT / height,
        },
    )


def panels_of(view: View, table: Table) -> list[dict[str, Any]]:
    """The panels a view asks for; without ``panels``, one for each column in ``y``."""
    wanted: list[Mapping[str, Any]] | None = view.get("panels")
    if wanted is None:
        named = view.get("y")
        if named is None:
            named = [one.name for one in table.columns if one.unit and one.name != view["x"]]
        wanted = [{"lines": [one]} for one in ([named] if isinstance(named, str) else named)]
    found = []
    for panel in wanted:
        lines = [panel["lines"]] if isinstance(panel["lines"], str) else list(panel["lines"])
        title = labels.words(panel.get("title")) or labels.axis(_column(table, lines[0]))
        have = {column.name for column in table.columns}
        value = panel.get("value") if panel.get("value") in have else None
        found.append(
            {
                "lines": lines,
                "title": title,
                "fill": bool(panel.get("fill")),
                "value": value,
                "says": [labels.words(one) for one in panel.get("says", ())],
            }
        )
    return found


def claims(answer: Answer, view: View, x: Column) -> dict[str, list[dict[str, Any]]]:
    """Party to its claimed values of the x column, as shown."""
    table = answer.tables.get(str(view.get("marks", "marks")))
    found: dict[str, list[dict[str, Any]]] = {}
    for record in table.records() if table is not None else []:
        whose = record.get(str(view.get("by", "position"))) or record.get("party")
        found.setdefault(str(whose), []).append(record)
    return found


def _column(table: Table, name: str) -> Column:
    return next(one for one in table.columns if one.name == name)


def _panel(ax: Axes, table, x: Column, panel, group, by, claimed) -> None:
    kept = marks.where(table, {by: group})
    _, x_factor = labels.shown_unit(x)
    speeds = table.column(x.name)[kept].astype(float) * x_factor
    order = np.argsort(speeds)
    speeds = speeds[order]
    for record in claimed.get(group, ()):
        low, high = (_number(record.get(key), record[x.name]) * x_factor for key in ("low", "high"))
        if high > low:
            ax.axvspan(low, high, color=_BAND, zorder=0, linewidth=0)
        ax.axvline(float(record[x.name]) * x_factor, color=_CLAIM, linewidth=1.4, zorder=1)
    curves = []
    for number, name in enumerate(panel["lines"]):
        _, factor = labels.shown_unit(_column(table, name))
        values = table.column(name)[kept].astype(float)[order] * factor
        style = palette.quantity(number)
        ax.plot(speeds, values, color=style.color, linestyle=style.line, linewidth=2.0, zorder=3)
        curves.append(values)
    if panel["fill"] and len(curves) == 2:
        first, second = curves
        ax.fill_between(
            speeds,
            first,
            second,
            where=first >= second,
            color=_IN_TIME.color,
            alpha=0.20,
            hatch="...",
            edgecolor=_IN_TIME.color,
            linewidth=0,
            zorder=2,
            interpolate=True,
        )
    ax.set_xlim(speeds.min(), speeds.max())
    if labels.shown_unit(x)[0] == "years":
        ax.xaxis.set_major_locator(MaxNLocator(5, integer=True, prune="upper"))
    _limits(ax, table, panel)
    for record in claimed.get(group, ()):
        gap = table.column(panel["value"])[kept].astype(float)[order] if panel["value"] else None
        _value_here(ax, speeds, curves, panel, table, float(record[x.name]) * x_factor, gap)


def _limits(ax: Axes, table: Table, panel) -> None:
    columns = [_column(table, name) for name in panel["lines"]]
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


def _value_here(ax: Axes, speeds, curves, panel, table: Table, at: float, gap) -> None:
    """The values at a claim: a point on each line, the first line's value in words."""
    near = int(np.argmin(np.abs(speeds - at)))
    if not speeds.min() - 0.05 <= at <= speeds.max() + 0.05:
        return
    for number, values in enumerate(curves):
        style = palette.quantity(number)
        if np.isfinite(values[near]):
            ax.plot(
                speeds[near],
                values[near],
                marker=style.marker,
                color=style.color,
                markersize=6.5,
                markeredgecolor="white",
                zorder=5,
                linestyle="none",
                clip_on=False,
            )
    column = _column(table, panel["lines"][0])
    unit, factor = labels.shown_unit(column)
    value, color = curves[0][near], palette.INK
    if panel["fill"] and len(curves) == 2:
        text = _lead(value, curves[1][near], None if gap is None else gap[near], unit)
        color = (_IN_TIME if text.startswith("in time") else palette.OUTCOMES["too_late"]).color
    elif np.isfinite(value):
        text = f"{labels.number(float(value) / factor, column)} {unit}"
    else:
        text = "no value"
    if abs(speeds[near] - at) > 0.002 * at:
        text += f" (at {labels.digits(float(speeds[near]))})"
    right = at > (speeds.min() + speeds.max()) / 2
    low, high = ax.get_ylim()
    crowded = np.isfinite(value) and (value - low) / (high - low) > 0.6 and not panel["fill"]
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


def _dress(ax: Axes, panel: Mapping[str, Any], first: bool, last: bool, table: Table) -> None:
    ax.tick_params(labelleft=first, labelbottom=last, labelsize=8)
    ax.grid(axis="y", color="#e6e8ea", linewidth=0.6, zorder=0)
    ax.set_axisbelow(True)
    if not first:
        return
    unit, _ = labels.shown_unit(_column(table, panel["lines"][0]))
    # A long unit does not fit beside the numbers; the title of its panel says it.
    if len(unit) <= 4:
        ax.set_ylabel(unit, rotation=0, ha="right", va="center", labelpad=4)
    double = len(panel["lines"]) > 1
    ax.set_title(panel["title"], fontsize=10.5, fontweight="bold", pad=5 + 72 * _KEY * double)
    if double:
        _key(ax, panel, table)


def _key(ax: Axes, panel: Mapping[str, Any], table: Table) -> None:
    """Which line is which, between the panel's title and the panel."""
    handles: list[Any] = []
    for number, name in enumerate(panel["lines"]):
        style, column = palette.quantity(number), _column(table, name)
        said = panel["says"]
        text = said[number] if number < len(said) else labels.words(column.means)
        handles.append(
            Line2D(
                [],
                [],
                color=style.color,
                linestyle=style.line,
                linewidth=2,
                label=text if text and len(text) <= 48 else labels.title(column),
            )
        )
    if panel["fill"]:
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


def _claim_text(claimed: Mapping[str, Sequence[Mapping[str, Any]]], group: str, names) -> str:
    told = []
    for record in claimed.get(group, ()):
        by, reading, how = (str(record.get(key) or "") for key in ("by", "reading", "how"))
        lines = [f"{record.get('shown') or ''}" + (f", {how}" if how else "")]
        if by:
            lines.append(f"said by {labels.name(by, names)}")
        if reading:
            lines.append(f"reading of the speed: {reading}")
        told += lines
    return "\n".join(told) or "no claimed value"


def _explain(figure, ranged: bool) -> None:
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


def _is_interval(record: Mapping[str, Any], x: Column) -> bool:
    low, high = (_number(record.get(key), record[x.name]) for key in ("low", "high"))
    return high > low


def _number(value: Any, otherwise: Any) -> float:
    return float(otherwise if value is None else value)
