"""The legend of a map file as a picture: each colour, the shape that has it, and what it means."""

import io
from collections.abc import Sequence
from textwrap import wrap

import matplotlib
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from twoplustwo.answers.exports.kml import LegendEntry
from twoplustwo.reports.labels import wide
from twoplustwo.reports.palette import INK
from twoplustwo.reports.picture import STYLE, Picture, blank

LINE, LEFT, LETTERS = 0.2, 0.55, 52  # inches a line and to the words; letters a line at most
POINT, TRACK = "point", "track"


def draw(title: str, entries: Sequence[LegendEntry]) -> bytes:
    """The legend as PNG.

    Parameters
    ----------
    title : str
    entries : sequence of LegendEntry
    """
    texts = [wrap(one.means, LETTERS) or [""] for one in entries]
    lines = 1.6 + sum(map(len, texts))
    width = LEFT + 0.2 + max(wide(line) for line in [title, *(one for t in texts for one in t)])
    with matplotlib.rc_context(STYLE):
        figure = blank(width, lines * LINE)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set(xlim=(0.0, width), ylim=(lines * LINE, 0.0))
        axes.axis("off")
        axes.text(0.1, 0.75 * LINE, title, va="center", weight="bold", color=INK)
        top = 1.6 * LINE
        for one, words in zip(entries, texts, strict=True):
            _sign(axes, one, top)
            for line in words:
                axes.text(LEFT, top, line, va="center", color=INK)
                top += LINE
    out = io.BytesIO()
    Picture(figure, title).pixels().save(out, "PNG")
    return out.getvalue()


def _sign(axes: Axes, one: LegendEntry, at: float) -> None:
    """What has the colour: a dot, a line, or a patch of land."""
    if TRACK in one.sorts:
        axes.add_line(Line2D([0.1, LEFT - 0.1], [at, at], color=one.color, linewidth=2.0))
    if POINT in one.sorts:
        axes.plot([(LEFT + 0.0) / 2.0], [at], marker="o", color=one.color, markersize=6.0)
    if not {TRACK, POINT} & {*one.sorts}:
        box = ((0.15, at - 0.35 * LINE), LEFT - 0.3, 0.7 * LINE)
        axes.add_patch(Rectangle(*box, facecolor=one.color, edgecolor=INK, linewidth=0.5))
