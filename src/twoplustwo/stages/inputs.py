"""Many positions as columns: the only way from claims to numbers, and it keeps a log."""

import struct
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from twoplustwo.positions.lacking import lacks, lacks_kind

F = NDArray[np.float64]

PARTY = "party"
"""Stands among the paths that were read where an answer goes by whose position it is."""


class HasParty(Protocol):
    """What `Inputs` needs of a position."""

    @property
    def party(self) -> str: ...


class HoldsValues(Protocol):
    """What `Inputs` needs of a held position."""

    @property
    def position(self) -> HasParty:
        """The position as asked for."""
        ...

    @property
    def values(self) -> Mapping[str, Any]:
        """Held values by path; each has a `value` in SI."""
        ...

    @property
    def removed(self) -> Collection[str]:
        """Things that a measure takes away."""
        ...

    @property
    def masks(self) -> Mapping[str, tuple[tuple[float, float], ...]]:
        """Intervals that measures forbid, by path, SI."""
        ...

    @property
    def not_yet(self) -> Mapping[str, Any]:
        """Parameters of which nothing was said by the day, though later."""
        ...

    @property
    def as_of(self) -> Any:
        """The day up to which what was said counts."""
        ...


class Missing(Exception):  # noqa: N818 - an outcome, not an error
    """Something needed is not there at some positions: an outcome, not a failure.

    Parameters
    ----------
    what : str
        What is missing, as it stands after "Not answerable:"; a `Phrase` has it in each language.
    positions : sequence of int
        Where.
    kind : str
        The kind of which the dossier has no thing, if that is why.
    """

    def __init__(self, what: str, positions: Sequence[int], kind: str = "") -> None:
        super().__init__(what)
        self.what, self.positions, self.kind = what, tuple(positions), kind


class Inputs:
    """Columns of held values over P positions.

    Parameters
    ----------
    held : sequence
        One held position each.

    """

    def __init__(self, held: Sequence[HoldsValues]) -> None:
        self._held = list(held)
        self._read: set[str] = set()  # of all positions
        self._parts: list[tuple[dict[int, int], Inputs]] = []  # what was read of some of them

    def __len__(self) -> int:
        return len(self._held)

    def subset(self, positions: Sequence[int]) -> "Inputs":
        """Some of the positions by themselves; what is read of them is read of no other."""
        some = Inputs([self._held[p] for p in positions])
        self._parts.append(({p: i for i, p in enumerate(positions)}, some))
        return some

    def read_of(self, position: int) -> set[str]:
        """Every path that was read of a position, whether or not it was there.

        Never more than if the position were asked alone: its answer is named for what it read.
        """
        mine = (some.read_of(at[position]) for at, some in self._parts if position in at)
        return self._read.union(*mine)

    def values(self, path: str) -> list[Any]:
        """Value of `path` at each position, SI; raises `Missing` where there is none."""
        found = self.optional(path)
        absent = [i for i, value in enumerate(found) if value is None]
        if absent:
            raise self._missing(path, absent)
        return found

    def values_or_none_if_removed(self, path: str) -> list[Any]:
        """As `values`, but None where a measure takes the thing of `path` away."""
        found, gone = self.optional(path), self.removed(path.rpartition(".")[0])
        absent = [i for i, value in enumerate(found) if value is None and not gone[i]]
        if absent:
            raise self._missing(path, absent)
        return found

    def _missing(self, path: str, absent: Sequence[int]) -> Missing:
        """For the positions that lack `path` for the same reason as the first does."""
        unsaid = [held.not_yet.get(path) and held.as_of for held in self._held]
        first = unsaid[absent[0]]
        return Missing(lacks(path, first), [i for i in absent if unsaid[i] == first])

    def optional(self, path: str) -> list[Any]:
        """Value of `path` at each position, None where no claim is held."""
        return [None if item is None else item.value for item in self.held(path)]

    def held(self, path: str) -> list[Any]:
        """What is held of `path` at each position, with its interval; None where no claim is."""
        self._read.add(path)
        return [held.values.get(path) for held in self._held]

    def unread(self, path: str) -> list[Any]:
        """As `optional`, but not logged: for what may turn out not to count.

        Whoever then counts with it says so by `reads`.
        """
        found = [held.values.get(path) for held in self._held]
        return [None if item is None else item.value for item in found]

    def reads(self, path: str, position: int) -> None:
        """Log that `path` was read of one position."""
        self.subset([position]).optional(path)

    def later(self, path: str) -> list[bool]:
        """Whether `path` is not held at each position since nothing was said of it yet."""
        return [path in held.not_yet for held in self._held]

    def own_or_common(self, own: str, common: str) -> list[Any]:
        """Value of `own` at each position, of `common` where no claim of `own` is held.

        Logged is the one that counts.
        """
        mine = [value is not None for value in self.unread(own)]
        if not any(mine):
            return self.values(common)
        found = dict[int, Any]()
        for path, wanted in ((own, True), (common, False)):
            these = [p for p, is_own in enumerate(mine) if is_own == wanted]
            if these:
                try:
                    values = self.subset(these).values(path)
                except Missing as gone:
                    raise Missing(gone.what, [these[i] for i in gone.positions]) from None
                found |= dict(zip(these, values, strict=True))
        return [found[p] for p in range(len(self))]

    def own_or(self, own: str, default: Any) -> list[Any]:
        """Value of `own` at each position, `default` where no claim is held; logged where held."""
        found = self.unread(own)
        for p, value in enumerate(found):
            if value is not None:
                self.reads(own, p)
        return [default if value is None else value for value in found]

    def parties(self) -> list[str]:
        """Party of each position: whose words a record of what was said belongs to."""
        self._read.add(PARTY)
        return [held.position.party for held in self._held]

    def removed(self, thing: str) -> list[bool]:
        """Whether a measure takes a thing away, at each position; it is written ``KIND.NAME``."""
        return [thing in held.removed for held in self._held]

    def masks(self, path: str) -> list[tuple[tuple[float, float], ...]]:
        """Intervals of `path` that measures forbid, at each position, SI."""
        return [held.masks.get(path, ()) for held in self._held]

    def numbers(self, path: str) -> F:
        """Column of numbers, shape (P,), SI."""
        return np.array(self.values(path), dtype=float)

    def names(self, path: str) -> list[str]:
        """Column of names (yes, no, a missile, a reading), one a position."""
        return [str(value) for value in self.values(path)]


