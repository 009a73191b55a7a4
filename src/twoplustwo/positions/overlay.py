"""What settings and measures do to held values; every number in SI."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from typing import TypeVar

from twoplustwo.base.errors import PositionError, TwoPlusTwoError, nearest
from twoplustwo.base.units import parse_quantity, si_unit
from twoplustwo.dossier.find import Place, parameter
from twoplustwo.dossier.kinds import ParameterKind
from twoplustwo.dossier.models import Action, Adoption, Dossier, Si
from twoplustwo.dossier.values import read_field, read_name, read_number, shown_value
from twoplustwo.positions.relative import refuse_change

NONE = "none"
"""Set to this, an optional parameter is held no more."""


@dataclass(frozen=True)
class HeldValue:
    """One held value, and who stands behind it.

    Parameters
    ----------
    path : str
        The parameter.
    value : float, str, dict, list or TableRef
        What is computed with, SI.
    low, high : float or None
        Ends of the claimed interval, SI; equal to `value` where none is claimed, None for
        anything but a number.
    unit : str
        SI unit of a number; empty for anything else.
    shown : str
        The value as people read it.
    claim : str or None
        Key of the claim; None where the value is set.
    by : str
        Speaker; empty where the value is set.
    how : str
        ``own``, ``adopted``, ``common``, ``set`` or ``measure``.
    point : str
        ``value``, ``best`` or ``midpoint`` (ours).
    party : str
        The party that holds it so; another than the position's where a dispute is swapped.
    adoption : Adoption or None
        Why the party stands on somebody else's claim.
    measure : str
        The measure that changed it.
    best_by, best_source : str
        Who gave the best value, where that is somebody else than `by`, and where it stands if not
        in `source`.
    ascribed_to : str
        Whose number it is, where `by` tells of somebody else's.
    """

    path: str
    value: Si
    low: float | None = None
    high: float | None = None
    unit: str = ""
    shown: str = ""
    claim: str | None = None
    by: str = ""
    how: str = "set"
    point: str = "value"
    status: str = ""
    source: str = ""
    reading: str = ""
    file: str = ""
    line: int = 0
    party: str = ""
    adoption: Adoption | None = None
    measure: str = ""
    best_by: str = ""
    best_source: str = ""
    ascribed_to: str = ""


Values = dict[str, HeldValue]
Masks = dict[str, tuple[tuple[float, float], ...]]
T = TypeVar("T")
_SORTS = {"block": "block of numbers", "blocks": "list of blocks", "table": "table"}


def check_set(dossier: Dossier, path: str, text: str, day: date | None = None) -> None:
    """Raise PositionError if ``path=text`` could not be set under any position of `dossier`.

    `day` is that of the position, for the words that say what is held instead.
    """
    place = parameter_of(dossier, path, text)
    refuse_change(dossier, place, path, text, day or dossier.as_of_day)
    if text == NONE and place.kind.optional and not place.field:
        return
    if place.field:
        _read(path, text, lambda: read_field(text, place.kind.fields[place.field], path))
    else:
        _whole(dossier, place, path, text)


def apply_set(dossier: Dossier, values: Values, path: str, text: str) -> None:
    """Set a parameter, or one number inside it, in `values`.

    Raises
    ------
    PositionError
        If the path or value means nothing, or it is a number inside something not held.
    """
    place = parameter_of(dossier, path, text)
    before = values.get(place.path)
    if text == NONE and place.kind.optional and not place.field:
        values.pop(place.path, None)
        return
    if not place.field:
        # what a number or name means is read once, however many mixtures set it
        known = dossier.memo.setdefault("settings", {})
        mark = (path, text, before.reading if before else "")
        if mark not in known:
            refuse_change(dossier, place, path, text, dossier.as_of_day)
            known[mark] = _whole(dossier, place, path, text, before)
        values[place.path] = known[mark]
        return
    if before is None:
        raise PositionError(
            f"cannot set {path}",
            _where(path, text),
            f"the position holds no {place.path} to set it in",
        )
    refuse_change(dossier, place, path, text, dossier.as_of_day)
    number = _read(path, text, lambda: read_field(text, place.kind.fields[place.field], path))
    value = _replaced(before.value, place, number, path, text)
    values[place.path] = replace(
        before, value=value, shown=shown_value(value, place.kind), how="set"
    )


def parameter_of(dossier: Dossier, path: str, text: str) -> Place:
    """The place that a setting means; its error names the setting."""
    try:
        return parameter(dossier, path)
    except PositionError as error:
        raise error.at(_where(path, text)) from None


def apply_measure(dossier: Dossier, values: Values, masks: Masks, name: str) -> set[str]:
    """Let a measure act on `values` and `masks`; gives back the things that it removes."""
    removed: set[str] = set()
    for action in dossier.measures[name].does:
        things, paths = meant(dossier, action.parameter)
        if action.do == "remove":
            removed |= things
        for path in paths:
            if action.do == "mask":
                low, _, high = parse_quantity(action.text, parameter(dossier, path).kind.unit)
                masks[path] = (*masks.get(path, ()), (low, high))
            else:
                _act(dossier, values, path, action, name)
    if removed:
        for path in [path for path in values if path.rpartition(".")[0] in removed]:
            del values[path]
    return removed


def meant(dossier: Dossier, pattern: str) -> tuple[frozenset[str], list[str]]:
    """Things and parameters that an action speaks of, looked up once for all positions."""
    known = dossier.memo.setdefault("meant by measures", {})
    if pattern not in known:
        known[pattern] = (
            frozenset(path for path in _things(dossier) if fnmatchcase(path, pattern)),
            [path for path in dossier.paths() if fnmatchcase(path, pattern)],
        )
    return known[pattern]


def _things(dossier: Dossier) -> Iterable[str]:
    return (thing.path for things in dossier.things.values() for thing in things.values())


def _act(dossier: Dossier, values: Values, path: str, action: Action, name: str) -> None:
    place, before = parameter(dossier, path), values.get(path)
    if action.do == "remove":
        values.pop(path, None)
        return
    if action.do == "set":
        setting = _whole(dossier, place, path, action.text, before)
        values[path] = replace(setting, how="measure", measure=name)
        return
    if before is None:
        return  # nothing held, nothing to clamp
    _, number, _ = parse_quantity(action.text, place.kind.unit)
    assert number is not None  # check_references made sure of it
    after = _moved(before, action.do, number, place.kind)
    if after != before:
        values[path] = replace(after, how="measure", measure=name)


def _moved(before: HeldValue, do: str, number: float, kind: ParameterKind) -> HeldValue:
    def move(value: float | None) -> float | None:
        if value is None:
            return None
        if do == "add":
            return value + number
        return min(value, number) if do == "at_most" else max(value, number)

    value = move(float(before.value)) if isinstance(before.value, float) else None
    if value is None:
        return before
    moved = replace(
        before,
        value=value,
        low=move(before.low),
        high=move(before.high),
        shown=shown_value(value, kind),
    )
    # What a measure made of a value is nobody's best value any more, nor the middle of anything.
    if value != before.value:
        moved = replace(moved, point="value", best_by="", best_source="", ascribed_to="")
    return moved


def _whole(
    dossier: Dossier, place: Place, path: str, text: str, before: HeldValue | None = None
) -> HeldValue:
    kind = place.kind
    # What a slider moves is still read as the claim was: burnout or energy speed.
    reading = before.reading if before else ""
    if kind.type == "name":
        name = _read(path, text, lambda: read_name(text, kind, path))
        names = sorted(dossier.things.get(kind.of_kind, {}))
        if kind.of_kind and name not in names:
            raise PositionError(
                f"{path} cannot be {text}",
                _where(path, text),
                f"{kind.of_kind} has {', '.join(names)}",
                nearest(text, names),
            )
        return HeldValue(place.path, name, shown=name, reading=reading)
    if kind.type != "number":
        raise PositionError(
            f"cannot set {path} as a whole",
            _where(path, text),
            f"it is a {_SORTS[kind.type]}",
            _inside_hint(path, kind),
        )
    value = _read(path, text, lambda: read_number(text, None, kind, path))
    return HeldValue(
        place.path,
        value.si,
        value.low,
        value.high,
        si_unit(kind.unit),
        shown_value(value, kind),
        point=value.point,
        reading=reading,
    )


def _inside_hint(path: str, kind: ParameterKind) -> str:
    if not kind.fields:
        return ""
    at = ".1" if kind.type == "blocks" else ""
    return f"set one number in it: {', '.join(f'{path}{at}.{name}' for name in kind.fields)}"


def _replaced(value: Si, place: Place, number: float, path: str, text: str) -> Si:
    """A block, or list of blocks, with one number replaced."""
    if isinstance(value, list) and place.index is not None:
        if place.index >= len(value):
            raise PositionError(
                f"no parameter {path}", _where(path, text), f"{place.path} has {len(value)} items"
            )
        blocks = [dict(one) for one in value]
        blocks[place.index][place.field] = number
        return blocks
    if isinstance(value, Mapping):
        return {**value, place.field: number}
    raise PositionError(f"cannot set {path}", _where(path, text), "it is not a block")


def _read(path: str, text: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except TwoPlusTwoError as error:
        raise PositionError(error.what, _where(path, text), error.why, error.fix) from error


def _where(path: str, text: str) -> str:
    return f"set {path}={text}"
