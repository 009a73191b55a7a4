"""A figure with the words that stand for it, and its forms: SVG, PNG, data address."""

import base64
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from twoplustwo.reports.palette import INK

STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.titlelocation": "left",
    "axes.titleweight": "bold",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#5b6167",
    "axes.linewidth": 0.8,
    "axes.grid": False,
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "legend.fontsize": 8,
    "hatch.linewidth": 0.5,
    "svg.fonttype": "path",
    "svg.hashsalt": "twoplustwo",
}


DOTS = 150.0
"""Dots an inch of a PNG."""
COMPRESSION = 4
"""Of a PNG: beyond it the files get hardly smaller."""
_LARGE = 200_000  # bytes of an SVG; a picture of curves and letters takes far less


@dataclass
class Picture:
    """A drawn view.

    Parameters
    ----------
    figure : Figure
    alt : str
        What the picture shows, for those who cannot see it.
    raster : bool
        Whether the page takes the PNG in place of the SVG (a map of many shapes).
    spots : mapping
        Where things are in the picture, as shares of its width and height; the page's slider
        needs them.
    """

    figure: Figure
    alt: str
    raster: bool = False
    spots: Mapping[str, Any] = field(default_factory=dict)
    _kept: dict[str, bytes] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How wide the page shows it at most, in its pixels: letters as large as the text's."""
        return round(float(self.figure.get_size_inches()[0]) * 125)

    def pixels(self) -> Image.Image:
        """The picture as RGB, `DOTS` an inch, to be put into another or encoded."""
        wide, high = (int(inches * DOTS) for inches in self.figure.get_size_inches())
        drawn = self._drawn("raw", dpi=DOTS)
        return Image.frombytes("RGBA", (wide, high), drawn).convert("RGB")

    def svg(self) -> bytes:
        """The picture as SVG, letters as shapes, without a date."""
        return self._drawn("svg", metadata={"Date": None, "Creator": None})

    def _drawn(self, form: str, **options: Any) -> bytes:
        if form not in self._kept:
            out = io.BytesIO()
            with matplotlib.rc_context(STYLE):
                self.figure.savefig(out, format=form, **options)
            self._kept[form] = out.getvalue()
        return self._kept[form]

    def address(self) -> str:
        """The picture as a ``data:`` address, to stand in the page itself.

        A map, and whatever would be far larger as shapes, stands there as PNG of 256 colours.
        """
        if self.raster or len(self.svg()) > _LARGE:
            out = io.BytesIO()
            few_colours(self.pixels()).save(out, "PNG", compress_level=COMPRESSION)
            kind, body = "png", out.getvalue()
        else:
            kind, body = "svg+xml", self.svg()
        return f"data:image/{kind};base64,{base64.b64encode(body).decode('ascii')}"


def few_colours(picture: Image.Image) -> Image.Image:
    """The picture in 256 colours: a third as large as in all, and the eye sees no difference."""
    return picture.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


def blank(width: float, height: float) -> Figure:
    """An empty figure, inches, bound to no window system and no global state."""
    figure = Figure(figsize=(width, height), layout=None)
    FigureCanvasAgg(figure)
    return figure
