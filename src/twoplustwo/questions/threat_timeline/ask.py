"""The question in code: the party's predictions, each against what happened; and its dates."""

from collections import Counter

from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.questions.threat_timeline import rows
from twoplustwo.questions.threat_timeline.predictions import of_party, predictions
from twoplustwo.questions.threat_timeline.record import KIND as HAPPENINGS
from twoplustwo.questions.threat_timeline.record import records
from twoplustwo.questions.threat_timeline.scorecard import Scorecard
from twoplustwo.questions.threat_timeline.switches import switches
from twoplustwo.questions.threat_timeline.words import (
    HeldYear,
    date_words,
    scored_words,
    wrong_words,
)
from twoplustwo.stages.inputs import Inputs


def ask(inputs: Inputs, dossier: Dossier, **options: str) -> list[Result]:
    """Answer for every position of `inputs`.

    Parameters
    ----------
    inputs : Inputs
        P positions.
    dossier : Dossier
        For its predictions: a record of what was said, whoever holds what.
    **options : str
        By the column of each region the missile whose held date is the threat to it; and the
        switches, see `switches`.
    """
    threats = {
        one.column: options.pop(one.column)
        for one in dossier.regions.values()
        if one.column in options
    }
    chosen = switches(options, dossier)
    every = predictions(dossier)
    record = records(inputs, dossier, chosen.until)
    missiles = list(dict.fromkeys(one.missile for one in every))
    dates = {name: inputs.held(f"missiles.{name}.available") for name in threats.values()}
    gone = {name: inputs.removed(f"missiles.{name}") for name in (*threats.values(), *missiles)}
    parties = inputs.parties()
    names = {one.id: one.name for one in dossier.things.get(HAPPENINGS, {}).values()}

    def result(p: int) -> Result:
        removed = frozenset(name for name in missiles if gone[name][p])
        scorecard = Scorecard(every, record[p], chosen, removed)
        held = of_party(every, dossier, parties[p])
        judged = [scorecard.judged(prediction) for prediction, _ in held]
        wrong = [years for one in judged if (years := one.years_wrong()) is not None]
        headlines = (
            *(_date(region, dates[one][p], gone[one][p]) for region, one in threats.items()),
            HeadlineValue(
                "mean_years_wrong",
                sum(wrong) / len(wrong) if wrong else None,
                wrong_words(wrong),
                show="years",
                case="wrong" if wrong else "none_scored",
            ),
            HeadlineValue(
                "share_scored",
                len(wrong) / len(held) if held else None,
                scored_words(scorecard, held, judged, names),
                case="share" if held else "quiet",
            ),
        )
        outcomes = Counter(one.outcome for one in judged)
        listed = tuple(one.claim.key for one in every)
        return Result(headlines, outcomes, lambda: rows.tables(scorecard, held), listed)

    return [result(p) for p in range(len(inputs))]


def _date(region: str, held: HeldYear | None, removed: bool) -> HeadlineValue:
    case = f"{region}_removed" if removed else f"{region}_none" if held is None else region
    words = {} if held is None else date_words(held)
    value = None if removed or held is None else held.value
    return HeadlineValue(f"threat_year_{region}", value, words, show="year", case=case)
