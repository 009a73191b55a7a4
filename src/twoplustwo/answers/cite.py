"""The bibliography of a run: its citations merged, as CSL-JSON and as text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.base import csl as standard

Item = Mapping[str, Any]

SEEN = {
    "whole": "read whole",
    "opening": "opening read",
    "mirror": "read on a page that reprints it",
    "catalogue": "catalogue entry only",
    "none": "not read for this dossier; remembered",
}
"""How much of a source was read, in words."""
RANKS = {
    "primary": "the original",
    "transcript": "a transcript",
    "press": "a report",
    "reprint": "a reprint",
    "catalogue": "a catalogue",
}
"""What a source is, in words."""


def bibliography(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """Every source that the answers cite, once each, by identifier."""
    found: dict[str, dict[str, Any]] = {}
    for answer in answers:
        for item in answer.citations:
            found.setdefault(str(item["id"]), dict(item))
    return [found[key] for key in sorted(found)]


def text(item: Item) -> str:
    """One source in a line: who, when, what, where, address."""
    issued = standard.told(item.get("issued"))
    parts = [
        _people(item.get("author")),
        f"({issued})" if issued else "",
        _stop(str(item.get("title", item.get("id", "")))),
        _stop(str(item.get("container-title", "") or "")),
        _stop(str(item.get("publisher", "") or "")),
        str(item.get("URL", "") or ""),
    ]
    return " ".join(part for part in parts if part)


def read(item: Item) -> str:
    """What the source is and how much of it was read, in words; empty where neither is said."""
    rank, seen = str(item.get("rank", "") or ""), str(item.get("seen", "") or "")
    return "; ".join(word for word in (RANKS.get(rank, rank), SEEN.get(seen, seen)) if word)


def texts(items: Sequence[Item]) -> str:
    """A bibliography as text: each source in a line, its identifier first, how read last."""
    return "".join(
        f"[{item['id']}] {text(item)}{f' ({read(item)})' if read(item) else ''}\n" for item in items
    )


def csl(items: Sequence[Item]) -> list[dict[str, Any]]:
    """CSL-JSON for Zotero, pandoc and the like: every CSL field, our own marks left out."""
    return [
        {key: _csl_value(key, value) for key, value in item.items() if key in _CSL}
        for item in items
    ]


_CSL = frozenset(("id", *standard.FIELDS))


def _csl_value(key: str, value: Any) -> Any:
    if key in standard.DATES and not isinstance(value, Mapping):
        return standard.date(str(value))
    if key in standard.NAMES and isinstance(value, str):
        return [{"literal": name.strip()} for name in value.split(";")]
    return value


def _people(people: Any) -> str:
    if not people:
        return ""
    return _stop(people if isinstance(people, str) else ", ".join(map(standard.person, people)))


def _stop(words: str) -> str:
    return words if not words or words[-1] in ".?!" else words + "."
