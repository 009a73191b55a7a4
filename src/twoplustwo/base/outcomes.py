"""How a case can end; each end is a value with a sentence, never an exception or NaN."""

from enum import StrEnum


class Outcome(StrEnum):
    """How one case (a pair, a cell, a flight) ended."""

    MET = "met"
    TOO_LATE = "too_late"
    OUT_OF_REACH = "out_of_reach"
    NEVER_TRACKED = "never_tracked"
    NOT_ANSWERABLE = "not_answerable"
    THREAT_CANNOT_REACH = "threat_cannot_reach"
    IMPACT = "impact"
    OUT_OF_RANGE = "out_of_range"
    TOO_NEAR = "too_near"
    NOT_CONVERGED = "not_converged"

    def sentence(self, language: str = "en") -> str:
        """What the outcome means, as a sentence in `language` (``en`` or ``ru``)."""
        return SENTENCES[self][language]


SENTENCES: dict[Outcome, dict[str, str]] = {
    Outcome.MET: {
        "en": "The interceptor can meet the threat.",
        "ru": "Противоракета может встретить цель.",
    },
    Outcome.TOO_LATE: {
        "en": "The interceptor could meet the threat, but it would have to leave before it may.",
        "ru": "Встреча возможна, но пуск понадобился бы раньше, чем он разрешён.",
    },
    Outcome.OUT_OF_REACH: {
        "en": "No launch, however early, meets the threat within the rules.",
        "ru": "Ни при каком, даже самом раннем, пуске встреча по правилам невозможна.",
    },
    Outcome.NEVER_TRACKED: {
        "en": "No enabled sensor ever gives a track to launch on.",
        "ru": "Ни один из включённых датчиков не даёт сопровождения, достаточного для пуска.",
    },
    Outcome.NOT_ANSWERABLE: {
        "en": "The position holds no claim for something that this needs.",
        "ru": "Позиция не содержит заявления, без которого ответа нет.",
    },
    Outcome.THREAT_CANNOT_REACH: {
        "en": "The missile cannot reach this target.",
        "ru": "Ракета не долетает до этой цели.",
    },
    Outcome.IMPACT: {
        "en": "The missile reaches its target.",
        "ru": "Ракета достигает цели.",
    },
    Outcome.OUT_OF_RANGE: {
        "en": "The target lies beyond the missile's range.",
        "ru": "Цель лежит дальше досягаемости ракеты.",
    },
    Outcome.TOO_NEAR: {
        "en": "The target lies nearer than the missile can fly on its default arc.",
        "ru": "Цель лежит ближе, чем ракета может попасть по обычной траектории.",
    },
    Outcome.NOT_CONVERGED: {
        "en": "The aim solver found no solution, though the target seems within range.",
        "ru": "Решение не найдено, хотя цель, по-видимому, в пределах досягаемости.",
    },
}
