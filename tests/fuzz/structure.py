"""One random change of what a YAML file says: a key gone, another type, unit, number or name."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

UNITS = (
    *("m", "km", "m/s", "km/s", "kg", "t", "s", "min", "h", "day", "year", "deg", "rad", "%", "m2"),
    *("m^2", "dB", "K", "degC", "N", "kN", "MW", "Hz", "1", "people", "furlong", "km/s/s", "µs"),
)
NUMBERS = (
    *("0", "-0", "-1", "1e308", "1e309", "-1e309", "nan", "NaN", ".inf", "inf", "1e-320", "1e-999"),
    *("9" * 400, "0x10", "1_000", "1,5", "٣", "½", "1e", "--1", "+1", " 1", "1 .. 2", "2..1"),
    *("0..0", "1..", "..1", "1...2", "nan..nan", "-1e309..1e309", "1±2", ">= 1", "1 to 2"),
)
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")
QUANTITY = re.compile(r"(?<=\d) [A-Za-zµ°%][\w/^*%µ°.]*")
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
DATES = ("0000", "0001-01-01", "9999-12-31", "2007-13", "2007-02-30", "1899", "99999", "2007-1-1")

Place = tuple[Any, Any]
"""A mapping or list, and the key or index of something in it."""


def mutate(text: str, chance: random.Random, names: Sequence[str]) -> str:
    """The file with one to three changes; the text as it is where it holds no keys.

    Parameters
    ----------
    text : str
    chance : Random
    names : sequence of str
        Identifiers of all kinds, one of which may stand where another kind is wanted.
    """
    try:
        tree = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:
        return text
    if not isinstance(tree, dict) or not tree:
        return text
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        places = [*_places(tree)]
        if places:
            chance.choice(CHANGES)(chance.choice(places), chance, names)
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return yaml.dump(tree, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)


def _places(tree: Any) -> Iterator[Place]:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, one in [*pairs]:
        yield tree, key
        if isinstance(one, dict | list):
            yield from _places(one)


def _drop(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    del inside[key]


def _other_type(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    one = inside[key]
    inside[key] = chance.choice(
        ("", "~", [], {}, [one], {"en": one}, {"value": one}, [one, one], str(one), [[]], {"": ""})
    )


def _rewritten(place: Place, by: Callable[[str], str]) -> None:
    inside, key = place
    if isinstance(inside[key], str):
        inside[key] = by(inside[key])


def _number(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    _rewritten(place, lambda text: NUMBER.sub(chance.choice(NUMBERS), text, count=1))


def _unit(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    _rewritten(place, lambda text: QUANTITY.sub(f" {chance.choice(UNITS)}", text, count=1))


def _date(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    _rewritten(place, lambda text: DATE.sub(chance.choice(DATES), text, count=1))


def _name(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    inside[key] = chance.choice(names)


def _key(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    if isinstance(inside, dict):
        inside[chance.choice([*inside, *names[:40], "", "*", "en", "a.b"])] = inside.pop(key)


def _twice(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    if isinstance(inside, list):
        inside.append(inside[key])
    else:
        inside[f"{key}-2"] = inside[key]


def _swapped(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    keys = [*inside] if isinstance(inside, dict) else [*range(len(inside))]
    other = chance.choice(keys)
    inside[key], inside[other] = inside[other], inside[key]


def _deep(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    for _ in range(chance.choice((2, 11, 200))):
        inside[key] = [inside[key]]


def _long(place: Place, chance: random.Random, names: Sequence[str]) -> None:
    inside, key = place
    inside[key] = str(inside[key])[:50] * chance.choice((50, 2000))


CHANGES = (
    *(_drop, _drop, _other_type, _other_type, _number, _number, _number, _unit, _unit, _unit),
    *(_name, _name, _key, _twice, _swapped, _swapped, _date, _deep, _long),
)
