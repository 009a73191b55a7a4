"""A question as somebody puts it, whether on the command line, in a notebook or by the page."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twoplustwo.base.errors import OptionError

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier


@dataclass(frozen=True)
class Request:
    """One question, to whom it is put, and what is laid over their positions.

    Parameters
    ----------
    question : str
        Identifier of a question or analysis; empty for everything that `run` asks.
    dossier : Dossier, str or Path
        The dossier to ask, or where it is found.
    positions : sequence of str, optional
        Positions as text; none for every party.
    sets : sequence of str, optional
        ``path=value``, laid over each of them.
    as_of : str, optional
        Date up to which what is said in the dispute counts.
    measures : sequence of str, optional
        Names of measures, several in one text with commas between them; laid over each position.
    options : mapping
        Of the question.
    interval : bool
        Whether headlines get their worst and best value over the held claims' own ranges.
    """

    question: str
    dossier: "str | Path | Dossier"
    positions: Sequence[str] | None = None
    sets: Sequence[str] | None = None
    as_of: str | None = None
    measures: Sequence[str] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    interval: bool = False

    @property
    def key(self) -> Hashable:
        """All that its answer depends on; of a dossier, what names it."""
        lists = (self.positions, self.sets, self.measures)
        texts = tuple(tuple(one or ()) for one in lists)
        named = getattr(self.dossier, "id", self.dossier)
        options = tuple(sorted(self.options.items()))
        return self.question, named, texts, self.as_of, options, self.interval


def parse_options(texts: Sequence[str] | None) -> dict[str, str]:
    """Options given as ``key=value``.

    Raises
    ------
    OptionError
        One lacks its name or its value.
    """
    options = {}
    for text in texts or ():
        name, _, value = text.partition("=")
        if not (name.strip() and value.strip()):
            raise OptionError(
                f"cannot read {text!r}",
                where="--option",
                why="it must be key=value",
                fix="e.g. --option site=NAME",
            )
        options[name.strip()] = value.strip()
    return options
