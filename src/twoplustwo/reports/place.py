"""Labels on a map that do not lie on one another."""

from collections.abc import Sequence

import matplotlib.patheffects as effects
from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

_AROUND = ((6, 0), (-6, 0), (5, 5), (-5, 5), (5, -5), (-5, -5), (0, 7), (0, -7))


def labels(
    ax: Axes,
    points: Sequence[tuple[float, float]],
    texts: Sequence[str],
    size: float = 7.0,
    first: Sequence[tuple[float, float]] = (),
) -> None:
    """Write each text beside its point, on the first side that is free; else not at all.

    Parameters
    ----------
    ax : Axes
        With its limits set already.
    points : sequence of (x, y)
        In the units of the axes; points outside the window are passed over.
    texts : sequence of str
        Earlier ones have the better chance.
    size : float
        Points.
    first : sequence of (right, up)
        Where to try before the usual sides, points.
    """
    renderer = ax.figure.canvas.get_renderer()  # pyright: ignore[reportAttributeAccessIssue]
    window = ax.get_window_extent(renderer)
    scale = ax.figure.dpi / 72.0
    spots = [ax.transData.transform(point) for point in points]
    taken = [Bbox.from_bounds(x - 4 * scale, y - 4 * scale, 8 * scale, 8 * scale) for x, y in spots]
    for (x, y), point, text in zip(spots, points, texts, strict=True):
        if not window.contains(x, y):
            continue
        for right, up in (*first, *_AROUND):
            label = ax.annotate(
                text,
                point,
                xytext=(right, up),
                textcoords="offset points",
                fontsize=size,
                ha="left" if right > 0 else "right" if right < 0 else "center",
                va="center" if abs(up) <= 5 else "bottom" if up > 0 else "top",
                zorder=9,
                annotation_clip=True,
                path_effects=[effects.withStroke(linewidth=2.0, foreground="white")],
            )
            box = label.get_window_extent(renderer)
            inside = window.x0 <= box.x0 and box.x1 <= window.x1
            inside = inside and window.y0 <= box.y0 and box.y1 <= window.y1
            if inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                break
            label.remove()
