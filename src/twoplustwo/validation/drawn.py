"""What pages draw: every case with its recorded result; nothing is computed here."""

from typing import Any

from twoplustwo.validation import recorded, table
from twoplustwo.validation.cases import SEEN, STATUSES, load
from twoplustwo.validation.find import root

TITLES = {
    "atmosphere": "The standard atmosphere",
    "dispute": "The dispute itself",
    "dispute-later": "The dispute over what came after",
    "dispute-speeds": "The speeds of the dispute",
    "flown": "Flown tests",
    "geometry": "Distances and ground tracks",
    "leakage": "Leakage and shots",
    "presets": "Published flyout presets",
    "radar": "What radars see",
    "rings": "Ranges of missiles",
    "sm3": "Reach of SM-3",
    "textbook": "Textbook flight",
}
"""Topics for people; one that is not here is shown by its name."""


def body() -> dict[str, Any]:
    """All cases as `table.body` gives them, and beside them what a page says of the whole.

    Besides ``counts``, ``cases`` and ``authorities``: ``recorded`` (the newest day in the record),
    ``sources`` (how many that do not repeat each other speak in cases that were run), ``topics``
    (each with its title), ``statuses`` and ``seen`` (what the words mean).

    Raises
    ------
    DossierError
        If a case, an authority or the record is wrong.
    """
    room = load()
    lines = recorded.read(root())
    results = recorded.results(room, lines)
    return {
        **table.body(results, room),
        "recorded": max((one.date for one in lines.values()), default=""),
        "sources": table.independent(results, room),
        "topics": {one: TITLES.get(one, one.capitalize()) for one in room.topics},
        "statuses": dict(STATUSES),
        "seen": dict(SEEN),
    }
