"""Presets: sets of positions, measures and settings to begin from, and whether they can be held."""

from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.fields import blocks
from twoplustwo.dossier.models import Preset
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.refer import check_known, parameter_kinds
from twoplustwo.dossier.refer_topics import check_overlay
from twoplustwo.dossier.tree import Node

PRESET_KEYS = ("name", "positions", "measures", "set", "note")


def read_presets(tree: Node, file: str, problems: Problems) -> dict[str, Preset]:
    """``presets.yaml``: one block a preset.

    `positions` names parties (every one, if there is none), `measures` and `set` what is laid
    over each of them.
    """
    return {
        name: Preset(
            id=name,
            name=keys.words("name", required=True),
            positions=keys.texts("positions"),
            measures=keys.texts("measures"),
            sets=keys.pairs("set", required=True),
            note=keys.words("note"),
        )
        for name, keys in blocks(tree, "preset", file, problems, PRESET_KEYS)
    }


def check_presets(draft: Draft) -> None:
    """Note every name in a preset that leads nowhere, and every setting that cannot be made."""
    kinds = parameter_kinds(draft)
    for preset in draft.presets.values():
        what, where = f"preset {preset.id}", draft.places[f"preset {preset.id}"]
        if preset.id in draft.parties:
            draft.problems.add(
                f"{what} has the name of a party",
                where,
                "each party is a preset by itself",
                "give it another name, or take it away",
            )
        for name in preset.positions:
            check_known(draft, name, list(draft.parties), what, "party", where)
        check_overlay(draft, preset, kinds, what, where)
