"""What a process does that writes and draws sections of a run while another computes the next."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from twoplustwo.answers import store
from twoplustwo.answers.answer import Answer
from twoplustwo.base.garbage import collect_rarely
from twoplustwo.reports import page
from twoplustwo.reports.block import Block, blocks
from twoplustwo.reports.geo import Shapes, read_shapes
from twoplustwo.validation import drawn

_told: dict[str, Any] = {}


def prepare(out_dir: Path, basemap_path: Path | None, info: Mapping[str, Any]) -> None:
    """Take what all sections share; see `reports.page.write`."""
    collect_rarely()
    _told.update(out_dir=out_dir, basemap=basemap_path, info=info)


def section(group: Sequence[Answer]) -> list[Block]:
    """Write a group of answers with its tables and figures; gives its blocks of the report."""
    out_dir: Path = _told["out_dir"]
    store.write(group, out_dir)
    return blocks(group, _shapes(_told["basemap"]), _told["info"], page.figures_in(out_dir))


def published() -> dict[str, Any]:
    """The cases of the validation and their recorded results, as a report shows them."""
    return drawn.body()


@cache
def _shapes(path: Path | None) -> Shapes | None:
    return read_shapes(path) if path is not None else None
