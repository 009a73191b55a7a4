"""How things on a map are called in a file, and what the file says of where it comes from."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.answers import assumptions_table as assumed
from twoplustwo.answers.answer import Answer, Assumption, Words
from twoplustwo.answers.exports.features import CELL, POINT, RING, TRACK, Feature
from twoplustwo.base.table import Column
from twoplustwo.wording.figures import quantity_text

LANGUAGE = "en"
LANGUAGES = ("en", "ru")
ROWS = "rows"
_SHOWN = {
    "m/s": ("km/s", 1e-3),
    "rad": ("°", 180.0 / math.pi),
    "deg": ("°", 1.0),
    "1": ("%", 100.0),
}
"""SI unit to the unit that people read and the factor; every other unit is shown as it is."""
_PREFIXES = {
    "intercept": {
        "en": ("latest possible meeting", "latest possible meetings"),
        "ru": ("последняя возможная встреча", "последние возможные встречи"),
    }
}
"""A point that a row has besides its place: one of it, and many."""
_TABLES = {
    "bases": {"en": "bases", "ru": "базы"},
    "targets": {"en": "targets", "ru": "цели"},
    "sites": {"en": "sites", "ru": "позиции"},
    "radars": {"en": "radars", "ru": "радары"},
}
_TRUTH = {"en": ("no", "yes"), "ru": ("нет", "да")}
_FOLDERS = {
    TRACK: {"en": "Flights, launch to impact", "ru": "Полёты, от пуска до падения"},
    RING: {
        "en": "Rings, each round what it holds",
        "ru": "Границы, каждая вокруг своего",
    },
    CELL: {"en": "Land, cell by cell", "ru": "Суша по клеткам"},
}


class Look(NamedTuple):
    """How a feature is drawn: its colour as ``#rrggbb``, and what that colour means."""

    color: str
    says: Words | None = None


Paint = Callable[[Feature], Look]


def plain(_: Feature) -> Look:
    """One colour for everything."""
    return Look("#0072b2")


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

    ``Kozelsk, Washington: never tracked`` is a flight, ``Kozelsk, Washington: latest possible
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
    word = one.prefix.replace("_", " ")
    return _PREFIXES.get(one.prefix, {}).get(lang, (word, f"{word}s" if word else ""))


def ends_of(one: Feature, look: Look | None, lang: str = LANGUAGE) -> str:
    """How a flight ends, in words; empty for what is no flight."""
    outcome = one.about.get("outcome")
    if outcome is None or is_place(one):
        return ""
    says = look.says if look and look.says else {}
    return says.get(lang) or says.get(LANGUAGE) or str(outcome).replace("_", " ")


def folder(one: Feature, lang: str = LANGUAGE) -> str:
    """What the features of the same table are, in words."""
    if one.sort in _FOLDERS and not one.prefix:
        return _FOLDERS[one.sort][lang]
    _, points = _point(one, lang)
    known = _TABLES.get(one.table, {}).get(lang, one.table.replace("_", " "))
    table = "" if one.table == ROWS and points else known
    text = ": ".join(part for part in (table, points) if part)
    return text[:1].upper() + text[1:]


def label(answer: Answer, position: str, names: Mapping[str, Any], language: str = LANGUAGE) -> str:
    """A position as it stands over a verdict: whose numbers, not only whose name."""
    rests = answer.rests or answer.rests_of.get(position)
    said = rests.label.get(language) if rests else ""
    laid = laid_over(answer, language)
    return (said or display_name(position, names, language)) + (f" ({laid})" if laid else "")


def laid_over(answer: Answer, language: str = LANGUAGE) -> str:
    """Everything that is laid over a position, in one line."""
    return "; ".join(one.get(language) or one.get(LANGUAGE, "") for one in answer.laid)


def value(column: Column | None, what: Any, names: Mapping[str, Any], lang: str = LANGUAGE) -> str:
    """A value of a table as people read it: ``7.31 km/s``, a name for an identifier."""
    if isinstance(what, bool):
        return _TRUTH[lang][what]
    if not isinstance(what, int | float):
        known = display_name(str(what), names, lang)
        return known if known != str(what) else str(what).replace("_", " ")
    unit = column.unit if column else ""
    shown, factor = _SHOWN.get(unit, (unit, 1.0))
    return quantity_text(f"{what * factor:.4g} {shown}".rstrip(), lang)


