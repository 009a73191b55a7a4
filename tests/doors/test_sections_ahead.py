"""Sections of a run that a second process writes and draws: as they would be here, or done here."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from twoplustwo.doors.cli import sections_ahead
from twoplustwo.doors.cli.sections_ahead import SectionsAhead
from twoplustwo.doors.server.jobs.call import DiedError
from twoplustwo.reports import block
from twoplustwo.validation import drawn

from ..reports import samples

GROUP = [samples.icbm_reach("russia"), samples.icbm_reach("us")]


def made(out_dir: Path, cores: int) -> SectionsAhead:
    ahead = SectionsAhead(out_dir, None, samples.RUN_INFO, cores)
    ahead.add({"icbm-reach": GROUP})
    return ahead


def files(out_dir: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out_dir).as_posix(): path.read_bytes()
        for path in out_dir.rglob("*")
        if path.is_file() and path.suffix != ".parquet"  # tells when it was written
    }


@pytest.fixture(scope="module")
def there(tmp_path_factory):
    """What the process made, every section left to it."""
    out_dir = tmp_path_factory.mktemp("there")
    ahead = made(out_dir, cores=2)
    try:
        with ahead._changed:
            assert ahead._changed.wait_for(lambda: bool(ahead._made), timeout=120.0)
        yield ahead, out_dir
    finally:
        ahead.end()


def test_the_process_makes_what_would_be_made_here(there, tmp_path):
    ahead, out_dir = there
    here = made(tmp_path, cores=1)
    assert here.worker.pid is None
    assert ahead.blocks(GROUP) == here.blocks(GROUP)
    assert ahead.blocks(GROUP) == block.blocks(GROUP, None, samples.RUN_INFO)
    assert files(out_dir) == files(tmp_path)
    assert {one.partition("/")[0] for one in files(tmp_path)} == {"answers", "tables", "figures"}


def test_the_process_reads_the_validation_meanwhile(there):
    ahead, _ = there
    assert ahead._published == drawn.body() == ahead.published()


def test_what_the_process_cannot_do_is_done_here(tmp_path, monkeypatch):
    def die(*_):
        raise DiedError

    monkeypatch.setattr(sections_ahead.Worker, "do", die)
    ahead = made(tmp_path, cores=2)
    try:
        assert ahead.blocks(GROUP) == block.blocks(GROUP, None, samples.RUN_INFO)
        assert ahead.published()["cases"] and len(files(tmp_path)) > 4
    finally:
        ahead.end()


def test_a_stop_waits_for_nothing(tmp_path):
    ahead = made(tmp_path, cores=2)
    try:
        with ahead._changed:
            assert ahead._changed.wait_for(lambda: ahead._published is not None, timeout=120.0)
        process = ahead.worker._process
        with ahead.worker._lock:  # as it is held while a process starts
            ahead.stop()
        process.join(10.0)
        assert process.exitcode not in (None, 0)
    finally:
        ahead.end()


def test_the_process_ends_with_the_block(tmp_path):
    with sections_ahead.sections_ahead(tmp_path, None, samples.RUN_INFO) as ahead:
        ahead.add({"icbm-reach": GROUP})
        assert ahead.blocks(GROUP)
    assert ahead.worker.pid is None


STARTING = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal
from multiprocessing import util
from pathlib import Path
from twoplustwo.base import stopping
from twoplustwo.doors.cli.sections_ahead import sections_ahead

started = util.spawnv_passfds

def slow(path, args, fds):
    pid = started(path, args, fds)
    if any(b"spawn_main" in os.fsencode(one) for one in args):
        print(pid, flush=True)
        time.sleep(1.0)  # nobody knows its number yet
    return pid

util.spawnv_passfds = slow
stopping.install()
with sections_ahead(Path(sys.argv[1]), None, {}):
    time.sleep(60)
"""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stop_while_the_process_starts(tmp_path, number, status):
    """It is not left behind with our streams in its hands, nor does it complain of our end."""
    with subprocess.Popen(
        [sys.executable, "-c", STARTING, tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TWOPLUSTWO_THREADS": "2"},
    ) as done:
        assert done.stdout is not None
        pid = int(done.stdout.readline())
        done.send_signal(number)
        _, err = done.communicate(timeout=30)
    assert (done.returncode, err) == (status, "stopped\n")
    state = ["ps", "-o", "stat=", "-p", str(pid)]
    left = subprocess.run(state, capture_output=True, text=True, check=False).stdout
    assert left.strip()[:1] in ("", "Z")
