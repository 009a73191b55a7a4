"""A verdict in a few words of a language: what turns it, and at which value of one number."""

from collections.abc import Mapping
from typing import Any

from twoplustwo.analysis.claims.verdicts import (
    DEPENDS,
    FAILS,
    HOLDS,
    NOT_ANSWERABLE,
    NOT_PHYSICAL,
)
from twoplustwo.analysis.named import called, dispute
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.named import parameter_name
from twoplustwo.questions.called import amount

SEVERAL = "several at once"  # no dispute alone turns it
SHORT = {
    "en": {HOLDS: "holds", FAILS: "fails", DEPENDS: "depends", NOT_PHYSICAL: "not physical",
           NOT_ANSWERABLE: "not answerable"},
    "ru": {HOLDS: "верно", FAILS: "неверно", DEPENDS: "зависит", NOT_PHYSICAL: "не о физике",
           NOT_ANSWERABLE: "нет ответа"},
}  # fmt: skip
WORDS = {
    "en": {"several": "turned by several disputes at once only", "by": "turned by {what}",
           "taken": "{dispute} as held by: {whose}", "at": "by itself turns at {what}"},
    "ru": {"several": "меняют только несколько споров сразу", "by": "меняет {what}",
           "taken": "{dispute} (по числам: {whose})", "at": "отдельно меняется при: {what}"},
}  # fmt: skip


def shown(one: Mapping[str, Any], dossier: Dossier, lang: str = "en") -> str:
    """A row of the analysis in a few words, everything in it by its name."""
    words, names = WORDS[lang], SHORT[lang]
    if one["verdict"] != DEPENDS:
        parts = [names[one["verdict"]]]
    elif one["depends_on"] == SEVERAL:
        parts = [names[one["own"]], words["several"]]
    else:
        parts = [names[one["own"]], words["by"].format(what=_by(one["depends_on"], dossier, lang))]
    if one["flip"]:
        each = [_value(text, dossier, lang) for text in one["flip"].split(", ")]
        parts.append(words["at"].format(what=", ".join(each)))
    return "; ".join(parts)


def _by(text: str, dossier: Dossier, lang: str) -> str:
    """Disputes, each once, with all whose claims turn the verdict."""
    whose: dict[str, list[str]] = {}
    for one in text.split(", "):
        position, _, about = one.rpartition(":")
        whose.setdefault(about, []).append(called(position, dossier, lang))
    return "; ".join(
        WORDS[lang]["taken"].format(dispute=_about(about, dossier, lang), whose=", ".join(some))
        for about, some in whose.items()
    )


def _value(text: str, dossier: Dossier, lang: str) -> str:
    about, _, value = text.partition(" ")
    return f"{_about(about, dossier, lang)} {amount(value, lang)}"


def _about(name: str, dossier: Dossier, lang: str) -> str:
    """A dispute by its question, a parameter in words."""
    if name in dossier.disputes or "." not in name:
        return dispute(name, dossier, lang)
    return parameter_name(dossier, name)[lang]
