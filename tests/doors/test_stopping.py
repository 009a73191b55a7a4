"""Stopped at any moment: the right status, nothing half done, nothing hidden left behind."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from twoplustwo.answers.folder import numbered_folder
from twoplustwo.base import whole

PROGRAM = """
import signal
for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)  # as in a terminal, wherever this runs
from twoplustwo.doors.cli.main import program
program()
"""
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def stopped(words: list[str], after_s: float, number: int, home: Path) -> tuple[int, str]:
    """Status and words of a command that is sent a signal after a time."""
    made = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=home,
    )
    time.sleep(after_s)
    made.send_signal(number)
    _, err = made.communicate(timeout=120)
    return made.returncode, err


@pytest.mark.parametrize("round_", range(12))
def test_at_a_random_moment(round_, tmp_path: Path):
    """The long form of this is tests/interrupted.py."""
    moment = random.Random(round_)
    number = moment.choice([*SIGNALS])
    words = [["run", "--out", "out", "-p", "us"], ["ask", "raid"]][round_ % 2]
    status, err = stopped(words, moment.uniform(0.0, 6.0), number, tmp_path)
    # before the first line of ours runs, the system ends it; at the end it may be done
    assert status in (SIGNALS[number], -number, 0), err
    assert "Traceback" not in err and "Exception ignored" not in err
    if status == SIGNALS[number]:
        assert "stopped" in err.splitlines()[-1]
        assert [one for one in tmp_path.rglob("*") if "partial" in one.name] == []


HOLDING = """
import sys, time
from pathlib import Path
from twoplustwo.answers.folder import whole_folder
with whole_folder(Path(sys.argv[1]) / "run") as partial:
    (partial / "half").write_text("half")
    print("writing", flush=True)
    time.sleep(60)
"""


def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, tmp_path], stdout=subprocess.PIPE
    ) as writing:
        assert writing.stdout is not None and writing.stdout.readline() == b"writing\n"
        (left,) = tmp_path.iterdir()
        whole.sweep(tmp_path)
        assert left.exists()  # whoever is alive keeps what it writes
        writing.kill()
    whole.write_whole(tmp_path / "next", b"whole")
    assert [one.name for one in tmp_path.iterdir()] == ["next"]


def test_a_signal_in_native_code(tmp_path: Path):
    """The main thread is busy where no handler of Python runs: another one ends the program."""
    code = (
        "import hashlib\n"
        "from twoplustwo.base import stopping\n"
        "stopping.install()\n"
        "print('busy', flush=True)\n"
        "hashlib.pbkdf2_hmac('sha1', b'', b'', 2**31 - 1)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as made:
        assert made.stdout is not None and made.stdout.readline() == b"busy\n"
        made.send_signal(signal.SIGTERM)
        assert made.wait(20) == 143


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path):
    code = (
        "import os, signal\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from twoplustwo.base import stopping\n"
        "stopping.install()\n"
        "os.kill(os.getpid(), signal.SIGHUP)\n"
        "print('goes on')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"goes on\n")


def test_runs_of_one_name_each_have_their_own(tmp_path: Path):
    with numbered_folder(tmp_path / "run") as one, numbered_folder(tmp_path / "run") as two:
        assert (one.target.name, two.target.name) == ("run", "run-2")
        (tmp_path / "run-2").mkdir()  # by somebody else, meanwhile
        (tmp_path / "run-2/theirs").touch()
    assert sorted(os.listdir(tmp_path)) == ["run", "run-2", "run-3"]  # noqa: PTH208 - names
    assert (tmp_path / "run-2/theirs").exists()
