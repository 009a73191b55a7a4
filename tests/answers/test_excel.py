"""CSV and workbooks as people open them, read by programs that are not ours."""

import csv
import io
import zipfile
from dataclasses import replace

import duckdb
import numpy as np
import openpyxl
import pandas
import polars
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.exports import excel_csv, xlsx
from twoplustwo.answers.exports.excel_csv import Signs
from twoplustwo.answers.exports.readable import decimals, readable
from twoplustwo.answers.exports.stacked import one_stack, stacked
from twoplustwo.base.errors import OutputError
from twoplustwo.base.table import Column, Table

from .made import made

NAMES = {"vardo": {"en": "Vardø", "ru": "Вардё"}, "critic": {"en": "A. Critic", "ru": "А. Критик"}}
MEANINGS = {"icbm-reach": {
    "speed_m_s": {"means": {"en": "closing speed", "ru": "скорость сближения"}},
    "share": {"means": {"en": "share met", "ru": "доля перехваченных"}},
}}  # fmt: skip
EVIL = ("=1+1", "+1", "-1", "@sum(a1)", "\t=1", " =1", '=cmd|" /C calc"!A0')
GERMAN, ENGLISH = Signs(";", ","), Signs(",", ".")


def table(**columns) -> Table:
    units = {"speed_m_s": "m/s", "share": "1", "angle_rad": "rad", "year": "year", "lat_deg": "deg"}
    return Table(
        tuple(Column(name, unit=units.get(name, "")) for name in columns),
        {name: np.array(values) for name, values in columns.items()},
    )


def rows(**more) -> Table:
    known = {
        "base": np.array(["vardo", None], dtype=object),
        "outcome": np.array(["too_late", "met"], dtype=object),
        "drawn": np.array([True, False]),
        "speed_m_s": np.array([7312.44, np.nan]),
        "share": np.array([0.12345, 1e-9]),
        "year": np.array([2015.5, 2007.0]),
        "count": np.array([36.0, 4.0]),
    }
    return table(**{**known, **more})


HELD = Assumption("a.delay", 250.0, unit="s", shown="250 s", by="critic", how="adopted",
                  status="recalled", source="slides", means={"en": "delay", "ru": "задержка"},
                  why={"en": "none was found", "ru": "не найдено"})  # fmt: skip


def answers(**more):
    one = made(position="a", rows=rows(**more), tables={}, assumptions=(HELD,), id="x-1")
    return [one, replace(one, position="b")]


def as_csv(lang: str = "en", how: Signs = ENGLISH, **more) -> str:
    both = answers(**more)
    stack = one_stack(both, [one.rows for one in both], "rows")
    return excel_csv.to_excel_csv(readable(stack, both, NAMES, MEANINGS, lang), how)


def as_xlsx(lang: str = "en", **more) -> bytes:
    both = answers(**more)
    return xlsx.to_xlsx(both, stacked(both), NAMES, MEANINGS, lang)


def test_a_row_of_heads_one_of_units_then_values():
    text = as_csv("ru", GERMAN)
    assert text.startswith("\ufeff") and "\r\n" in text
    lines = [*csv.reader(io.StringIO(text[1:]), delimiter=";")]
    assert lines[0][3:] == [
        "drawn", "скорость сближения", "доля перехваченных", "year", "count",
    ]  # fmt: skip
    assert lines[1] == ["", "", "", "", "км/с", "%", "", ""]  # a year says itself
    assert lines[2] == [
        "a", "Вардё", "Встреча возможна, но пуск понадобился бы раньше, чем он разрешён.",
        "да", "7,312", "12,35", "2015,50", "36",
    ]  # fmt: skip
    assert lines[3][4:] == ["", "1E-07", "2007,00", "4"]  # little is not nothing
    assert lines[4][0] == "b"


@pytest.mark.parametrize(("lang", "how"), [("ru", GERMAN), ("en", ENGLISH)])
def test_programs_read_the_numbers_back(tmp_path, lang, how):
    path = tmp_path / "x.csv"
    path.write_bytes(as_csv(lang, how).encode("utf-8"))
    frame = pandas.read_csv(path, sep=how.separator, decimal=how.decimal, skiprows=[1])
    speed = frame.columns[4]
    assert frame[speed].tolist()[:1] == [7.312] and frame[speed].isna().sum() == 2
    assert frame.iloc[0, 1] == NAMES["vardo"][lang]
    read = polars.read_csv(
        path, separator=how.separator, decimal_comma=how.decimal == ",", skip_rows_after_header=1
    )
    assert read.dtypes[4] == polars.Float64 and read[read.columns[4]].sum() == 2 * 7.312
    ((total,),) = duckdb.sql(
        f"select sum(column4) from read_csv('{path}', delim='{how.separator}', skip=2, "
        f"header=false, decimal_separator='{how.decimal}')"
    ).fetchall()
    assert total == 2 * 7.312


