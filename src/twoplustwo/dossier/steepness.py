"""``steepness.yaml``: how fast headlines can change, measured with the claims of a dossier."""

from dataclasses import dataclass

from twoplustwo.dossier.fields import Fields, blocks
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node

FILE = "steepness.yaml"
STEEPNESS_KEYS = ("engine", "claims", "kinds", "measured", "looks", "columns")
COLUMN_KEYS = ("factor", "per")
_AGAIN = "do not write it by hand: `twoplustwo steepness DOSSIER` does"


@dataclass(frozen=True)
class MeasuredSteepness:
    """What was measured of one question, and with what.

    Parameters
    ----------
    question : str
    engine, claims : str
        Digests of the program and of all that is claimed of `kinds` of things.
    kinds : tuple of str
        Kinds of things whose claims the question reads.
    per : dict of str to (dict of str to float)
        Column to pattern of a path to the greatest change of the column (SI) for a change of one
        SI unit of the number, safety factor included.
    """

    question: str
    engine: str
    claims: str
    kinds: tuple[str, ...]
    per: dict[str, dict[str, float]]


def read_steepness(tree: Node, file: str, problems: Problems) -> dict[str, MeasuredSteepness]:
    """The file: one block a question."""
    return {
        name: MeasuredSteepness(
            question=name,
            engine=keys.text("engine", required=True, fix=_AGAIN),
            claims=keys.text("claims", required=True, fix=_AGAIN),
            kinds=keys.texts("kinds", required=True),
            per=_columns(keys),
        )
        for name, keys in blocks(tree, "question", file, problems, STEEPNESS_KEYS)
    }


def _columns(keys: Fields) -> dict[str, dict[str, float]]:
    node = keys.node("columns")
    if node is None or not node.entries:
        return {}
    columns = keys.inner("columns")
    found = {}
    for name in node.entries:
        column = columns.inner(name, COLUMN_KEYS, f"column {name}")
        factor = _positive(column, "factor", column.text("factor", required=True))
        rates = column.pairs("per", required=True)
        found[name] = {path: factor * _positive(column, "per", text) for path, text in rates}
    return found


def _positive(keys: Fields, key: str, text: str) -> float:
    """A number of at least nought; infinity, which bounds nothing, where it is none."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0.0 <= number < float("inf"):
        keys.add(f"{key} of {keys.what} is no number: {text}", key, "expected 0 or more", _AGAIN)
        return float("inf")
    return number
