"""What is written behind ``value:``, typed by the kind of its parameter."""

import math
from pathlib import Path

from twoplustwo.base.errors import DossierError, UnitError, nearest
from twoplustwo.base.units import parse_quantity, show, show_interval
from twoplustwo.dossier.fields import Fields
from twoplustwo.dossier.kinds import FieldKind, ParameterKind
from twoplustwo.dossier.models import Point, Si, TableRef, Value
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tables import check_names, verified_bytes
from twoplustwo.dossier.tree import Node, readable_path


class Folder:
    """Where a file stands: its folder, the root of its dossier, and the root's short name."""

    def __init__(self, file: Path, root: Path, name: str) -> None:
        self.file, self.root, self.name = file, root, name


def read_value(
    node: Node,
    best: Node | None,
    kind: ParameterKind,
    path: str,
    file: str,
    problems: Problems,
    folder: Folder,
) -> Value | None:
    """The value of a claim; None, and a problem noted, if it is not one."""
    where = f"{file}:{node.line}"
    if best is not None and kind.type != "number":
        problems.add(
            f"{path} has a best value",
            f"{file}:{best.line}",
            f"only a number has one; this is a {kind.type}",
        )
        return None
    try:
        if kind.type in ("number", "name"):
            if node.text is None:
                raise DossierError(f"{path} is {node.shape}", where, f"expected a {kind.type}")
            text = " ".join(node.text.split())
            if kind.type == "name":
                return Value("name", read_name(text, kind, path), text=text)
            return read_number(text, best.text if best else None, kind, path)
        if kind.type == "block":
            return Value("block", _block(node, kind, path, file))
        if kind.type == "blocks":
            return Value("blocks", _blocks(node, kind, path, file))
        return Value("table", _table(node, kind, path, file, problems, folder))
    except (DossierError, UnitError) as error:
        problems.add(error.what, error.where or where, error.why, error.fix)
        return None


def read_name(text: str, kind: ParameterKind, path: str) -> str:
    """A name that `kind` allows; what it refers to is looked up once everything is read."""
    if kind.of and text not in kind.of:
        raise DossierError(
            f"{path} cannot be {text}",
            "",
            f"expected one of {', '.join(kind.of)}",
            nearest(text, kind.of),
        )
    return text


def read_number(text: str, best_text: str | None, kind: ParameterKind, path: str) -> Value:
    """A number, an interval or a bound, with its best value.

    Raises
    ------
    UnitError, DossierError
        If it is no quantity of that kind, lies outside what can be, or is a bound without a best
        value. The error says nothing of the place.
    """
    low, best, high = _quantity(text, kind.unit, path)
    interval = best is None
    for end in (low, high):
        if math.isfinite(end):
            _inside(end, kind, path)
    point: Point = "value"
    if best_text is not None:
        ends = _quantity(best_text, kind.unit, f"best of {path}")
        if ends[0] != ends[2]:
            raise DossierError(
                f"best of {path} is an interval: {best_text}", "", "expected one number"
            )
        best, point = ends[0], "best"
        _inside(best, kind, path)
        if not low <= best <= high:
            raise DossierError(
                f"best of {path}, {best_text}, lies outside its interval",
                "",
                f"expected a number in {text}",
            )
    elif best is None:
        if math.isinf(low) or math.isinf(high):
            raise DossierError(
                f"{path} is only a bound: {text}",
                "",
                "nothing can be computed from one side alone",
                "add `best:` with a number, and a note that says whose it is",
            )
        best, point = 0.5 * (low + high), "midpoint"
    if kind.within:
        low, high = max(low, kind.within[0]), min(high, kind.within[1])
    return Value("number", best, low, best, high, point, text, interval)


def shown_value(value: Value | Si, kind: ParameterKind) -> str:
    """A value as people read it: ``6.3 km/s``, ``latitude 54.5 deg, longitude 17.1 deg``."""
    si = value.si if isinstance(value, Value) else value
    if isinstance(si, TableRef):
        return si.path
    if isinstance(si, dict):
        return ", ".join(f"{one} {show(si[one], kind.fields[one].unit)}" for one in si)
    if isinstance(si, list):
        return "; ".join(shown_value(one, kind) for one in si)
    return si if isinstance(si, str) else show(si, kind.unit)


