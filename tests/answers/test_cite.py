"""The bibliography of a run."""

from datetime import date
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twoplustwo.answers.cite import bibliography, csl, text, texts
from twoplustwo.base import csl as standard
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.kinds import kinds
from twoplustwo.dossier.people import read_sources
from twoplustwo.dossier.tree import read_yaml

from .made import made

AFP = {
    "id": "afp-2007",
    "type": "article-newspaper",
    "title": "Fast enough?",
    "container-title": "AFP",
    "issued": {"date-parts": [[2007, 9, 27]]},
    "URL": "https://example.org/a",
    "seen": "opening",
    "rank": "press",
}
BOOK = {
    "id": "a-book",
    "type": "book",
    "title": "Radar",
    "author": [{"family": "Skolnik", "given": "M."}, {"literal": "An Institute"}],
    "issued": {"date-parts": [[2001]]},
}
WORDS = st.text(st.sampled_from("abcdefgh äüжя0123456789.,'()"), min_size=1, max_size=30).map(
    lambda one: "x" + one.strip()
)
DAYS = st.dates(date(1600, 1, 1), date(2100, 12, 31))
DATES = st.one_of(
    DAYS.map(lambda one: one.isoformat()),
    DAYS.map(lambda one: one.isoformat()[:7]),
    DAYS.map(lambda one: one.isoformat()[:4]),
)
PEOPLE = st.lists(
    st.dictionaries(st.sampled_from(standard.PERSON), WORDS, min_size=1), min_size=1, max_size=3
)


def field(name):
    if name == "type":
        return st.sampled_from(standard.TYPES)
    return DATES if name in standard.DATES else PEOPLE if name in standard.NAMES else WORDS


SOURCES = st.fixed_dictionaries({name: field(name) for name in standard.FIELDS})


def test_each_source_once_by_identifier():
    answers = [made(citations=(AFP, BOOK)), made(position="zz", citations=(AFP,))]
    assert [one["id"] for one in bibliography(answers)] == ["a-book", "afp-2007"]


def test_as_text():
    assert text(AFP) == "(2007-09-27) Fast enough? AFP. https://example.org/a"
    assert texts([BOOK]) == "[a-book] M. Skolnik, An Institute. (2001) Radar.\n"


def test_names_keep_their_particles_and_suffixes():
    van = {"family": "Berg", "given": "H.", "non-dropping-particle": "van den", "suffix": "Jr."}
    humboldt = {"family": "Humboldt", "given": "A.", "dropping-particle": "von"}
    assert text({"id": "x", "title": "T", "author": [van, humboldt]}) == (
        "H. van den Berg Jr., A. von Humboldt. T."
    )


def test_a_span_of_time_as_text():
    assert text({"id": "x", "title": "T", "issued": {"date-parts": [[2007, 9], [2008]]}}) == (
        "(2007-09/2008) T."
    )


def test_as_csl():
    afp, book = csl([AFP, BOOK])
    assert afp == {key: value for key, value in AFP.items() if key not in ("seen", "rank")}
    assert book == BOOK


def test_answers_of_older_runs_are_cited_too():
    old = {"id": "x", "issued": "2007-09-27", "accessed": "late 2007", "author": "A; B"}
    assert csl([old]) == [
        {
            "id": "x",
            "issued": {"date-parts": [[2007, 9, 27]]},
            "accessed": {"literal": "late 2007"},
            "author": [{"literal": "A"}, {"literal": "B"}],
        }
    ]
    assert text(old) == "A; B. (2007-09-27) x."


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=SOURCES)
def test_every_field_that_a_dossier_accepts_comes_out(tmp_path: Path, written):
    """From the file to CSL-JSON: nothing lost, nothing added, dates and names as CSL has them."""
    file = tmp_path / "sources.yaml"
    block = {"every-field": {**written, "seen": "opening", "rank": "primary"}}
    file.write_text(yaml.safe_dump(block, allow_unicode=True), encoding="utf-8")
    draft = Draft(kinds())
    found = read_sources(read_yaml(file)[0], "sources.yaml", draft.problems, "sources.yaml")
    assert draft.problems.errors == []
    (item,) = csl(bibliography([made(citations=(found["every-field"].csl(),))]))
    assert set(item) == {"id", *standard.FIELDS}
    for name, value in item.items():
        if name in standard.DATES:
            ((*parts,),) = value["date-parts"]
            assert set(value) == {"date-parts"}
            assert parts == [int(part) for part in written[name].split("-")]
        elif name in standard.NAMES:
            assert value == [
                {k: " ".join(v.split()) for k, v in one.items()} for one in written[name]
            ]
        elif name != "id":
            assert value == " ".join(written[name].split())
