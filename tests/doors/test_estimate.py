"""What takes long is told before it begins, on standard error, also in a pipe."""

import time

import pytest
from typer.testing import CliRunner

from twoplustwo.doors.cli import estimate
from twoplustwo.doors.cli.main import app
from twoplustwo.question_cards.card import cards


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(estimate, "cache_root", lambda: tmp_path / "cache")


@pytest.fixture
def clock(monkeypatch):
    """A clock that runs as it is told."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])

    def go_on(seconds: float) -> None:
        now[0] += seconds

    return go_on


def test_what_takes_long_the_first_time_is_told(command, engine, tmp_path):
    said = command("run", "--out", str(tmp_path / "out"))
    assert said.status == 0
    assert said.err.startswith("run of europe-2007: up to about ")
    assert ", less where flights are kept\n" in said.err and "about" not in said.out


def test_what_is_quick_begins_without_a_word(command, engine):
    said = command("ask", "raid", "-p", "us", "--quick")
    assert said.status == 0 and " about " not in said.err


def test_what_it_took_here_is_what_it_is_expected_to_take(clock, capsys):
    for took_s in (90.0, 31.0, 4.0, 4.0):
        with estimate.estimated("raid for 1 position", "raid", "dossier"):
            clock(took_s)
    assert capsys.readouterr().err.splitlines() == [
        "raid for 1 position: about 1.5 min, as it took here before",
        "raid for 1 position: about 30 s, as it took here before",
    ]


def test_of_another_kind_nothing_is_known(clock, capsys):
    with estimate.estimated("raid for 1 position", "raid", "dossier"):
        clock(90.0)
    with estimate.estimated("raid for 1 position", "raid", "another"):
        pass
    assert capsys.readouterr().err == ""


def test_what_failed_says_nothing_of_the_next(clock, capsys):
    with pytest.raises(ZeroDivisionError), estimate.estimated("raid", "raid"):
        clock(90.0)
        raise ZeroDivisionError
    with estimate.estimated("raid", "raid"):
        pass
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(11.0, "10 s"), (13.0, "15 s"), (59.0, "60 s"), (80.0, "1.5 min"), (505.0, "8 min")],
)
def test_times_as_one_says_them(seconds, said):
    assert estimate.said(seconds) == said


def test_the_usual_seconds_are_of_what_there_is():
    questions = {one.question for one in cards().values()}
    known = {*estimate.usual_seconds()}
    assert known - questions == {"run", "validate", "check --fly"}
    assert min(estimate.usual_seconds().values()) > estimate.LEAST_S


def test_what_cannot_be_asked_is_said_before_any_time_is_promised():
    for words in (["-o", "interceptor=nobody"], ["-o", "nothing=1"], ["--position", "nobody"]):
        found = CliRunner().invoke(app, ["ask", "icbm-reach", *words])
        assert found.exit_code == 2
        assert found.stderr.startswith("error: ")


def test_nothing_else_in_that_folder_is_thrown_away(tmp_path):
    """The folder for what is kept may be one that somebody uses for other things too."""
    theirs = tmp_path / "cache" / "notes" / "thesis.txt"
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"x" * (2 * estimate.MOST_BYTES))
    beside = theirs.with_suffix(estimate.ENDING)
    beside.write_bytes(theirs.read_bytes())
    for name in ("one", "two"):
        with estimate.estimated("raid", "raid", name):
            pass
    assert theirs.is_file() and beside.is_file()
