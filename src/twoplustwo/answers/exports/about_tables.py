"""What a database of answers says besides their tables: what was asked, what came out, on what."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

from twoplustwo.answers.answer import Answer, Assumption, Headline
from twoplustwo.answers.cite import bibliography, csl, read, text
from twoplustwo.answers.exports.origin import by_language, laid_over
from twoplustwo.answers.schema import dumps
from twoplustwo.question_cards.card import LANGUAGES

Record = dict[str, Any]


@cache
def described() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Table to column to its type, provenance and meaning by language."""
    file = resources.files("twoplustwo.answers.exports").joinpath("database.yaml")
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def about(answers: Sequence[Answer], names: Mapping[str, Any]) -> dict[str, list[Record]]:
    """Every such table but the dictionary, as records by column.

    Parameters
    ----------
    answers : sequence of Answer
    names : mapping
        Identifier to name, as text or by language.
    """
    numbered = [*enumerate(answers, 1)]
    return {
        "answers": [_answer(number, one) for number, one in numbered],
        "headlines": [
            _headline(number, one, headline)
            for number, one in numbered
            for headline in (one.headline, *one.headlines)
        ],
        "assumptions": [
            _assumption(number, one, held) for number, one in numbered for held in one.assumptions
        ],
        "sources": [_source(one) for one in bibliography(answers)],
        "names": [
            {"id": key, **{f"name_{lang}": _name(name, lang) for lang in LANGUAGES}}
            for key, name in names.items()
        ],
    }


def _answer(number: int, one: Answer) -> Record:
    return {
        "answer_number": number,
        "answer_id": one.id,
        "question": one.question,
        "of": one.options.get("of"),
        "position": one.label,
        **by_language("label", _joined(one, "label")),
        **{f"laid_over_{lang}": laid_over(one, lang) for lang in LANGUAGES},
        "as_of": one.as_of,
        "dossier": one.dossier.get("id"),
        "dossier_hash": one.dossier.get("hash"),
        "options": dumps(dict(one.options)).strip(),
        **by_language("sentence", one.headline.sentence),
        **by_language("rests", _joined(one, "says")),
        **{
            f"published_{lang}": " ".join(words.get(lang, "") for words in one.published)
            for lang in LANGUAGES
        },
        "version": one.made.get("version"),
    }


def _joined(one: Answer, what: str) -> dict[str, str]:
    """A text of what an answer rests on; of an analysis those of its positions."""
    every = [one.rests] if one.rests else [*one.rests_of.values()]
    return {
        lang: "; ".join(part for rests in every if (part := getattr(rests, what).get(lang, "")))
        for lang in LANGUAGES
    }


def _headline(number: int, one: Answer, headline: Headline) -> Record:
    return {
        "answer_number": number,
        "position": one.label,
        "question": one.question,
        "name": headline.column,
        "first": headline is one.headline,
        "value": headline.value,
        "low": headline.low,
        "high": headline.high,
        "unit": headline.unit,
        "shown_in": headline.show,
        "interval": headline.interval,
        "test": headline.test,
        "holds": headline.holds,
        **by_language("sentence", headline.sentence),
    }


def _assumption(number: int, one: Answer, held: Assumption) -> Record:
    is_text = isinstance(held.value, str)
    return {
        "answer_number": number,
        "position": one.label,
        "parameter": held.parameter,
        **by_language("means", held.means),
        "shown": held.shown,
        "value": None if is_text else held.value,
        "value_text": held.value if is_text else None,
        "low": held.low,
        "high": held.high,
        "unit": held.unit,
        "said_by": held.by,
        "by_party": held.by_party,
        "ascribed_to": held.ascribed_to,
        "held_how": held.how,
        **by_language("why", held.why),
        "status": held.status,
        "source": held.source,
    }


def _source(item: Mapping[str, Any]) -> Record:
    (standard,) = csl([item])
    return {
        "id": item["id"],
        "title": item.get("title"),
        "cited_as": text(item),
        "seen": read(item),
        "url": item.get("URL"),
        "csl": dumps(standard).strip(),
    }


def _name(name: Any, lang: str) -> str:
    return name if isinstance(name, str) else str(name.get(lang) or name.get(LANGUAGES[0], ""))
