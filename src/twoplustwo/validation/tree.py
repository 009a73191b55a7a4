"""One YAML file to a tree with line numbers, scalars both as text and as YAML reads them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from twoplustwo.base.errors import DossierError
from twoplustwo.dossier.tree import LOADER, Node, read_bytes, readable_path


@dataclass(slots=True)
class Item(Node):
    """A node that also knows its `value`: text, number, list or mapping."""

    value: Any = None


def read_tree(path: Path) -> Item:
    """The tree of a YAML file.

    Raises
    ------
    DossierError
        If the file cannot be read, does not parse, is empty, or holds an alias, a foreign tag or
        a key twice.
    """
    where = readable_path(path)
    data = read_bytes(path)
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=LOADER)
        if root is None:
            raise DossierError("the file is empty", where)
        return _item(root, where, set())
    except UnicodeDecodeError as error:
        raise DossierError("the file is not UTF-8 text", where, fix="save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error)
        raise DossierError(
            "the file is not YAML", f"{where}{line}", f"the parser says: {problem}"
        ) from error


def _item(node: yaml.Node, where: str, seen: set[int]) -> Item:
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise DossierError(
            "the file holds an alias", f"{where}:{line}", "every value is written where it stands"
        )
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return Item(line, text=node.value, value=_value(node, f"{where}:{line}"))
    if isinstance(node, yaml.SequenceNode):
        items = [_item(one, where, seen) for one in node.value]
        return Item(line, items=list(items), value=[one.value for one in items])
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    values: dict[str, Any] = {}
    for key, inner in node.value:
        name, at = key.value, key.start_mark.line + 1
        if not isinstance(name, str):
            raise DossierError("a key is not a word", f"{where}:{at}")
        if name in lines:
            raise DossierError(
                f"the file holds the key {name} twice",
                f"{where}:{at}",
                f"it stands in line {lines[name]} too",
                "keep one of them",
            )
        entry = _item(inner, where, seen)
        entries[name], lines[name], values[name] = entry, at, entry.value
    return Item(line, entries=entries, key_lines=lines, value=values)


def _value(node: yaml.ScalarNode, where: str) -> Any:
    try:
        return yaml.SafeLoader("").construct_object(node)
    except yaml.YAMLError as error:
        raise DossierError(
            f"the file holds the tag {node.tag}", where, "values are plain text and numbers"
        ) from error
