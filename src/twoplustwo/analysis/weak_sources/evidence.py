"""What a statement rests on: the text itself, a copy of it, a list, or somebody's memory."""

from twoplustwo.dossier.models import Source

MEMORY, REPRINT, CATALOGUE = "memory", "reprint", "catalogue"
WEAK = (MEMORY, REPRINT)


def rests_on(status: str, source: Source | None) -> str:
    """``memory``, ``reprint`` or ``catalogue``; empty where it rests on something better.

    Memory weighs more than a reprint: a claim remembered from a page that was opened for another
    one rests on memory. An original that was read in a copy rests on the copy.
    """
    rank, seen = (source.rank, source.seen) if source else ("", "")
    if status == "recalled" or seen == "none":
        return MEMORY
    if rank == "reprint" or seen == "mirror":
        return REPRINT
    return CATALOGUE if "catalogue" in (rank, seen) else ""
