"""The bibliography as the page shows it: only what this very run cites."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..answers.answer import Answer
from ..answers.cite import bibliography, text

SEEN = {
    "whole": "read whole",
    "opening": "opening read",
    "mirror": "read on a page that reprints it",
    "catalogue": "catalogue entry only",
    "none": "not read for this dossier; remembered",
}


def entries(answers: Sequence[Answer]) -> list[dict[str, str]]:
    """Identifier, text, address and how much was read of each source cited."""
    return [entry(item) for item in bibliography(answers)]


def entry(item: Mapping[str, Any]) -> dict[str, str]:
    """One source for the page; an address that is not http(s) is not linked."""
    address = str(item.get("URL", "") or "")
    if not address.lower().startswith(("http://", "https://")):
        address = ""
    bare = {key: value for key, value in item.items() if key != "URL"}
    seen = str(item.get("seen", "") or "")
    return {
        "id": str(item["id"]),
        "text": text(bare),
        "address": address,
        "seen": SEEN.get(seen, seen),
        "unread": "yes" if seen == "none" else "",
    }
