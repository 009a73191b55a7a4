"""Lumped stages that fly a published range: those of a known missile, all larger or smaller."""

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from twoplustwo.base.errors import OptionError, PositionError
from twoplustwo.base.units import show
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.runs.flown_range import flown_ranges_m

SMALLEST, LARGEST = 1 / 64, 64.0
DOUBLINGS = 4  # sizes looked at for each doubling of the mass, before halving between two
HALVINGS = 24
DIGITS = 4
CLOSE = 1.01


class Stages(NamedTuple):
    """Stages as a dossier has them, what they carry, and how far that goes."""

    stages: list[dict[str, float]]
    payload_kg: float
    diameter_m: float
    range_m: float
    like: str
    """The missile whose proportions they have."""

    @property
    def launch_mass_kg(self) -> float:
        """Everything that leaves the ground."""
        return self.payload_kg + sum(one["propellant"] + one["structure"] for one in self.stages)


class Pattern(NamedTuple):
    """A missile of a dossier, as a party holds it: what is kept of it while its size changes."""

    missile: str
    party: str
    stages: list[dict[str, float]]
    payload_kg: float
    diameter_m: float
    printed_m: float | None


def patterns(dossier: Dossier) -> list[Pattern]:
    """Every missile of which the parties hold the same stages, payload and diameter."""
    found = []
    names = ("stages", "payload", "diameter")
    parties = sorted(dossier.parties)
    for missile in sorted(dossier.things["missiles"]):
        held = [resolve(dossier, Position(party)) for party in parties]
        rows = [[one.get(f"missiles.{missile}.{name}") for name in names] for one in held]
        if not rows or any(None in row for row in rows):
            continue
        values: list[list[Any]] = [[one.value for one in row if one is not None] for row in rows]
        if any(row != values[0] for row in values[1:]):
            continue
        printed: Any = held[0].get(f"missiles.{missile}.published_range")
        stages, payload, diameter = values[0]
        far = None if printed is None else printed.value
        found.append(Pattern(missile, parties[0], stages, payload, diameter, far))
    return found


def choose_pattern(
    known: Sequence[Pattern], range_m: float, stages: int | None = None, like: str = ""
) -> Pattern:
    """The missile named, else the one whose printed range is nearest, in proportion.

    Raises
    ------
    OptionError
        There is none of that name, or none with so many stages.
    """
    counts = sorted({len(one.stages) for one in known})
    fitting = [one for one in known if stages in (None, len(one.stages))]
    if like:
        fitting = [one for one in fitting if one.missile == like]
    if not fitting:
        wanted = f" with {stages} stages" if stages else ""
        raise OptionError(
            f"the dossier has no missile {like}{wanted} to take proportions from".replace(
                "  ", " "
            ),
            "--like" if like else "--stages",
            "it has " + ", ".join(f"{one.missile} ({len(one.stages)})" for one in known)
            if known
            else "it has none of which all parties hold the same stages",
            f"numbers of stages there: {', '.join(map(str, counts))}" if counts else "name another",
        )
    return min(fitting, key=lambda one: (_apart(one.printed_m, range_m), one.missile))


def _apart(printed_m: float | None, range_m: float) -> float:
    return math.inf if printed_m is None else abs(math.log(printed_m / range_m))


