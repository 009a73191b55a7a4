"""Predictions as they were said: a record that no position, date or setting changes."""

import calendar
from datetime import date
from typing import NamedTuple

from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.dossier.predicted import NO_CONDITION, ranges

KIND = "predictions"
WINDOW, BY, NOT_BEFORE, NO_DATE = "window", "by", "not-before", "no-date"


class Prediction(NamedTuple):
    """One prediction: the plain keys of its file, and the claim of its years."""

    id: str
    event: str
    region: str
    sense: str
    launcher: str
    condition: str
    nuclear: bool
    words: str
    missile: str
    low: float
    best: float
    high: float
    stated: float
    claim: Claim
    party: str | None

    @property
    def bound(self) -> float:
        """The year that a bound names: the earliest it may mean, or the latest."""
        return self.high if self.sense == BY else self.low


def predictions(dossier: Dossier) -> list[Prediction]:
    """Every prediction of the dossier, by region, then by the day on which it was said."""
    regions = list(ranges(dossier.kinds))
    every = [
        _prediction(dossier, name, claim)
        for name in dossier.things.get(KIND, {})
        for claim in dossier.parameters.get(f"{KIND}.{name}.years", ())
    ]
    return sorted(every, key=lambda s: (regions.index(s.region), s.stated, s.id, s.claim.id))


def of_party(every: list[Prediction], dossier: Dossier, party: str) -> list[tuple[Prediction, str]]:
    """Those of a party's own speakers and those that it adopts, with which of the two."""
    adopted = {one.claim for one in dossier.parties[party].adopts}
    held = []
    for prediction in every:
        if prediction.party == party:
            held.append((prediction, "own"))
        elif prediction.claim.key in adopted:
            held.append((prediction, "adopted"))
    return held


def _prediction(dossier: Dossier, name: str, claim: Claim) -> Prediction:
    plain, value = dossier.things[KIND][name].structure, claim.value
    low, best, high = (float(v or 0.0) for v in (value.low, value.best, value.high))
    return Prediction(
        name,
        plain["event"],
        plain["region"],
        plain["sense"],
        plain["launcher"],
        plain.get("condition", NO_CONDITION),
        plain["nuclear"] == "yes",
        plain["words"],
        plain["missile"],
        low,
        best,
        high,
        year_of(claim.stated_day),
        claim,
        dossier.party_of(claim),
    )


def year_of(day: date) -> float:
    """The end of a day, in years and parts of a year."""
    return day.year + day.timetuple().tm_yday / (366 if calendar.isleap(day.year) else 365)
