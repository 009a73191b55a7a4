"""A bibliography in BibTeX, for LaTeX and programs for references; written by bibtexparser."""

from collections.abc import Iterator, Sequence

from twoplustwo.answers.bibliographies import parts
from twoplustwo.answers.bibliographies.parts import Item

TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""The entry of a type of CSL; any other is ``misc``."""
CONTAINERS = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "misc": "howpublished",
}
PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
FIELDS = {
    "publisher-place": "address",
    "volume": "volume",
    "edition": "edition",
    "collection-title": "series",
    "ISBN": "isbn",
    "ISSN": "issn",
    "language": "language",
    "note": "note",
    "abstract": "abstract",
    "keyword": "keywords",
}
AS_IT_IS = {"URL": "url", "DOI": "doi"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = str.maketrans(
    {
        **{letter: f"\\{letter}" for letter in "&%$#_{}"},
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
"""Letters that mean something to LaTeX; all others stand as they are, in UTF-8."""


def bibtex(items: Sequence[Item]) -> str:
    """Every source as an entry, its identifier being the key."""
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry, Field

    entries: list[Block] = [
        Entry(
            TYPES.get(parts.words(item, "type"), "misc"),
            parts.words(item, "id"),
            [
                Field(name, value if name == "month" else f"{{{value}}}")
                for name, value in _fields(item)
                if value
            ],
        )
        for item in items
    ]
    # each value is in its braces already: the library would take a single number for no text
    return write_string(Library(entries), unparse_stack=[])


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    entry = TYPES.get(parts.words(item, "type"), "misc")
    for role in ("author", "editor"):
        yield role, _people(item, role)
    yield "title", f"{{{_escaped(item, 'title')}}}"  # twice: styles would make its names small
    yield CONTAINERS.get(entry, "booktitle"), _escaped(item, "container-title")
    yield PUBLISHERS.get(entry, "publisher"), _escaped(item, "publisher")
    year, month, day = (*parts.date(item, "issued"), 0, 0, 0)[:3]
    yield "year", str(year or "")
    yield "month", MONTHS[month - 1] if 1 <= month <= len(MONTHS) else ""  # a word of BibTeX's own
    yield "day", str(day or "")
    number = _escaped(item, "number") or _escaped(item, "issue")
    yield "number", number
    yield "pages", _escaped(item, "page").replace("–", "--")
    for name, field in FIELDS.items():
        yield field, _escaped(item, name)
    for name, field in AS_IT_IS.items():
        yield field, parts.words(item, name)
    yield "urldate", "-".join(f"{part:02d}" for part in parts.date(item, "accessed"))


def _escaped(item: Item, name: str) -> str:
    return parts.words(item, name).translate(SPECIAL)


def _people(item: Item, role: str) -> str:
    """Names with ``and`` between them; an institution in braces, so that it stays one name."""
    named = []
    for at, name in enumerate(parts.people(item, role)):
        escaped = name.translate(SPECIAL)
        named.append(f"{{{escaped}}}" if parts.is_literal(item, role, at) else escaped)
    return " and ".join(named)
