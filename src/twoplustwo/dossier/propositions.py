"""Propositions: public statements, each with the test that decides it; and their couplings."""

from typing import Any

from twoplustwo.base.errors import OptionError
from twoplustwo.base.filter import Filter
from twoplustwo.dossier.claims import STATUS
from twoplustwo.dossier.fields import Fields, good_name
from twoplustwo.dossier.people import read_test
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.statements import Case, Coupling, Proposition, Statement
from twoplustwo.dossier.tree import Node

ROWS = ("every", "some")
HANDLES = ("none", "missing")
"""Why a proposition has no question: it is not physical, or no question decides it yet."""
_PARTS = ("options", "set", "measures")
_ASKED = ("test", "where", "table", "rows", "less", *_PARTS)


def read_proposition(id_: str, tree: Node, file: str, problems: Problems) -> Proposition:
    """``propositions/<id>.yaml``.

    One with a `question` has a `test`: on a headline, or with `table`, `where` or `rows` on rows.
    `options`, `set` and `measures` are laid over every position alike; with `less`, another such
    case, the test is of the difference between the two. One without a question says in `handle`
    whether it is not physical or no question decides it, and why in its `note`.
    """
    allowed = ("text", "asserted", "denied", "question", "note", "handle", *_ASKED)
    keys = Fields(tree, f"proposition {id_}", file, problems, allowed)
    physical = "question" in keys.entries
    where = keys.text("where")
    note = keys.words("note")
    if physical and "handle" in keys.entries:
        keys.add(
            f"proposition {id_} has a question and a handle",
            "handle",
            "a handle says why there is no question",
            "take one of them away",
        )
    if not physical and keys.sound:
        for name in _ASKED:
            if name in keys.entries:
                keys.add(
                    f"proposition {id_} has {name} and no question",
                    name,
                    "a test is put to a question",
                    "add `question:`",
                )
        keys.one_of("handle", HANDLES, required=True)
        if not note:
            keys.add(
                f"proposition {id_} has neither question nor note",
                "",
                "what cannot be tested says why",
                "add `note:` or `question:`",
            )
    return Proposition(
        id=id_,
        text=keys.words("text", required=True),
        asserted=_statements(keys, "asserted", file, problems),
        denied=_statements(keys, "denied", file, problems),
        question=keys.text("question"),
        test=read_test(keys, required=physical),
        where=_where(keys, where),
        table=keys.text("table"),
        rows=keys.one_of("rows", ROWS) or ROWS[0],
        case=_case(keys, file, problems),
        less=_less(keys, file, problems),
        note=note,
        handle="" if physical else keys.one_of("handle", HANDLES),
    )


def read_couplings(tree: Node, file: str, problems: Problems) -> dict[str, Coupling]:
    """``couplings.yaml``: propositions that one party can hardly argue together, and why."""
    found = {}
    for id_, node in (tree.entries or {}).items():
        line = tree.key_lines[id_]
        if not good_name(id_, "a coupling", f"{file}:{line}", problems):
            continue
        allowed = ("propositions", "why", "by", "source", "status", "note")
        keys = Fields(node, f"coupling {id_}", file, problems, allowed, line)
        names = tuple(name for name, _ in keys.names("propositions", required=True))
        if keys.sound and len(set(names)) < 2:
            keys.add(
                f"coupling {id_} names {len(set(names))} proposition",
                "propositions",
                "it takes at least two to be coupled",
            )
        found[id_] = Coupling(
            id_,
            names,
            keys.words("why", required=True),
            keys.text("by", required=True),
            keys.text("source", required=True),
            keys.one_of("status", STATUS, required=True),
        )
    return found


def _where(keys: Fields, text: str) -> Filter | None:
    if not text:
        return None
    try:
        return Filter.parse(text)
    except OptionError as error:
        keys.add(error.what, "where", error.why, error.fix)
        return None


def _case(keys: Fields, file: str, problems: Problems) -> Case:
    def pairs(name: str) -> tuple[tuple[str, str], ...]:
        if keys.node(name) is None:
            return ()
        inner = Fields(keys.entries[name], f"{name} of {keys.what}", file, problems, None)
        return tuple((key, inner.text(key)) for key in inner.entries)

    measures = tuple(name for name, _ in keys.names("measures"))
    return Case(pairs("options"), pairs("set"), measures)


def _less(keys: Fields, file: str, problems: Problems) -> Case | None:
    if keys.node("less") is None:
        return None
    what = f"less of {keys.what}"
    inner = Fields(keys.entries["less"], what, file, problems, _PARTS, keys.key_lines["less"])
    return _case(inner, file, problems)


def _statements(keys: Fields, name: str, file: str, problems: Problems) -> tuple[Statement, ...]:
    node = keys.node(name)
    if node is None:
        return ()
    found = []
    inner = Fields(node, f"{name} of {keys.what}", file, problems, None)
    allowed = ("by", "stated", "source", "status", "says", "note", "at")
    for id_, one in inner.entries.items():
        parts = Fields(one, f"statement {id_}", file, problems, allowed, inner.key_lines[id_])
        texts: dict[str, Any] = {
            "by": parts.text("by", required=True),
            "stated": parts.date("stated", required=True)[0],
            "source": parts.text("source", required=True),
            "status": parts.one_of("status", STATUS, required=True),
            "says": parts.quote(),
            "note": parts.text("note"),
        }
        found.append(Statement(id_, **texts))
    return tuple(found)
