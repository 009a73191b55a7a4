"""A small room of its own: one authority, one case, builders that need no engine."""

from collections.abc import Callable
from pathlib import Path

import pytest

from twoplustwo.validation.find import Signature

KNOWN = {"toy.half": Signature(("length_m",), ("length_m", "note")), "toy.says": Signature((), ())}
BOOK = "book:\n  author: A. Author\n  title: A Book\n  year: 1999\n  read: the page\n"
CASE = """- id: half-of-four
  topic: toy
  title: Half of four kilometres
  source: book
  page: p. 7
  seen: seen
  builder: toy.half
  inputs: {length_m: 4 km}
  expected: 2 km
  tolerance: 10 m
  because: Printed to ten metres.
  status: agrees
"""


@pytest.fixture
def room(tmp_path: Path) -> Callable[..., Path]:
    """Write a room with these cases and authorities; gives its folder."""

    def make(cases: str = CASE, authorities: str = BOOK, name: str = "toy") -> Path:
        for folder, file, text in (
            ("cases", name, cases),
            ("authorities", "books", authorities),
        ):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / f"{file}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return make
