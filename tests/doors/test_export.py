"""``twoplustwo export``: a file on stdout, or where it is told to write."""

import json
import xml.etree.ElementTree as ET

import pytest

from twoplustwo.base.errors import OptionError
from twoplustwo.doors import files

from ..answers.made import made


def test_a_map_on_stdout(command, engine):
    said = command("export", "icbm-reach", "--to", "geojson", "-p", "us")
    assert said.status == 0
    tables = {one["properties"]["table"] for one in json.loads(said.out)["features"]}
    assert tables == {"rows", "bases", "targets", "sites", "tracks"}


def test_options_are_those_of_ask(command, engine):
    command(
        "export",
        "icbm-reach",
        "--to",
        "csv",
        "-p",
        "us",
        "-m",
        "speed-cap-5",
        "--as-of",
        "2008",
        "--set",
        "engagement.max_flight=900 s",
        "-o",
        "site=redzikowo",
    )
    assert engine == [
        (
            "icbm-reach",
            ["us@2008+set:engagement.max_flight=900 s+speed-cap-5"],
            {"site": "redzikowo"},
        ),
    ]


def test_a_map_in_russian(command, engine):
    said = command("export", "icbm-reach", "--to", "kml", "-p", "us", "--lang", "ru")
    assert said.status == 0 and "<name>Что означают цвета и знаки</name>" in said.out
    assert "What the colours" not in said.out
    english = command("export", "icbm-reach", "--to", "kml", "-p", "us").out
    assert "<name>What the colours and shapes mean</name>" in english


def test_a_language_in_which_nothing_is_written(command, engine):
    said = command("export", "icbm-reach", "--to", "kml", "--lang", "rus")
    assert said.status == 2
    assert "no file in the language 'rus'" in said.err and "did you mean ru?" in said.err
    assert engine == []  # refused before anything is computed


@pytest.mark.parametrize("form", ["csv", "json", "czml", "kml", "geojson"])
def test_a_file_is_written_whole(command, engine, tmp_path, form):
    path = tmp_path / f"x.{form}"
    said = command("export", "icbm-reach", "--to", form, "--out", str(path))
    assert (said.status, said.out) == (0, "")
    assert path.stat().st_size > 100 and [*tmp_path.iterdir()] == [path]
    if form == "kml":
        assert ET.parse(path).getroot().tag.endswith("kml")


def test_one_table(command, engine):
    said = command("export", "icbm-reach", "--to", "csv", "-p", "us", "--table", "targets")
    head = said.out.splitlines()[0]
    assert head.startswith("question,position,label_en,label_ru,laid_over_en,laid_over_ru,as_of,")
    assert head.endswith(",target,target_en,target_ru,lat_deg,lon_deg")


def test_what_the_answers_assume_as_a_table(command, engine):
    said = command("export", "icbm-reach", "--to", "csv", "-p", "us", "--table", "assumptions")
    head, *rows = said.out.splitlines()
    assert {"parameter", "shown", "by", "by_en", "how", "why_en", "why_ru", "status", "source"} <= {
        *head.split(",")
    }
    assert rows


def test_what_is_there_is_not_written_over(command, engine, tmp_path):
    path = tmp_path / "x.kml"
    path.write_text("mine")
    said = command("export", "icbm-reach", "--to", "kml", "--out", str(path))
    assert said.status == 2 and "exists already" in said.err and "--out" in said.err
    assert path.read_text() == "mine" and engine == []


def test_a_folder_that_is_not_there(command, engine, tmp_path):
    said = command("export", "icbm-reach", "--to", "kml", "--out", str(tmp_path / "no" / "x.kml"))
    assert said.status == 2 and "cannot write" in said.err and "--out" in said.err
    assert f"there is no folder {tmp_path / 'no'}" in said.err and engine == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["--to", "kmx"],
            ["no file of the form 'kmx'", "csv, json, parquet, sqlite", "did you mean kmz?"],
        ),
        (
            ["--to", "csv", "--table", "basis"],
            ["no table 'basis'", "rows, bases", "did you mean bases?"],
        ),
        (["--to", "csv", "--table", "all"], ["holds one table", "(--table all)", "take --to czml"]),
    ],
)
def test_what_there_is_not(command, engine, words, expected):
    said = command("export", "icbm-reach", *words)
    assert said.status == 2 and said.out == ""
    for part in expected:
        assert part in said.err


def test_an_unknown_form_is_refused_before_anything_is_computed(command, engine):
    command("export", "icbm-reach", "--to", "kmx")
    assert engine == []


@pytest.mark.parametrize("form", files.MAPS)
def test_what_has_no_place_is_no_map(form):
    with pytest.raises(OptionError, match="raid has nothing with a place on Earth") as caught:
        files.file_of([made(question="raid")], form)
    assert caught.value.where == f"--to {form}" and "take --to csv" in caught.value.fix
    with pytest.raises(OptionError, match="in its table again"):
        files.file_of([made()], form, "again")


def test_a_name_that_says_another_form_is_refused(command, engine, tmp_path):
    said = command("export", "icbm-reach", "--to", "kml", "--out", str(tmp_path / "x.csv"))
    assert said.status == 2 and engine == [] and not [*tmp_path.iterdir()]
    assert "would hold kml" in said.err and "take --to csv" in said.err and ".kml" in said.err


def test_csv_for_a_spreadsheet_of_the_country(command, engine, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    german = command("export", "icbm-reach", "--to", "csv", "--for", "excel", "-p", "us").out
    head, units, first = german.splitlines()[:3]
    assert head.startswith("\ufeffwhose numbers the row stands on;missile base;city aimed at;")
    assert ";s;" in units and "United States" in first
    russian = command("export", "icbm-reach", "--to", "csv", "--for", "Excel", "--lang", "ru")
    assert russian.out.splitlines()[0].count(";") == head.count(";")
    assert "ракетная база" in russian.out.splitlines()[0]
    monkeypatch.setenv("LC_ALL", "C")
    plain = command("export", "icbm-reach", "--to", "csv", "--for", "excel", "-p", "us").out
    assert plain.splitlines()[0].count(",") == head.count(";")


def test_every_number_that_was_read_for_a_spreadsheet(command, engine):
    words = ["icbm-reach", "--to", "csv", "--for", "excel", "-p", "us", "--table", "assumptions"]
    said = command("export", *words, "--lang", "ru").out.splitlines()
    assert said[0].lstrip("\ufeff").split(";")[3:7] == [
        "кто это сказал", "как оно принято", "почему принято чужое число", "насколько известно",
    ]  # fmt: skip
    assert len(said) > 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--to", "csv", "--for", "exel"], ["no file for the program 'exel'", "mean excel?"]),
        (["--to", "kml", "--for", "excel"], ["--for excel is about CSV", "take --to csv"]),
        (["--to", "xlsx", "--for", "excel", "--out", "x.xlsx"], ["Excel opens --to xlsx"]),
        (["--to", "xlsx"], ["is no text", "--out NAME.xlsx"]),
        (["--to", "xlsx", "--out", "x.csv"], ["would hold xlsx", "take --to csv"]),
    ],
)
def test_what_a_spreadsheet_cannot_be(command, engine, words, told):
    said = command("export", "icbm-reach", *words)
    assert (said.status, said.out, engine) == (2, "", [])
    for part in told:
        assert part in said.err
