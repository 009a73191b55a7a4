"""CSV for spreadsheets: every row says what was asked of whom, by whose numbers, under what."""

import csv
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twoplustwo.answers import assumptions_table as assumed
from twoplustwo.answers.answer import Assumption
from twoplustwo.answers.exports import sheet
from twoplustwo.answers.rests import Rests
from twoplustwo.base.table import Column, Table

from .made import made

NAMES = {
    "kozelsk": {"en": "Kozelsk", "ru": "Козельск"},
    "irkutsk": "Irkutsk",
    "critic": {"en": "A. Critic", "ru": "А. Критик"},
}


def rests(en: str, ru: str) -> Rests:
    return Rests(2, {}, (), (), {}, {"en": en, "ru": ru}, {"en": f"{en}.", "ru": f"{ru}."})


def asked(position: str, **more):
    label = rests(f"{position}, by the critics’ numbers", f"{position}, по числам критиков")
    laid = ({"en": "Speed: 5 km/s", "ru": "Скорость: 5 км/с"}, {"en": "No radar", "ru": "Без РЛС"})
    known = {
        "position": position,
        "rests": label,
        "laid": laid,
        "as_of": "2009-09-17",
        "dossier": {"id": "d", "hash": "0123456789abcdef"},
    }
    return made(**{**known, **more})


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_each_row_says_of_whom_by_whose_numbers_and_under_what():
    both = [asked("a"), asked("b")]
    rows = read(sheet.to_sheet(both, [one.rows for one in both], NAMES))
    assert [row["position"] for row in rows] == ["a", "a", "b", "b"]
    assert {row["label_en"] for row in rows[2:]} == {"b, by the critics’ numbers"}
    assert {row["label_ru"] for row in rows[2:]} == {"b, по числам критиков"}
    assert {row["laid_over_en"] for row in rows} == {"Speed: 5 km/s; No radar"}
    assert {row["laid_over_ru"] for row in rows} == {"Скорость: 5 км/с; Без РЛС"}
    assert {
        (row["question"], row["as_of"], row["dossier"], row["dossier_hash"]) for row in rows
    } == {("icbm-reach", "2009-09-17", "d", "0123456789ab")}


def test_names_stand_beside_their_identifiers_in_both_languages():
    one = asked("a")
    rows = read(sheet.to_sheet([one], [one.rows], NAMES))
    assert [(row["base"], row["base_en"], row["base_ru"]) for row in rows] == [
        ("kozelsk", "Kozelsk", "Козельск"),
        ("irkutsk", "Irkutsk", "Irkutsk"),
    ]
    heads = list(rows[0])
    assert heads[heads.index("base") + 1 : heads.index("base") + 3] == ["base_en", "base_ru"]
    assert "outcome_en" not in heads  # nothing of it has a name


@pytest.mark.parametrize(
    ("name", "unit", "expected"),
    [
        ("margin_s", "s", "margin_s"),
        ("speed_m_s", "m/s", "speed_m_s"),
        ("share", "1", "share [1]"),
        ("margin", "s", "margin [s]"),
        ("first_year", "year", "first_year"),
        ("outcome", "", "outcome"),
        ("speed_s", "m/s", "speed_s [m/s]"),
    ],
)
def test_the_head_has_the_unit_once(name, unit, expected):
    assert sheet.head(Column(name, unit=unit)) == expected


def test_a_table_of_several_positions_has_the_label_of_the_row():
    rows = Table(
        (Column("position"), Column("share", unit="1")),
        {"position": np.array(["a", "b"], dtype=object), "share": np.array([1.0, 0.5])},
    )
    one = made(
        position=None,
        positions=("a", "b"),
        rests=None,
        rows=rows,
        rests_of={"a": rests("A by A", "А по А"), "b": rests("B by A", "Б по А")},
    )
    found = read(sheet.to_sheet([one], [rows], NAMES))
    assert [(row["position"], row["label_en"], row["share [1]"]) for row in found] == [
        ("a", "A by A", "1.0"),
        ("b", "B by A", "0.5"),
    ]


def test_what_is_assumed_says_who_said_it_and_who_holds_it_how():
    def held(how: str, **why: str) -> Assumption:
        return Assumption(
            "commit.delay",
            250.0,
            unit="s",
            shown="250 s",
            by="critic",
            by_party="c",
            how=how,
            why=why,
            status="recalled",
            source="slides",
            means={"en": "delay", "ru": "задержка"},
        )

    both = [
        asked("b", assumptions=(held("adopted", en="none was found", ru="не найдено"),)),
        asked("c", assumptions=(held("own"),)),
    ]
    rows = read(sheet.to_sheet(both, [assumed.table(one) for one in both], NAMES))
    assert [(row["position"], row["how"], row["why_en"], row["why_ru"]) for row in rows] == [
        ("b", "adopted", "none was found", "не найдено"),
        ("c", "own", "", ""),
    ]
    for row in rows:
        assert (row["by"], row["by_en"], row["by_ru"]) == ("critic", "A. Critic", "А. Критик")
        assert (row["shown"], row["status"], row["source"]) == ("250 s", "recalled", "slides")
        assert (row["means_en"], row["means_ru"]) == ("delay", "задержка")


def test_a_position_without_an_answer_is_no_row():
    empty = asked("b")
    text = sheet.to_sheet([asked("a"), empty], [asked("a").rows, Table(())], NAMES)
    assert {row["position"] for row in read(text)} == {"a"}


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_comes_back(texts):
    rows = Table((Column("note"),), {"note": np.array(texts, dtype=object)})
    one = asked("a", rows=rows)
    assert [row["note"] for row in read(sheet.to_sheet([one], [rows], {}))] == texts
