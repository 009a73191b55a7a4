# ruff: noqa: PTH106, PTH108, PTH112, PTH114
# (paths as the system has them: a stop may import nothing)
"""One way to be stopped: SIGINT, SIGTERM and SIGHUP end a program at any moment, nothing half done.

An exception out of a signal can be lost (in a callback of the importer or of the memory manager),
and unwinding beneath running native code can crash. So none is raised: what is half written is
taken away, a word is said, and the process ends. A thread does it where the main one is busy in
native code. Only programs of ours install it; a notebook keeps what it has.
"""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
PATIENCE_S = 5.0
"""How long the end waits for something that is being put into its place, or goes on being made."""

_undo: dict[object, Callable[[], None]] = {}
_critical = threading.RLock()
_end_begun = threading.Lock()
_ending: set[int] = set()
"""Threads that end the program, or wait until another one has done so."""
_inside = threading.local()
_words = {"stopped": "stopped"}
_left: list[Callable[[], None]] = []
_pending: list[int] = []
_deferred: list[int] = []


def status(number: int) -> int:
    """Exit status of a program that a signal ended, as shells have it."""
    return 128 + number


def install() -> None:
    """Take the signals that end this program; one that is ignored already (nohup) stays so."""
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _received)
    if os.name == "posix":
        heard, told = os.pipe()
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        threading.Thread(target=_watch, args=(heard,), name="stopping", daemon=True).start()


def say(stopped: str) -> None:
    """What to say when the program is stopped from now on."""
    _words["stopped"] = stopped


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """A stop waits until the block is done: it must be short and leave everything consistent."""
    with _critical:
        _inside.block = getattr(_inside, "block", 0) + 1
        try:
            yield
        finally:
            _inside.block -= 1
    if not _inside.block:
        if _deferred:
            end(_deferred[0])
        if _end_begun.locked():
            _wait_for_the_end()


def undo(key: object, act: Callable[[], None]) -> None:
    """If the program is stopped, `act`; it may import nothing, and may be called twice."""
    _undo[key] = act


def done(key: object) -> None:
    """There is nothing to take away any more."""
    _undo.pop(key, None)


@contextlib.contextmanager
def left_to(stop: Callable[[], None]) -> Iterator[None]:
    """Inside, a signal calls `stop`, which is to end the block; then the program ends by it.

    Parameters
    ----------
    stop : callable
        Asks whoever runs inside to come to an end; may be called more than once.
    """
    _left.append(stop)
    try:
        yield
    finally:
        _left.pop()
    if _pending:
        end(_pending[0])


def end(number: int) -> None:
    """Take away what is half done, say that the program was stopped, and end it.

    Another signal in the middle of that changes nothing.
    """
    me = threading.get_ident()
    if me in _ending:
        return  # it came to whoever ends the program: waiting would be for oneself
    _ending.add(me)
    if not _end_begun.acquire(blocking=False):
        _wait_for_the_end()
    _critical.acquire(timeout=PATIENCE_S)
    until = time.monotonic() + PATIENCE_S
    while _undo and time.monotonic() < until:
        for key, act in reversed(list(_undo.items())):  # what was made last goes first
            with contextlib.suppress(Exception):
                act()
                _undo.pop(key, None)
    with contextlib.suppress(Exception):
        # not by the stream, which the main thread may be in the middle of
        os.write(2, f"{_words['stopped']}\n".encode())
    os._exit(status(number))


def _received(number: int, frame: FrameType | None) -> None:
    if _left:
        _pending.append(number)
        _left[-1]()
    elif getattr(_inside, "block", 0):
        _deferred.append(number)
    else:
        end(number)


def _watch(heard: int) -> None:
    while told := os.read(heard, 1):
        if told[0] in SIGNALS and not _left:
            end(told[0])


def _wait_for_the_end() -> None:
    while True:
        time.sleep(PATIENCE_S)


def remove(path: str | os.PathLike[str]) -> None:
    """Remove a file or a folder with all that is in it, without a link being followed.

    Nothing is imported, so that a stop may call it. What is not there counts as removed.

    Raises
    ------
    OSError
        Something cannot be removed, or was added meanwhile.
    """
    try:
        if os.path.isdir(path) and not os.path.islink(path):
            with os.scandir(path) as found:
                for one in found:
                    remove(one.path)
            os.rmdir(path)
        else:
            os.unlink(path)
    except FileNotFoundError:
        pass
