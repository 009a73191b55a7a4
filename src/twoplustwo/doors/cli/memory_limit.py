# ruff: noqa: PTH123
# (files of the system, read before anything is imported)
"""Where a shell allows little memory (``ulimit -v``), a second process sees the program's end.

A numerical library that finds no room ends the program as it stands, without a word of ours, or
waits for ever for a thread that could not be started. So the program runs as a child then, and
whoever started it is told what happened. Without such a limit there is no second process.
"""

import contextlib
import os
import select
import signal
import sys
import threading
import time

CRASHES = ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGTRAP")
NO_LOADER = 127
"""Exit status of the system's loader where it finds no room for a thread's own data."""
WRONG = 2
LOOK_S = 0.05
STILL_S = 30.0
"""A program that did nothing at all for so long, though it has something to do, waits for ever."""
WORDS = """error: there is not enough memory for this
so it seems: it {how}, and a limit of this shell allows {gigabytes:.1f} GB of addresses (ulimit -v)
raise the limit (ulimit -v unlimited), or take it away
"""
PASSED_ON = ("SIGINT", "SIGTERM", "SIGHUP")


def watched(words: list[str]) -> None:
    """Go on, in a child where addresses are limited; the process that waits for it never returns.

    Parameters
    ----------
    words : list of str
        Of the command line; a server has nothing to do for most of its life.
    """
    limit = _limit_bytes()
    if limit is None:
        return
    alive, ours = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        threading.Thread(target=_end_with_the_parent, args=(alive,), daemon=True).start()
        return
    os.close(alive)
    told_to_stop: list[int] = []

    def pass_on(number: int, _frame: object) -> None:
        told_to_stop.append(number)
        with contextlib.suppress(OSError):
            os.kill(child, number)

    for name in PASSED_ON:
        number = getattr(signal, name)
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, pass_on)
    status = _end_of(child, patient="serve" in words)
    if status is None or _is_crash(status) or (_is_stop(status) and not told_to_stop):
        message = WORDS.format(how=_how(status), gigabytes=limit / 1e9)
        with contextlib.suppress(OSError):
            os.write(2, message.encode())
        os._exit(WRONG)
    if os.WIFSIGNALED(status):
        os._exit(128 + os.WTERMSIG(status))
    os._exit(os.WEXITSTATUS(status))


def _limit_bytes() -> int | None:
    """How many bytes of addresses this process may have; None for any, or where that is unknown."""
    try:
        import resource
    except ImportError:
        return None
    if not hasattr(os, "fork") or not sys.platform.startswith("linux"):
        return None
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit


def _end_of(child: int, patient: bool) -> int | None:
    """How the child ended; None where it had to be ended, for it did nothing any more."""
    worked, still = -1.0, 0  # looks, not seconds: both stand still while a shell suspends them
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(LOOK_S)
        now = _work_of(child)
        if now != worked or patient or _reader_waits():
            worked, still = now, 0
        elif (still := still + 1) * LOOK_S > STILL_S:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return None


def _reader_waits() -> bool:
    """Whether what is printed cannot go on, for whoever reads it has not read what there is."""
    try:
        return not select.select([], [1], [], 0.0)[1]
    except (OSError, ValueError):  # there is no standard output
        return False


def _work_of(pid: int) -> float:
    """Ticks of processor time and bytes moved by a process and its own children so far."""
    total = 0.0
    with contextlib.suppress(OSError, ValueError, IndexError):
        for one in (pid, *_children(pid)):
            with open(f"/proc/{one}/stat", encoding="ascii", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
            total += float(fields[11]) + float(fields[12])
            with open(f"/proc/{one}/io", encoding="ascii") as file:
                total += sum(int(line.split()[1]) for line in file)
    return total


def _children(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [int(word) for word in file.read().split()]


def _how(status: int | None) -> str:
    """How the child ended, so that whoever looks for a fault in place of a limit can see it."""
    if status is None:
        return f"did nothing for {STILL_S:.0f} s"
    if os.WIFSIGNALED(status):
        return f"ended by {signal.Signals(os.WTERMSIG(status)).name}"
    return f"ended with status {os.WEXITSTATUS(status)}"


def _is_crash(status: int) -> bool:
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) in {getattr(signal, name) for name in CRASHES}
    return os.WEXITSTATUS(status) == NO_LOADER


def _is_stop(status: int) -> bool:
    """Whether it ended as by Ctrl-C: a numerical library without room for threads does that."""
    number = 128 + signal.SIGINT
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == number


def _end_with_the_parent(alive: int) -> None:
    """End this process when the one that waits for it is no more."""
    os.read(alive, 1)
    os.kill(os.getpid(), signal.SIGTERM)  # what is half done is taken away, as by any stop
    time.sleep(STILL_S)
    os._exit(128 + signal.SIGKILL)