def meaning(column: Column | None, otherwise: str, lang: str = LANGUAGE) -> str:
    """What a column means; its name as words where nobody says."""
    said = column.means if column else ""
    text = said.get(lang) or said.get(LANGUAGE, "") if isinstance(said, Mapping) else said
    return str(text) or otherwise.replace("_", " ")


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
            **{
                f"rests_{lang}": one.rests.says.get(lang, "") if one.rests else ""
                for lang in LANGUAGES
            },
            **{
                f"moves_{lang}": one.rests.moves.get(lang, "") if one.rests else ""
                for lang in LANGUAGES
            },
            "assumptions": assumed.table(one).records(),
            "version": one.made.get("version", ""),
        }
        for one in answers
    ]


def origin_in_words(answers: Sequence[Answer], names: Mapping[str, Any] | None = None) -> str:
    """The same in words, a paragraph an answer and language; of the numbers those of the party."""
    return "\n\n".join(_said(one, names or {}, lang) for one in answers for lang in LANGUAGES)


_WORDS = {
    "en": ("laid over it", "as of", "answer", "dossier", "Its own, taken or set numbers"),
    "ru": ("поверх", "на", "ответ", "досье", "Свои, взятые и заданные числа"),
}
_HELD = {
    "own": {"en": "its own", "ru": "своё"},
    "adopted": {"en": "taken over", "ru": "взято у других"},
    "set": {"en": "set by hand", "ru": "задано вручную"},
    "measure": {"en": "moved by a measure", "ru": "изменено мерой"},
    "read": {"en": "read", "ru": "прочитано"},
    "secondary": {"en": "second-hand", "ru": "из вторых рук"},
    "recalled": {"en": "recalled", "ru": "по памяти"},
    "derived": {"en": "derived", "ru": "выведено"},
    "assumed": {"en": "assumed", "ru": "допущено"},
    "best": {"en": "value by", "ru": "само значение:"},
    "ends": {"en": "ends of the interval by", "ru": "концы интервала:"},
}
"""How a number is held, and how well it is known."""


def _number(one: Assumption, names: Mapping[str, Any], lang: str) -> str:
    """One number with who said it and how it is held."""
    how = [_HELD[word][lang] for word in (one.how, one.status) if word in _HELD]
    given = [
        f"{_HELD[part][lang]} {display_name(who, names, lang)}"
        for part, who in (("best", one.best_by), ("ends", one.ends_by))
        if who
    ]
    told = ", ".join(part for part in (display_name(one.by, names, lang), *given, *how) if part)
    return f"{one.means.get(lang) or one.parameter}: {one.shown} ({told})"


def _said(one: Answer, names: Mapping[str, Any], lang: str) -> str:
    over, day, answer, dossier, numbers = _WORDS[lang]
    laid = laid_over(one, lang)
    rests = one.rests
    who = (rests.label.get(lang) if rests else "") or display_name(one.label, names, lang)
    lines = [
        f"{one.question}, {who}"
        + (f"; {over}: {laid}" if laid else "")
        + (f"; {day} {one.as_of}" if one.as_of else "")
        + ".",
        one.headline.sentence.get(lang, "") or one.headline.sentence.get(LANGUAGE, ""),
        *(said.get(lang, "") for said in one.published),
        *((rests.says.get(lang, ""), rests.moves.get(lang, "")) if rests else ()),
    ]
    held = [_number(a, names, lang) for a in one.assumptions if a.how not in ("", "common")]
    if held:
        lines.append(f"{numbers}: {'; '.join(held)}.")
    lines.append(
        f"twoplustwo {one.made.get('version', '')}, {answer} {one.id}, {dossier} "
        f"{one.dossier.get('id', '')} {str(one.dossier.get('hash', ''))[:12]}."
    )
    return "\n".join(line for line in lines if line)
