"""Typed access to the keys of one YAML block; errors are gathered, not raised."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from twoplustwo.base.errors import OptionError, UnitError, nearest
from twoplustwo.base.localized_text import LocalizedText
from twoplustwo.dossier.dates import last_day
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node

T = TypeVar("T")
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
LANGUAGES = ("en", "ru")
"""Those in which the program itself speaks; a dossier has whichever it likes."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
MOST_WORDS = 15
"""Words that may be quoted of a source."""


class Fields:
    """Reads a block of keys.

    Parameters
    ----------
    node : Node
        What was written.
    what : str
        What it is, for messages: ``claim interceptors.x.number@y``.
    file : str
        The file as shown to people.
    problems : Problems
        Where errors go.
    allowed : iterable of str or None
        The keys that may stand there; None for any.
    line : int
        Line to name when something is missing.
    """

    def __init__(
        self,
        node: Node,
        what: str,
        file: str,
        problems: Problems,
        allowed: Iterable[str] | None,
        line: int = 0,
    ) -> None:
        self.what, self.file, self.problems = what, file, problems
        self.line = line or node.line
        self.entries: dict[str, Node] = {}
        self.key_lines = node.key_lines
        if node.entries is None:
            problems.add(
                f"{what} is {node.shape}", self.where(), "expected a block of keys under it"
            )
            self.sound = False
            return
        self.sound = True
        names = None if allowed is None else list(allowed)
        for key, entry in node.entries.items():
            if names is not None and key not in names:
                problems.add(
                    f"{what} has an unknown key, {key}",
                    self.where(key),
                    f"known keys: {', '.join(names)}",
                    nearest(key, names),
                )
            else:
                self.entries[key] = entry

    def where(self, key: str = "") -> str:
        """File and line of `key`, or of the block."""
        return f"{self.file}:{self.key_lines.get(key, self.line)}"

    def add(self, what: str, key: str = "", why: str = "", fix: str = "") -> None:
        """Note that something is wrong with `key`."""
        self.problems.add(what, self.where(key), why, fix)
        self.sound = False

    def node(self, key: str, required: bool = False, why: str = "", fix: str = "") -> Node | None:
        """What stands behind `key`; None if nothing does."""
        node = self.entries.get(key)
        if node is None or node.is_empty:
            if node is not None:
                self.add(f"{self.what} has an empty {key}", key, why, fix)
            elif required:
                self.add(f"{self.what} has no {key}", "", why, fix)
            return None
        return node

    def text(self, key: str, required: bool = False, why: str = "", fix: str = "") -> str:
        """The text behind `key`, stripped; empty if there is none."""
        node = self.node(key, required, why, fix)
        if node is None:
            return ""
        if node.text is None:
            self.add(f"{key} of {self.what} is {node.shape}", key, "expected a plain value")
            return ""
        return " ".join(node.text.split())

    def quote(self, key: str = "says") -> str:
        """The words quoted behind `key`, refused if there are too many of them."""
        text = self.text(key)
        if len(text.split()) > MOST_WORDS:
            self.add(
                f"{self.what} quotes {len(text.split())} words",
                key,
                f"a quotation has at most {MOST_WORDS}",
                "shorten it, or put it in your own words",
            )
        return text

    def one_of(self, key: str, names: Sequence[str], required: bool = False) -> str:
        """The text behind `key`, which must be one of `names`."""
        text = self.text(key, required, why=f"expected one of {', '.join(names)}")
        if text and text not in names:
            self.add(
                f"{self.what} has the unknown {key} {text}",
                key,
                f"expected one of {', '.join(names)}",
                nearest(text, names),
            )
            return ""
        return text

    def flag(self, key: str) -> bool:
        """Whether `key` says yes."""
        return self.one_of(key, ("yes", "no")) == "yes"

    def date(self, key: str, required: bool = False) -> tuple[str, date | None]:
        """A date as written, and the last day of it."""
        text = self.text(key, required, why="expected a date such as 2007, 2007-09 or 2007-09-27")
        day = last_day(text) if text else None
        if text and day is None:
            self.add(
                f"{key} of {self.what} is no date: {text}",
                key,
                "expected a date such as 2007, 2007-09 or 2007-09-27",
            )
        return text, day

    def words(self, key: str, required: bool = False) -> LocalizedText:
        """A text by language (``{en: ..., ko: ...}``), any of them; a plain one serves for all."""
        node = self.node(key, required, why="expected {en: ...}, in one language or several")
        if node is None:
            return LocalizedText()
        if node.text is not None:
            return LocalizedText(en=" ".join(node.text.split()))
        inner = Fields(
            node, f"{key} of {self.what}", self.file, self.problems, None, self.key_lines[key]
        )
        words = LocalizedText()
        for lang in inner.entries:
            if not LANGUAGE.fullmatch(lang):
                inner.add(
                    f"{inner.what} is in the unknown language {lang}",
                    lang,
                    "a language is a code of two or three letters, such as en, fr or zh-Hant",
                    "a text with a comma or a colon needs quotation marks",
                )
            elif text := inner.text(lang):
                words[lang] = text
        self.sound = self.sound and inner.sound
        self.problems.texts.append((self.where(key), frozenset(words)))
        return words

    def parsed(self, key: str, parse: Callable[[str], T], required: bool = False) -> T | None:
        """What `parse` makes of the text behind `key`; None, and a problem noted, if it fails."""
        text = self.text(key, required)
        if not text:
            return None
        try:
            return parse(text)
        except (OptionError, UnitError) as error:
            self.add(error.what, key, error.why, error.fix)
            return None

    def inner(self, key: str, allowed: Iterable[str] | None = None, what: str = "") -> "Fields":
        """The block behind `key`, which must be there."""
        what = what or f"{key} of {self.what}"
        return Fields(self.entries[key], what, self.file, self.problems, allowed)

    def pairs(
        self, key: str, required: bool = False, what: str = ""
    ) -> tuple[tuple[str, str], ...]:
        """Name and text of each entry of the block behind `key`."""
        if self.node(key) is None:
            return ()
        inner = self.inner(key, what=what)
        return tuple((name, inner.text(name, required)) for name in inner.entries)

    def items(self, key: str, required: bool = False) -> list[Node]:
        """The items of the list behind `key`."""
        if (node := self.entries.get(key)) is None and not required:
            return []
        node = self.node(key, required)
        if node is None:
            return []
        if node.items is None:
            self.add(f"{key} of {self.what} is {node.shape}", key, "expected a list")
            return []
        return node.items

    def names(self, key: str, required: bool = False) -> list[tuple[str, int]]:
        """A list of plain names, each with its line."""
        names = []
        for node in self.items(key, required):
            if node.text is None or node.is_empty:
                self.add(f"{key} of {self.what} holds {node.shape}", key, "expected names")
            else:
                names.append((node.text.strip(), node.line))
        return names

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A list of plain names."""
        return tuple(name for name, _ in self.names(key, required))


def blocks(
    tree: Node, what: str, file: str, problems: Problems, allowed: Iterable[str]
) -> Iterator[tuple[str, Fields]]:
    """Each block of a file that holds several, by its name; notes a problem of a bad name."""
    for name, node in (tree.entries or {}).items():
        line = tree.key_lines[name]
        if good_name(name, f"a {what}", f"{file}:{line}", problems):
            yield name, Fields(node, f"{what} {name}", file, problems, allowed, line)


def good_name(name: str, what: str, where: str, problems: Problems) -> bool:
    """Whether `name` may stand in a path; notes a problem if not."""
    if NAME.fullmatch(name):
        return True
    problems.add(
        f"{name!r} is no name for {what}",
        where,
        "names hold a-z, 0-9 and single hyphens",
        f"write {'-'.join(re.findall('[a-z0-9]+', name.casefold()))}"
        if re.search("[a-z0-9]", name.casefold())
        else "",
    )
    return False
