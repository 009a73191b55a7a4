"""The bibliography of a run."""

from twoplustwo.answers.cite import bibliography, csl, text, texts

from .made import made

AFP = {
    "id": "afp-2007",
    "type": "article-newspaper",
    "title": "Fast enough?",
    "container-title": "AFP",
    "issued": "2007-09-27",
    "URL": "https://example.org/a",
    "seen": "opening",
}
BOOK = {
    "id": "a-book",
    "type": "book",
    "title": "Radar",
    "author": [{"family": "Skolnik", "given": "M."}, {"literal": "An Institute"}],
    "issued": "2001",
}


def test_each_source_once_by_identifier():
    answers = [made(citations=(AFP, BOOK)), made(position="zz", citations=(AFP,))]
    assert [one["id"] for one in bibliography(answers)] == ["a-book", "afp-2007"]


def test_as_text():
    assert text(AFP) == "(2007-09-27) Fast enough? AFP. https://example.org/a"
    assert texts([BOOK]) == "[a-book] M. Skolnik, An Institute. (2001) Radar.\n"


def test_as_csl():
    afp, book = csl([AFP, BOOK])
    assert afp["issued"] == {"date-parts": [[2007, 9, 27]]}
    assert "seen" not in afp
    assert book["author"][0] == {"family": "Skolnik", "given": "M."}
    assert csl([{"id": "x", "issued": "late 2007", "author": "A; B"}]) == [
        {"id": "x", "issued": {"literal": "late 2007"}, "author": [{"literal": "A"},
                                                                   {"literal": "B"}]}
    ]  # fmt: skip
