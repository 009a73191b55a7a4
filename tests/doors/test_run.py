"""``twoplustwo run`` and ``cite``: a whole folder or none."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from twoplustwo.reports.first_page import ROLES


def test_a_run_is_whole(command, engine, tmp_path: Path):
    said = command("run", "--out", str(tmp_path / "out"))
    assert said.status == 0, said.err
    (folder,) = (p for p in (tmp_path / "out").iterdir() if not p.is_symlink())
    assert folder.name.startswith("europe-2007-")
    assert (tmp_path / "out/latest").resolve() == folder.resolve()
    assert {path.name for path in folder.iterdir()} == {
        "report.html",
        "validation.html",
        "run.json",
        "answers",
        "tables",
        "figures",
    }
    for party in ("independent", "russia", "us"):
        assert (folder / f"answers/icbm-reach.{party}.json").is_file()
        assert (folder / f"tables/icbm-reach.{party}.csv").is_file()
        assert (folder / f"tables/icbm-reach.{party}.parquet").is_file()
    figures = {path.suffix for path in (folder / "figures").iterdir()}
    assert figures == {".png", ".svg"}


def test_the_run_is_described(command, engine, tmp_path: Path):
    command("run", "--out", str(tmp_path), "--set", "engagement.max_flight=900 s")
    record = json.loads((tmp_path / "latest/run.json").read_text())
    assert record["schema"] == "twoplustwo.run/1"
    assert record["dossier"] == "europe-2007" and len(record["hash"]) == 64
    assert record["positions"][0] == "independent+set:engagement.max_flight=900 s"
    assert record["seeds"] == [] and record["code"]
    assert {"speed-curve", "icbm-reach", "report", "all"} == set(record["seconds"])
    assert "jaxlib" in record["versions"]


def test_the_summary_says_each_verdict(command, engine, tmp_path: Path):
    said = command("run", "--out", str(tmp_path))
    lines = said.out.splitlines()
    assert sum("Over the intervals held: " in line for line in lines) == 3
    titles = [line for line in lines if line and not line.startswith(" ")]
    assert titles[0] == ROLES["answer"]["title"] and "speed-curve" in titles
    assert "icbm-reach" not in titles  # said once, on the first page
    assert lines[-1].startswith("report: ") and lines[-1].endswith("report.html")


def test_the_page_shows_the_dossier_and_coast(command, engine, tmp_path: Path):
    command("run", "--out", str(tmp_path))
    text = (tmp_path / "latest/report.html").read_text()
    assert "The missile shield proposed for Europe in 2007" in text
    assert "United States" in text and "Reach against ICBMs" in text
    assert len(text) < 8e6


def test_the_report_leads_to_the_page_of_published_results(command, engine, tmp_path: Path):
    command("run", "--out", str(tmp_path))
    text = (tmp_path / "latest/report.html").read_text()
    page = (tmp_path / "latest/validation.html").read_text()
    (told,) = re.findall(r"against (\d+) published results: ([^.]+)\.", text)
    assert '<a href="validation.html">' in text and '<a href="report.html">' in page
    assert f"{told[0]} published results" in page and told[1] in page


def test_two_runs_in_one_second_do_not_collide(command, engine, tmp_path: Path):
    for _ in range(2):
        assert command("run", "--out", str(tmp_path), "-p", "us").status == 0
    assert len([p for p in tmp_path.iterdir() if not p.is_symlink()]) == 2


def test_an_output_folder_that_cannot_be_written(command, engine, tmp_path: Path):
    (tmp_path / "file").write_text("")
    said = command("run", "--out", str(tmp_path / "file/out"))
    assert said.status == 2 and engine == []  # said before anything was computed
    assert "cannot write to" in said.err and "--out" in said.err


@pytest.mark.parametrize("where", ["play", "page"])
def test_ctrl_c_leaves_nothing(command, engine, tmp_path: Path, monkeypatch, where):
    import twoplustwo.analysis.suite
    from twoplustwo.reports import page

    def stop(*words, **options):
        raise KeyboardInterrupt

    if where == "play":
        monkeypatch.setattr(twoplustwo.analysis.suite, "run_suite", stop)
    else:
        monkeypatch.setattr(page, "render", stop)
    said = command("run", "--out", str(tmp_path / "out"))
    assert said.status == 130
    assert "nothing was written" in said.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_in_the_middle(tmp_path: Path, number, status):
    code = (
        # as in a terminal: what a shell runs in the background ignores SIGINT, and so do its tests
        "import signal\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, time, twoplustwo.analysis.suite as suite\n"
        "def slow(*words, **options):\n"
        "    print('flying', flush=True)\n"
        "    time.sleep(60)\n"
        "    yield 'x', []\n"
        "suite.run_suite = slow\n"
        "from twoplustwo.doors.cli.main import main\n"
        "main()\n"
    )
    out = tmp_path / "out"
    done = subprocess.Popen(
        [sys.executable, "-c", code, "run", "--out", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert done.stdout is not None and done.stdout.readline() == "flying\n"
    os.kill(done.pid, number)
    _, err = done.communicate(timeout=30)
    assert done.returncode == status
    assert "nothing was written" in err and "Traceback" not in err
    assert not out.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["europe-2008"], "did you mean europe-2007?"),
        (["-p", "russa"], "did you mean russia?"),
        (["--as-of", "2007-13"], "no date"),
    ],
)
def test_bad_input_writes_nothing(command, engine, tmp_path: Path, words, told):
    said = command("run", "--out", str(tmp_path / "out"), *words)
    assert said.status == 2 and told in said.err
    assert list(tmp_path.iterdir()) == [] and engine == []


def test_cite(command, engine, tmp_path: Path):
    command("run", "--out", str(tmp_path))
    text = command("cite", str(tmp_path / "latest"))
    assert text.status == 0 and text.out.startswith("[afp-2007] (2007-09-27) US interceptors")
    items = json.loads(command("cite", str(tmp_path / "latest"), "--format", "csl").out)
    assert [one["id"] for one in items] == ["afp-2007", "skolnik"]


def test_cite_says_how_each_source_was_read(command, engine, tmp_path: Path):
    command("run", "--out", str(tmp_path))
    lines = command("cite", str(tmp_path / "latest")).out.splitlines()
    assert lines[0].endswith("(opening read)")
    assert lines[1].endswith("(not read for this dossier; remembered)")


def test_the_weakest_of_a_run_that_does_not_list_them(command, engine, tmp_path: Path):
    command("run", "--out", str(tmp_path))
    said = command("cite", str(tmp_path / "latest"), "--weakest")
    assert said.status == 2 and said.out == ""
    assert "does not say what its sources rest on" in said.err
    assert "`twoplustwo ask weak-sources`" in said.err


def test_cite_of_what_is_no_run(command, tmp_path: Path):
    said = command("cite", str(tmp_path))
    assert said.status == 2 and "is not a run" in said.err


def test_an_unknown_command(command):
    said = command("rum")
    assert said.status == 2 and "No such command 'rum'" in said.err and "'run'" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["europe-2008"], ["no dossier named europe-2008", "did you mean europe-2007?"]),
        (["-p", "uss"], ["unknown party uss", "did you mean us?"]),
        (["-m", "speed-cap-55"], ["unknown measure speed-cap-55", "(--measures speed-cap-55)"]),
        (["--set", "interceptors.gbi-3.number=4"], ["no parameter interceptors.gbi-3.number"]),
        (["--as-of", "yesterday"], ["'yesterday' is no date (--as-of yesterday)"]),
        (["--option", "base=kozelsk"], ["No such option", "--option"]),
    ],
)
def test_what_is_not_there_is_told_before_anything_is_asked(command, tmp_path, words, told):
    said = command("run", *words, "--out", str(tmp_path / "out"))
    assert said.status == 2
    for one in told:
        assert one in said.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl", "text"])
def test_cite_for_programs(command, engine, tmp_path: Path, form):
    command("run", "--out", str(tmp_path))
    text = command("cite", str(tmp_path / "latest"), "-f", form)
    assert text.status == 0 and "afp-2007" in text.out and "skolnik" in text.out
    assert command("ask", "icbm-reach", "-p", "us", "--cite", "-f", form).out == text.out


def test_cite_finds_the_run_from_a_folder_inside(command, engine, tmp_path: Path, monkeypatch):
    command("run", "--out", str(tmp_path / "out"))
    (tmp_path / "notes/deep").mkdir(parents=True)
    there = command("cite", str(tmp_path / "out/latest")).out
    monkeypatch.chdir(tmp_path / "notes/deep")
    for name in ("out/latest", "latest"):
        assert command("cite", name).out == there
    said = command("cite", "out/lattest")
    assert said.status == 2 and "there is no run at out/lattest" in said.err
    assert "folders above" in said.err and "did you mean latest?" in said.err


def test_cite_where_there_is_no_run_says_where_it_looked(command, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = command("cite", "out/latest")
    assert said.status == 2 and f"looked for in {tmp_path}" in said.err
    assert "the folder that `twoplustwo run` said it wrote" in said.err
