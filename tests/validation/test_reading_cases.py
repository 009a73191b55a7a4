"""Cases are read strictly: each mistake is one clear error with its file and line."""

from pathlib import Path

import numpy as np
import pytest

from twoplustwo.base.errors import DossierError
from twoplustwo.validation import cases, find
from twoplustwo.validation.cases import load, read_room

from .conftest import BOOK, CASE, KNOWN


def test_a_good_case(room):
    case = load(room(), KNOWN).cases["half-of-four"]
    assert case.inputs == {"length_m": 4000.0}
    assert (case.expected.low, case.expected.high, case.expected.unit) == (2000.0, 2000.0, "km")
    assert case.tolerance == pytest.approx(10.0, rel=1e-12)
    assert case.where.endswith("cases/toy.yaml:1")


WRONG = {
    "unknown key": ("page: p. 7", "pgae: p. 7", 5, "unknown key, pgae", "did you mean page?"),
    "no id": ("- id: half-of-four\n  topic", "- topic", 1, "a case has no id", ""),
    "bad id": ("half-of-four", "Half of four", 1, "is no name for a case", "half-of-four"),
    "no title": ("  title: Half of four kilometres\n", "", 1, "has no title", ""),
    "empty title": ("Half of four kilometres", "", 3, "has an empty title", ""),
    "no source": ("  source: book\n", "", 1, "has no source", ""),
    "unknown source": ("source: book", "source: bok", 4, "unknown source, bok", "mean book?"),
    "unknown seen": ("seen: seen", "seen: sen", 6, "unknown seen sen", "did you mean seen?"),
    "unknown status": ("status: agrees", "status: agree", 12, "unknown status agree", "agrees?"),
    "unknown builder": ("toy.half", "toy.haf", 7, "unknown builder, toy.haf", "toy.half?"),
    "no builder": ("  builder: toy.half\n", "", 1, "has no builder", ""),
    "unknown input": ("4 km}", "4 km, size: 2}", 8, "takes no input size", "length_m, note"),
    "missing input": ("{length_m: 4 km}", "{note: 2}", 7, "needs length_m", "add it to inputs"),
    "inputs that are none": ("{length_m: 4 km}", "4 km", 8, "inputs of case half-of-four is", ""),
    "input without unit": ("4 km}", "4}", 8, "'4' has no unit", "2 m"),
    "input in a wrong unit": ("4 km}", "4 s}", 8, "measures time, not length", "m, km"),
    "input in no unit": ("4 km}", "4 klm}", 8, "unknown unit, 'klm'", "did you mean km?"),
    "input that is an interval": ("4 km}", "4..5 km}", 8, "is no single quantity", ""),
    "no expected": ("  expected: 2 km\n", "", 1, "has no expected", ""),
    "expected in no unit": ("expected: 2 km", "expected: 2 klm", 9, "unit, 'klm'", "mean km?"),
    "expected backwards": ("expected: 2 km", "expected: 3 .. 2 km", 9, "wrong way round", ""),
    "no tolerance": (
        "  tolerance: 10 m\n  because: Printed to ten metres.\n",
        "",
        1,
        "has no tolerance",
        "last bit",
    ),
    "tolerance of another kind": ("10 m\n", "10 s\n", 10, "tolerance of case", "length"),
    "negative tolerance": ("tolerance: 10 m", "tolerance: -10 m", 10, "negative tolerance", ""),
    "no reason": ("  because: Printed to ten metres.\n", "", 1, "has no because", "fair"),
    "tolerance of a word": ("expected: 2 km", "expected: yes", 10, "expects a word", "take the"),
    "differs without reason": ("agrees", "differs", 12, "has no explanation", "say why"),
    "open without words": ("agrees", "open", 12, "has no explanation", "not known"),
    "not run but computed": (
        "agrees",
        "not-run\n  explanation: No data.",
        7,
        "not run and has",
        "take it away",
    ),
    "another topic": ("topic: toy", "topic: toys", 2, "has the topic toys", "file of toy"),
    "twice": ("status: agrees\n", "status: agrees\n" + CASE, 13, "stands twice", "a name of"),
    "bears on no question": (
        "page: p. 7",
        "page: p. 7\n  bears_on: rad\n  by: x\n  says: y",
        6,
        "bears on an unknown question, rad",
        "did you mean raid?",
    ),
    "bears on a verdict unsaid": (
        "page: p. 7",
        "page: p. 7\n  bears_on: raid\n  says: y",
        1,
        "has no by",
        "",
    ),
    "a key twice": ("page: p. 7", "page: p. 7\n  page: p. 8", 6, "the key page twice", "line 5"),
    "an alias": (
        "{length_m: 4 km}",
        "&a {length_m: *a}",
        8,
        "holds an alias",
        "written where it stands",
    ),
    "a foreign tag": ("page: p. 7", "page: !!python/name:os.system x", 5, "the tag", "plain text"),
    "no list": (CASE, "half: 2\n", 1, "the file holds a block of keys", "expected cases"),
    "no YAML": ("page: p. 7", "page: [p. 7", 6, "not YAML", "the parser says"),
    "empty": (CASE, "", None, "the file is empty", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_mistake_is_one_error(room, name):
    before, after, line, what, more = WRONG[name]
    assert before in CASE
    folder = room(CASE.replace(before, after, 1))
    _, problems = read_room(folder, KNOWN)
    assert len(problems.errors) == 1, [str(one) for one in problems.errors]
    (error,) = problems.errors
    assert what in error.what
    assert more in str(error)
    at = "cases/toy.yaml" + ("" if line is None else f":{line}")
    assert error.where.endswith(at), error.where


AUTHORITY = {
    "no author": ("  author: A. Author\n", "", "books.yaml:1", "has no author"),
    "nothing read": ("  read: the page\n", "", "books.yaml:1", "has no read"),
    "unknown key": ("year", "yaer", "books.yaml:4", "unknown key, yaer"),
    "same as nobody": ("read:", "same_as: bok\n  read:", "books.yaml:1", "unknown one, bok"),
    "bad name": ("book:", "The Book:", "books.yaml:1", "is no name for an authority"),
}


@pytest.mark.parametrize("name", AUTHORITY)
def test_each_mistake_in_an_authority(room, name):
    before, after, where, what = AUTHORITY[name]
    folder = room(
        CASE.replace("source: book", "source: other"),
        BOOK.replace(before, after, 1) + BOOK.replace("book:", "other:"),
    )
    _, problems = read_room(folder, KNOWN)
    (error,) = problems.errors
    assert what in error.what and error.where.endswith(where)


def test_an_authority_in_two_files(room):
    folder = room()
    (folder / "authorities/more.yaml").write_text(BOOK, encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        load(folder, KNOWN)
    assert "the authority book stands twice" in str(caught.value)
    assert "books.yaml:1" in str(caught.value) and "more.yaml:1" in str(caught.value)


def test_loading_says_the_first_and_how_many_more(room):
    with pytest.raises(DossierError) as caught:
        load(room(CASE.replace("4 km", "4").replace("seen: seen", "seen: sen")), KNOWN)
    assert "unknown seen sen" in str(caught.value) and "1 more wrong" in str(caught.value)


def test_a_room_without_cases(tmp_path: Path):
    with pytest.raises(DossierError) as caught:
        load(tmp_path, KNOWN)
    assert "the folder holds no .yaml file" in str(caught.value)


def test_a_case_that_is_not_run_needs_neither_builder_nor_number(room):
    text = CASE[: CASE.index("  builder")] + "  status: not-run\n  explanation: No data.\n"
    case = load(room(text), KNOWN).cases["half-of-four"]
    assert case.expected is None and case.builder == ""


def test_inputs_of_every_shape(room):
    shaped = "{length_m: [4 km, 5 m], note: {angle_rad: 180 deg, deep: [{mass_kg: 2 t}], n: 3}}"
    case = load(room(CASE.replace("{length_m: 4 km}", shaped)), KNOWN).cases["half-of-four"]
    assert case.inputs["length_m"] == (4000.0, 5.0)
    assert case.inputs["note"]["angle_rad"] == pytest.approx(np.pi, rel=1e-12)
    assert case.inputs["note"]["deep"] == ({"mass_kg": 2000.0},)
    assert case.inputs["note"]["n"] == 3
    assert case.written["note"]["angle_rad"] == "180 deg"


def test_paths_of_a_dossier_keep_what_was_written(room):
    text = CASE.replace("4 km}", "4 km, note: {missiles.x.stages.1.burn_s: 6 km/s}}")
    case = load(room(text), KNOWN).cases["half-of-four"]
    assert case.inputs["note"] == {"missiles.x.stages.1.burn_s": "6 km/s"}


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("7.7 km/s .. 8.3 km/s", 7700.0, 8300.0, "km/s"),
        ("7.7..8.3 km/s", 7700.0, 8300.0, "km/s"),
        ("0.58", 0.58, 0.58, "1"),
        ("95 % .. 100 %", 0.95, 1.0, "%"),
        ("-6.5 K", -6.5, -6.5, "K"),
        ("1.4275e-3 kg/m3", 1.4275e-3, 1.4275e-3, "kg/m3"),
    ],
)
def test_what_can_be_expected(room, text, low, high, unit):
    written = CASE.replace("expected: 2 km", f"expected: {text}").replace("10 m\n", "1 %\n")
    expected = load(room(written), KNOWN).cases["half-of-four"].expected
    assert (expected.low, expected.high, expected.unit) == (
        pytest.approx(low, rel=1e-12),
        pytest.approx(high, rel=1e-12),
        unit,
    )


def test_a_tolerance_in_per_cent_is_of_the_number_or_in_points(room):
    of_length = load(room(CASE.replace("10 m\n", "5 %\n")), KNOWN).cases["half-of-four"]
    assert of_length.tolerance == pytest.approx(100.0, rel=1e-12)
    assert of_length.tolerance_shown == "5 %"
    text = CASE.replace("expected: 2 km", "expected: 97 %").replace("10 m\n", "0.5 %\n")
    assert load(room(text), KNOWN).cases["half-of-four"].tolerance == pytest.approx(
        0.005, rel=1e-12
    )


def test_builders_are_found_without_their_engine():
    known = find.builders()
    assert known["leakage.no_leaker"].needed == ("single_shot", "shots", "warheads")
    assert known["leakage.no_leaker"].taken[3:] == ("track", "common")
    assert not any(name.partition(".")[2].startswith("_") for name in known)


def test_every_status_and_way_of_reading_is_explained():
    assert all(cases.STATUSES.values()) and all(cases.SEEN.values())
