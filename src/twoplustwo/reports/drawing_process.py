"""What a process does that draws sections of a report while another computes the next."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.reports.block import Block, blocks
from twoplustwo.reports.geo import Shapes, read_shapes

_told: dict[str, Any] = {}


def prepare(basemap_path: Path | None, info: Mapping[str, Any], figures: Path) -> None:
    """Take what all sections share; see `page.write`."""
    _told.update(basemap=basemap_path, info=info, figures=figures)


def section(group: Sequence[Answer]) -> list[Block]:
    """The blocks of a group of answers, its figures written."""
    return blocks(group, _shapes(_told["basemap"]), _told["info"], _told["figures"])


@cache
def _shapes(path: Path | None) -> Shapes | None:
    return read_shapes(path) if path is not None else None
