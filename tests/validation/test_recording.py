"""What is recorded: written once, kept while it does not change, read strictly."""

from datetime import date

import pytest

from twoplustwo.base.errors import DossierError, OutputError
from twoplustwo.validation import recorded
from twoplustwo.validation.cases import AGREES, load
from twoplustwo.validation.room import Result

from .conftest import CASE, KNOWN

FIRST, LATER = date(2026, 1, 2), date(2027, 3, 4)


@pytest.fixture
def one(room):
    return load(room(), KNOWN)


def results(one, ours):
    return [Result(one.cases["half-of-four"], ours, AGREES)]


def test_written_and_read_back(one, tmp_path):
    assert recorded.write(tmp_path, results(one, 1999.9996), one, FIRST) == 1
    assert (tmp_path / "recorded.csv").read_text() == (
        "case,ours,unit,date\nhalf-of-four,2,km,2026-01-02\n"
    )
    (line,) = recorded.read(tmp_path).values()
    assert line.value == pytest.approx(2000.0, rel=1e-12)


def test_a_number_that_stays_keeps_its_day(one, tmp_path):
    recorded.write(tmp_path, results(one, 2001.0), one, FIRST)
    assert recorded.write(tmp_path, results(one, 2001.0), one, LATER) == 0
    assert recorded.read(tmp_path)["half-of-four"].date == "2026-01-02"
    assert recorded.write(tmp_path, results(one, 2002.0), one, LATER) == 1
    assert recorded.read(tmp_path)["half-of-four"].date == "2027-03-04"


def test_lines_of_cases_that_are_gone_go(one, tmp_path):
    (tmp_path / "recorded.csv").write_text("case,ours,unit,date\nold,1,km,2020-01-01\n")
    assert recorded.write(tmp_path, [], one, FIRST) == 1
    assert recorded.read(tmp_path) == {}


def test_drawn_results_are_judged_anew(one, tmp_path):
    recorded.write(tmp_path, results(one, 2500.0), one, FIRST)
    (drawn,) = recorded.results(one, recorded.read(tmp_path))
    assert drawn.ours == pytest.approx(2500.0, rel=1e-12) and not drawn.true
    (without,) = recorded.results(one, {})
    assert without.ours is None


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("case,ours\nhalf-of-four,2\n", 1, "the columns are not case, ours, unit, date"),
        ("case,ours,unit,date\nhalf-of-four,two,km,2026-01-02\n", 2, "no recorded result"),
        ("case,ours,unit,date\nhalf-of-four,2,league,2026-01-02\n", 2, "no recorded result"),
        ("case,ours,unit,date\nhalf-of-four,2\n", 2, "no recorded result"),
        ("case,ours,unit,date\na,2,km,2026-01-02\na,2,km,2026-01-02\n", 3, "recorded twice"),
    ],
)
def test_a_broken_record(tmp_path, text, line, what):
    (tmp_path / "recorded.csv").write_text(text)
    with pytest.raises(DossierError) as caught:
        recorded.read(tmp_path)
    assert what in str(caught.value) and f"recorded.csv:{line}" in str(caught.value)
    assert "twoplustwo validate --record" in str(caught.value)


def test_a_record_that_cannot_be_written(one, tmp_path):
    (tmp_path / "recorded.csv").mkdir()
    with pytest.raises(OutputError, match="cannot record"):
        recorded.write(tmp_path, results(one, 2000.0), one, FIRST)


def test_words_and_endless_numbers(room, tmp_path):
    text = CASE.replace("  tolerance: 10 m\n  because: Printed to ten metres.\n", "")
    word = load(room(text.replace("expected: 2 km", "expected: yes")), KNOWN)
    recorded.write(tmp_path, results(word, "no"), word, FIRST)
    assert recorded.read(tmp_path)["half-of-four"].value == "no"
    number = load(room(), KNOWN).cases["half-of-four"]
    assert recorded.written(number, float("inf")) == ("none", "")
