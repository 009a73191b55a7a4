"""What the answers of a run rest on that is a reprint or memory alone."""

import numpy as np
import pytest

from twoplustwo.answers.weakest import hangs, texts, weakest
from twoplustwo.base.table import Column, Table

from .made import made


def table(**columns):
    return Table(
        tuple(Column(name) for name in columns),
        {
            n: np.array(v, dtype=object if isinstance(v[0], str) else float)
            for n, v in columns.items()
        },
    )


RESTING = table(
    name=["hut.place@a", "hut.age@b", "hut.roof@c", "hut.door@d"],
    shown=["", "3..4 years", "tin", "oak"],
    by=["ann", "bob", "cy", "di"],
    rests_on=["memory", "reprint", "catalogue", "reprint"],
    answers=[9.0, 3.0, 9.0, 6.0],
    title=["A map.", "A paper.", "A list.", ""],
    seen=["not read for this dossier; remembered", "opening read", "catalogue entry only", ""],
)
SHARES = table(
    claim=["hut.age@b", "hut.age@b", "hut.door@d", "hut.place@a"],
    headline=["rent", "rooms", "rent", "rent"],
    total_order=[0.2, 0.61, 0.004, np.nan],
)


def names(answers):
    return [row["name"] for row in weakest(answers)]


def test_what_most_answers_read_stands_first():
    assert names([made(rows=RESTING)]) == ["hut.place@a", "hut.door@d", "hut.age@b"]


def test_what_carries_most_of_a_headline_stands_before_it():
    rows = weakest([made(rows=SHARES), made(position="zz", rows=RESTING)])
    assert [row["name"] for row in rows] == ["hut.age@b", "hut.place@a", "hut.door@d"]
    assert (rows[0]["share"], rows[0]["share_of"]) == (pytest.approx(0.61, abs=1e-12), "rooms")
    assert (rows[1]["share"], rows[1]["share_of"]) == (0.0, "")
    assert hangs(rows[0]) == "read by 3 answers; up to 61 % of the variance of rooms"
    assert hangs(rows[1]) == "read by 9 answers"


def test_the_order_of_answers_does_not_matter():
    assert names([made(rows=SHARES), made(rows=RESTING)]) == names(
        [made(rows=RESTING), made(rows=SHARES)]
    )


def test_as_text():
    assert texts(weakest([made(rows=RESTING)])) == (
        "1. hut.place@a (ann)\n   rests on memory alone; read by 9 answers\n"
        "   A map. (not read for this dossier; remembered)\n"
        "2. hut.door@d: oak (di)\n   rests on a reprint; read by 6 answers\n   no source\n"
        "3. hut.age@b: 3..4 years (bob)\n   rests on a reprint; read by 3 answers\n"
        "   A paper. (opening read)\n"
    )
