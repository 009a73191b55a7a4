"""Measures: what could be agreed, and what it does to held values."""

from typing import Any

from twoplustwo.base.phrase import phrase_of
from twoplustwo.dossier.claims import STATUS
from twoplustwo.dossier.fields import Fields
from twoplustwo.dossier.models import Action, Measure
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node

ACTIONS = ("at_most", "at_least", "set", "add", "remove", "mask")
ACTION_KEYS = ("parameter", *ACTIONS)
MEASURE_KEYS = (
    "name",
    "bounds",
    "by",
    "status",
    "source",
    "note",
    "does",
    "verified_by",
    "verified",
    "stated",
    "why",
    "says",
    "at",
    "withdraws",
)
BOUNDS = (
    "speed",
    "number",
    "place",
    "view",
    "time to ready",
    "knowledge",
    "nothing physical",
)
"""What a measure can bound: a closed list, so that measures can be sorted by it."""
WORDS_ALONE = ("knowledge", "nothing physical")
"""Bounds of which nothing that is computed depends: a measure of these needs no action."""


def read_measure(id_: str, tree: Node, file: str, problems: Problems, short: str) -> Measure:
    """``measures/<id>.yaml``.

    A measure says what it bounds, who proposed it, what it does to held values, and what would
    verify it: measures of the dossier by name, and `verified` in words. One that does nothing,
    though it bounds something physical, says why.
    """
    keys = Fields(tree, f"measure {id_}", file, problems, MEASURE_KEYS)
    if "does" not in keys.entries:
        keys.add(
            f"measure {id_} has no does",
            "",
            "expected what it does to held values; `does: []` if nothing physical",
        )
    does = [_action(node, id_, file, problems, short) for node in keys.items("does")]
    bounds, why = keys.one_of("bounds", BOUNDS, required=True), phrase_of(keys.words("why"))
    status, source = keys.one_of("status", STATUS, required=True), keys.text("source")
    if bounds and not does and bounds not in WORDS_ALONE and not why:
        keys.add(
            f"measure {id_} bounds {bounds} and does nothing",
            "bounds",
            "a measure with no handle in the model says why",
            f"add `why:`, write what it does, or bound {' or '.join(WORDS_ALONE)}",
        )
    if status and status != "assumed" and not source:
        keys.add(
            f"measure {id_} has no source",
            "status",
            "a measure has a source, or is `status: assumed`",
        )
    return Measure(
        id=id_,
        name=keys.words("name", required=True),
        bounds=bounds,
        by=keys.text("by", required=True),
        status=status,
        does=tuple(one for one in does if one),
        verified_by=keys.texts("verified_by"),
        source=source,
        note=keys.text("note"),
        verified=keys.words("verified"),
        why=why,
        says=keys.quote(),
        stated=keys.date("stated")[0],
        withdraws=keys.flag("withdraws"),
    )


def _action(node: Node, id_: str, file: str, problems: Problems, short: str) -> Action | None:
    keys = Fields(node, f"an action of measure {id_}", file, problems, ACTION_KEYS)
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
