"""One YAML file to a tree of text with line numbers; every scalar stays text."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from twoplustwo.base.errors import DossierError

MOST_BYTES = 1_000_000
_DEEPEST = 12
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A scalar (`text`), a list (`items`) or a mapping (`entries`), and the line it starts on."""

    line: int
    text: str | None = None
    items: list["Node"] | None = None
    entries: dict[str, "Node"] | None = None
    key_lines: dict[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: ``key:`` with nothing behind it."""
        return self.text is not None and not self.text.strip()

    @property
    def shape(self) -> str:
        """What it is, for people."""
        if self.text is not None:
            return "nothing" if self.is_empty else "a value"
        return "a list" if self.items is not None else "a block of keys"


def readable_path(path: Path) -> str:
    """`path` as a person can open it: relative where that is shorter, else whole."""
    whole = path.absolute()
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else str(whole)


def read_bytes(path: Path, most_bytes: int = MOST_BYTES, fix: str = "") -> bytes:
    """The bytes of a file, refused by its size before a byte is read.

    Raises
    ------
    DossierError
        If it is missing, no plain file, unreadable, or larger than `most_bytes`.
    """
    where = readable_path(path)
    try:
        if path.is_symlink() and not path.exists():
            raise DossierError(
                "the file is a link that leads nowhere",
                where,
                f"it points to {path.readlink()}",
                "put the file itself there",
            )
        if not path.is_file():
            raise DossierError("there is no such file", where)
        size = path.stat().st_size
        if size > most_bytes:
            raise DossierError(
                f"the file is {size / 1e6:,.1f} MB",
                where,
                f"at most {most_bytes / 1e6:g} MB is read",
                fix,
            )
        return path.read_bytes()
    except OSError as error:
        raise DossierError(f"cannot read the file: {error.strerror}", where) from error


def read_yaml(path: Path) -> tuple[Node, bytes]:
    """The tree of a YAML file, and its bytes.

    Raises
    ------
    DossierError
        If the file is too big, is not UTF-8, does not parse, or holds an anchor, alias, tag, a
        second document, a duplicate key, or anything but keys at the top.
    """
    where = readable_path(path)
    data = read_bytes(path, fix="put a long table in a CSV file and claim it with its hash")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DossierError(
            "the file is not UTF-8 text", f"{where}:{line}", fix="save it as UTF-8"
        ) from error
    try:
        node = _Tree(text, where).document()
    except yaml.YAMLError as error:
        raise _not_parsed(error, text, where) from error
    if node is None:
        raise DossierError("the file is empty", where, "expected keys, such as `name:`")
    if node.entries is None:
        raise DossierError(
            f"the file holds {node.shape} at the top",
            f"{where}:{node.line}",
            "expected keys, such as `name:`",
        )
    return node, data


class _Tree:
    """Builds nodes from parse events; PyYAML's own composer would resolve aliases silently."""

    def __init__(self, text: str, where: str) -> None:
        # to YAML these end a line, to an editor they do not: lines would be counted otherwise
        text = text.translate(dict.fromkeys(map(ord, "\u2028\u2029\x85"), " "))
        self._events = yaml.parse(text, Loader=LOADER)
        self._where = where

    def document(self) -> Node | None:
        next(self._events)  # stream start
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        node = self._node(next(self._events), 0)
        next(self._events)  # document end
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._refuse(after, "a second document", "one file holds one thing", "split it")
        return None if node.is_empty else node

    def _node(self, event: Any, depth: int) -> Node:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise self._refuse(
                event,
                f"the alias *{event.anchor}",
                "every value is written where it stands",
                "write the value out",
            )
        if event.anchor is not None:
            raise self._refuse(
                event,
                f"the anchor &{event.anchor}",
                "every value is written where it stands",
                "take the anchor away",
            )
        if event.tag is not None:
            raise self._refuse(
                event,
                f"the tag {event.tag}",
                "every scalar is text until its kind types it",
                "take the tag away",
            )
        if depth > _DEEPEST:
            raise self._refuse(event, "nesting this deep", f"at most {_DEEPEST} levels are read")
        if isinstance(event, yaml.ScalarEvent):
            return Node(line, text=event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(line, items=self._items(depth))
        return self._mapping(line, depth)

    def _items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, line: int, depth: int) -> Node:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if key.text is None:
                raise self._refuse(event, "a key that is not a word", "a key is a word")
            if key.text in lines:
                raise self._refuse(
                    event,
                    f"the key {key.text} twice",
                    f"it stands in line {lines[key.text]} too",
                    "keep one of them",
                )
            lines[key.text] = key.line
            entries[key.text] = self._node(next(self._events), depth + 1)
        return Node(line, entries=entries, key_lines=lines)

    def _refuse(self, event: Any, thing: str, why: str, fix: str = "") -> DossierError:
        where = f"{self._where}:{event.start_mark.line + 1}"
        return DossierError(f"the file holds {thing}", where, why, fix)


def _not_parsed(error: yaml.YAMLError, text: str, where: str) -> DossierError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    fix = ""
    if mark is not None:
        lines = text.splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        where = f"{where}:{mark.line + 1}"
        if "\t" in line:
            fix = "indent with spaces, not tabs"
        elif line.count(": ") > 1:
            fix = "put text that holds a colon in quotes"
    return DossierError("the file is not YAML", where, f"the parser says: {problem}", fix)
