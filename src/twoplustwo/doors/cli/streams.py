"""Standard output and error of the command line: UTF-8 whatever the system says, whole or not at
all, and in clear words where a device is full, closed or read-only.
"""

import contextlib
import io
import os
import select
import stat
import sys

from twoplustwo.base import stopping
from twoplustwo.base.errors import OutputError

OUT, ERR = 1, 2


class ReaderGone(Exception):  # noqa: N818 - no error: who reads has read enough
    """Whoever read our output has gone."""


class Device(io.RawIOBase):
    """A file descriptor that writes all or says why not.

    Into a file nothing goes before `send`, so that a program which is stopped leaves it empty;
    everything else (a terminal, a pipe) has what is flushed at once.

    Parameters
    ----------
    number : int
        The descriptor.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._waiting = bytearray()
        self._failed = False
        try:
            self._is_file = stat.S_ISREG(os.fstat(number).st_mode)
        except OSError:
            self._is_file = False

    def writable(self) -> bool:
        """It is for writing."""
        return True

    def fileno(self) -> int:
        """The descriptor."""
        return self._number

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        try:
            return os.isatty(self._number)
        except OSError:
            return False

    def write(self, data: object) -> int:
        """Take all of it.

        Raises
        ------
        OutputError, ReaderGone
            It cannot be written, or nobody reads it any more.
        """
        taken = bytes(memoryview(data))  # type: ignore[arg-type]
        if self._is_file:
            self._waiting += taken
        else:
            self._sent(taken)
        return len(taken)

    def send(self) -> None:
        """Write what waits, or nothing of it.

        Raises
        ------
        OutputError
            It cannot be written.
        """
        data, self._waiting = bytes(self._waiting), bytearray()
        if not data:
            return
        begin = _end_of(self._number)
        stopping.undo(self, lambda: os.ftruncate(self._number, begin))
        try:
            self._sent(data)
        except BaseException:
            with contextlib.suppress(OSError):
                os.ftruncate(self._number, begin)
            raise
        finally:
            stopping.done(self)

    def _sent(self, data: bytes) -> None:
        left = memoryview(data)
        if self._failed:  # and it has been said
            return
        try:
            while left:
                try:
                    left = left[os.write(self._number, left) :]
                except BlockingIOError:  # somebody made it so: wait until it takes more
                    select.select([], [self._number], [])
        except BrokenPipeError:
            self._failed = True
            raise ReaderGone from None
        except OSError as error:
            self._failed = True
            raise OutputError(
                "cannot write to standard output",
                why=error.strerror or str(error),
                fix="send it to another place, or name a file with --out where the command has it",
            ) from None


class Told(Device):
    """Standard error: what cannot be said there is not said, and no reason to fail."""

    def write(self, data: object) -> int:
        """Take it, and drop what cannot be written."""
        taken = bytes(memoryview(data))  # type: ignore[arg-type]
        with contextlib.suppress(OutputError, ReaderGone):
            self._sent(taken)
        return len(taken)


class Closed(Device):
    """Standard output where there is none."""

    def write(self, data: object) -> int:
        """Refuse, once."""
        if not self._failed:
            self._failed = True
            raise OutputError("cannot write to standard output", why="it is closed")
        return len(memoryview(data))  # type: ignore[arg-type]


def install() -> None:
    """Put them in the place of the streams of the interpreter."""
    # the interpreter found it closed
    sys.stdout = _text(Closed(OUT) if sys.stdout is None else Device(OUT), line=False)
    sys.stderr = _text(Told(ERR), line=True)


def send() -> None:
    """Write all that was printed.

    Raises
    ------
    OutputError, ReaderGone
        It cannot be written, or nobody reads it any more.
    """
    sys.stdout.flush()
    device = _device(sys.stdout)
    if device is not None:
        device.send()


def drop() -> None:
    """Forget what was printed and not yet written."""
    if _device(sys.stdout) is not None:
        sys.stdout = _text(Told(os.open(os.devnull, os.O_WRONLY)), line=False)


def _device(stream: object) -> Device | None:
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    return raw if isinstance(raw, Device) else None


def _text(device: Device, line: bool) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        io.BufferedWriter(device),
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        line_buffering=line or device.isatty(),
    )


def _end_of(number: int) -> int:
    """Where the next byte of a file goes: at its end, where it is appended to."""
    if os.name == "posix":
        import fcntl

        if fcntl.fcntl(number, fcntl.F_GETFL) & os.O_APPEND:
            return os.fstat(number).st_size
    return os.lseek(number, 0, os.SEEK_CUR)
