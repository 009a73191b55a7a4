"""``twoplustwo export RUN``: a run that was made before, as one file."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from twoplustwo.answers import store
from twoplustwo.answers.schema import dumps
from twoplustwo.dossier import locate

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
        (["one", "--to", "sqlite", "--out", "x.sqlite", "-o", "of=reach"],
         ["has been computed (--option)", "ask one question: twoplustwo export QUESTION --option"]),
        (["out", "--to", "sqlite", "--out", "x.sqlite"], ["there is no question 'out'"]),
        (["out/one/answers", "--to", "sqlite", "--out", "x.sqlite"],
         ["out/one/answers is not a run", "it has no run.json", "e.g. out/latest"]),
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


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_happens_to_be_called_so_does_not_hide_a_run(command, engine, run, kind):
    Path("one").mkdir() if kind == "folder" else Path("one").write_text("mine")
    assert command("export", "one", "--to", "sqlite", "--out", "run.sqlite").status == 0
    said = command("cite", "one", "-f", "bibtex")
    assert (said.status, said.err) == (0, "")


@pytest.fixture
def own(run) -> Path:
    """A dossier of one's own, in which a thing has another name; the run is of it."""
    home = locate("europe-2007")
    shutil.copytree(home.parent / "common", "common")
    shutil.copytree(home, "mine")
    for file, old, new in (
        ("dossier.yaml", "id: europe-2007", "id: mine"),
        ("bases/kozelsk.yaml", "Kozelsk", "My pad"),
    ):
        path = Path("mine", file)
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    (run / "run.json").write_text(dumps({"dossier": "mine"}))
    return Path("mine").rename("my-folder")


def name_of_kozelsk(file: str = "run.sqlite") -> str:
    with closing(sqlite3.connect(file)) as database:
        ((name,),) = database.execute("select name_en from names where id = 'kozelsk'").fetchall()
    return name


WORDS = ("export", "out/one", "--to", "sqlite", "--out", "run.sqlite")


def test_a_run_of_ones_own_dossier_has_the_names_of_that(command, engine, own):
    said = command(*WORDS, "-d", str(own))
    assert (said.status, said.err) == (0, "")
    assert name_of_kozelsk() == "My pad"


def test_a_run_whose_dossier_is_not_to_be_found_asks_for_it(command, engine, own):
    said = command(*WORDS)
    assert said.status == 2 and not Path("run.sqlite").exists()
    assert "out/one is a run of mine, which is not to be found (--dossier)" in said.err
    assert "no dossier named mine" in said.err
    assert "name the dossier of this run with -d: the folder of mine" in said.err


def test_a_folder_of_the_same_name_is_not_taken_for_its_dossier(command, engine, own):
    shutil.copytree(locate("korea-2016"), "mine")
    said = command(*WORDS)
    assert said.status == 2 and not Path("run.sqlite").exists()
    assert "what lies at mine is korea-2016" in said.err


def test_a_named_dossier_that_the_run_is_not_of_is_refused(command, engine, run):
    said = command(*WORDS, "-d", "korea-2016")
    assert said.status == 2 and not Path("run.sqlite").exists()
    assert "out/one is a run of europe-2007 (--dossier korea-2016)" in said.err
    assert "name the dossier of this run with -d" in said.err


def test_a_dossier_that_has_changed_since_the_run_is_noted(command, engine, run):
    (run / "run.json").write_text(dumps({"dossier": "europe-2007", "hash": "0" * 64}))
    said = command(*WORDS)
    assert said.status == 0 and Path("run.sqlite").exists()
    assert said.err.startswith("note: europe-2007 is not as it was when out/one was run")


def test_a_copy_under_the_same_name_is_taken_where_it_is_named(command, engine, own, run):
    main = own / "dossier.yaml"
    main.write_text(main.read_text("utf-8").replace("id: mine", "id: europe-2007"), "utf-8")
    (run / "run.json").write_text(dumps({"dossier": "europe-2007"}))
    assert command(*WORDS, "-d", str(own)).status == 0
    assert name_of_kozelsk() == "My pad"


@pytest.mark.parametrize("text", ["{", "[]", "{}"])
def test_a_run_that_does_not_say_its_dossier_is_refused(command, engine, run, text):
    (run / "run.json").write_text(text)
    said = command(*WORDS)
    assert said.status == 2 and not Path("run.sqlite").exists()
    assert "cannot read of which dossier a run is" in said.err and "one/run.json" in said.err


def test_one_table_of_all_positions_as_parquet(command, engine, tmp_path):
    path = tmp_path / "x.parquet"
    assert command("export", "icbm-reach", "-f", "Parquet", "--out", str(path)).status == 0
    table = pq.read_table(path)
    assert table.column_names[:3] == ["position", "base", "target"]
    assert {*table["position"].to_pylist()} == {"independent", "russia", "us"}
    notes = table.schema.field("margin_s").metadata
    assert notes[b"unit"] == b"s" and notes[b"means_ru"].decode()
