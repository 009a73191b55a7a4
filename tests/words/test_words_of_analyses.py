"""What analyses put into the tables that are drawn is said in both languages."""

import re

import pytest

from twoplustwo.doors.request import Request
from twoplustwo.doors.server.payload import answers, style
from twoplustwo.doors.server.payload import dossier_summary as desk

from ..europe_cards import cards

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
OTHERS = {"claim", "note", "quote", "source", "title", "plan", "value"}
"""Keys, and words that the dossier holds in one language."""
BLOCK = re.compile(r"[a-z_]+ [\d.]+ \S+, [a-z_]+ [\d.]+")
"""Several numbers in one claim stand with the keys that the dossier writes."""
SHORT = {
    "common-ground": {"among": "speed-cap-5,radar-mask-east", "effort": "corners"},
    "divergence": {"of": "raid"},
}


def drawn(answer):
    """The columns that views draw, with what stands in them in Russian where it does."""
    for view in answer["views"]:
        name = view.get("table") or "rows"
        tables = {"rows": answer["rows"], **answer["tables"]}
        table = tables.get(f"{name}_ru") or tables.get(name) or {}
        data = table.get("data", {})
        for column in view.get("columns") or data:
            if not column.endswith("_ru") and column not in OTHERS:
                yield name, column, data.get(f"{column}_ru") or data.get(column, ())


@pytest.mark.parametrize("name", ["claims", "common-ground", "contested", "divergence", "freeze"])
def test_words_of_drawn_tables_have_a_name_in_russian(name, europe):
    found = style.style_summary().plain()
    columns = {one for card in cards().values() for one in card.columns}
    known = {**desk.names(europe), **found["outcomes"], **found["verdicts"]}
    paths = {*europe.paths(), *columns}

    def silent(word):
        parts = [one.strip() for one in re.split(r", |→|[+]", word)]
        named = word in known or all(one in known or one in paths for one in parts)
        test = re.fullmatch(r"([a-z_0-9]+) [<>=]+ .+", word)
        said = named or (test and test[1] in columns) or CYRILLIC.search(word)
        position = word.partition("+")[0] in europe.parties  # the page says what is laid over it
        return bool(re.search("[a-z]{3}", word)) and not (said or position or BLOCK.match(word))

    answer = answers.answer(Request(name, europe, options=SHORT.get(name) or {}))
    left = {
        (table, column, one)
        for table, column, values in drawn(answer)
        for one in values
        if isinstance(one, str) and silent(one)
    }
    assert sorted(left) == []


def test_what_a_statement_is_tested_by_is_said_in_words(europe):
    answer = answers.answer(Request("claims", europe))
    for lang, table in (("en", "verdicts"), ("ru", "verdicts_ru")):
        texts = [one for one in answer["tables"][table]["data"]["test"] if one]
        assert len(texts) > 20
        for text in texts:
            assert not re.search(r"[a-z]_[a-z]|[<>=]|[a-z]+[.][a-z]", text), text
            assert (lang == "ru") is bool(CYRILLIC.search(text)), text