def fit(
    dossier: Dossier,
    pattern: Pattern,
    range_m: float,
    payload_kg: float | None = None,
    burn_s: float | None = None,
) -> Stages:
    """Stages in the proportions of `pattern` that fly `range_m` with `payload_kg`.

    Masses of all stages are multiplied by one number, the diameter by its cube root; the burns of
    the stages are scaled to `burn_s` together. The smallest size that flies so far is taken, in
    four digits. It takes no guess and no random number: the same question has the same answer.

    Raises
    ------
    OptionError
        No such missile flies so far, or none flies so little; with the range that it has.
    """
    payload = pattern.payload_kg if payload_kg is None else payload_kg

    def made(size: float) -> Stages:
        return _flown(dossier, pattern, size, payload, burn_s)

    count = round(math.log2(LARGEST / SMALLEST) * DOUBLINGS)
    sizes = [SMALLEST * 2 ** (i / DOUBLINGS) for i in range(count + 1)]
    before = best = made(sizes[0])
    for i, size in enumerate(sizes[1:], start=1):
        one = made(size)
        best = max(best, one, key=lambda some: some.range_m)
        if one.range_m >= range_m:
            return _between(made, sizes[i - 1], size, range_m, before)
        before = one
    raise OptionError(
        f"no missile in the proportions of {pattern.missile} flies {show(range_m, 'km')} "
        f"with {show(payload, 'kg')}{_burning(burn_s)}",
        "--range",
        f"at most {show(round(best.range_m, -3), 'km')}, with {best.launch_mass_kg / 1000:.3g} t "
        f"at launch; such a missile has {len(pattern.stages)} "
        + ("stages" if len(pattern.stages) > 1 else "stage"),
        "take more stages (`--stages`), a smaller payload, another burn, or other proportions "
        "(`--like`)",
    )


def _between(
    made: Callable[[float], Stages], low: float, high: float, range_m: float, before: Stages
) -> Stages:
    """The smallest size between two that flies so far; `before` is how far the lower one does."""
    if before.range_m >= range_m:
        raise OptionError(
            f"every missile in the proportions of {before.like} flies farther than "
            f"{show(range_m, 'km')}",
            "--range",
            f"the smallest looked at flies {show(round(before.range_m, -3), 'km')}",
            "take fewer stages (`--stages`), a larger payload, or other proportions (`--like`)",
        )
    for _ in range(HALVINGS):
        middle = math.sqrt(low * high)
        if made(middle).range_m >= range_m:
            high = middle
        else:
            low = middle
        if high / low < 1.0 + 10.0 ** -(DIGITS + 1):
            break
    found = made(high)
    if found.range_m > range_m * CLOSE:
        raise OptionError(
            f"no missile in the proportions of {found.like} flies near {show(range_m, 'km')}",
            "--range",
            f"at {found.launch_mass_kg / 1000:.4g} t at launch its range jumps from "
            f"{show(round(made(low).range_m, -3), 'km')} to {show(round(found.range_m, -3), 'km')}",
            "a longer burn (`--burn`) or other proportions (`--like`) would do",
        )
    return found


def _flown(
    dossier: Dossier, pattern: Pattern, size: float, payload_kg: float, burn_s: float | None
) -> Stages:
    """One size of it, in numbers as they would be written; a range of 0 if it does not fly."""
    total = sum(stage["burn_time"] for stage in pattern.stages)
    slower = 1.0 if burn_s is None else burn_s / total
    factor = {"propellant": size, "structure": size, "burn_time": slower}
    stages = [
        {name: _digits(value * factor.get(name, 1.0)) for name, value in stage.items()}
        for stage in pattern.stages
    ]
    diameter = _digits(pattern.diameter_m * size ** (1.0 / 3.0))
    path = f"missiles.{pattern.missile}"
    units = dossier.kind_of(f"{path}.stages").fields
    position = Position(pattern.party)
    for i, stage in enumerate(stages, start=1):
        for name in factor:
            position = position.with_setting(
                f"{path}.stages.{i}.{name}", f"{stage[name]!r} {units[name].unit}"
            )
    position = position.with_setting(f"{path}.payload", f"{payload_kg!r} kg")
    position = position.with_setting(f"{path}.diameter", f"{diameter!r} m")
    if f"{path}.burn_time" in resolve(dossier, Position(pattern.party)).values:
        position = position.with_setting(f"{path}.burn_time", "none")
    try:
        (range_m,) = flown_ranges_m(dossier, pattern.missile, [resolve(dossier, position)])
    except PositionError:  # out of the limits of a kind: no missile has it
        range_m = 0.0
    return Stages(stages, payload_kg, diameter, range_m, pattern.missile)


def _digits(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


def _burning(burn_s: float | None) -> str:
    return "" if burn_s is None else f" in {show(burn_s, 's')}"
