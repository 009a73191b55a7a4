"""What parameters mean: the package's ``kinds/*.yaml``, read once."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.base.units import UNITS, parse_quantity
from twoplustwo.dossier.fields import Fields
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node, read_yaml, readable_path

ValueType = Literal["number", "name", "block", "blocks", "table"]
REGIONS = "regions"
"""Named like things of a kind; they have files of their own sort."""
TYPES = ("number", "name", "block", "blocks", "table")


@dataclass(frozen=True)
class FieldKind:
    """A number inside a block: its unit and the interval it must lie in (SI)."""

    unit: str
    within: tuple[float, float] | None = None
    within_text: str = ""
    optional: bool = False


@dataclass(frozen=True)
class ParameterKind:
    """What a parameter means.

    Parameters
    ----------
    name : str
        Last segment of its path.
    means : dict of str to str
        Language code to text.
    short : dict of str to str
        The same in a few words, for what is named often; empty for most.
    type : str
        ``number``, ``name``, ``block``, ``blocks`` or ``table``.
    unit : str
        Unit of a number, as claims write it.
    within : pair of float or None
        Interval (SI) that a number must lie in.
    within_text : str
        The same as written.
    of : tuple of str
        Names that a ``name`` may be; empty for any.
    of_kind : str
        Kind of thing that a ``name`` refers to.
    fields : dict of str to FieldKind
        Numbers of a ``block``, or of each of ``blocks``.
    at_most : int
        Most blocks.
    optional : bool
        Whether a position does without it.
    computed : bool
        False for what is compared with an output and never computed with.
    either : tuple of str
        Sets of parameters that state the same thing.
    read_as : tuple of str
        Of a parameter that a dossier names itself: others that the same words may mean.
    conditions : dict of str to str
        Of such a parameter: conditions of predictions, and which of its names each wants.
    called : dict of str to (dict of str to str)
        What the place or the conditions that it declares are called, by language.
    columns : dict of str to str
        Columns that a ``table`` must have, and what stands in each: ``text``, ``number`` or
        ``rising``, numbers of which each is larger than the one before. ``population*`` is one
        column or more whose names begin so.
    """

    name: str
    means: dict[str, str]
    type: ValueType
    unit: str = ""
    within: tuple[float, float] | None = None
    within_text: str = ""
    of: tuple[str, ...] = ()
    of_kind: str = ""
    fields: dict[str, FieldKind] = field(default_factory=dict)
    at_most: int = 0
    optional: bool = False
    computed: bool = True
    either: tuple[str, ...] = ()
    short: dict[str, str] = field(default_factory=dict)
    read_as: tuple[str, ...] = ()
    conditions: dict[str, str] = field(default_factory=dict)
    called: dict[str, dict[str, str]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> bool:
        """Whether it is a count: a number without a unit that is no share."""
        return self.unit == "1" and self.within is not None and self.within[1] > 1.0


@dataclass(frozen=True)
class StructureKind:
    """A plain key of a thing: which names it may have, and what the key `was` called before.

    A key of `many` is a list of names.
    """

    of: tuple[str, ...] = ()
    of_kind: str = ""
    optional: bool = False
    was: str = ""
    many: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of thing: its plain keys and its parameters.

    `own` has a pattern of names for each sort of parameter that a dossier may name itself; they
    stand after the first `own_at` parameters.
    """

    name: str
    single: bool
    structure: dict[str, StructureKind]
    parameters: dict[str, ParameterKind]
    own: dict[str, ParameterKind] = field(default_factory=dict)
    own_at: int = 0


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of the package, by name.

    Raises
    ------
    DossierError
        If a file of the package itself is wrong.
    """
    problems = Problems()
    folder = Path(str(files("twoplustwo"))) / "kinds"
    by_name = {file.stem: _kind(file, problems) for file in sorted(folder.glob("*.yaml"))}
    if problems.errors:
        raise problems.errors[0]
    for kind in by_name.values():
        _check_references(kind, by_name)
    return by_name


def _check_references(kind: Kind, by_name: dict[str, Kind]) -> None:
    for name, one in (*kind.structure.items(), *kind.parameters.items()):
        if one.of_kind and one.of_kind not in {*by_name, REGIONS}:
            raise DossierError(
                f"kind {kind.name}: {name} is of an unknown kind, {one.of_kind}",
                fix=nearest(one.of_kind, by_name),
            )


def _kind(file: Path, problems: Problems) -> Kind:
    tree, _ = read_yaml(file)
    where = readable_path(file)
    top = Fields(tree, f"kind {file.stem}", where, problems, None)
    single = top.flag("single")
    structure = {}
    if "structure" in top.entries:
        inner = Fields(top.entries["structure"], "structure", where, problems, None)
        for name, node in inner.entries.items():
            one = Fields(node, name, where, problems, ("of", "of_kind", "optional", "was", "many"))
            structure[name] = StructureKind(
                one.texts("of"),
                one.text("of_kind"),
                one.flag("optional"),
                one.text("was"),
                one.flag("many"),
            )
    parameters = {
        name: _parameter(name, node, where, problems, top.key_lines[name])
        for name, node in top.entries.items()
        if name not in ("single", "structure", "own")
    }
    own = {}
    if "own" in top.entries:
        inner = Fields(top.entries["own"], "own", where, problems, None)
        for pattern, node in inner.entries.items():
            own[pattern] = _parameter(pattern, node, where, problems, inner.key_lines[pattern])
    before = [*top.entries].index("own") if own else 0
    own_at = len([name for name in [*top.entries][:before] if name in parameters])
    return Kind(file.stem, single, structure, parameters, own, own_at)


_KEYS = (
    "means",
    "short",
    "unit",
    "type",
    "of",
    "of_kind",
    "fields",
    "at_most",
    "within",
    "optional",
    "computed",
    "either",
    "columns",
    "note",
)


def _parameter(name: str, node: Node, file: str, problems: Problems, line: int) -> ParameterKind:
    keys = Fields(node, name, file, problems, _KEYS, line)
    kind: ValueType = keys.one_of("type", TYPES) or "number"  # type: ignore[assignment]
    unit = keys.one_of("unit", tuple(UNITS), required=kind == "number")
    fields = {}
    if kind in ("block", "blocks"):
        inner_node = keys.node("fields", required=True)
        if inner_node is not None:
            inner = Fields(inner_node, f"fields of {name}", file, problems, None)
            for one, description in inner.entries.items():
                fields[one] = _field(one, description, file, problems)
    at_most = keys.text("at_most")
    return ParameterKind(
        name=name,
        means=keys.words("means", required=True),
        type=kind,
        unit=unit,
        within=_within(keys, unit),
        within_text=keys.text("within"),
        of=keys.texts("of"),
        of_kind=keys.text("of_kind"),
        fields=fields,
        at_most=int(at_most) if at_most.isdigit() else 0,
        optional=keys.flag("optional"),
        computed=keys.one_of("computed", ("yes", "no")) != "no",
        either=keys.texts("either"),
        short=keys.words("short"),
        columns=_columns(keys),
    )


def _columns(keys: Fields) -> dict[str, str]:
    node = keys.node("columns") if "columns" in keys.entries else None
    return {name: one.text or "" for name, one in ((node and node.entries) or {}).items()}


def _field(name: str, node: Node, file: str, problems: Problems) -> FieldKind:
    keys = Fields(node, name, file, problems, ("unit", "within", "optional", "means"))
    unit = keys.one_of("unit", tuple(UNITS), required=True)
    return FieldKind(unit, _within(keys, unit), keys.text("within"), keys.flag("optional"))


def _within(keys: Fields, unit: str) -> tuple[float, float] | None:
    if not unit:
        return None
    parsed = keys.parsed("within", lambda text: parse_quantity(text, unit))
    return (parsed[0], parsed[2]) if parsed else None
