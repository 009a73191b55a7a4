"""What stands first: the answer, what it hinges on, what can be guaranteed, where both could meet.

Everything here is drawn from answers: their headline sentences, as the cards pick them. A card that
belongs on the first page says so with ``first_page``: ``role`` (one of `ROLES`), ``asks`` (what is
asked, short, by language), ``says`` (a plain sentence by language, in which ``{share}`` stands for
the value of the headline of that column, ``{share_low}`` and ``{share_high}`` for the ends of its
interval, and ``{sentence}`` for the headline's own sentence; where one of them is missing, that
sentence stands alone) and ``headlines``
(columns of further headlines whose sentences stand there too, where they have a value).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.reports import labels
from twoplustwo.reports.tested import FARES, tested
from twoplustwo.wording.phrases import phrases

ROLES = {
    role: {part: text["en"] for part, text in words.items()}
    for role, words in phrases("twoplustwo.reports")["roles"].items()
}
"""Role to its title, what stands under the title, and what stands there without an answer."""
ANSWER = "answer"


@dataclass(frozen=True)
class Said:
    """What one answer says on the first page, and what that rests on.

    Parameters
    ----------
    position : str
        As text; empty where all are meant at once.
    label : mapping of str to str
        The party's name as it stands over a verdict, by language.
    laid : tuple of mapping
        What is laid over what it holds.
    sentences : tuple of mapping
    spans : mapping of str to str
        Whose intervals the ranges in the sentences span.
    rests, moves : mapping of str to str
        Whose numbers it rests on; what would change it most.
    status : mapping of str to int
        How well those numbers are known, counted.
    test : mapping of str to str
        How the question's test fares, and whose test that is; empty without one.
    fares : str
        The same in a word.
    """

    position: str
    label: Mapping[str, str]
    sentences: tuple[Mapping[str, str], ...]
    laid: tuple[Mapping[str, str], ...] = ()
    spans: Mapping[str, str] = field(default_factory=dict)
    rests: Mapping[str, str] = field(default_factory=dict)
    moves: Mapping[str, str] = field(default_factory=dict)
    status: Mapping[str, int] = field(default_factory=dict)
    test: Mapping[str, str] = field(default_factory=dict)
    fares: str = ""

    def lines(self, language: str) -> list[str]:
        """Everything it says in a language, a line each."""
        below = [self.rests, self.moves]
        if text := labels.words(self.spans, language):
            ranges = phrases("twoplustwo.reports")["ranges"][language].format(spans=text)
            below.insert(0, {language: ranges})
        return [
            text
            for one in (*self.sentences, self.test, *below)
            if (text := labels.words(one, language))
        ]


@dataclass(frozen=True)
class Line:
    """One question on the first page.

    Parameters
    ----------
    question : str
        Identifier; the section with the same one says more.
    asks : str
        What was asked.
    said : tuple of Said
        One a position, or the one of an analysis.
    published : tuple of mapping
        What was published of it and differs from what comes out, whoever's numbers are taken.
    """

    question: str
    asks: str
    said: tuple[Said, ...]
    published: tuple[Mapping[str, str], ...] = ()


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
        ``questions``: identifier to ``first_page`` and ``title``, as the cards have them, and
        ``asked``, its place among what the dossier asks: answers stand in that order.
    """
    cards = info.get("questions", {})
    found: dict[str, list[tuple[int, Line]]] = {role: [] for role in ROLES}
    asked = {one.question for group in sections.values() for one in group}
    for section, group in sections.items():
        wanted = cards.get(group[0].question, {}).get("first_page") or {}
        about = str(group[0].options.get("of") or "")
        elsewhere = about in asked and not cards.get(about, {}).get("first_page")
        if wanted.get("role") in found and not elsewhere:
            asks = cards[group[0].question].get("asked", 0) if wanted["role"] == ANSWER else 0
            found[wanted["role"]].append((asks, _line(section, group, wanted, info)))
    for lines in found.values():
        lines.sort(key=lambda one: one[0])
    return [
        Part(role, **words, lines=tuple(line for _, line in found[role]))
        for role, words in ROLES.items()
    ]


def _line(section: str, group: Sequence[Answer], wanted: Mapping[str, Any], info) -> Line:
    card = info.get("questions", {}).get(group[0].question, {})
    title = labels.words(card.get("title")) or labels.name(group[0].question)
    asks = labels.words(wanted.get("asks")) or title
    about = _about(group[0], info)
    said = tuple(_said(answer, _sentences(answer, wanted), info) for answer in group)
    published = {labels.words(text): text for answer in group for text in answer.published}
    return Line(section, f"{asks} ({about})" if about else asks, said, tuple(published.values()))


def _said(answer: Answer, sentences: tuple[Mapping[str, str], ...], info) -> Said:
    said = Said(
        answer.position or "",
        {},
        sentences,
        answer.laid,
        test=tested(info, answer, answer.headline),
        fares=FARES[answer.headline.holds],
    )
    rests = answer.rests
    if rests is None:
        return said
    return replace(
        said,
        label=rests.label,
        spans=answer.headline.spans,
        rests=rests.says,
        moves=rests.moves,
        status=rests.status,
    )


def _about(answer: Answer, info: Mapping[str, Any]) -> str:
    """What an analysis is about, where it is about another question."""
    other = str(answer.options.get("of") or "")
    title = info.get("questions", {}).get(other, {}).get("title")
    return labels.words(title) or other


def _sentences(answer: Answer, wanted: Mapping[str, Any]) -> tuple[Mapping[str, str], ...]:
    columns: Sequence[str] = wanted.get("headlines", ())
    further = [h for h in answer.headlines if h.column in columns and h.value is not None]
    first = _plain(answer, wanted.get("says", {})) or answer.headline.sentence
    kept: dict[str, Mapping[str, str]] = {}
    for sentence in [first, *(one.sentence for one in further)]:
        if labels.words(sentence):
            kept.setdefault(labels.words(sentence), sentence)
    return tuple(kept.values())


def _plain(answer: Answer, says: Mapping[str, str]) -> Mapping[str, str]:
    """The card's plain sentence with this answer's values; empty where one is missing."""
    try:
        return {
            language: text.format(
                **_shown(answer, language),
                sentence=labels.words(answer.headline.sentence, language),
            )
            for language, text in says.items()
        }
    except KeyError:
        return {}


def _shown(answer: Answer, language: str) -> dict[str, str]:
    shown: dict[str, str] = {}
    for one in (answer.headline, *answer.headlines):
        texts = {
            "": "" if one.value is None else labels.headline(one.value, one, language),
            "_low": "" if one.low is None else labels.headline(one.low, one, language),
            "_high": "" if one.high is None else labels.headline(one.high, one, language),
            "_range": labels.ends(one, language),
        }
        for ending, text in texts.items():
            if text:
                shown.setdefault(one.column + ending, text)
    return shown
