"""The numbers that would change an answer, as a sentence."""

from collections.abc import Sequence

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.rests import Mover, Words
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.wording.headlines import headline_text
from twoplustwo.wording.phrases import phrases

ONE = {
    "en": "{name} ({held}; {whose}; {status}): {to} gives {value}",
    "ru": "{name} ({held}; {whose}; {status}): {to} даёт {value}",
}
TURNS = {"en": " and turns the verdict", "ru": " и меняет вывод"}
GONE = {"en": "no answer", "ru": "отсутствие ответа"}
SAYS = {
    "en": "What would change it most, one at a time: {movers}.",
    "ru": "Что изменило бы ответ сильнее всего, поодиночке: {movers}.",
}
NOTHING = {
    "en": "No single number, within what anybody on the table says, would change it.",
    "ru": "Ни одно число само по себе, в пределах сказанного сторонами, его не меняет.",
}


def movers_sentence(answer: Answer, found: Sequence[Mover]) -> Words:
    """The movers in one sentence."""
    if not found:
        return NOTHING
    return {
        lang: SAYS[lang].format(movers="; ".join(_mover_text(answer, one, lang) for one in found))
        for lang in LANGUAGES
    }


def _mover_text(answer: Answer, mover: Mover, lang: str) -> str:
    first = answer.headline
    tests = (Criterion.parse(first.test),) if first.test else ()
    told = headline_text(mover.value, first.show, lang, tests)
    value = GONE[lang] if mover.value is None else told
    status = ", ".join(_status(word, lang) for word in mover.status.split(", "))
    text = ONE[lang].format(
        name=mover.name[lang],
        held=mover.held[lang],
        whose=mover.whose[lang],
        status=status,
        to=mover.to[lang],
        value=value,
    )
    return text + TURNS[lang] if mover.turns else text


def _status(word: str, lang: str) -> str:
    """How well a number is known; one without a status was set by hand."""
    forms = phrases()["held"][word or "set"]
    return forms.get("named", forms["alone"])[lang]
