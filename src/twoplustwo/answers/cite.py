"""The bibliography of a run: its citations merged, as CSL-JSON and as text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .answer import Answer

Item = Mapping[str, Any]


def bibliography(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """Every source that the answers cite, once each, by identifier."""
    found: dict[str, dict[str, Any]] = {}
    for answer in answers:
        for item in answer.citations:
            found.setdefault(str(item["id"]), dict(item))
    return [found[key] for key in sorted(found)]


def text(item: Item) -> str:
    """One source in a line: who, when, what, where, address."""
    parts = [
        _people(item.get("author")),
        f"({_year(item)})" if _year(item) else "",
        _stop(str(item.get("title", item.get("id", "")))),
        _stop(str(item.get("container-title", "") or "")),
        _stop(str(item.get("publisher", "") or "")),
        str(item.get("URL", "") or ""),
    ]
    return " ".join(part for part in parts if part)


def texts(items: Sequence[Item]) -> str:
    """A whole bibliography as text, one source a line, each behind its identifier."""
    return "".join(f"[{item['id']}] {text(item)}\n" for item in items)


def csl(items: Sequence[Item]) -> list[dict[str, Any]]:
    """CSL-JSON for Zotero and pandoc: dates as ``date-parts``, our own fields left out."""
    return [
        {key: _csl_value(key, value) for key, value in item.items() if key in _CSL}
        for item in items
    ]


_CSL = frozenset(
    (
        *("id", "type", "title", "title-short", "container-title", "event-title", "author"),
        *("collection-title", "publisher", "publisher-place", "editor", "issued", "accessed"),
        *("URL", "DOI", "ISBN", "ISSN", "number", "volume", "issue", "page", "language", "genre"),
        *("note", "edition", "abstract", "archive", "medium", "version"),
    )
)
_DATES = ("issued", "accessed")
_NAMES = ("author", "editor")


def _csl_value(key: str, value: Any) -> Any:
    if key in _DATES and not isinstance(value, Mapping):
        text = str(value)
        if all(part.isdigit() for part in text.split("-")):
            return {"date-parts": [[int(part) for part in text.split("-")]]}
        return {"literal": text}
    if key in _NAMES and isinstance(value, str):
        return [{"literal": name.strip()} for name in value.split(";")]
    return value


def _people(people: Any) -> str:
    if not people:
        return ""
    if isinstance(people, str):
        return _stop(people)
    return _stop(", ".join(_person(one) for one in people))


def _person(one: Any) -> str:
    if isinstance(one, str):
        return one
    if "literal" in one:
        return str(one["literal"])
    return " ".join(str(one[key]) for key in ("given", "family") if one.get(key))


def _year(item: Item) -> str:
    issued = item.get("issued")
    if isinstance(issued, Mapping):
        parts = issued.get("date-parts") or [[issued.get("literal", "")]]
        return "-".join(
            f"{int(part):02d}" if str(part).isdigit() else str(part)
            for part in parts[0]
            if part != ""
        )
    return str(issued) if issued else ""


def _stop(words: str) -> str:
    return words if not words or words[-1] in ".?!" else words + "."
