"""How things on a map are called in a file, and what the file says of where it comes from."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.answers import assumptions_table as assumed
from twoplustwo.answers.answer import Answer, Assumption, Words
from twoplustwo.answers.exports.features import POINT, Feature
from twoplustwo.base.table import Column
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.figures import quantity_text
from twoplustwo.wording.phrases import phrases
from twoplustwo.wording.vocabulary import vocabulary

LANGUAGE = "en"
ROWS = "rows"
PHRASES = "twoplustwo.answers.exports"
TABLES = ("bases", "targets", "sites", "radars", "launch_areas", "cities", "places")
"""Tables of places that have a name of their own."""
SHOWN = {
    "m/s": ("km/s", 1e-3),
    "rad": ("°", 180.0 / math.pi),
    "deg": ("°", 1.0),
    "1": ("%", 100.0),
}
"""SI unit to the unit that people read and the factor; every other unit is shown as it is."""


class Look(NamedTuple):
    """How a feature is drawn: its colour as ``#rrggbb``, and what that colour means."""

    color: str
    says: Words | None = None


Paint = Callable[[Feature], Look]


def plain(_: Feature) -> Look:
    """One colour for everything."""
    return Look("#0072b2")


def phrase(name: str, lang: str, **slots: str) -> str:
    """A text of these files in a language."""
    return phrases(PHRASES)[name][lang].format(**slots)


