"""The sheets of a workbook that say where its numbers come from, and how well they are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from twoplustwo.answers.answer import Answer, Assumption, Words
from twoplustwo.answers.cite import bibliography, read, text
from twoplustwo.answers.exports.origin import PHRASES, display_name, label, laid_over
from twoplustwo.base.localized_text import text_in
from twoplustwo.wording.phrases import phrases

Row = list[str]


@dataclass(frozen=True)
class TextSheet:
    """A sheet of texts: its name, heads, and rows."""

    name: str
    heads: Row
    rows: list[Row]


def about_sheet(answers: Sequence[Answer], names: Mapping[str, Any], lang: str) -> TextSheet:
    """What was asked of whom, what came out, and what that rests on."""
    keys = ["question", "whose", "laid", "said", "rests", "published"]
    keys += ["as-of", "dossier", "version", "answer"]
    rows = [
        [
            " · ".join(part for part in (one.question, str(one.options.get("of") or "")) if part),
            label(one, one.label, names, lang) if one.position else _positions(one, names, lang),
            laid_over(one, lang),
            text_in(one.headline.sentence, lang),
            " ".join(text_in(rests.says, lang) for rests in _rests(one)),
            " ".join(text_in(words, lang) for words in one.published),
            one.as_of,
            f"{one.dossier.get('id', '')} {one.dossier.get('hash', '')[:12]}".strip(),
            f"twoplustwo {one.made.get('version', '')}".strip(),
            one.id,
        ]
        for one in answers
    ]
    return TextSheet(_word("about", lang), [_word(key, lang) for key in keys], rows)


def numbers_sheet(answers: Sequence[Answer], names: Mapping[str, Any], lang: str) -> TextSheet:
    """Every number that was read, with who said it, how it is held, and how well it is known."""
    keys = ["whose", "number", "value", "by", "held", "why", "status", "source"]
    titles = {
        str(item["id"]): str(item.get("title") or item["id"]) for item in bibliography(answers)
    }
    rows: dict[tuple[str, ...], None] = {}
    for one in answers:
        whose = label(one, one.label, names, lang) if one.position else _positions(one, names, lang)
        for held in one.assumptions:
            rows[whose, *_number(held, names, titles, lang)] = None  # several questions read one
    heads = [_word(key, lang) for key in keys]
    return TextSheet(_word("numbers", lang), heads, [list(row) for row in rows])


def _number(
    held: Assumption, names: Mapping[str, Any], titles: Mapping[str, str], lang: str
) -> Row:
    return [
        text_in(held.means, lang) or held.parameter,
        held.shown,
        display_name(held.by, names, lang) if held.by else "",
        _known(held.how, lang),
        text_in(held.why, lang),
        _known(held.status, lang),
        titles.get(held.source, held.source),
    ]


def sources_sheet(answers: Sequence[Answer], lang: str) -> TextSheet:
    """Every source that is cited, and how much of it was read."""
    rows = [[text(item), read(item), str(item.get("URL") or "")] for item in bibliography(answers)]
    heads = [_word(key, lang) for key in ("source", "seen", "address")]
    return TextSheet(_word("sources", lang), heads, rows)


def _positions(one: Answer, names: Mapping[str, Any], lang: str) -> str:
    return "; ".join(display_name(position, names, lang) for position in one.positions)


def _rests(one: Answer) -> list[Any]:
    return [one.rests] if one.rests else [*one.rests_of.values()]


def _word(key: str, lang: str) -> str:
    words: Words = phrases(PHRASES)["sheets"][key]
    return words[lang]


def _known(word: str, lang: str) -> str:
    """How a number is held, or how well it is known, in words."""
    held = phrases()["held"].get(word, {})
    return held.get("alone", {}).get(lang) or word
