"""One row of a benchmark's table."""

from dataclasses import dataclass, field

Figure = float | int | str | None


@dataclass(frozen=True)
class Row:
    """What was measured, its figures by column (the unit in the name), and how it stands.

    Parameters
    ----------
    what : str
        The thing measured, or the peer.
    figures : dict
        Column to number or word; None where it was not measured.
    target : str
        What was asked of it, in words; empty where nothing was.
    met : bool or None
        None where there is no target, or nothing to judge.
    note : str
        What a reader must know to judge the row fairly.
    """

    what: str
    figures: dict[str, Figure] = field(default_factory=dict)
    target: str = ""
    met: bool | None = None
    note: str = ""


def not_installed(what: str, error: ImportError) -> Row:
    """The row of a peer that is not there."""
    return Row(what, note=f"not installed ({error.name})")
