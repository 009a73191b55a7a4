"""Disputes: named groups of parameters on which positions differ."""

from twoplustwo.dossier.fields import Fields, blocks
from twoplustwo.dossier.models import Dispute
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node

DISPUTE_KEYS = ("name", "parameters", "slider", "note")


class DisputeText:
    """A dispute as written, with the places of its parameters; the slider waits for its unit."""

    def __init__(self, dispute: Dispute, keys: Fields, lines: dict[str, int], slider: str) -> None:
        self.dispute, self.keys, self.lines, self.slider = dispute, keys, lines, slider


def read_disputes(tree: Node, file: str, problems: Problems) -> dict[str, DisputeText]:
    """``disputes.yaml``: named groups of parameters."""
    disputes = {}
    for id_, keys in blocks(tree, "dispute", file, problems, DISPUTE_KEYS):
        name = keys.words("name", required=True)
        paths = dict(keys.names("parameters", required=True))
        disputes[id_] = DisputeText(Dispute(id_, name, (*paths,)), keys, paths, keys.text("slider"))
    return disputes
