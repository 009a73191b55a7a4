"""Where a shell allows little memory: words and status 2, never a crash, never a hang."""

import os
import signal
import subprocess
import sys
import time

import pytest

resource = pytest.importorskip("resource")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ulimit -v of Linux")

NOT_ENOUGH = "error: there is not enough memory for this\n"
PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal, wherever this runs
from twoplustwo.doors.cli.main import program
program()
"""
WATCHED = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from twoplustwo.doors.cli import memory_limit
memory_limit.STILL_S = 1.0
memory_limit.watched(sys.argv[1:])
print(os.getpid(), flush=True)
"""
PLENTY = 2**44


def started(code: str, *words: str, limit: int = PLENTY) -> subprocess.Popen[str]:
    """A program for which addresses are limited."""
    limited = f"import resource\nresource.setrlimit(resource.RLIMIT_AS, ({limit}, {limit}))\n"
    return subprocess.Popen(
        [sys.executable, "-c", limited + code, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("megabytes", [500, 800, 1100, 1400])
def test_a_question_with_too_little(megabytes: int):
    words = ["ask", "icbm-reach", "-p", "us", "--quick", "--set", "engagement.max_flight=877 s"]
    begun = time.monotonic()
    with started(PROGRAM, *words, limit=megabytes * 10**6) as made:
        out, err = made.communicate(timeout=120)
    assert (made.returncode, out) == (2, ""), err
    assert NOT_ENOUGH in err and "ulimit -v" in err.rpartition(NOT_ENOUGH)[2]
    assert "a fault in twoplustwo" not in err
    assert time.monotonic() - begun < 100.0


def test_with_enough_it_answers():
    with started(PROGRAM, "list", "parties") as made:
        out, err = made.communicate(timeout=60)
    assert (made.returncode, err) == (0, "") and out.startswith("independent")


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("os.abort()", 2),
        ("os.kill(os.getpid(), signal.SIGSEGV)", 2),
        ("os._exit(127)", 2),
        ("os._exit(130)", 2),  # nobody told it to stop
        ("time.sleep(60)", 2),
        ("os._exit(3)", 3),
        ("os._exit(0)", 0),
        ("os.kill(os.getpid(), signal.SIGKILL)", 137),
    ],
)
def test_how_it_ended_is_told(end: str, status: int):
    with started(WATCHED + end) as made:
        _, err = made.communicate(timeout=30)
    assert made.returncode == status
    assert (NOT_ENOUGH in err) == (status == 2)
    if end == "os.abort()":
        assert "it ended by SIGABRT, and a limit" in err  # a fault of another kind can be seen


def test_a_program_that_its_shell_suspends_is_not_taken_for_dead():
    working = "for _ in range(12):\n    time.sleep(0.25); sum(range(300_000))\n"
    with started(WATCHED + working) as made:
        assert made.stdout is not None
        child = int(made.stdout.readline())
        for pid in (made.pid, child):
            os.kill(pid, signal.SIGSTOP)
        time.sleep(2.5)  # longer than it may stand still
        for pid in (made.pid, child):
            os.kill(pid, signal.SIGCONT)
        assert made.communicate(timeout=30)[1] == "" and made.returncode == 0


def test_who_works_or_serves_is_not_taken_for_dead():
    working = "begun = time.monotonic()\nwhile time.monotonic() - begun < 3: pass\n"
    with started(WATCHED + working) as made:
        assert made.communicate(timeout=30)[1] == "" and made.returncode == 0
    with started(WATCHED + "time.sleep(3)", "serve") as made:
        assert made.communicate(timeout=30)[1] == "" and made.returncode == 0
    with started(WATCHED + "print('x' * 1_000_000)") as made:  # nobody reads it for a while
        time.sleep(4.0)
        out, err = made.communicate(timeout=30)
        assert (made.returncode, err) == (0, "") and len(out) > 1_000_000


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_reaches_it(number: int, status: int):
    code = "from twoplustwo.base import stopping\nstopping.install()\nprint('on', flush=True)\n"
    with started(WATCHED + code + "time.sleep(60)", "serve") as made:
        assert made.stdout is not None
        made.stdout.readline(), made.stdout.readline()
        made.send_signal(number)
        _, err = made.communicate(timeout=30)
    assert (made.returncode, err) == (status, "stopped\n")


def test_it_ends_with_the_one_that_waits_for_it():
    with started(WATCHED + "time.sleep(60)", "serve") as made:
        assert made.stdout is not None
        pid = int(made.stdout.readline())
        made.kill()
        made.communicate(timeout=30)  # both have let go of our pipe
    assert pid != made.pid
    state = ["ps", "-o", "stat=", "-p", str(pid)]
    left = subprocess.run(state, capture_output=True, text=True, check=False).stdout
    assert left.strip()[:1] in ("", "Z") and os.getpid() != pid
