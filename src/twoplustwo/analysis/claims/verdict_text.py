"""A verdict in a few words of a language: what turns it, and at which value of one number."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from twoplustwo.analysis.claims.bind import BoundQuestion, RowCriterion
from twoplustwo.analysis.claims.verdicts import DEPENDS, FAILS, HOLDS, NOT_ANSWERABLE, NOT_PHYSICAL
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.filter import Named
from twoplustwo.dossier.display_names import in_every_language, parameter_name
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.display_names import dispute_name, position_name
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.wording.criteria import column_name, describe_test
from twoplustwo.wording.figures import quantity_text
from twoplustwo.wording.vocabulary import vocabulary

SEVERAL = "several at once"  # no dispute alone turns it
SHORT = {
    "en": {
        HOLDS: "holds",
        FAILS: "fails",
        DEPENDS: "depends",
        NOT_PHYSICAL: "not physical",
        NOT_ANSWERABLE: "not answerable",
    },
    "ru": {
        HOLDS: "верно",
        FAILS: "неверно",
        DEPENDS: "зависит",
        NOT_PHYSICAL: "не о физике",
        NOT_ANSWERABLE: "нет ответа",
    },
}
WORDS = {
    "en": {
        "several": "turned by several disputes at once only",
        "by": "turned by {what}",
        "taken": "{dispute} as held by: {whose}",
        "at": "by itself turns at {what}",
    },
    "ru": {
        "several": "меняют только несколько споров сразу",
        "by": "меняет {what}",
        "taken": "{dispute} (по числам: {whose})",
        "at": "отдельно меняется при: {what}",
    },
}


def verdict_text(one: Mapping[str, Any], dossier: Dossier, lang: str = "en") -> str:
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
        whose.setdefault(about, []).append(position_name(position, dossier, lang))
    return "; ".join(
        WORDS[lang]["taken"].format(dispute=_about(about, dossier, lang), whose=", ".join(some))
        for about, some in whose.items()
    )


def _value(text: str, dossier: Dossier, lang: str) -> str:
    about, _, value = text.partition(" ")
    return f"{_about(about, dossier, lang)} {quantity_text(value, lang)}"


def _about(name: str, dossier: Dossier, lang: str) -> str:
    """A dispute by its question, a parameter in words."""
    if name in dossier.disputes or "." not in name:
        return dispute_name(name, dossier, lang)
    return parameter_name(dossier, name)[lang]


ROWS = {
    ("en", True): "every row{where}: {test}",
    ("en", False): "some row{where}: {test}",
    ("ru", True): "каждая строка{where}: {test}",
    ("ru", False): "хотя бы одна строка{where}: {test}",
}
WHERE = {"en": " with {each}", "ru": " ({each})"}
OR = {"en": " or ", "ru": " или "}
AGAINST = {"en": " compared with ", "ru": " и, для сравнения, "}
AS_HELD = {"en": "as held", "ru": "как принято"}


def test_text(
    want: RowCriterion | None, puts: Sequence[BoundQuestion], dossier: Dossier, lang: str
) -> str:
    """What is tested and what is laid over the positions for it, everything by its name."""
    if want is None:
        return ""
    asked = card_of(dossier, puts[0].question)
    test = describe_test(asked, want.test)[lang]
    if want.of_rows:
        each = () if want.where is None else want.where.conditions
        where = "; ".join(_condition(asked, one, dossier, lang) for one in each)
        test = ROWS[lang, want.every].format(
            where=WHERE[lang].format(each=where) if where else "", test=test
        )
    apart = {
        pair
        for put in puts
        for pair in put.options
        if any(pair not in other.options for other in puts)
    }
    over = [_over(put, apart, dossier, lang) for put in puts]
    laid = "" if set(over) == {AS_HELD[lang]} and len(over) == 1 else AGAINST[lang].join(over)
    return f"{laid}: {test}" if laid else test


def _condition(asked: Card, one: Named | Criterion, dossier: Dossier, lang: str) -> str:
    if isinstance(one, Criterion):
        return describe_test(replace(asked, test=""), one)[lang]
    names = [_name(text, dossier, lang) for text in one.names]
    return f"{column_name(asked, one.column)[lang]}: {OR[lang].join(names)}"


def _name(text: str, dossier: Dossier, lang: str) -> str:
    things = (one for some in dossier.things.values() for one in some.values())
    name = next((one.name for one in things if one.id == text), None)
    return in_every_language(name or vocabulary().get(text, {}), text)[lang]


def _over(put: BoundQuestion, apart: Set[tuple[str, str]], dossier: Dossier, lang: str) -> str:
    """What is laid over the positions, and the options that tell it from what it is put beside."""
    laid = [_name(text, dossier, lang) for key, text in put.options if (key, text) in apart]
    laid += [
        f"{parameter_name(dossier, path)[lang]}: {quantity_text(text, lang)}"
        for path, text in put.sets
    ]
    laid += [
        in_every_language(dossier.measures[measure].name, measure)[lang] for measure in put.measures
    ]
    return ", ".join(laid) or AS_HELD[lang]
