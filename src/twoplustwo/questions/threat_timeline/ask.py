"""The question in code: the party's predictions, each against what happened; and its dates."""

from typing import Any

from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.questions.threat_timeline import rows
from twoplustwo.questions.threat_timeline.event import Event, first, waited_for
from twoplustwo.questions.threat_timeline.record import KIND as HAPPENINGS
from twoplustwo.questions.threat_timeline.record import Record, records
from twoplustwo.questions.threat_timeline.said import Said, of_party, predictions
from twoplustwo.questions.threat_timeline.switches import Switches, switches
from twoplustwo.questions.threat_timeline.told import scored_words, wrong_words
from twoplustwo.questions.threat_timeline.verdict import REMOVED, VOID, Judged, judge
from twoplustwo.stages.inputs import Inputs
from twoplustwo.wording.figures import year_text


def ask(given: Inputs, dossier: Any, europe: str, us: str, **options: str) -> list[Result]:
    """Answer for every position of `given`.

    Parameters
    ----------
    given : Given
        P positions.
    dossier : Dossier
        For its predictions: a record of what was said, whoever holds what.
    europe, us : str
        Missiles whose held dates are the threat to all of Europe and to the United States.
    **options : str
        The switches, see `switches`.
    """
    chosen = switches(options)
    said = predictions(dossier)
    found = records(given, dossier, chosen.until)
    dates = {name: given.optional(f"missiles.{name}.available") for name in (europe, us)}
    gone = {name: given.removed(f"missiles.{name}") for name in (europe, us)}
    lost = {one.missile: given.removed(f"missiles.{one.missile}") for one in said}
    parties = given.parties()
    names = {one.id: one.name for one in dossier.things.get(HAPPENINGS, {}).values()}

    def result(p: int) -> Result:
        taken = frozenset(name for name, removed in lost.items() if removed[p])
        case = Case(said, found[p], chosen, taken)
        mine = of_party(said, dossier, parties[p])
        judged = [case.judged(one) for one, _ in mine]
        wrong = [w for one in judged if (w := one.years_wrong()) is not None]
        headlines = (
            _date("europe", dates[europe][p], gone[europe][p]),
            _date("us", dates[us][p], gone[us][p]),
            HeadlineValue(
                "mean_years_wrong",
                sum(wrong) / len(wrong) if wrong else None,
                wrong_words(wrong),
                show="years",
                case="wrong" if wrong else "none_scored",
            ),
            HeadlineValue(
                "share_scored",
                len(wrong) / len(mine) if mine else None,
                scored_words(case, mine, judged, names),
                case="share" if mine else "quiet",
            ),
        )
        counted: dict[str, int] = {}
        for one in judged:
            counted[one.outcome] = counted.get(one.outcome, 0) + 1
        listed = tuple(one.claim.key for one in said)
        return Result(headlines, counted, lambda: rows.tables(case, mine), listed)

    return [result(p) for p in range(len(given))]


class Case:
    """All predictions under one record and one choice of switches, each judged once."""

    def __init__(
        self, said: list[Said], record: Record, chosen: Switches, removed: frozenset[str]
    ) -> None:
        self.said, self.record, self.switches, self.removed = said, record, chosen, removed
        self._dates: dict[Event, Any] = {}
        self._judged: dict[str, Judged] = {}

    def happened(self, event: Event) -> Any:
        """The first happening that is the event, or None."""
        if event not in self._dates:
            least = self.record.ranges[event.region]
            self._dates[event] = first(event, self.record.happenings, least, self.switches)
        return self._dates[event]

    def judged(self, said: Said) -> Judged:
        """How a prediction fared; one whose condition or missile is gone is not scored."""
        key = said.claim.key
        if key not in self._judged:
            found = self.happened(waited_for(said, self.switches))
            date = None if found is None or found.date > self.record.until else found.date
            if said.missile in self.removed:
                self._judged[key] = Judged(REMOVED, date)
            elif not self.record.meets(said):
                self._judged[key] = Judged(VOID, date)
            else:
                self._judged[key] = judge(
                    said, date, self.record.until, self.record.chances, self.switches
                )
        return self._judged[key]


def _date(region: str, held: float | None, removed: bool) -> HeadlineValue:
    says = f"{region}_removed" if removed else f"{region}_none" if held is None else region
    words = {} if held is None else {f"year_{lang}": year_text(held, lang) for lang in LANGUAGES}
    return HeadlineValue(
        f"threat_year_{region}", None if removed else held, words, show="year", case=says
    )
