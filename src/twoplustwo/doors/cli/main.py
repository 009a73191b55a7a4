"""``twoplustwo``: ready to be stopped before all else, then the commands; never a traceback."""

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from twoplustwo.base import stopping
from twoplustwo.base.garbage import collect_rarely
from twoplustwo.doors.cli import memory_limit

if TYPE_CHECKING:
    from twoplustwo.doors.cli.commands import app as app


def __getattr__(name: str) -> object:
    # lazy, so that a program can be stopped before the commands are loaded
    if name == "app":
        from twoplustwo.doors.cli.commands import app

        return app
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def main() -> NoReturn:
    """Run the command line.

    Raises
    ------
    SystemExit
        Always, with the exit status.
    """
    _occupy_standard_numbers()
    stopping.install()
    collect_rarely()
    from twoplustwo.doors.cli import streams

    streams.install()
    sys.exit(_status())


def program() -> NoReturn:
    """Run the command line and end the process: the entry point of the package.

    The interpreter is not taken down: a signal in the middle of that can crash native code, and
    all that was to be written has been.
    """
    memory_limit.watched(sys.argv[1:])
    try:
        main()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    except BaseException:  # only where the traceback is asked for
        import traceback

        traceback.print_exc()
        status = 1
    os._exit(status)


def _occupy_standard_numbers() -> None:
    """Let no file that is opened later be taken for a standard stream which is closed."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free


def _status() -> int:
    from twoplustwo.base.errors import OutputError
    from twoplustwo.doors.cli import failures, streams

    status = 0
    try:
        from twoplustwo.doors.cli.commands import app

        try:
            app()
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        streams.send()
    except streams.ReaderGone:
        streams.drop()
    except OutputError as error:
        streams.drop()
        failures.echo(str(error))
        status = failures.WRONG
    except KeyboardInterrupt:  # where signals are not ours: not in the main thread, or ignored
        status = failures.STOPPED
    return status


if __name__ == "__main__":
    program()
