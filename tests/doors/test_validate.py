"""``twoplustwo validate``: chosen cases, three formats, exit statuses; few cases, all quick."""

import csv
import json
import sys
from io import StringIO

import pytest

from twoplustwo.validation import cases, find, recorded

QUICK = "gmd-single-shot-from-97-percent"


def test_one_case_as_a_table(command):
    said = command("validate", "--case", QUICK)
    assert said.status == 0, said.err
    (line,) = (one for one in said.out.splitlines() if one.startswith(QUICK))
    assert line.split()[1:3] == ["kessler-2017", "0.58"] and line.split()[-1] == "agrees"
    assert "1 cases from 1 sources: 1 agrees, 0 differs, 0 open, 0 not-run" in said.out


def test_a_topic_as_json(command):
    said = command("validate", "--topic", "leakage", "--format", "json")
    body = json.loads(said.out)
    assert body["schema"] == "twoplustwo.validation/1"
    assert {one["topic"] for one in body["cases"]} == {"leakage"}
    assert sum(body["counts"].values()) == len(body["cases"]) >= 10
    assert set(body["authorities"]) == {one["source"] for one in body["cases"]}


def test_several_as_csv(command):
    said = command("validate", "-c", QUICK, "-c", "wilkening-not-attainable", "-f", "csv")
    rows = {row["case"]: row for row in csv.DictReader(StringIO(said.out))}
    assert float(rows[QUICK]["ours"]) == pytest.approx(1 - 0.03**0.25, rel=1e-6)
    word = rows["wilkening-not-attainable"]
    assert (word["expected"], word["ours"], word["unit"]) == ("not attainable",) * 2 + ("",)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--case", "gmd-single-shot-from-97-per-cent"], f"did you mean {QUICK}?"),
        (["--topic", "leakges"], "did you mean leakage?"),
        (["--format", "xml"], "validate has no form 'xml'"),
    ],
)
def test_bad_input(command, words, told):
    said = command("validate", *words)
    assert said.status == 2 and told in said.err and said.out == ""


def test_a_broken_case_is_named(command, monkeypatch, tmp_path):
    for folder in ("cases", "authorities"):
        (tmp_path / folder).mkdir()
    (tmp_path / "authorities/a.yaml").write_text("book: {author: A, title: T, read: it}\n")
    (tmp_path / "cases/toy.yaml").write_text("- id: one\n  topik: toy\n")
    monkeypatch.setattr(cases, "root", lambda: tmp_path)
    said = command("validate")
    assert said.status == 2
    assert "case one has an unknown key, topik" in said.err and "toy.yaml:2" in said.err
    assert "did you mean topic?" in said.err


@pytest.fixture
def untrue(monkeypatch):
    """The quick case, expecting something else."""
    real = cases.load

    def load():
        from dataclasses import replace

        room = real()
        case = room.cases[QUICK]
        room.cases[QUICK] = replace(case, expected=case.expected._replace(low=0.7, high=0.7))
        return room

    monkeypatch.setattr(cases, "load", load)


def test_a_status_that_is_not_true(command, untrue):
    said = command("validate", "--case", QUICK)
    assert said.status == 1
    assert f"untrue: {QUICK} says agrees but is open" in said.err
    assert "leakage.yaml:" in said.err and "agrees, but open" in said.out


def test_recording(command, monkeypatch, tmp_path):
    monkeypatch.setattr(find, "root", lambda: tmp_path)
    said = command("validate", "--case", QUICK, "--record")
    assert said.status == 0 and "recorded: 1 lines changed" in said.err
    assert list(recorded.read(tmp_path)) == [QUICK]
    assert recorded.read(tmp_path)[QUICK].ours == "0.583821"


def test_choosing_loads_no_engine():
    import subprocess

    code = (
        "import sys\n"
        "from twoplustwo.validation.cases import load\n"
        "load()\n"
        "print('jax' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
