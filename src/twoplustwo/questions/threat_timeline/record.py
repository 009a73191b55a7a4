"""What happened, and how the record is read, as each position holds it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from twoplustwo.questions.threat_timeline.event import Happening
from twoplustwo.questions.threat_timeline.said import Said
from twoplustwo.stages.inputs import Inputs

KIND = "happenings"
WORDS = ("will", "likely", "could", "may", "unlikely")
RANGES = {
    "southeast-europe": "records.southeast_europe_range",
    "europe": "records.europe_range",
    "us": "records.us_range",
}
# Condition of a prediction: what the record must say for it to be met.
CONDITIONS = {
    "foreign-help": ("foreign_help", "yes"),
    "without-help": ("foreign_help", "no"),
    "iran-chooses": ("iran_chose", "yes"),
}


class Record(NamedTuple):
    """The record of one position.

    `ranges` is the range [m] from which each region counts as reached; `facts` says yes or no.
    """

    happenings: tuple[Happening, ...]
    until: float
    ranges: Mapping[str, float]
    chances: Mapping[str, float]
    facts: Mapping[str, str]

    def meets(self, said: Said) -> bool:
        """Whether the condition of a prediction came about."""
        if said.condition not in CONDITIONS:
            return True
        fact, wanted = CONDITIONS[said.condition]
        return self.facts[fact] == wanted


def records(given: Inputs, dossier: Any, until: float | None) -> list[Record]:
    """The record at each position; `until` in place of the date that is held.

    Raises
    ------
    Missing
        Where something of the record is not held.
    """
    ends = given.values("records.until") if until is None else [until] * len(given)
    ranges = {region: given.values(path) for region, path in RANGES.items()}
    chances = {word: given.values(f"records.{word}") for word in WORDS}
    facts = {fact: given.names(f"records.{fact}") for fact, _ in CONDITIONS.values()}
    things = dossier.things.get(KIND, {})
    dates = {name: given.optional(f"{KIND}.{name}.date") for name in things}
    flown = {name: given.optional(f"{KIND}.{name}.range") for name in things}

    def one(p: int) -> Record:
        happened = [
            _happening(name, thing.structure, dates[name][p], flown[name][p])
            for name, thing in things.items()
            if dates[name][p] is not None
        ]
        return Record(
            tuple(sorted(happened, key=lambda h: (h.date, h.id))),
            ends[p],
            {region: values[p] for region, values in ranges.items()},
            {word: values[p] for word, values in chances.items()},
            {fact: values[p] for fact, values in facts.items()},
        )

    return [one(p) for p in range(len(given))]


def _happening(name: str, plain: Mapping[str, str], date: float, range_m: Any) -> Happening:
    return Happening(
        name,
        plain["event"],
        plain["launcher"],
        plain["payload"],
        plain["nuclear"],
        plain["success"],
        plain["basing"],
        date,
        range_m,
    )
