"""The sensors of a dossier as records: what every question of a commit reads."""

from typing import Any

from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs


def sensors(given: Inputs, dossier: Any) -> tuple[Any, ...]:
    """Commit rules, scan, cross-section, refraction and the radars of each chain."""
    radars: dict[str, list[records.Records]] = {"own": [], "remote": [], "joint": []}
    for name, thing in sorted(dossier.things["radars"].items()):
        radars[thing.structure["chain"]].append(records.radar(given, name))
    return (
        records.doctrine(given),
        records.numbers(given, "satellites.early-warning.scan_period"),
        records.numbers(given, "warhead.radar_cross_section"),
        records.refraction(given),
        radars["own"],
        radars["remote"],
        radars["joint"],
    )
