"""Exit statuses and error messages of all commands; never a traceback."""

import contextlib
import os
from collections.abc import Iterator

import typer

from twoplustwo.base import stopping
from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.base.whole import DISK
from twoplustwo.doors.cli.streams import ReaderGone

WRONG, FAULT, STOPPED = 2, 70, 130
"""Exit statuses: bad input, a fault of ours, Ctrl-C."""
NO_ROOM = (
    "failed to map segment",
    "annot allocate memory",
    "std::bad_alloc",
    "can't start new thread",
    "RESOURCE_EXHAUSTED",
)
"""What the system says where a library finds no memory."""


@contextlib.contextmanager
def exit_status_on_error(stopped: str = "stopped") -> Iterator[None]:
    """Turn what goes wrong inside into one message on stderr and an exit status.

    Parameters
    ----------
    stopped : str
        What to say when the user stops the command.
    """
    stopping.say(stopped)
    try:
        yield
    except TwoPlusTwoError as error:
        echo(str(error))
        raise typer.Exit(WRONG) from None
    except KeyboardInterrupt:
        echo(f"\n{stopped}", label="")
        raise typer.Exit(STOPPED) from None
    except (typer.Exit, typer.Abort, ReaderGone):
        raise
    except Exception as error:
        if os.environ.get("TWOPLUSTWO_DEBUG"):
            raise
        if isinstance(error, MemoryError) or any(one in str(error) for one in NO_ROOM):
            echo(
                "there is not enough memory for this\n"
                "the system, or a limit of this shell (ulimit -v), refuses more\n"
                "stop other programs, or raise the limit"
            )
            raise typer.Exit(WRONG) from None
        if isinstance(error, OSError) and error.errno in DISK:
            named = error.filename or "a file"
            echo(f"cannot read or write {named}\n{error.strerror}")
            raise typer.Exit(WRONG) from None
        echo(
            f"a fault in twoplustwo: {type(error).__name__}: {error}\n"
            "set TWOPLUSTWO_DEBUG=1 to see where, and please report it"
        )
        raise typer.Exit(FAULT) from None


def echo(text: str, label: str = "error: ") -> None:
    """Write a message to stderr."""
    typer.echo(f"{label}{text}", err=True)
