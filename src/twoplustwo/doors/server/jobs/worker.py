"""One computing process: started, given one call at a time, ended at a deadline."""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any

from twoplustwo.base import stopping
from twoplustwo.base.giving_up import while_wanted
from twoplustwo.doors.server.jobs.call import (
    Call,
    DiedError,
    OutOfMemoryError,
    TooLongError,
    outcome,
    value,
)
from twoplustwo.doors.server.jobs.tasks import trim

TRIM_EVERY = 4  # calls
START_S = 120.0  # most time that a process may take until it can be given a call


class Worker:
    """A process; all methods block, and one thread uses them (`end` apart).

    Parameters
    ----------
    first : Call
        Done once in each new process, before anything else.
    memory_bytes : int
        Most memory that the process may take.
    young_s : float
        Age until which the first process is not ended, whatever the deadline: on a new machine
        it compiles.
    nice : int
        How far the process stands back behind others on the machine's cores, from 0 to 19.
    """

    def __init__(self, first: Call, memory_bytes: int, young_s: float = 0.0, nice: int = 0) -> None:
        self._first, self._memory, self._nice = first, memory_bytes, nice
        self._old_at = time.monotonic() + young_s
        self._process: Any = None
        self._home: Any = None
        self._given = 0  # calls so far
        self._left: Any = None  # shared with the process: the call that is to be given up
        self._ended = False
        self._lock = threading.Lock()

    @property
    def pid(self) -> int | None:
        """Number of the process, while there is one."""
        process = self._process  # another thread may end it meanwhile
        return process.pid if process is not None else None

    def start(self) -> None:
        """Start the process, if there is none, and wait until it is prepared."""
        if self._process is not None and self._process.is_alive():
            return
        self.kill()
        context = multiprocessing.get_context("spawn")  # JAX's threads do not survive a fork
        with self._lock:
            if self._ended:
                raise DiedError
            self._home, theirs = context.Pipe()
            # little is handed over here: Python would wait for ever for a process that dies
            # before it has taken in what does not fit into a pipe
            self._left = context.RawValue("q", 0)
            self._process = context.Process(
                target=serve, args=(theirs, self._memory, self._nice, self._left), daemon=True
            )
            # a stop in the middle would not know its number, and leave it behind
            with stopping.uninterrupted(), _sigint_blocked():
                self._process.start()
        theirs.close()
        self._given = 0
        self._send((self._given, self._first))
        try:
            self._receive(START_S)
        except Exception:
            self.kill()  # not prepared, it would do no job rightly
            raise

    def do(self, call: Call, deadline_s: float) -> Any:
        """What the call gives.

        Raises
        ------
        TooLongError, DiedError, OutOfMemoryError
            The process is gone; the next call starts another.
        AbandonedError
            It was given up.
        """
        self.start()
        self._given += 1
        self._send((self._given, call))
        try:
            return self._receive(max(deadline_s, self._old_at - time.monotonic()))
        except OutOfMemoryError:
            self.kill()  # what it holds besides would leave the next as little room
            raise

    def give_up(self) -> None:
        """Let the process leave the present call at its next point; any thread may ask for it."""
        if self._left is not None:
            self._left.value = self._given

    def _send(self, call: Any) -> None:
        try:
            self._home.send(call)
        except OSError:
            self.kill()
            raise DiedError from None

    def _receive(self, deadline_s: float) -> Any:
        try:
            if not self._home.poll(deadline_s):
                self._old_at = 0.0  # no other process is the first
                self.kill()
                raise TooLongError
            received = self._home.recv()
        except (EOFError, OSError):
            self.kill()
            raise DiedError from None
        return value(received)

    def kill(self) -> None:
        """End the process at once; what it kept on disk is whole, for it is renamed into place."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()

    def end(self) -> None:
        """End the process for good: none is started any more. Any thread may ask for it."""
        self._ended = True
        self.kill()


def serve(home: Connection, memory_bytes: int, nice: int, left: Any) -> None:
    """What the process does: calls, one after the other, until home is closed.

    Each comes with its number; it is given up once `left` has that number.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends us
    _unblock_sigint()
    _bound(memory_bytes)
    if hasattr(os, "nice"):
        os.nice(nice)
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    with contextlib.suppress(EOFError, OSError):
        while True:
            number, call = home.recv()
            with while_wanted(lambda number=number: left.value != number or not number):
                done = outcome(call)
            home.send(done)
            if number % TRIM_EVERY == 0:
                trim()


def _end_with_the_server() -> None:
    """Exit with the server, also when it is killed in the middle of a job."""
    server = multiprocessing.parent_process()
    if server is not None:
        server.join()
        os._exit(0)


def _bound(memory_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))


@contextlib.contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Block SIGINT while the child starts; the child then ignores it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it lets Ctrl-C through again when it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _unblock_sigint() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
