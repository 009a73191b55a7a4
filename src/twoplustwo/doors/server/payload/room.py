"""The validation room as last recorded: nothing is computed for it."""

from typing import Any


def validation() -> dict[str, Any]:
    """Cases with their recorded results, how many there are of each status, and the sources.

    Returns
    -------
    dict
        As ``twoplustwo validate --format json`` gives it, with ``topics`` (names in order),
        ``statuses`` and ``seen`` (what each word means) and ``independent`` (how many
        authorities speak) besides.
    """
    from twoplustwo.validation import cases, find, recorded, table

    room = cases.load()
    results = recorded.results(room, recorded.read(find.root()))
    return {
        **table.body(results, room),
        "topics": room.topics,
        "statuses": cases.STATUSES,
        "seen": cases.SEEN,
        "independent": table.independent(results, room),
    }
