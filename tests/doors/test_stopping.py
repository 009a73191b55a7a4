"""Stopped at any moment: the right status, nothing half done, nothing hidden left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from twoplustwo.answers.folder import numbered_folder
from twoplustwo.base import whole

from ..interrupted import Interruptions

TIMES = 20
WITHIN_S = 5.0


@pytest.mark.parametrize("number", range(TIMES))
def test_at_a_random_moment(number: int, tmp_path: Path):
    """`make interruptions` does so 400 times, later and one after the other in one folder."""
    _, how, told = Interruptions(tmp_path).run(number, WITHIN_S)
    assert not told.startswith("WRONG"), told
    if how != "SIGKILL":
        assert [one for one in tmp_path.rglob("*") if "partial" in one.name] == []


def test_random_moments_are_of_every_command_and_signal(monkeypatch):
    seen = set()
    monkeypatch.setattr(Interruptions, "_stopped", lambda self, *one: seen.add(one[:2]) or "")
    for number in range(TIMES):
        Interruptions(Path()).run(number)
    assert {name for name, _ in seen} == {"run", "ask", "export", "serve"}
    assert {how.name for _, how in seen} == {"SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"}


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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_second_signal_in_the_middle_of_the_end(number):
    """Who presses Ctrl-C twice waits no longer than who presses it once."""
    code = (
        "import signal, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from twoplustwo.base import stopping\n"
        "def slowly():\n"
        "    print('ending', flush=True)\n"
        "    for _ in range(100):\n"
        "        time.sleep(0.01)\n"
        "stopping.undo('it', slowly)\n"
        "stopping.install()\n"
        "print('busy', flush=True)\n"
        "for _ in range(6000):\n"
        "    time.sleep(0.01)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as made:
        assert made.stdout is not None and made.stdout.readline() == b"busy\n"
        made.send_signal(number)
        assert made.stdout.readline() == b"ending\n"
        for _ in range(3):
            made.send_signal(number)
        _, err = made.communicate(timeout=20)
        assert (made.returncode, err) == (128 + number, b"stopped\n")


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