def shown_claim(value: Value, kind: ParameterKind) -> str:
    """A claim's value with its interval: ``6.0..6.5 km/s, best 6.3 km/s``."""
    if value.kind != "number" or value.low is None or value.high is None or value.best is None:
        return shown_value(value, kind)
    if not value.interval:
        return show(value.best, kind.unit)
    ends = show_interval(value.low, value.high, kind.unit)
    word = "best" if value.point == "best" else "midpoint, ours,"
    return f"{ends}, {word} {show(value.best, kind.unit)}"


def read_field(text: str, kind: FieldKind, path: str) -> float:
    """One plain number of a block, SI; UnitError or DossierError if it is not."""
    low, best, _ = _quantity(text, kind.unit, path)
    if best is None:
        raise DossierError(
            f"{path} is an interval: {text}", "", "inside a block stands one number each"
        )
    _inside(low, kind, path)
    return low


def _quantity(text: str, unit: str, path: str) -> tuple[float, float | None, float]:
    try:
        return parse_quantity(text, unit)
    except UnitError as error:
        raise UnitError(f"{path}: {error.what}", "", error.why, error.fix) from error


def _inside(value: float, kind: ParameterKind | FieldKind, path: str) -> None:
    if kind.within and not kind.within[0] <= value <= kind.within[1]:
        raise DossierError(
            f"{path} cannot be {show(value, kind.unit)}",
            "",
            f"expected {kind.within_text}",
        )


def _block(node: Node, kind: ParameterKind, path: str, file: str) -> dict[str, float]:
    if node.entries is None:
        raise DossierError(
            f"{path} is {node.shape}",
            f"{file}:{node.line}",
            f"expected the keys {', '.join(kind.fields)}",
        )
    for key in node.entries:
        if key not in kind.fields:
            raise DossierError(
                f"{path} has an unknown key, {key}",
                f"{file}:{node.key_lines[key]}",
                f"known keys: {', '.join(kind.fields)}",
                nearest(key, kind.fields),
            )
    numbers = {}
    for name, one in kind.fields.items():
        entry = node.entries.get(name)
        if entry is None or entry.is_empty:
            if one.optional:
                continue
            raise DossierError(
                f"{path} has no {name}",
                f"{file}:{node.key_lines.get(name, node.line)}",
                f"expected {', '.join(kind.fields)}",
                f"add `{name}: ... {one.unit}`",
            )
        where = f"{file}:{node.key_lines[name]}"
        if entry.text is None:
            raise DossierError(f"{path}.{name} is {entry.shape}", where, "expected a number")
        try:
            numbers[name] = read_field(entry.text, one, f"{path}.{name}")
        except (DossierError, UnitError) as error:
            raise error.at(where) from None
    return numbers


def _blocks(node: Node, kind: ParameterKind, path: str, file: str) -> list[dict[str, float]]:
    if node.items is None or not node.items:
        raise DossierError(
            f"{path} is {node.shape}",
            f"{file}:{node.line}",
            "expected a list, one item each with a hyphen",
        )
    if kind.at_most and len(node.items) > kind.at_most:
        raise DossierError(
            f"{path} has {len(node.items)} items",
            f"{file}:{node.line}",
            f"expected at most {kind.at_most}",
        )
    return [_block(one, kind, f"{path}.{at}", file) for at, one in enumerate(node.items, start=1)]


def _table(
    node: Node, kind: ParameterKind, path: str, file: str, problems: Problems, folder: Folder
) -> TableRef:
    keys = Fields(node, path, file, problems, ("file", "sha256"))
    name, sha256 = keys.text("file", required=True), keys.text("sha256", required=True)
    if not (name and sha256):
        raise DossierError(
            f"{path} names no table", f"{file}:{node.line}", "expected a block with file and sha256"
        )
    table = (folder.file.parent / name).resolve()
    where = keys.where("file")
    if not table.is_relative_to(folder.root.resolve()):
        raise DossierError(
            f"{path} names a file outside the dossier, {name}",
            where,
            "tables stand beside the YAML",
        )
    if not table.is_file():
        raise DossierError(
            f"{path} names a file that is not there, {name}",
            where,
            f"looked for {readable_path(table)}",
        )
    try:
        check_names(verified_bytes(table, sha256.casefold()), kind.columns, readable_path(table))
    except DossierError as error:
        if error.where.rpartition(":")[2].isdecimal():  # it has a place of its own in the table
            raise
        raise DossierError(f"{error.what}: {name}", where, error.why, error.fix) from error
    short = table.relative_to(folder.root.resolve()).as_posix()
    return TableRef(f"{folder.name}/{short}", sha256.casefold())
