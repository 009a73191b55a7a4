"""Disputes: named groups of parameters on which positions differ."""

from twoplustwo.dossier.fields import Fields, good_name
from twoplustwo.dossier.models import Dispute
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node


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
