"""``twoplustwo export RUN``: a run that was made before, as one file."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from twoplustwo.answers import store
from twoplustwo.answers.schema import dumps

from ..reports import samples


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The folder of a run, in a folder where somebody stands."""
    folder = tmp_path / "out/one"
    folder.mkdir(parents=True)
    both = [replace(samples.icbm_reach(party), position=party) for party in ("russia", "us")]
    store.write([*both, samples.speed_curve()], folder)
    (folder / "run.json").write_text(dumps({"dossier": "europe-2007"}))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("name", ["out/one", "one"])
def test_a_run_as_one_database(command, engine, run, name):
    said = command("export", name, "--to", "sqlite", "--out", "run.sqlite")
    assert (said.status, said.out, engine) == (0, "", [])
    with closing(sqlite3.connect("run.sqlite")) as database:
        rows = database.execute("select position, count(*) from icbm_reach group by 1").fetchall()
        asked = database.execute("select question from answers").fetchall()
        (russian,) = database.execute(
            "select means_ru from dictionary where table_name='icbm_reach' and column_name='base'"
        ).fetchone()
    assert rows == [("russia", 132), ("us", 132)]
    assert asked == [("icbm-reach",), ("icbm-reach",), ("speed-curve",)]
    assert russian == "ракетная база"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["one", "--to", "csv"], ["a file of the form csv holds one question", "one is a run",
                                  "take --to sqlite"]),
        (["one", "--to", "sqlite", "--out", "x.sqlite", "-p", "us"],
         ["has been computed (--position)", "twoplustwo run --position"]),
        (["one", "--to", "sqlite"], ["is no text", "--out NAME.sqlite"]),
        (["one", "--to", "sqlite", "--out", "x.sqlite", "--table", "rows"],
         ["holds every table (--table rows)", "--to csv or --to parquet"]),
        (["out/on", "--to", "sqlite", "--out", "x.sqlite"], ["no run at out/on", "mean one?"]),
        (["on", "--to", "sqlite", "--out", "x.sqlite"], ["there is no question 'on'"]),
    ],
)  # fmt: skip
def test_what_a_run_cannot_be(command, engine, run, words, told):
    said = command("export", *words)
    assert (said.status, said.out, engine) == (2, "", [])
    for part in told:
        assert part in said.err
    assert not [*run.parents[1].glob("x.*")]


def test_one_table_of_all_positions_as_parquet(command, engine, tmp_path):
    path = tmp_path / "x.parquet"
    assert command("export", "icbm-reach", "-f", "Parquet", "--out", str(path)).status == 0
    table = pq.read_table(path)
    assert table.column_names[:3] == ["position", "base", "target"]
    assert {*table["position"].to_pylist()} == {"independent", "russia", "us"}
    notes = table.schema.field("margin_s").metadata
    assert notes[b"unit"] == b"s" and notes[b"means_ru"].decode()
