"""``twoplustwo serve``: a port, a browser, Ctrl-C, and back again."""

import errno
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import httpx
import pytest
from typer.testing import CliRunner

from twoplustwo.base.errors import OptionError
from twoplustwo.doors.cli.main import app
from twoplustwo.doors.server import serving

from .running import until

CODE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # as in a terminal, wherever this runs
from twoplustwo.doors.cli.main import main
main()
"""
COMMAND = [sys.executable, "-c", CODE, "serve"]


@pytest.fixture
def started() -> Iterator[subprocess.Popen]:
    """The command, at a free port."""
    made = start("--port", "0")
    yield made
    made.kill()
    made.communicate()


def start(*words: str) -> subprocess.Popen:
    """Start the command, in a group of its own as a terminal does."""
    return subprocess.Popen(
        [*COMMAND, "--no-browser", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def address(process: subprocess.Popen) -> str:
    """Where it says that it is."""
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/", line)
    assert found and "Ctrl-C stops it" in line
    return found[0]


def children(pid: int) -> set[int]:
    """Processes that a process started and that still run."""
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return {int(word) for word in found.stdout.split()}


@pytest.mark.parametrize(
    "how, status, said", [(signal.SIGINT, 130, "stopped"), (signal.SIGTERM, 143, "stopped")]
)
def test_it_ends_cleanly_in_the_middle_of_work(started, how, status, said):
    page = address(started)
    assert httpx.get(f"{page}api/v1/health").json()["ok"]
    deadline = time.monotonic() + 20
    while not (busy := children(started.pid)):  # the first questions are being asked
        assert time.monotonic() < deadline
        time.sleep(0.05)
    # a terminal sends Ctrl-C to the whole group, computing processes too
    os.killpg(started.pid, how) if how == signal.SIGINT else started.send_signal(how)
    out, err = started.communicate(timeout=20)
    assert started.returncode == status
    assert err.strip() == said and out == ""
    time.sleep(0.2)
    assert not [one for one in busy if _alive(one)]


def test_killed_it_leaves_no_process(started):
    address(started)
    until(lambda: len(children(started.pid)) > 1, 20)
    left = children(started.pid)
    started.kill()
    started.wait()
    until(lambda: not [one for one in left if _alive(one)], 10)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return bool(state.strip()) and not state.startswith("Z")


def test_after_a_restart_the_same_address_gives_the_same(served, known):
    from .running import running

    query = "/api/v1/answers/threat-timeline?p=us&p=russia"
    before = served.get(query)
    with running(known) as again:
        after = again.get(query)
        kept = again.get(query, headers={"if-none-match": before.headers["etag"]})
    assert after.content == before.content and after.headers["etag"] == before.headers["etag"]
    assert kept.status_code == 304


def test_a_port_in_use():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = CliRunner().invoke(app, ["serve", "--no-browser", "--port", str(port)])
    assert said.exit_code == 2
    assert said.stderr.splitlines() == [
        f"error: port {port} is in use (--port {port})",
        "another program, or another twoplustwo, listens there",
        f"stop it, or take another port: --port {port + 1}; --port 0 takes any that is free",
    ]


@pytest.mark.parametrize(
    "words, said",
    [
        (["--host", "203.0.113.7"], "cannot listen at 203.0.113.7"),
        (["--host", "no-such-host.invalid"], "cannot listen at no-such-host.invalid"),
        (["--host", ""], "no address is named"),
        (["--dossier", "europe-2008"], "no dossier named europe-2008"),
        (["europe-2008"], "no dossier named europe-2008"),
        (["-d", "europe-2007", "-d", "europe-2007"], "two dossiers are called europe-2007"),
        (["--port", "70000"], "--port"),
    ],
)
def test_what_cannot_be(words, said):
    found = CliRunner().invoke(app, ["serve", "--no-browser", "--port", "0", *words])
    assert found.exit_code == 2 and said in found.stderr and "Traceback" not in found.stderr


def test_a_port_for_the_administrator(monkeypatch):
    def refused(self, address):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(serving.socket.socket, "bind", refused)
    with pytest.raises(OptionError) as error:
        serving.bind("127.0.0.1", 80)
    assert (error.value.what, error.value.where) == ("port 80 is not allowed", "--port 80")
    assert "administrator" in error.value.why and "--port 8000" in error.value.fix


@pytest.fixture
def unserved(monkeypatch) -> list[str]:
    """Nothing is served; gives the pages that a browser was sent to."""
    opened: list[str] = []
    monkeypatch.setattr(serving, "serve", lambda known, listening, up, *more: up())
    monkeypatch.setattr(serving, "open_browser", opened.append)
    return opened


def test_a_browser_is_opened_unless_not_wanted(unserved):
    said = CliRunner().invoke(app, ["serve", "--port", "0"])
    assert said.exit_code == 0 and len(unserved) == 1 and unserved[0] in said.stdout
    assert said.stderr == ""
    CliRunner().invoke(app, ["serve", "--port", "0", "--no-browser"])
    assert len(unserved) == 1


def test_without_its_page_it_refuses(monkeypatch, tmp_path):
    from twoplustwo.doors.server import static

    monkeypatch.setattr(static, "folder", lambda: tmp_path)
    said = CliRunner().invoke(app, ["serve", "--no-browser", "--port", "0"])
    assert said.exit_code == 2 and said.stdout == ""
    assert "this installation has no page to serve" in said.stderr and "make page" in said.stderr


@pytest.mark.parametrize(
    "host, open_to_others", [("127.0.0.1", False), ("localhost", False), ("0.0.0.0", True)]
)
def test_who_can_reach_it_is_said(unserved, host, open_to_others):
    said = CliRunner().invoke(app, ["serve", "--no-browser", "--port", "0", "--host", host])
    assert ("others can reach this server now" in said.stderr) is open_to_others
    assert "http://127.0.0.1:" in said.stdout or "http://localhost:" in said.stdout
