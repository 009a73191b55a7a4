"""Whose numbers the cases check: books, tables, tests, statements; never a source of inputs."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from twoplustwo.dossier.fields import Fields, good_name
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import readable_path
from twoplustwo.validation.tree import read_tree

_KEYS = ("author", "title", "year", "publisher", "container", "url", "read", "same_as", "own")


@dataclass(frozen=True)
class Authority:
    """A publication: who, what, when, where, and what of it was read (`read`).

    `same_as` names the authority whose word this one repeats, so that the two are not counted as
    independent; `own` marks the compilers' own arithmetic, which is not counted at all.
    """

    id: str
    author: str
    title: str
    year: str
    publisher: str
    container: str
    url: str
    read: str
    same_as: str
    own: bool
    where: str

    @property
    def cited(self) -> str:
        """One line for people."""
        inside = ", ".join(one for one in (self.container, self.publisher) if one)
        told = f"{self.author}: {self.title}" + (f", {inside}" if inside else "")
        return f"{told}, {self.year}" if self.year else told


def read_authorities(files: Iterable[Path], problems: Problems) -> dict[str, Authority]:
    """Every authority in some files, by its key; what is wrong goes to `problems`."""
    found: dict[str, Authority] = {}
    for path in files:
        where = readable_path(path)
        tree = read_tree(path)
        keys = Fields(tree, "the file of authorities", where, problems, None)
        for id_, node in keys.entries.items():
            at = keys.where(id_)
            if id_ in found:
                problems.add(f"the authority {id_} stands twice", at, f"and in {found[id_].where}")
                continue
            good_name(id_, "an authority", at, problems)
            one = Fields(node, f"authority {id_}", where, problems, _KEYS, keys.key_lines[id_])
            found[id_] = Authority(
                id=id_,
                author=one.text("author", required=True),
                title=one.text("title", required=True),
                year=one.text("year"),
                publisher=one.text("publisher"),
                container=one.text("container"),
                url=one.text("url"),
                read=one.text(
                    "read", required=True, why="say what of it was read, or that it is recalled"
                ),
                same_as=one.text("same_as"),
                own=one.flag("own"),
                where=at,
            )
    for one in found.values():
        if one.same_as and one.same_as not in found:
            problems.add(
                f"authority {one.id} names an unknown one, {one.same_as}, in same_as", one.where
            )
    return found