def display_name(identifier: Any, names: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """A thing by its name; by its identifier where there is none."""
    known = names.get(identifier, identifier) if isinstance(identifier, str) else identifier
    if isinstance(known, Mapping):
        return str(known.get(language) or known.get(LANGUAGE) or identifier)
    return str(known)


def feature_name(
    one: Feature, names: Mapping[str, Any], look: Look | None = None, lang: str = LANGUAGE
) -> str:
    """A feature by the names of what it is, and how it ends in words.

    ``Base, Target: never tracked`` is a flight, ``Base, Target: latest possible
    meeting (never tracked)`` a point of it.
    """
    what = ", ".join(display_name(part, names, lang) for part in one.names) or one.id
    point, _ = _point(one, lang)
    ends = ends_of(one, look, lang)
    if point and ends:
        return f"{what}: {point} ({ends})"
    return f"{what}: {point or ends}" if point or ends else what


def is_place(one: Feature) -> bool:
    """Whether it only stands somewhere: a base, whatever becomes of what is launched there."""
    return one.sort == POINT and not one.prefix and one.table != ROWS


def _point(one: Feature, lang: str) -> tuple[str, str]:
    """What a point besides the place of a row is called, one and many of it."""
    texts, many = phrases(PHRASES), f"{one.prefix}s"
    if one.prefix in texts and many in texts:
        return texts[one.prefix][lang], texts[many][lang]
    word = one.prefix.replace("_", " ")
    return word, f"{word}s" if word else ""


def ends_of(one: Feature, look: Look | None, lang: str = LANGUAGE) -> str:
    """How a flight ends, in words; empty for what is no flight."""
    outcome = one.about.get("outcome")
    if outcome is None or is_place(one):
        return ""
    says = look.says if look and look.says else {}
    return says.get(lang) or says.get(LANGUAGE) or str(outcome).replace("_", " ")


def folder(one: Feature, lang: str = LANGUAGE) -> str:
    """What the features of the same table are, in words."""
    texts = phrases(PHRASES)
    if one.sort in texts["folders"] and not one.prefix:
        return texts["folders"][one.sort][lang]
    _, points = _point(one, lang)
    known = texts[one.table][lang] if one.table in TABLES else one.table.replace("_", " ")
    table = "" if one.table == ROWS and points else known
    text = ": ".join(part for part in (table, points) if part)
    return text[:1].upper() + text[1:]


def label(answer: Answer, position: str, names: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """A position as it stands over a verdict: whose numbers, not only whose name."""
    rests = answer.rests or answer.rests_of.get(position)
    whose = rests.label.get(language) if rests else ""
    laid = laid_over(answer, language)
    return (whose or display_name(position, names, language)) + (f" ({laid})" if laid else "")


def laid_over(answer: Answer, language: str = LANGUAGE) -> str:
    """Everything that is laid over a position, in one line."""
    return "; ".join(one.get(language) or one.get(LANGUAGE, "") for one in answer.laid)


def value(column: Column | None, what: Any, names: Mapping[str, Any], lang: str = LANGUAGE) -> str:
    """A value of a table as people read it: ``7.31 km/s``, a name for an identifier."""
    if isinstance(what, bool):
        return vocabulary()["yes" if what else "no"][lang]
    if not isinstance(what, int | float):
        known = display_name(str(what), names, lang)
        return known if known != str(what) else str(what).replace("_", " ")
    unit = column.unit if column else ""
    shown, factor = SHOWN.get(unit, (unit, 1.0))
    return quantity_text(f"{what * factor:.4g} {shown}".rstrip(), lang)


def meaning(column: Column | None, otherwise: str, lang: str = LANGUAGE) -> str:
    """What a column means; its name as words where nobody says."""
    means = column.means if column else ""
    text = means.get(lang) or means.get(LANGUAGE, "") if isinstance(means, Mapping) else means
    return str(text) or otherwise.replace("_", " ")


def by_language(key: str, text: Words) -> dict[str, str]:
    """``key_en``, ``key_ru``: a text by language as properties of a file."""
    return {f"{key}_{lang}": text.get(lang, "") for lang in LANGUAGES}


def provenance(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """What each answer is: enough to ask it again, and every number that it rests on, with who
    said it and how the position holds it.
    """
    return [
        {
            "id": one.id,
            "question": one.question,
            "position": one.label,
            **{f"label_{lang}": label(one, one.label, {}, lang) for lang in LANGUAGES},
            **{f"laid_over_{lang}": laid_over(one, lang) for lang in LANGUAGES},
            "as_of": one.as_of,
            "dossier": dict(one.dossier),
            "options": dict(one.options),
            "headline": one.headline.sentence.get(LANGUAGE, ""),
            "headline_ru": one.headline.sentence.get("ru", ""),
            **by_language("rests", one.rests.says if one.rests else {}),
            **by_language("moves", one.rests.moves if one.rests else {}),
            "assumptions": assumed.table(one).records(),
            "version": one.made.get("version", ""),
        }
        for one in answers
    ]


def origin_in_words(answers: Sequence[Answer], names: Mapping[str, Any] | None = None) -> str:
    """The same in words, a paragraph an answer and language; of the numbers those of the party."""
    return "\n\n".join(
        _answer_in_words(one, names or {}, lang) for one in answers for lang in LANGUAGES
    )


def _number(one: Assumption, names: Mapping[str, Any], lang: str) -> str:
    """One number with who said it and how it is held."""
    held = phrases()["held"]
    how = [
        held[word]["alone"][lang] for word in (one.how, one.status) if "alone" in held.get(word, {})
    ]
    others = [
        phrase(by, lang, who=display_name(who, names, lang))
        for by, who in (
            ("ascribed-to", one.ascribed_to),
            ("best-by", one.best_by),
            ("ends-by", one.ends_by),
        )
        if who
    ]
    parts = (display_name(one.by, names, lang), *others, *how)
    whose = ", ".join(part for part in parts if part)
    return f"{one.means.get(lang) or one.parameter}: {one.shown} ({whose})"


def _answer_in_words(one: Answer, names: Mapping[str, Any], lang: str) -> str:
    laid = laid_over(one, lang)
    rests = one.rests
    who = (rests.label.get(lang) if rests else "") or display_name(one.label, names, lang)
    lines = [
        f"{one.question}, {who}"
        + (f"; {phrase('laid-over', lang)}: {laid}" if laid else "")
        + (f"; {phrase('as-of', lang)} {one.as_of}" if one.as_of else "")
        + ".",
        one.headline.sentence.get(lang, "") or one.headline.sentence.get(LANGUAGE, ""),
        *(text.get(lang, "") for text in one.published),
        *((rests.says.get(lang, ""), rests.moves.get(lang, "")) if rests else ()),
    ]
    held = [_number(a, names, lang) for a in one.assumptions if a.how not in ("", "common")]
    if held:
        lines.append(f"{phrase('numbers', lang)}: {'; '.join(held)}.")
    lines.append(
        f"twoplustwo {one.made.get('version', '')}, {phrase('answer', lang)} {one.id}, "
        f"{phrase('dossier', lang)} {one.dossier.get('id', '')} "
        f"{str(one.dossier.get('hash', ''))[:12]}."
    )
    return "\n".join(line for line in lines if line)
