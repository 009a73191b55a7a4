"""Pieces of a JSON Schema: texts by language, dates, quantities, blocks of keys.

Scalars may be read by an editor as numbers or truth values where we read text; both are let in.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from twoplustwo.base.units import NUMBER, UNITS, other_ways_to_write, without_unit
from twoplustwo.dossier.fields import LANGUAGE, NAME

Schema = dict[str, Any]
TEXT: Schema = {"type": ["string", "number", "boolean"]}
FLAG: Schema = {"enum": ["yes", "no", True, False]}
DATE: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "string", "pattern": r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$"},
    ],
    "description": "a day, a month or a year: 2007-09-27, 2007-09 or 2007",
}
NAMES: Schema = {"type": "array", "items": TEXT}
PAIRS: Schema = {"type": "object", "additionalProperties": TEXT}
WORDS: Schema = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {f"^{LANGUAGE.pattern}$": TEXT},
            "additionalProperties": False,
        },
    ],
    "description": "a text by language, such as {en: ..., fr: ...}, or one for all",
}
_TRUTH = {"yes": True, "no": False}


def one_of(names: Iterable[str]) -> Schema:
    """One of some names; yes and no also as truth values."""
    listed = list(names)
    return {"enum": [*listed, *(_TRUTH[name] for name in listed if name in _TRUTH)]}


def block(keys: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    """A block with these keys and no other."""
    made: Schema = {
        "type": "object",
        "properties": dict(keys),
        "additionalProperties": False,
    }
    return made | ({"required": list(required)} if required else {})


def named_blocks(inside: Schema) -> Schema:
    """Blocks by names of one's own."""
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{NAME.pattern}$"},
        "additionalProperties": inside,
    }


def quantity(unit: str, within: str = "", single: bool = False) -> Schema:
    """A number with its unit: also an interval or a bound, unless it is a `single` one."""
    same = [name for name, one in UNITS.items() if one.measures == UNITS[unit].measures]
    written = [*same, *(name for name, means in other_ways_to_write().items() if means in same)]
    units = "|".join(re.escape(name).replace("\\ ", " ") for name in written)
    bare = unit in without_unit() or unit == "%"
    number = NUMBER.replace("[+-]", "[+−-]")
    interval = "" if single else rf"(?:\s*\.\.\s*{number})?"
    bound = "" if single else r"(?:[<>]=?)?\s*"
    pattern = rf"^\s*{bound}{number}{interval}\s*(?:{units}){'?' if bare else ''}\s*$"
    kind = ["string", "number"] if bare else "string"
    such = "2" if unit in without_unit() else f"2 {unit}"
    told = f"a number in {unit}, such as {such}" + (f"; within {within}" if within else "")
    return {"type": kind, "pattern": pattern, "description": told}
