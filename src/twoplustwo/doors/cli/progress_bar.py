"""Progress on stderr while something takes time."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from twoplustwo.base import progress, stopping
from twoplustwo.doors.request import Request

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer

_QUIET = 0.5  # s without a bar: what is quick shows nothing


@contextlib.contextmanager
def progress_bar() -> Iterator[None]:
    """Show the steps taken inside: a bar on a terminal, lines where there is none."""
    if not sys.stderr.isatty():
        with progress.shown_by(Lines()):
            yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    stopping.undo(bar, _show_cursor)
    try:
        with bar, progress.shown_by(Bar(bar)):
            yield
    finally:
        stopping.done(bar)


def _show_cursor() -> None:
    """Clear what is left of a bar, and show the cursor that it hid."""
    os.write(2, b"\r\x1b[2K\x1b[?25h")


def ask_with_bar(request: Request) -> "list[Answer]":
    """The answers to a request, with the progress shown until they are there."""
    from twoplustwo.doors import asking, dossiers
    from twoplustwo.doors.cli.estimate import estimated
    from twoplustwo.question_cards.for_dossier import card_of

    read = dossiers.load(request.dossier)
    card = card_of(read, request.question)
    asking.check(replace(request, dossier=read))
    several = len(request.positions or read.parties)
    many = f"{several} position{'' if several == 1 else 's'}"
    laid = tuple(sorted(request.sets or ())), tuple(request.measures or ()), request.as_of
    held = tuple(request.positions or ())
    kind = read.id, card.id, tuple(sorted(request.options.items())), held, laid, request.interval
    share = several / max(len(read.parties), 1)
    with estimated(f"{card.id} for {many}", card.question, *kind, share=share), progress_bar():
        return asking.ask(request)


class Lines:
    """One line whenever a new kind of step begins; for logs."""

    def __init__(self) -> None:
        self._written: set[str] = set()
        self._began = time.monotonic()

    def step(self, what: str, done: int, total: int) -> None:
        """Write `what` when it is new and the work is not over in an instant."""
        if what not in self._written and time.monotonic() - self._began > _QUIET:
            sys.stderr.write(f"{time.monotonic() - self._began:6.1f} s  {what}\n")
            sys.stderr.flush()
            self._written.add(what)


class Bar:
    """One bar, which follows the step that is being taken."""

    def __init__(self, bar) -> None:
        self._bar = bar
        self._task = bar.add_task("starting", total=1)

    def step(self, what: str, done: int, total: int) -> None:
        """Move the bar; an unknown total pulses."""
        self._bar.update(
            self._task, description=what, completed=done, total=total if total else None
        )
