"""What the Citation Style Language 1.0.2 knows of a source: its types, its variables, its dates.

Left out are what a citation processor makes itself (numbers and labels of citations) and two
variables, ``source`` and ``status``, whose names mean something else in a dossier.
"""

from collections.abc import Mapping
from typing import Any

TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)
NAMES = (
    *("author", "chair", "collection-editor", "compiler", "composer", "container-author"),
    *("contributor", "curator", "director", "editor", "editorial-director"),
    *("executive-producer", "guest", "host", "illustrator", "interviewer", "narrator"),
    *("organizer", "original-author", "performer", "producer", "recipient", "reviewed-author"),
    *("script-writer", "series-creator", "translator"),
)
DATES = ("issued", "accessed", "available-date", "event-date", "original-date", "submitted")
TEXTS = (
    *("title", "title-short", "original-title", "container-title", "container-title-short"),
    *("collection-title", "volume-title", "part-title", "reviewed-title", "reviewed-genre"),
    *("event-title", "event-place", "publisher", "publisher-place", "original-publisher"),
    *("original-publisher-place", "authority", "division", "jurisdiction", "volume", "issue"),
    *("number", "number-of-pages", "number-of-volumes", "collection-number", "page", "part"),
    *("section", "chapter-number", "supplement", "printing", "edition", "version", "medium"),
    *("genre", "scale", "dimensions", "archive", "archive-place", "archive_collection"),
    *("archive_location", "call-number", "language", "URL", "DOI", "ISBN", "ISSN", "PMID"),
    *("PMCID", "references", "abstract", "annote", "note", "keyword"),
)
FIELDS = ("type", *TEXTS, *NAMES, *DATES)
"""Every field that a source of a dossier may have, and that its citation carries."""
PERSON = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def date(text: str) -> dict[str, Any]:
    """A date as written, such as ``2007-09``, as a CSL date; other words as a literal one."""
    parts = text.split("-")
    if 1 <= len(parts) <= 3 and all(part.isascii() and part.isdigit() for part in parts):
        return {"date-parts": [[int(part) for part in parts]]}
    return {"literal": text}


def told(date: Any) -> str:
    """A CSL date in short, such as ``2007-09``; a date as written stays what it is."""
    if not isinstance(date, Mapping):
        return "" if date is None else str(date)
    ends = ["-".join(f"{int(part):02d}" for part in end) for end in date.get("date-parts") or ()]
    return "/".join(ends) or str(date.get("literal") or date.get("raw") or "")


def person(one: Any) -> str:
    """A name in reading order, particles and suffix included: ``H. van den Berg Jr.``"""
    if not isinstance(one, Mapping):
        return str(one)
    order = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return str(one.get("literal") or " ".join(str(one[part]) for part in order if one.get(part)))
