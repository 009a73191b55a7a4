"""Draws the sections of a report in a process of its own while the answers are computed."""

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twoplustwo.base import progress, stopping
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.worker import Worker

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.reports.block import Block

MEMORY_BYTES = 3_000_000_000
DEADLINE_S = 600.0
_ROOM = "twoplustwo.reports.drawing_process"
_Key = tuple[str, str]


class DrawingAhead:
    """Takes groups of answers as they come; gives back the blocks of each.

    What the process has not begun when it is asked for is drawn here, and so is what it could not
    draw: it costs time only.

    Parameters
    ----------
    basemap_path : Path or None
    info : mapping
    figures : Path
        As `reports.page` takes them.
    cores : int
        Processors to share; with one there is no other process.
    """

    def __init__(
        self, basemap_path: Path | None, info: Mapping[str, Any], figures: Path, cores: int
    ) -> None:
        self._shared = basemap_path, info, figures
        self._waiting: dict[_Key, Sequence[Answer]] = {}
        self._drawn: dict[_Key, list[Block]] = {}
        self._begun: _Key | None = None
        self._changed = threading.Condition()
        self._over = False
        self.worker = Worker(Call(f"{_ROOM}:prepare", self._shared), MEMORY_BYTES)
        if cores > 1:
            threading.Thread(target=self._serve, name="drawing", daemon=True).start()

    def add(self, groups: Mapping[str, "Sequence[Answer]"]) -> None:
        """Take groups of answers that are whole."""
        with self._changed:
            self._waiting |= {_key(group): group for group in groups.values()}
            self._changed.notify_all()

    def blocks(self, group: "Sequence[Answer]") -> "list[Block]":
        """The blocks of a group, once all that waits is drawn."""
        self._finish()
        return self._drawn.get(_key(group)) or self._draw(group)

    def end(self) -> None:
        """End the process."""
        with self._changed:
            self._over = True
            self._changed.notify_all()
        self.worker.end()

    def _finish(self) -> None:
        """Draw what waits, the last first, while the process draws from the other end."""
        total = len(self._waiting) + len(self._drawn)
        while True:
            with self._changed:
                progress.step("drawing the report", len(self._drawn), total)
                if not self._waiting:
                    self._changed.wait_for(lambda: self._begun is None)
                    return
                key, group = self._waiting.popitem()
            self._drawn[key] = self._draw(group)

    def _draw(self, group: "Sequence[Answer]") -> "list[Block]":
        from twoplustwo.reports import drawing_process

        drawing_process.prepare(*self._shared)
        return drawing_process.section(group)

    def _serve(self) -> None:
        """Hand the process one group after the other; what it fails at is left to be drawn here."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._over or self._waiting)
                if self._over:
                    return
                self._begun = next(iter(self._waiting))
                group = self._waiting.pop(self._begun)
            found = None
            with contextlib.suppress(Exception):
                found = self.worker.do(Call(f"{_ROOM}:section", (group,)), DEADLINE_S)
            with self._changed:
                if found is not None:
                    self._drawn[self._begun] = found
                self._begun = None
                self._changed.notify_all()


@contextlib.contextmanager
def drawing_ahead(
    basemap_path: Path | None, info: Mapping[str, Any], figures: Path
) -> Iterator[DrawingAhead]:
    """Have sections drawn meanwhile; the process ends with the block, or before we do."""
    ahead = DrawingAhead(basemap_path, info, figures, _cores())
    stopping.undo(ahead, ahead.worker.kill)  # or it would write into a folder being taken away
    try:
        yield ahead
    finally:
        stopping.done(ahead)
        ahead.end()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _key(group: "Sequence[Answer]") -> _Key:
    """What tells a group from all others of a run."""
    return group[0].question, str(group[0].options.get("of") or "")
