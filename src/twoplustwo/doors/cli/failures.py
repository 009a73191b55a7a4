"""Exit statuses and error messages of all commands; never a traceback."""

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from types import FrameType

import typer

from twoplustwo.base.errors import TwoPlusTwoError

WRONG, FAULT, STOPPED, ENDED = 2, 70, 130, 143
"""Exit statuses: bad input, a fault of ours, Ctrl-C, a signal to end."""


@contextlib.contextmanager
def exit_status_on_error(stopped: str = "stopped") -> Iterator[None]:
    """Turn what goes wrong inside into one message on stderr and an exit status.

    Parameters
    ----------
    stopped : str
        What to say when the user stops the command.
    """
    with _ended_like_stopped():
        try:
            yield
        except TwoPlusTwoError as error:
            echo(str(error))
            raise typer.Exit(WRONG) from None
        except KeyboardInterrupt:
            echo(f"\n{stopped}", label="")
            raise typer.Exit(STOPPED) from None
        except _Ended:
            echo(stopped, label="")
            raise typer.Exit(ENDED) from None
        except BrokenPipeError:
            # whoever read our output has gone; there is nobody to tell
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if os.environ.get("TWOPLUSTWO_DEBUG"):
                raise
            echo(
                f"a fault in twoplustwo: {type(error).__name__}: {error}\n"
                "set TWOPLUSTWO_DEBUG=1 to see where, and please report it"
            )
            raise typer.Exit(FAULT) from None


def echo(text: str, label: str = "error: ") -> None:
    """Write a message to stderr."""
    typer.echo(f"{label}{text}", err=True)


class _Ended(BaseException):
    """SIGTERM was received."""


@contextlib.contextmanager
def _ended_like_stopped() -> Iterator[None]:
    def end(number: int, frame: FrameType | None) -> None:
        raise _Ended

    try:
        before = signal.signal(signal.SIGTERM, end)
    except ValueError:  # not the main thread: signals are somebody else's
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
