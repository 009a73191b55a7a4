"""What stands first: the answer, what it hinges on, what can be guaranteed, where both could meet.

Everything here is drawn from answers: their headline sentences, as the cards pick them. A card that
belongs on the first page says so with ``first_page``: ``role`` (one of `ROLES`), ``asks`` (what is
asked, short, by language) and ``headlines`` (columns of further headlines whose sentences stand
there too, where they have a value; else the first alone).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..answers.answer import Answer
from . import labels

ROLES = {
    "answer": {
        "title": "What each side’s own numbers say",
        "note": "The same arithmetic, fed with what each side itself holds.",
        "none": "No question of this kind was asked in this run.",
    },
    "hinge": {
        "title": "What the difference hangs on",
        "note": "Which dispute makes the answers differ, and at which value the verdict turns.",
        "none": "Not part of this run: it takes two positions that differ.",
    },
    "guarantee": {
        "title": "What can be guaranteed",
        "note": "The worst case over everything that anybody on the table claims.",
        "none": "Not part of this run.",
    },
    "common-ground": {
        "title": "Where both could meet",
        "note": "Measures and deployments whose worst case passes every side’s own stated test.",
        "none": "Not part of this run.",
    },
}
"""Role to its title, what stands under the title, and what stands there without an answer."""


@dataclass(frozen=True)
class Line:
    """One question on the first page.

    Parameters
    ----------
    question : str
        Identifier; the section with the same one says more.
    asks : str
        What was asked.
    said : tuple of (str, tuple of mapping)
        Position, or an empty text where all are meant at once, and sentences by language.
    """

    question: str
    asks: str
    said: tuple[tuple[str, tuple[Mapping[str, str], ...]], ...]


@dataclass(frozen=True)
class Part:
    """One part of the first page."""

    role: str
    title: str
    note: str
    none: str
    lines: tuple[Line, ...]


def parts(sections: Mapping[str, Sequence[Answer]], info: Mapping[str, Any]) -> list[Part]:
    """The first page of a run.

    Parameters
    ----------
    sections : mapping
        Section to its answers, in the order of the report (`page.grouped`).
    info : mapping
        ``questions``: identifier to ``first_page`` and ``title``, as the cards have them.
    """
    cards = info.get("questions", {})
    found: dict[str, list[Line]] = {role: [] for role in ROLES}
    for section, group in sections.items():
        wanted = cards.get(group[0].question, {}).get("first_page") or {}
        if wanted.get("role") in found:
            found[wanted["role"]].append(_line(section, group, wanted, info))
    return [Part(role, **words, lines=tuple(found[role])) for role, words in ROLES.items()]


def _line(section: str, group: Sequence[Answer], wanted: Mapping[str, Any], info) -> Line:
    card = info.get("questions", {}).get(group[0].question, {})
    asks = labels.words(wanted.get("asks")) or labels.words(card.get("title"))
    about = _about(group[0], info)
    said = tuple(
        (answer.position or "", _sentences(answer, wanted.get("headlines", ()))) for answer in group
    )
    return Line(section, f"{asks} ({about})" if about else asks, said)


def _about(answer: Answer, info: Mapping[str, Any]) -> str:
    """What an analysis is about, where it is about another question."""
    other = str(answer.options.get("of") or "")
    title = info.get("questions", {}).get(other, {}).get("title")
    return labels.words(title) or other


def _sentences(answer: Answer, columns: Sequence[str]) -> tuple[Mapping[str, str], ...]:
    further = [h for h in answer.headlines if h.column in columns and h.value is not None]
    found = [answer.headline, *further]
    kept: dict[str, Mapping[str, str]] = {}
    for one in found:
        if labels.words(one.sentence):
            kept.setdefault(labels.words(one.sentence), one.sentence)
    return tuple(kept.values())
