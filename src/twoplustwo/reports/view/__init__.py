"""The closed list of views: how columns of answers become pictures, one file a kind.

A card names its views, each a mapping with ``kind`` and, besides, ``title``, ``note`` (texts by
language) and ``table`` (default: the rows). What else each kind takes stands in its file:

``map.links``
    flights from one kind of place to another; ``from``, ``to``, ``mark``, ``emphasis``
``map.cells``
    land filled by what defends it; ``colour``, ``mask``, ``by``, ``size``
``map.rings``
    closed lines through ``lat_deg`` and ``lon_deg``; ``ring``, ``label``, ``mark``
``dots``
    one line a name, one dot a row; ``x``, ``y``, ``mark``, ``zero``, ``below``, ``above``
``bars``
    shares by name; ``x``, ``y``, ``weight``
``spans``
    one line a name, one interval a row; ``y``, ``low``, ``high``, ``best``, ``mark``, ``by``,
    ``at``
``grid``
    one line a text, one column a name, one mark where they meet; ``y``, ``x``, ``mark``
``scatter``
    one point a row; ``x``, ``y``, ``mark``, ``label``, ``front``, ``better``
``curve``
    lines over one column, a panel a quantity, side by side for the positions; ``x``, ``panels``,
    ``by``, ``marks``
``table``
    ``columns``, ``dot``

A question that answers one position is drawn once for each, in the same frame and scale; an
analysis is drawn once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from textwrap import fill
from typing import Any

import matplotlib

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.columns import view_table
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.reports.geo import Shapes
from twoplustwo.reports.labels import words
from twoplustwo.reports.picture import STYLE, Picture, blank
from twoplustwo.reports.view.drawing import Drawing, View


@dataclass(frozen=True)
class Scene:
    """What every view of one page shares.

    Parameters
    ----------
    shapes : Shapes or None
        Coast and borders; without them maps show the graticule only.
    names : mapping
        Identifier to name, as text or by language.
    group : sequence of Answer
        The answers shown side by side: they share scale and frame, so that no party's picture
        is drawn larger than another's.
    """

    shapes: Shapes | None = None
    names: Mapping[str, Any] = field(default_factory=dict)
    group: Sequence[Answer] = ()


Draw = Callable[[Drawing], Picture]

KINDS = {
    "map.links": "map_links",
    "map.cells": "map_cells",
    "map.rings": "map_rings",
    "dots": "dots",
    "bars": "bars",
    "spans": "spans",
    "grid": "grid",
    "scatter": "scatter",
    "curve": "curve",
}
"""Kind of view to the module that draws it; ``table`` is drawn by the page itself."""


def draw(answer: Answer, view: View, scene: Scene) -> Picture:
    """The picture of one view of an answer.

    Raises
    ------
    OptionError
        There is no view of that kind.
    """
    kind = str(view.get("kind", ""))
    if kind not in KINDS:
        raise OptionError(
            f"no view of kind {kind!r}",
            where=f"views of {answer.question}",
            why=f"there are {', '.join([*KINDS, 'table'])}",
            fix=nearest(kind, [*KINDS, "table"]),
        )
    module = import_module(f".{KINDS[kind]}", __package__)
    with matplotlib.rc_context(STYLE):
        if not drawable(answer, view):
            return nothing(answer)
        group = [one for one in scene.group if drawable(one, view)] or [answer]
        return module.draw(Drawing(answer, view, group, scene.names, scene.shapes))


def drawable(answer: Answer, view: View) -> bool:
    """Whether the answer has rows for the view; one that is not answerable has none."""
    name = view_table(view)
    return (name == "rows" or name in answer.tables) and len(answer.table(name)) > 0


def nothing(answer: Answer) -> Picture:
    """What stands in the place of a view that has no rows: why it has none."""
    said = words(answer.headline.sentence) or "no rows"
    figure = blank(5.0, 1.6)
    figure.text(0.04, 0.9, fill(f"Nothing to draw. {said}", 56), va="top", fontsize=10)
    return Picture(figure, f"Nothing to draw under {answer.label}: {said}")
