"""How a case can end; each end is a value with a sentence, never an exception or NaN."""

from enum import StrEnum


class Outcome(StrEnum):
    """How one case (a pair, a cell, a flight) ended."""

    MET = "met"
    TOO_LATE = "too_late"
    OUT_OF_REACH = "out_of_reach"
    NEVER_TRACKED = "never_tracked"
    NO_INTERCEPTOR = "no_interceptor"
    NOT_ANSWERABLE = "not_answerable"
    THREAT_CANNOT_REACH = "threat_cannot_reach"
    GOAL_MET = "goal_met"
    TOO_FEW = "too_few"
    BEYOND_DOCTRINE = "beyond_doctrine"
    NOT_ATTAINABLE = "not_attainable"
    IMPACT = "impact"
    OUT_OF_RANGE = "out_of_range"
    TOO_NEAR = "too_near"
    NOT_CONVERGED = "not_converged"
    IN_CLASS = "in_class"
    OUT_OF_CLASS = "out_of_class"
    UNTESTED = "untested"
    EXEMPT = "exempt"
    NOT_COVERED = "not_covered"
    NO_CLAIM = "no_claim"
    REMOVED = "removed"
    IN_VIEW = "in_view"
    BELOW_HORIZON = "below_horizon"
    OUTSIDE_SECTOR = "outside_sector"
    BEYOND_SIGHT = "beyond_sight"

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
    Outcome.NO_INTERCEPTOR: {
        "en": "There are no interceptors.",
        "ru": "Противоракет нет.",
    },
    Outcome.NOT_ANSWERABLE: {
        "en": "The position holds no claim for something that this needs.",
        "ru": "Позиция не содержит заявления, без которого ответа нет.",
    },
    Outcome.THREAT_CANNOT_REACH: {
        "en": "The missile cannot reach this target.",
        "ru": "Ракета не долетает до этой цели.",
    },
    Outcome.GOAL_MET: {
        "en": "The chance that nothing gets through meets the goal.",
        "ru": "Вероятность отсутствия прорыва достигает цели.",
    },
    Outcome.TOO_FEW: {
        "en": "More interceptors would meet the goal.",
        "ru": "Цели можно достичь, если противоракет больше.",
    },
    Outcome.BEYOND_DOCTRINE: {
        "en": "The goal takes more shots at one warhead than the doctrine fires.",
        "ru": "Для цели нужно больше выстрелов по боеголовке, чем допускают правила стрельбы.",
    },
    Outcome.NOT_ATTAINABLE: {
        "en": "No number of interceptors meets the goal: failures that all shots share spoil it.",
        "ru": "Цели не достичь ни при каком числе противоракет: мешают общие для всех отказы.",
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
    Outcome.IN_CLASS: {
        "en": "The range of the missile lies within the limits of the treaty.",
        "ru": "Дальность ракеты лежит в пределах, указанных в договоре.",
    },
    Outcome.OUT_OF_CLASS: {
        "en": "The range of the missile lies outside the limits of the treaty.",
        "ru": "Дальность ракеты лежит вне пределов, указанных в договоре.",
    },
    Outcome.UNTESTED: {
        "en": "The treaty counts the greatest tested range, and there is no test.",
        "ru": "Договор считает по наибольшей испытанной дальности, а испытаний нет.",
    },
    Outcome.EXEMPT: {
        "en": "The treaty leaves out missiles made solely to intercept.",
        "ru": "Договор не распространяется на ракеты, созданные только для перехвата.",
    },
    Outcome.NOT_COVERED: {
        "en": "The treaty covers ground-launched missiles only.",
        "ru": "Договор распространяется только на ракеты наземного базирования.",
    },
    Outcome.NO_CLAIM: {
        "en": "The position holds no range of this missile.",
        "ru": "В позиции нет заявления о дальности этой ракеты.",
    },
    Outcome.REMOVED: {
        "en": "A measure takes this away.",
        "ru": "Мера это исключает.",
    },
    Outcome.IN_VIEW: {
        "en": "The radar has the flight in view for a time.",
        "ru": "Радар видит полёт в течение некоторого времени.",
    },
    Outcome.BELOW_HORIZON: {
        "en": "The flight never rises above the lowest elevation of the radar.",
        "ru": "Полёт не поднимается выше наименьшего угла места радара.",
    },
    Outcome.OUTSIDE_SECTOR: {
        "en": "Above the horizon the flight is never in the radar's sector, or a mask hides it.",
        "ru": "Выше горизонта полёт не входит в сектор радара или скрыт маской.",
    },
    Outcome.BEYOND_SIGHT: {
        "en": "Above the horizon and in the sector the flight is always beyond the radar's range.",
        "ru": "Выше горизонта и в секторе полёт всегда дальше дальности радара.",
    },
}
