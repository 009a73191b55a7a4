"""What happened, and how the record is read, as each position holds it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.predicted import conditions, ranges
from twoplustwo.questions.threat_timeline.event import Happening
from twoplustwo.questions.threat_timeline.predictions import Prediction
from twoplustwo.stages.inputs import Inputs

KIND = "happenings"
WORDS = ("will", "likely", "could", "may", "unlikely")


class Record(NamedTuple):
    """The record of one position.

    `ranges` is the range [m] from which each region counts as reached; `met` says of each condition
    of predictions whether it came about.
    """

    happenings: tuple[Happening, ...]
    until: float
    ranges: Mapping[str, float]
    chances: Mapping[str, float]
    met: Mapping[str, bool]

    def meets(self, prediction: Prediction) -> bool:
        """Whether the condition of a prediction came about."""
        return self.met.get(prediction.condition, True)


def records(inputs: Inputs, dossier: Dossier, until: float | None) -> list[Record]:
    """The record at each position; `until` in place of the date that is held.

    Raises
    ------
    Missing
        Where something of the record is not held.
    """
    ends = inputs.values("records.until") if until is None else [until] * len(inputs)
    reached = {region: inputs.values(path) for region, path in ranges(dossier.kinds).items()}
    chances = {word: inputs.values(f"records.{word}") for word in WORDS}
    wants = conditions(dossier.kinds)
    facts = {fact: inputs.names(fact) for fact, _ in wants.values()}
    things = dossier.things.get(KIND, {})
    dates = {name: inputs.optional(f"{KIND}.{name}.date") for name in things}
    flown = {name: inputs.optional(f"{KIND}.{name}.range") for name in things}

    def record_at(p: int) -> Record:
        happened = [
            _happening(name, thing.structure, dates[name][p], flown[name][p])
            for name, thing in things.items()
            if dates[name][p] is not None
        ]
        return Record(
            tuple(sorted(happened, key=lambda h: (h.date, h.id))),
            ends[p],
            {region: values[p] for region, values in reached.items()},
            {word: values[p] for word, values in chances.items()},
            {one: facts[fact][p] == wanted for one, (fact, wanted) in wants.items()},
        )

    return [record_at(p) for p in range(len(inputs))]


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
