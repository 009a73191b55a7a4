"""Propositions: public statements, each with the test that decides it; and their couplings."""

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.filter import Filter
from twoplustwo.dossier.claims import STATUS
from twoplustwo.dossier.fields import Fields, blocks
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.statements import Case, Coupling, Proposition, Statement
from twoplustwo.dossier.tree import Node

ROWS = ("every", "some")
HANDLES = ("none", "missing")
"""Why a proposition has no question: it is not physical, or no question decides it yet."""
CASE_KEYS = ("options", "set", "measures")
_ASKED = ("test", "where", "table", "rows", "less", *CASE_KEYS)
PROPOSITION_KEYS = ("text", "asserted", "denied", "question", "note", "handle", *_ASKED)
STATEMENT_KEYS = ("by", "stated", "source", "status", "says", "note", "at")
COUPLING_KEYS = ("propositions", "why", "by", "source", "status", "note")


def read_proposition(id_: str, tree: Node, file: str, problems: Problems) -> Proposition:
    """``propositions/<id>.yaml``.

    One with a `question` has a `test`: on a headline, or with `table`, `where` or `rows` on rows.
    `options`, `set` and `measures` are laid over every position alike; with `less`, another such
    case, the test is of the difference between the two. One without a question says in `handle`
    whether it is not physical or no question decides it, and why in its `note`.
    """
    keys = Fields(tree, f"proposition {id_}", file, problems, PROPOSITION_KEYS)
    physical = "question" in keys.entries
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
        asserted=_statements(keys, "asserted"),
        denied=_statements(keys, "denied"),
        question=keys.text("question"),
        test=keys.parsed("test", Criterion.parse, required=physical),
        where=keys.parsed("where", Filter.parse),
        table=keys.text("table"),
        rows=keys.one_of("rows", ROWS) or ROWS[0],
        case=_case(keys),
        less=_less(keys),
        note=note,
        handle="" if physical else keys.one_of("handle", HANDLES),
        line=keys.key_lines.get("test", 0),
    )


def read_couplings(tree: Node, file: str, problems: Problems) -> dict[str, Coupling]:
    """``couplings.yaml``: propositions that one party can hardly argue together, and why."""
    couplings = {}
    for id_, keys in blocks(tree, "coupling", file, problems, COUPLING_KEYS):
        names = keys.texts("propositions", required=True)
        if keys.sound and len(set(names)) < 2:
            keys.add(
                f"coupling {id_} names {len(set(names))} proposition",
                "propositions",
                "it takes at least two to be coupled",
            )
        couplings[id_] = Coupling(
            id_,
            names,
            keys.words("why", required=True),
            keys.text("by", required=True),
            keys.text("source", required=True),
            keys.one_of("status", STATUS, required=True),
        )
    return couplings


def _case(keys: Fields) -> Case:
    return Case(keys.pairs("options"), keys.pairs("set"), keys.texts("measures"))


def _less(keys: Fields) -> Case | None:
    node = keys.node("less")
    if node is None:
        return None
    what, line = f"less of {keys.what}", keys.key_lines["less"]
    return _case(Fields(node, what, keys.file, keys.problems, CASE_KEYS, line))


def _statements(keys: Fields, name: str) -> tuple[Statement, ...]:
    if keys.node(name) is None:
        return ()
    statements = []
    inner = keys.inner(name)
    for id_, node in inner.entries.items():
        line = inner.key_lines[id_]
        parts = Fields(node, f"statement {id_}", keys.file, keys.problems, STATEMENT_KEYS, line)
        statement = Statement(
            id=id_,
            by=parts.text("by", required=True),
            stated=parts.date("stated", required=True)[0],
            source=parts.text("source", required=True),
            status=parts.one_of("status", STATUS, required=True),
            says=parts.quote(),
            note=parts.text("note"),
        )
        statements.append(statement)
    return tuple(statements)
