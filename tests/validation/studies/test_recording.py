"""Recorded tables: written and read back, and told where they are missing."""

from datetime import date

import numpy as np
import pytest

import twoplustwo.validation.studies.__main__ as command
import twoplustwo.validation.studies.recorded as recorded
from twoplustwo.base.errors import DossierError, OutputError
from twoplustwo.base.table import Column
from twoplustwo.validation.studies.all import STUDIES
from twoplustwo.validation.studies.tabled import tabled

COLUMNS = (Column("what"), Column("error_m", "m"))
FIRST, SECOND = date(2026, 11, 1), date(2026, 12, 1)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(recorded, "folder", lambda: tmp_path)
    return tmp_path


def test_a_table_comes_back(folder):
    recorded.write("made", tabled(COLUMNS, [("a", 1.23456), ("b, c", np.nan)]), FIRST)
    assert recorded.read("made") == [
        {"what": "a", "error_m": "1.235", "date": "2026-11-01"},
        {"what": "b, c", "error_m": "", "date": "2026-11-01"},
    ]


def test_only_what_changes_gets_a_new_day(folder):
    recorded.write("made", tabled(COLUMNS, [("a", 1.0), ("b", 2.0)]), FIRST)
    changed = recorded.write("made", tabled(COLUMNS, [("a", 1.0), ("b", 3.0)]), SECOND)
    assert changed == 1
    assert [row["date"] for row in recorded.read("made")] == ["2026-11-01", "2026-12-01"]


def test_a_missing_table_says_how_to_make_it(folder):
    with pytest.raises(DossierError, match="is not recorded") as told:
        recorded.read("made")
    assert "python -m twoplustwo.validation.studies" in str(told.value)


def test_a_file_that_is_none_is_told(folder):
    (folder / "made.csv").write_text("what,error_m\na,1\n", encoding="utf-8")
    with pytest.raises(DossierError, match="holds no recorded study"):
        recorded.read("made")


def test_a_place_that_cannot_be_written_is_told(folder, monkeypatch):
    monkeypatch.setattr(recorded, "folder", lambda: folder / "nowhere")
    with pytest.raises(OutputError, match="cannot record"):
        recorded.write("made", tabled(COLUMNS, [("a", 1.0)]), FIRST)


def test_every_study_is_recorded():
    for name in STUDIES:
        assert {row["date"] for row in recorded.read(name)}


def test_an_unknown_study_is_told(capsys):
    assert command.main(["step"]) == 2
    told = capsys.readouterr().err
    assert "there is no study step" in told
    assert "did you mean steps?" in told


def test_the_command_records(folder, monkeypatch, capsys):
    table = tabled(COLUMNS, [("a", 1.0)])
    monkeypatch.setattr(command, "STUDIES", {"made": lambda: table})
    assert command.main([]) == 0
    assert capsys.readouterr().out == "made.csv: 1 rows new or changed\n"
    assert len(recorded.read("made")) == 1
