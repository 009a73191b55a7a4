"""Disputes, measures and propositions."""

from typing import Any

from .claims import STATUS
from .fields import Fields, good_name
from .models import Action, Dispute, Measure, Proposition, Statement
from .people import read_test
from .problems import Problems
from .tree import Node

ACTIONS = ("at_most", "at_least", "set", "add", "remove", "mask")


class DisputeText:
    """A dispute as written, with the places of its parameters; the slider waits for its unit."""

    def __init__(self, dispute: Dispute, keys: Fields, lines: dict[str, int], slider: str) -> None:
        self.dispute, self.keys, self.lines, self.slider = dispute, keys, lines, slider


def read_disputes(tree: Node, file: str, problems: Problems) -> dict[str, DisputeText]:
    """``disputes.yaml``: named groups of parameters."""
    found = {}
    for id_, node in (tree.entries or {}).items():
        line = tree.key_lines[id_]
        if not good_name(id_, "a dispute", f"{file}:{line}", problems):
            continue
        allowed = ("name", "parameters", "slider", "note")
        keys = Fields(node, f"dispute {id_}", file, problems, allowed, line)
        name = keys.words("name", required=True)
        names = keys.names("parameters", required=True)
        dispute = Dispute(id_, name, tuple(path for path, _ in names))
        found[id_] = DisputeText(dispute, keys, dict(names), keys.text("slider"))
    return found


def read_measure(id_: str, tree: Node, file: str, problems: Problems, short: str) -> Measure:
    """``measures/<id>.yaml``."""
    allowed = (
        "name",
        "bounds",
        "by",
        "status",
        "source",
        "note",
        "does",
        "verified_by",
        "stated",
        "why",
        "says",
        "at",
    )
    keys = Fields(tree, f"measure {id_}", file, problems, allowed)
    if "does" not in keys.entries:
        keys.add(
            f"measure {id_} has no does",
            "",
            "expected what it does to held values; `does: []` if nothing physical",
        )
    does = [_action(node, id_, file, problems, short) for node in keys.items("does")]
    return Measure(
        id_,
        keys.words("name", required=True),
        keys.text("bounds"),
        keys.text("by", required=True),
        keys.one_of("status", STATUS, required=True),
        tuple(one for one in does if one),
        tuple(name for name, _ in keys.names("verified_by")),
        keys.text("source"),
        keys.text("note"),
    )


def read_proposition(id_: str, tree: Node, file: str, problems: Problems) -> Proposition:
    """``propositions/<id>.yaml``."""
    allowed = ("text", "asserted", "denied", "question", "test", "where", "note")
    keys = Fields(tree, f"proposition {id_}", file, problems, allowed)
    return Proposition(
        id_,
        keys.words("text", required=True),
        _statements(keys, "asserted", file, problems),
        _statements(keys, "denied", file, problems),
        keys.text("question"),
        read_test(keys, required="question" in keys.entries),
        keys.text("where"),
    )


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
            "says": parts.text("says"),
            "note": parts.text("note"),
        }
        found.append(Statement(id_, **texts))
    return tuple(found)


def _action(node: Node, id_: str, file: str, problems: Problems, short: str) -> Action | None:
    allowed = ("parameter", *ACTIONS)
    keys = Fields(node, f"an action of measure {id_}", file, problems, allowed)
    if not keys.sound:
        return None
    path = keys.text("parameter", required=True)
    done: list[Any] = [one for one in ACTIONS if one in keys.entries]
    if len(done) != 1:
        keys.add(
            f"an action of measure {id_} does {len(done)} things to {path}",
            "",
            f"expected exactly one of {', '.join(ACTIONS)}",
        )
        return None
    return Action(path, done[0], keys.text(done[0]), short, node.line, keys.key_lines[done[0]])
