"""Writes and draws the sections of a run in a process of its own while answers are computed."""

import contextlib
import os
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twoplustwo.base import progress, stopping
from twoplustwo.base.threads import thread_count
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.worker import Worker

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.reports.block import Block

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
MEMORY_BYTES = 3_000_000_000
DEADLINE_S = 600.0
_ROOM = "twoplustwo.doors.cli.section_process"
_PUBLISHED = Call(f"{_ROOM}:published")
_Key = tuple[str, str]


class SectionsAhead:
    """Takes groups of answers as they come; gives back the blocks of each, written and drawn.

    What the process has not begun when it is asked for is done here, and so is what it could not
    do: it costs time only.

    Parameters
    ----------
    out_dir : Path
    basemap_path : Path or None
    info : mapping
        As `reports.page.write` takes them.
    cores : int
        Processors to share; with one there is no other process.
    """

    def __init__(
        self, out_dir: Path, basemap_path: Path | None, info: Mapping[str, Any], cores: int
    ) -> None:
        self._shared = out_dir, basemap_path, info
        self._waiting: dict[_Key, Sequence[Answer]] = {}
        self._made: dict[_Key, list[Block]] = {}
        self._published: dict[str, Any] | None = None
        self._busy = cores > 1
        self._over = False
        self._changed = threading.Condition()
        self.worker = Worker(Call(f"{_ROOM}:prepare", self._shared), MEMORY_BYTES)
        if cores > 1:
            threading.Thread(target=self._serve, name="sections", daemon=True).start()

    def add(self, groups: Mapping[str, "Sequence[Answer]"]) -> None:
        """Take groups of answers that are whole."""
        with self._changed:
            self._waiting |= {_key(group): group for group in groups.values()}
            self._changed.notify_all()

    def blocks(self, group: "Sequence[Answer]") -> "list[Block]":
        """The blocks of a group, once nothing waits any more."""
        self._finish()
        return self._made.get(_key(group)) or self._section(group)

    def published(self) -> dict[str, Any]:
        """The cases of the validation and their recorded results, as a report shows them."""
        self._finish()
        return self._published or _PUBLISHED()

    def end(self) -> None:
        """End the process."""
        with self._changed:
            self._over = True
            self._changed.notify_all()
        self.worker.end()

    def stop(self) -> None:
        """End the process at once, as a signal does: nothing is waited for, no lock is taken."""
        pid = self.worker.pid
        if pid is not None:
            with contextlib.suppress(OSError):
                os.kill(pid, KILL)

    def _finish(self) -> None:
        """Do what waits, the last first, while the process works from the other end."""
        total = len(self._waiting) + len(self._made)
        while True:
            with self._changed:
                progress.step("drawing the report", len(self._made), total)
                if not self._waiting:
                    self._changed.wait_for(lambda: not self._busy)
                    return
                key, group = self._waiting.popitem()
            self._made[key] = self._section(group)

    def _section(self, group: "Sequence[Answer]") -> "list[Block]":
        from twoplustwo.doors.cli import section_process

        section_process.prepare(*self._shared)
        return section_process.section(group)

    def _serve(self) -> None:
        """Hand the process one group after the other; what it fails at is left to be done here."""
        self._published = self._done_there(_PUBLISHED)
        while True:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._over or self._waiting)
                if self._over:
                    return
                self._busy = True
                key = next(iter(self._waiting))
                group = self._waiting.pop(key)
            found = self._done_there(Call(f"{_ROOM}:section", (group,)))
            if found is not None:
                self._made[key] = found

    def _done_there(self, call: Call) -> Any:
        with contextlib.suppress(Exception):
            return self.worker.do(call, DEADLINE_S)
        return None


@contextlib.contextmanager
def sections_ahead(
    out_dir: Path, basemap_path: Path | None, info: Mapping[str, Any]
) -> Iterator[SectionsAhead]:
    """Have sections made meanwhile; the process ends with the block, or before we do."""
    ahead = SectionsAhead(out_dir, basemap_path, info, thread_count())
    stopping.undo(ahead, ahead.stop)  # or it would write into a folder being taken away
    try:
        yield ahead
    finally:
        stopping.done(ahead)
        ahead.end()


def _key(group: "Sequence[Answer]") -> _Key:
    """What tells a group from all others of a run."""
    return group[0].question, str(group[0].options.get("of") or "")
