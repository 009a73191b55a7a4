"""Numbers that are moved over an interval, alone or together, and how a value is written."""

from dataclasses import dataclass

from twoplustwo.base.units import parse_quantity, show, si_unit

Sets = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Number:
    """One number between two claimed ends, SI; `start` is where a search sets out from."""

    path: str
    low: float
    high: float
    start: float
    unit: str

    def value_at(self, share: float) -> str:
        """The value a share of the way from `low` to `high`, as a setting is written."""
        ends = {0.0: self.low, 1.0: self.high}
        return written(ends.get(share, self.low + share * (self.high - self.low)), self.unit)


@dataclass(frozen=True)
class Span:
    """Numbers that move together by one share; of several missiles the same parameter.

    Missiles do not meet one another: what best suits the defence against one of them says
    nothing of the others. So the best of a *largest margin* over all missiles is found with all
    of them moved together, and a *share* is searched missile by missile (`apart`).
    """

    name: str
    numbers: tuple[Number, ...]

    @property
    def start(self) -> float:
        """The share at which a search sets out."""
        one = self.numbers[0]
        return (one.start - one.low) / (one.high - one.low)

    def at(self, share: float) -> Sets:
        """The settings at a share."""
        return tuple((number.path, number.value_at(share)) for number in self.numbers)

    def split(self) -> "tuple[Span, ...]":
        """The same numbers, each on its own."""
        return tuple(Span(number.path, (number,)) for number in self.numbers)


def written(value: float, unit: str) -> str:
    """A number of SI as people write it in `unit`, if that is read back exactly; else in SI."""
    text = show(value, unit)
    if parse_quantity(text, unit)[0] == value:
        return text
    return f"{value!r} {si_unit(unit)}"


def joined(numbers: list[Number], apart: str = "missiles") -> tuple[Span, ...]:
    """Spans of single numbers, but one span for the same parameter of several missiles.

    Only numbers with the same ends move together, so that a share means the same for all.
    """
    groups: dict[tuple[object, ...], list[Number]] = {}
    for number in numbers:
        kind, _, rest = number.path.partition(".")
        last = rest.rpartition(".")[2]
        mark = (
            (kind, last, number.low, number.high, number.start) if kind == apart else (number.path,)
        )
        groups.setdefault(mark, []).append(number)
    return tuple(
        Span(many[0].path if len(many) == 1 else f"{apart}.*.{mark[1]}", tuple(many))
        for mark, many in groups.items()
    )