def listed(given: Inputs, dossier: Any, kind: str) -> list[str]:
    """Things of a kind, by name, alphabetically; `Missing` everywhere where there are none."""
    names = sorted(dossier.things.get(kind, {}))
    if not names:
        raise Missing(lacks_kind(kind), range(len(given)), kind)
    return names


def ask_by_group(
    given: Inputs, kinds: Sequence[Any], ask: Callable[[Inputs, Any], list[Any]]
) -> list[Any]:
    """Ask the positions of each kind by themselves; results in the order of the positions.

    Parameters
    ----------
    given : Inputs
        P positions.
    kinds : sequence
        What each position is, hashable.
    ask : callable
        From the positions of one kind, and the kind, to their results.
    """
    found: dict[int, Any] = {}
    for kind in dict.fromkeys(kinds):
        mine = [p for p, one in enumerate(kinds) if one == kind]
        try:
            results = ask(given if len(mine) == len(kinds) else given.subset(mine), kind)
        except Missing as gone:
            raise Missing(gone.what, [mine[i] for i in gone.positions], gone.kind) from None
        found |= dict(zip(mine, results, strict=True))
    return [found[p] for p in range(len(kinds))]


_PACKED = struct.Struct("=d").pack


def key(*parts: Any) -> bytes:
    """Key of one row: the bytes of its numbers and names, nested sequences included."""
    return b"".join([_bytes(part) for part in parts])


def _bytes(part: Any) -> bytes:
    """What stands in a key for one part; numbers and names come first, for nearly all are such."""
    if isinstance(part, float):
        return _PACKED(part)
    if isinstance(part, bytes):
        return part
    if isinstance(part, str):
        return part.encode() + b"\0"
    if part is None:
        return b"\1"
    if isinstance(part, Mapping):
        return key(*(x for pair in sorted(part.items()) for x in pair))
    if isinstance(part, np.ndarray):
        return np.ascontiguousarray(part, dtype=float).tobytes()
    if isinstance(part, Sequence):
        return b"[" + key(*part) + b"]"
    return np.float64(part).tobytes()
