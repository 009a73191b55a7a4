"""Standard output: UTF-8 whatever the system says, whole or not at all, and clear words where it
cannot be written to.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = "from twoplustwo.doors.cli.main import program; program()"
QUICK = (
    ["--help"],
    ["--version"],
    ["diff", "europe-2007", "europe-2007"],
    ["check", "europe-2007"],
    ["ask", "threat-timeline", "-p", "us", "-f", "json", "--quick"],
    ["export", "threat-timeline", "-p", "us", "--to", "csv"],
)
FULL = Path("/dev/full")


def shell(*words: str, to: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a shell, its output sent somewhere."""
    line = f'"$0" -c "{CODE}" "$@" {to}'
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line, sys.executable, *words],
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
@pytest.mark.parametrize("words", QUICK, ids=lambda words: words[0])
def test_a_full_device(words):
    done = shell(*words, to="> /dev/full")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[:2] == [
        "error: cannot write to standard output",
        "No space left on device",
    ]
    assert done.stderr.count(b"error:") == 1


@pytest.mark.parametrize("words", QUICK[:4], ids=lambda words: words[0])
def test_a_closed_stream(words):
    done = shell(*words, to=">&-")
    assert done.returncode == 2 and b"it is closed" in done.stderr


@pytest.mark.parametrize("words", QUICK[-2:], ids=lambda words: words[0])
def test_who_reads_has_enough(words):
    done = shell(*words, to="| head -c 9")
    assert (done.returncode, len(done.stdout)) == (0, 9)
    assert b"error" not in done.stderr


def test_errors_that_nobody_can_read_change_no_status():
    assert shell("check", "no-such-dossier", to="2>&-").returncode == 2
    assert shell("--version", to="2>&-").stdout.startswith(b"twoplustwo")


@pytest.mark.parametrize(("words", "encoding"), [(QUICK[-2], "cp1252"), (QUICK[-1], "utf-16")])
def test_utf_8_whatever_the_system_says(words, encoding):
    plain, other = shell(*words), shell(*words, PYTHONIOENCODING=encoding)
    assert other.returncode == 0 and other.stdout == plain.stdout
    assert any(byte > 127 for byte in other.stdout) and other.stdout.decode("utf-8")


def test_into_a_file_goes_all_or_nothing(tmp_path: Path):
    """A limit on the size of files stands for a full disk; what stood there before stays."""
    file = tmp_path / "out.json"
    file.write_text("before\n")
    words = ["ask", "threat-timeline", "-p", "us", "-f", "json", "--quick"]
    limited = f'ulimit -f 4; "$0" -c "{CODE}" "$@" >> {file}'
    done = subprocess.run(
        ["bash", "-c", limited, sys.executable, *words], capture_output=True, check=False
    )
    assert done.returncode == 2 and b"File too large" in done.stderr
    assert file.read_text() == "before\n"
    assert shell(*words, to=f">> {file}").returncode == 0
    assert file.read_text().startswith("before\n{")
