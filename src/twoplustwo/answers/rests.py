"""Whose numbers an answer rests on, how well they are known, and which would change it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]
"""A text in several languages: language code to text."""
AS_SENT = {"extra": "forbid", "json_schema_serialization_defaults_required": True}
"""What pydantic must know of a record that the server sends: all of its fields, and no others."""


@dataclass(frozen=True)
class Taken:
    """How many numbers were taken from somebody else: a party, or a speaker of no party.

    `ascribed_to` is whose numbers the source says that they are, where not its own.
    """

    __pydantic_config__ = AS_SENT
    source: str
    numbers: int
    name: Words = field(default_factory=dict)
    ascribed_to: str = ""


@dataclass(frozen=True)
class Mover:
    """One number that would change the answer, and what the answer would then be.

    Parameters
    ----------
    parameter : str
        The parameter, or the dispute that moves several at once.
    name : mapping of str to str
        What it is called, by language.
    held, to : mapping of str to str
        The value computed with, and the one that changes the answer most; as people read them.
    whose : mapping of str to str
        Who put the held value down, by language.
    party : str
        The party that holds the other value; empty where it is an end of the held interval.
    status : str
        How well the held value is known.
    value : float or None
        The headline at `to`, SI.
    turns : bool
        Whether the verdict turns.
    """

    __pydantic_config__ = AS_SENT
    parameter: str
    name: Words
    held: Words
    to: Words
    whose: Words
    party: str
    status: str
    value: float | None
    turns: bool


@dataclass(frozen=True)
class Rests:
    """What an answer rests on: counts over its assumptions, and the same in words.

    Parameters
    ----------
    numbers : int
        Parameters that were read and held.
    how : mapping of str to int
        ``own``: said by a speaker of the party itself; ``adopted``: taken from somebody else;
        ``common``: of no side; ``set``: by hand; ``measure``: moved by a measure.
    taken : tuple of Taken
        From whom the adopted ones were taken, most first.
    common : tuple of Taken
        By whom the common ones are, most first.
    status : mapping of str to int
        How well they are known: ``read``, ``secondary``, ``recalled``, ``derived``, ``assumed``.
    label : mapping of str to str
        The party's name as it stands over a verdict, with how many numbers it took from others,
        and whose those mostly are. It counts them; which of them decide, `movers` says.
    says : mapping of str to str
        All of that as sentences.
    movers : tuple of Mover
        The numbers that would change the answer most; empty until they are sought.
    moves : mapping of str to str
        They in a sentence; empty until they are sought.
    """

    __pydantic_config__ = AS_SENT
    numbers: int
    how: Mapping[str, int]
    taken: tuple[Taken, ...]
    common: tuple[Taken, ...]
    status: Mapping[str, int]
    label: Words
    says: Words
    movers: tuple[Mover, ...] = ()
    moves: Words = field(default_factory=dict)
