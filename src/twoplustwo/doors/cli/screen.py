"""A terminal's width and its colours, for what is put together before it is written."""

import io
import os
import sys

from rich.console import Console


def console_of(otherwise: int) -> Console:
    """A console that keeps what is printed on it: as wide as the terminal, or as COLUMNS says.

    Parameters
    ----------
    otherwise : int
        Letters in a line where neither is there: in a file, or a pipe.
    """
    terminal = sys.stdout.isatty()
    said = os.environ.get("COLUMNS", "")
    width = None if terminal else int(said) if said.isdecimal() and int(said) else otherwise
    if terminal:
        width = int(said) if said.isdecimal() and int(said) else os.get_terminal_size(1).columns
    return Console(file=io.StringIO(), highlight=False, width=width, force_terminal=terminal)


def written(console: Console) -> str:
    """What was printed on it."""
    kept = console.file
    return kept.getvalue() if isinstance(kept, io.StringIO) else ""
