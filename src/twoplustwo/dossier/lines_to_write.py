"""The YAML lines that a dossier lacks: of a claim, of a whole thing, of an adoption."""

from collections.abc import Iterable

from twoplustwo.base.units import without_unit
from twoplustwo.dossier.kinds import FieldKind, Kind, ParameterKind

BLANK = "…"
"""Stands where the author writes a number, a name or a text."""
ADOPTS = "adopts:"
_REGION = (f"name: {{en: {BLANK}}}", f"countries: [{BLANK}]  # ISO 3166 codes of three letters")


def file_of(kinds: dict[str, Kind], path: str) -> str:
    """The file in which a parameter or a thing stands, by its path: ``radars/NAME.yaml``."""
    kind, _, rest = path.partition(".")
    single = kind in kinds and kinds[kind].single
    return f"{kind}.yaml" if single else f"{kind}/{rest.partition('.')[0] or 'NAME'}.yaml"


def claim_lines(kind: ParameterKind) -> list[str]:
    """A claim of a parameter, to be filled in; the comment says what it means and what can be."""
    told = [*kind.means.values()][:1]
    told += [f"one of {', '.join(kind.of)}"] if kind.of else []
    told += [f"a name from {kind.of_kind}/"] if kind.of_kind else []
    told += [kind.within_text] if kind.within_text else []
    said = f"by: {BLANK}, value: {value_shape(kind)}, stated: {BLANK}, source: {BLANK}"
    return [f"{kind.name}:  # {'; '.join(told)}", f"  NAME: {{{said}, status: assumed}}"]


def thing_lines(kind_name: str, kinds: dict[str, Kind]) -> list[str]:
    """The whole file of a thing of a kind, with all that every one of them needs."""
    if kind_name not in kinds:  # a region is no kind of thing
        return [*_REGION]
    kind = kinds[kind_name]
    lines = [f"name: {{en: {BLANK}}}"]
    for key, one in kind.structure.items():
        if not one.optional:
            names = ", ".join(one.of) if one.of else f"a name from {one.of_kind}/"
            lines.append(f"{key}: {BLANK}  # {names}")
    for parameter in kind.parameters.values():
        if not parameter.optional:
            lines += claim_lines(parameter)
    return lines


def adoption_lines(claim: str) -> list[str]:
    """An entry by which a party adopts a claim."""
    return [ADOPTS, f"  - {{claim: {claim}, status: assumed, why: {BLANK}}}"]


def value_shape(kind: ParameterKind) -> str:
    """What stands behind ``value:``, with blanks for what the author knows."""
    if kind.type == "table":
        return f"{{file: {BLANK}.csv, sha256: {BLANK}}}"
    if kind.type == "block":
        return _block(kind)
    if kind.type == "blocks":
        return f"[{_block(kind)}]"
    return _number(kind.unit) if kind.type == "number" else BLANK


def _block(kind: ParameterKind) -> str:
    needed: Iterable[tuple[str, FieldKind]] = (
        (name, one) for name, one in kind.fields.items() if not one.optional
    )
    return "{" + ", ".join(f"{name}: {_number(one.unit)}" for name, one in needed) + "}"


def _number(unit: str) -> str:
    return BLANK if unit in without_unit() else f"{BLANK} {unit}"
