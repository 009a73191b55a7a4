"""The schema of a file about one thing: its plain keys, and claims about its parameters."""

from twoplustwo.dossier.claims import CLAIM_KEYS, READINGS, STATUS
from twoplustwo.dossier.counts import COUNTS
from twoplustwo.dossier.kinds import FieldKind, Kind, ParameterKind
from twoplustwo.dossier.schema.parts import (
    DATE,
    FLAG,
    NAMES,
    TEXT,
    WORDS,
    Schema,
    block,
    named_blocks,
    one_of,
    quantity,
)

CLAIM_NEEDS = ("by", "value", "stated", "source", "status")
_CLAIM: dict[str, Schema] = dict.fromkeys(CLAIM_KEYS, TEXT) | {
    "stated": DATE,
    "since": DATE,
    "from": DATE,
    "until": DATE,
    "status": one_of(STATUS),
    "reading": one_of(READINGS),
    "counts": one_of(COUNTS),
    "undisputed": FLAG,
}


def thing_schema(kind: Kind) -> Schema:
    """Name, note, plain keys, and one block of claims for each parameter."""
    keys: dict[str, Schema] = {"name": WORDS, "note": TEXT}
    for name, plain in kind.structure.items():
        keys[name] = (
            {**NAMES, "description": f"of {plain.of_kind}"}
            if plain.many
            else one_of(plain.of)
            if plain.of
            else {**TEXT, "description": f"one of {plain.of_kind}"}
            if plain.of_kind
            else TEXT
        )
    for name, parameter in kind.parameters.items():
        claims = named_blocks(_claim(parameter))
        keys[name] = {**claims, "minProperties": 1, "description": _told(parameter)}
    made = block(keys)
    return made | {"additionalProperties": {"type": "object"}} if kind.own else made


def _claim(parameter: ParameterKind) -> Schema:
    value = _value(parameter)
    return block({**_CLAIM, "value": value, "best": value}, CLAIM_NEEDS)


def _value(parameter: ParameterKind) -> Schema:
    if parameter.type == "number":
        return quantity(parameter.unit, parameter.within_text)
    if parameter.type == "name":
        return one_of(parameter.of) if parameter.of else TEXT
    if parameter.type == "table":
        return block({"file": TEXT, "sha256": TEXT}, ("file", "sha256"))
    inside = block(
        {name: _field(one) for name, one in parameter.fields.items()},
        [name for name, one in parameter.fields.items() if not one.optional],
    )
    if parameter.type == "block":
        return inside
    most = {"maxItems": parameter.at_most} if parameter.at_most else {}
    return {"type": "array", "items": inside, "minItems": 1, **most}


def _field(one: FieldKind) -> Schema:
    return quantity(one.unit, one.within_text, single=True)


def _told(parameter: ParameterKind) -> str:
    unit = f" [{parameter.unit}]" if parameter.unit else ""
    within = f", within {parameter.within_text}" if parameter.within_text else ""
    optional = "; a position does without it" if parameter.optional else ""
    return f"{parameter.means['en']}{unit}{within}{optional}"
