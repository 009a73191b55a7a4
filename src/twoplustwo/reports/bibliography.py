"""The bibliography as the page shows it: only what this very run cites."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.cite import bibliography, read, text

WEAK_SEEN = ("mirror", "none")


def entries(answers: Sequence[Answer]) -> list[dict[str, str]]:
    """Identifier, text, address and how much was read of each source cited."""
    return [entry(item) for item in bibliography(answers)]


def entry(item: Mapping[str, Any]) -> dict[str, str]:
    """One source for the page; an address that is not http(s) is not linked."""
    address = str(item.get("URL", "") or "")
    if not address.lower().startswith(("http://", "https://")):
        address = ""
    bare = {key: value for key, value in item.items() if key != "URL"}
    return {
        "id": str(item["id"]),
        "title": str(item.get("title") or item["id"]),
        "text": text(bare),
        "address": address,
        "read": read(item),
        "weak": "yes" if item.get("seen") in WEAK_SEEN or item.get("rank") == "reprint" else "",
    }
