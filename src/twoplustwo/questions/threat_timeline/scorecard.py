"""How every prediction fared under one record and one choice of switches."""

from twoplustwo.questions.threat_timeline.event import Event, Happening, first, waited_for
from twoplustwo.questions.threat_timeline.predictions import Prediction
from twoplustwo.questions.threat_timeline.record import Record
from twoplustwo.questions.threat_timeline.switches import Switches
from twoplustwo.questions.threat_timeline.verdict import REMOVED, VOID, Judged, judge


class Scorecard:
    """All predictions under one record and one choice of switches, each judged once."""

    def __init__(
        self,
        predictions: list[Prediction],
        record: Record,
        chosen: Switches,
        removed: frozenset[str],
    ) -> None:
        self.predictions, self.record = predictions, record
        self.switches, self.removed = chosen, removed
        self._dates: dict[Event, Happening | None] = {}
        self._judged: dict[str, Judged] = {}

    def happened(self, event: Event) -> Happening | None:
        """The first happening that is the event, or None."""
        if event not in self._dates:
            least = self.record.ranges[event.region]
            self._dates[event] = first(event, self.record.happenings, least, self.switches)
        return self._dates[event]

    def judged(self, prediction: Prediction) -> Judged:
        """How a prediction fared; one whose condition or missile is gone is not scored."""
        key = prediction.claim.key
        if key not in self._judged:
            happening = self.happened(waited_for(prediction, self.switches))
            date = (
                None if happening is None or happening.date > self.record.until else happening.date
            )
            if prediction.missile in self.removed:
                self._judged[key] = Judged(REMOVED, date)
            elif not self.record.meets(prediction):
                self._judged[key] = Judged(VOID, date)
            else:
                self._judged[key] = judge(
                    prediction, date, self.record.until, self.record.chances, self.switches
                )
        return self._judged[key]
