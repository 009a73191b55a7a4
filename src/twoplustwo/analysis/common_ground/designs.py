"""The designs: every choice of at most one measure for each thing that measures bound."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from twoplustwo.base.errors import OptionError, PositionError, nearest
from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.emptied import leaves_nothing
from twoplustwo.dossier.measures import BOUNDS
from twoplustwo.dossier.models import Action, Dossier, Measure
from twoplustwo.positions.claimed import hull
from twoplustwo.positions.conflicts import check_measures
from twoplustwo.positions.position import Position

Effect = tuple[tuple[str, str, str], ...]
"""Parameter, deed and amount of everything that a measure does to what is read."""
NO_EFFECT: Effect = ()
NOTHING_LEFT = -1  # the effect of every choice with a measure that leaves nothing
ORDER = sorted(BOUNDS, key=lambda bound: bound != "place")  # designs at one place share most work


@dataclass(frozen=True)
class Design:
    """Measures chosen together.

    Parameters
    ----------
    measures : tuple of str
        At most one for each thing bounded; empty for the plan as proposed.
    stands_for : int
        How many choices of measures do the same to everything that is asked.
    """

    measures: tuple[str, ...]
    stands_for: int = 1

    def under(self, position: Position) -> Position:
        """The position with these measures besides its own."""
        more = [name for name in self.measures if name not in position.measures]
        return replace(position, measures=(*position.measures, *more))

    def of(self, bound: str, dossier: Dossier) -> str:
        """The measure that bounds something, or nothing."""
        return next((m for m in self.measures if dossier.measures[m].bounds == bound), "")


@dataclass(frozen=True)
class DesignSpace:
    """All designs, and how each measure takes part.

    `alike` gives to each measure the one that stands for it: itself, another that does the same
    to everything asked, or nothing ("").
    """

    designs: tuple[Design, ...]
    alike: dict[str, str]
    impossible: int

    @property
    def choices(self) -> int:
        """Choices of measures that all designs together stand for."""
        return sum(design.stands_for for design in self.designs)


def select_measures(
    dossier: Dossier, among: str = "", acts_on: str = "interceptors", bounds: str = ""
) -> list[Measure]:
    """Measures that take part.

    Parameters
    ----------
    dossier : Dossier
    among : str
        Their names with commas; empty for all.
    acts_on : str
        Kinds of things; a measure takes part if it does something to one of them.
    bounds : str
        What measures may bound; empty for anything.

    Raises
    ------
    OptionError
        A name, kind or bound that does not exist, or no measure left.
    """
    kinds = _names_in(acts_on, dossier.kinds, "acts_on", "kind of thing")
    if not kinds:
        raise OptionError(
            "acts_on is empty", "--option acts_on", f"kinds: {', '.join(sorted(dossier.kinds))}"
        )
    named = _names_in(among, dossier.measures, "among", "measure")
    bounded = _names_in(bounds, BOUNDS, "bounds", "thing that a measure bounds") or BOUNDS
    some = [dossier.measures[name] for name in sorted(named or dossier.measures)]
    found = [
        one
        for one in some
        if one.bounds in bounded and any(a.parameter.split(".")[0] in kinds for a in one.does)
    ]
    if not found:
        raise OptionError(
            "no measure takes part",
            "--option among",
            f"none of {', '.join(m.id for m in some) or 'the dossier'} acts on {', '.join(kinds)} "
            f"and bounds {', '.join(bounded)}",
            "name others, or other kinds in acts_on",
        )
    return found


def _names_in(text: str, known: Iterable[str], option: str, what: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise OptionError(
                f"{option} = {text}: {name!r} is no {what}",
                f"--option {option}",
                f"there: {', '.join(sorted(known))}",
                nearest(name, known),
            )
    return names


def design_space(
    measures: Sequence[Measure],
    read: Iterable[str],
    positions: Sequence[Position],
    dossier: Dossier,
    nothing_without: Sequence[str] = (),
) -> DesignSpace:
    """Every choice of measures, those alike in all that is asked taken once.

    Choices that contradict themselves or a position's own measures are left out and counted.

    Parameters
    ----------
    measures : sequence of Measure
        Those that take part.
    read : iterable of str
        Every path that is read.
    positions : sequence of Position
    dossier : Dossier
    nothing_without : sequence of str
        Patterns of numbers; where a measure sets one of them to 0, no other measure matters.
    """
    alternatives = _alternatives(measures, sorted(read), positions, dossier)
    classes = [same for some in alternatives for same in some]
    alike = {name: same[0] for same in classes for name in same if name}
    contradicting = _contradictions([m.id for m in measures], positions, dossier)
    emptying = {m.id for m in measures if leaves_nothing(m, nothing_without)}
    by_effect: dict[int, list[tuple[str, ...]]] = {}
    impossible = 0
    for effect, some in enumerate(itertools.product(*alternatives)):
        for choice in itertools.product(*some):
            names = tuple(name for name in choice if name)
            pairs = itertools.combinations_with_replacement(sorted(names), 2)
            if not contradicting.isdisjoint(pairs):
                impossible += 1
                continue
            key = effect if emptying.isdisjoint(names) else NOTHING_LEFT
            by_effect.setdefault(key, []).append(names)
    designs = (Design(min(same, key=len), len(same)) for same in by_effect.values())
    return DesignSpace(tuple(designs), alike, impossible)


def _alternatives(
    measures: Sequence[Measure],
    paths: Sequence[str],
    positions: Sequence[Position],
    dossier: Dossier,
) -> list[list[list[str]]]:
    """For each thing bounded the classes of measures that do the same; "" is no measure."""
    found = []
    for bound in ORDER:
        by_effect: dict[Effect, list[str]] = {NO_EFFECT: [""]}
        for measure in measures:
            if measure.bounds == bound:
                effect = _effect(measure, paths, measures, positions, dossier)
                by_effect.setdefault(effect, []).append(measure.id)
        if by_effect != {NO_EFFECT: [""]}:
            found.append(list(by_effect.values()))
    return found


def _effect(
    measure: Measure,
    paths: Sequence[str],
    others: Sequence[Measure],
    positions: Sequence[Position],
    dossier: Dossier,
) -> Effect:
    """What a measure does to anything that is read; a bound that nothing exceeds does nothing."""

    def felt(action: Action, path: str) -> bool:
        if action.do == "remove" and fnmatchcase(path.rpartition(".")[0], action.parameter):
            return True
        return fnmatchcase(path, action.parameter) and not (
            action.do in ("at_most", "at_least")
            and _bounds_nothing(action, path, others, positions, dossier)
        )

    return tuple(
        (a.parameter, a.do, a.text) for a in measure.does if any(felt(a, path) for path in paths)
    )


def _bounds_nothing(
    action: Action,
    path: str,
    others: Sequence[Measure],
    positions: Sequence[Position],
    dossier: Dossier,
) -> bool:
    """Whether a number is bounded where no claim takes it, no setting and no other measure."""
    if any(path == one for p in positions for one, _ in p.sets):
        return False
    unit = dossier.kind_of(path).unit
    _, bound, _ = parse_quantity(action.text, unit)
    ends = [hull(dossier, path, day) for day in {p.day(dossier) for p in positions}]
    for other in (a for m in others for a in m.does if fnmatchcase(path, a.parameter)):
        if other.do == "add":
            return False
        if other.do == "set":
            _, value, _ = parse_quantity(other.text, unit)
            ends.append(None if value is None else (value, value))
    return bound is not None and all(
        one is None or (one[1] <= bound if action.do == "at_most" else one[0] >= bound)
        for one in ends
    )


def _contradictions(
    names: Sequence[str], positions: Sequence[Position], dossier: Dossier
) -> set[tuple[str, str]]:
    """Pairs that contradict each other or a position's own; a name twice where it cannot be."""
    held = [p.measures for p in positions]
    found = set()
    for pair in itertools.combinations_with_replacement(sorted(names), 2):
        for own in dict.fromkeys(held):
            try:
                check_measures(list(dict.fromkeys([*own, *pair])), dossier, "")
            except PositionError:
                found.add(pair)
    return found