@pytest.mark.parametrize(
    ("lang", "environment", "expected"),
    [
        ("", {}, ENGLISH),
        ("", {"LANG": "de_DE.UTF-8"}, GERMAN),
        ("", {"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, ENGLISH),
        ("", {"LC_NUMERIC": "fr_FR", "LANG": "en_US"}, GERMAN),
        ("", {"LANG": "nonsense"}, ENGLISH),
        ("ru", {"LANG": "en_US.UTF-8"}, GERMAN),
        ("en", {"LANG": "de_DE.UTF-8"}, ENGLISH),
    ],
)
def test_the_signs_are_those_of_the_language_or_the_country(lang, environment, expected):
    assert excel_csv.signs(lang, environment) == expected


@pytest.mark.parametrize("text", EVIL)
def test_no_cell_is_a_formula(text):
    written = as_csv(base=np.array([text, "fine"], dtype=object))
    cells = [row[1] for row in csv.reader(io.StringIO(written[1:]))]
    assert cells[2] == f"'{text}" and cells[3] == "fine"
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(base=np.array([text, "fine"], dtype=object))))
    cell = book["icbm_reach"]["B3"]
    assert cell.data_type == "s" and cell.value == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_what_is_harmless_begins_with_no_sign(text):
    made_so = excel_csv.harmless(text)
    assert not made_so.lstrip(" ").startswith(tuple("=+-@\t\r\n"))
    assert made_so in (text, f"'{text}")


def test_negative_numbers_stay_numbers():
    lines = [*csv.reader(io.StringIO(as_csv(count=np.array([-3.0, -0.0]))[1:]))]
    assert [row[-1] for row in lines[2:4]] == ["-3", "0"]


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        (Column("count"), [36.0, 4.0], 0),
        (Column("margin_s", unit="s"), [412.6, 3.0], 1),
        (Column("speed", unit="m/s"), [7.3124], 3),
        (Column("share", unit="1"), [1e-9, 0.5e-9], 6),
        (Column("lat_deg", unit="deg"), [61.123456], 4),
        (Column("t", unit="year"), [2015.5], 2),
        (Column("x", unit="s"), [], 0),
        (Column("x", unit="s"), [0.0, np.inf], 0),
        (Column("people"), [1234567.8], 0),
    ],
)
def test_as_many_decimals_as_say_something(column, values, expected):
    assert decimals(values, column) == expected


def test_a_workbook_read_by_two_programs(tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(as_xlsx("ru"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["О файле", "icbm_reach", "Числа", "Источники"]
    sheet = book["icbm_reach"]
    assert [cell.value for cell in sheet[2]][4:6] == ["км/с", "%"]
    assert sheet["E3"].value == 7.312 and sheet["E3"].number_format == "0.000"
    assert sheet["E4"].value is None and sheet.freeze_panes == "B3"
    assert sheet.auto_filter.ref == "A2:H6"
    found = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("icbm_reach").to_python()
    assert found[2][:2] == ["a", "Вардё"] and found[2][4:] == [7.312, 12.35, 2015.5, 36.0]
    frame = pandas.read_excel(path, "icbm_reach", skiprows=[1], engine="calamine")
    assert frame["доля перехваченных"].tolist()[0] == 12.35


def test_it_says_where_its_numbers_come_from():
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx("en")))
    about = [[cell.value for cell in row] for row in book["About"].rows]
    assert about[1][:4] == ["icbm-reach", "a", None, "Half."] and about[1][9] == "x-1"
    listed = [row[:3] for row in about if row[0] == "icbm_reach"]
    assert listed == [["icbm_reach", "icbm-reach · rows", 4]]
    numbers = [[cell.value for cell in row] for row in book["Numbers"].rows]
    assert numbers[1:] == [
        [whose, "delay", "250 s", "A. Critic", "taken over", "none was found", "recalled", "slides"]
        for whose in ("a", "b")
    ]


def test_the_same_answers_give_the_same_workbook():
    one, other = as_xlsx(), as_xlsx()
    assert one == other
    dates = {info.date_time for info in zipfile.ZipFile(io.BytesIO(one)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_names_of_sheets_are_those_that_excel_takes():
    used: set[str] = set()
    names = [xlsx.sheet_name("a/b:c" * 10, used) for _ in range(12)]
    assert len({name.lower() for name in names}) == 12
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\'") for name in names)
    assert xlsx.sheet_name("About", used) != xlsx.sheet_name("ABOUT", used)


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS", 5)
    with pytest.raises(OutputError, match="has 4 rows") as caught:
        as_xlsx()
    assert "--to sqlite" in caught.value.fix
