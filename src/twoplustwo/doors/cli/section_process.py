"""What a process does that writes and draws sections of a run while another computes the next."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.base.garbage import collect_rarely
from twoplustwo.doors.cli.kept_sections import SectionWriter
from twoplustwo.reports.block import Block
from twoplustwo.validation import drawn

_told: list[SectionWriter] = []


def prepare(out_dir: Path, basemap_path: Path | None, info: Mapping[str, Any]) -> None:
    """Take what all sections share; see `reports.page.write`."""
    collect_rarely()
    _told[:] = [SectionWriter(out_dir, basemap_path, info)]


def section(group: Sequence[Answer]) -> list[Block]:
    """Write a group of answers with its tables and figures; gives its blocks of the report."""
    return _told[0].section(group)


def published() -> dict[str, Any]:
    """The cases of the validation and their recorded results, as a report shows them."""
    return drawn.body()
