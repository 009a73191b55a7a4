"""A bibliography in RIS, for EndNote, Zotero and library catalogues; written by rispy."""

from collections.abc import Sequence
from typing import Any

from twoplustwo.answers.bibliographies import parts
from twoplustwo.answers.bibliographies.parts import Item

TYPES = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""The reference type of a type of CSL; any other is ``GEN``."""
FIELDS = {
    "id": "id",
    "title": "title",
    "container-title": "secondary_title",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "volume": "volume",
    "edition": "edition",
    "DOI": "doi",
    "language": "language",
    "abstract": "abstract",
}


def ris(items: Sequence[Item]) -> str:
    """Every source as a reference."""
    import rispy

    class Writer(rispy.RisWriter):
        """Without the numbers between references, which the form does not have."""

        def set_header(self, count: int) -> str:
            return ""

    return rispy.dumps([_reference(item) for item in items], implementation=Writer)


def _reference(item: Item) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type_of_reference": TYPES.get(parts.words(item, "type"), "GEN"),
        "authors": parts.people(item, "author"),
        "secondary_authors": parts.people(item, "editor"),
        "number": parts.words(item, "issue") or parts.words(item, "number"),
        "issn": parts.words(item, "ISSN") or parts.words(item, "ISBN"),
        "notes": [note for note in (parts.words(item, "note"),) if note],
        "urls": [url for url in (parts.words(item, "URL"),) if url],
        "access_date": _day(parts.date(item, "accessed")),
    }
    found |= {field: parts.words(item, name) for name, field in FIELDS.items()}
    issued = parts.date(item, "issued")
    if issued:
        found |= {"year": str(issued[0]), "date": _day(issued)}
    first, _, last = parts.words(item, "page").replace("–", "-").partition("-")
    found |= {"start_page": first.strip(), "end_page": last.strip(" -")}
    return {field: value for field, value in found.items() if value}


def _day(date: Sequence[int]) -> str:
    """``2007/09/27/``, as the form has it, empty where a part is not known."""
    if not date:
        return ""
    year, month, day = (*(f"{part:02d}" for part in date), "", "")[:3]
    return f"{year}/{month}/{day}/"
