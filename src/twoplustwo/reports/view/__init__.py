"""The closed list of views: how columns of answers become pictures, one file a kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import matplotlib

from ...answers.answer import Answer
from ...base.errors import OptionError, nearest
from ..geo import Shapes
from ..picture import STYLE, Picture


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


View = Mapping[str, Any]
Draw = Callable[[Answer, View, Scene], Picture]

KINDS = {
    "map.links": "map_links",
    "map.cells": "map_cells",
    "dots": "dots",
    "bars": "bars",
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
        return module.draw(answer, view, scene)
