"""Cards of the questions: what each asks and shows, read without the engine."""

import importlib.util
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import QuestionError, nearest
from twoplustwo.base.localized_text import text_in
from twoplustwo.base.table import Table
from twoplustwo.question_cards.implementation import imported
from twoplustwo.question_cards.plugins import NEEDED, plugin_cards

LANGUAGES = ("en", "ru")
"""Every text of a card stands in each of these."""
PLURALS = {"one", "few", "many", "other"}
"""Which forms of a noun there are, by the plural rules of the Unicode CLDR."""
ABOUT = ("answers", "differing")
"""Questions that stand on the first page as answers; those to which parties answer differently."""
HOMES = ("twoplustwo.questions", "twoplustwo.analysis")
MISSING = {"en": "Not answerable: {missing}.", "ru": "Нет ответа: {missing}."}
"""What a card says where something needed is missing, if it has no words of its own for it."""

Slots = Mapping[str, Any] | Callable[[str], Mapping[str, Any]]
"""What fills the slots of a sentence: by name, a mapping by language where that differs."""


@dataclass(frozen=True)
class Card:
    """What a question is: everything that doors, documents and reports need to know of it."""

    id: str
    package: str
    order: int
    title: dict[str, str]
    asks: dict[str, str]
    headline: dict[str, str]
    test: str
    options: dict[str, dict[str, Any]]
    columns: dict[str, dict[str, Any]]
    directions: dict[str, str]
    says: tuple[dict[str, str], ...]
    views: tuple[dict[str, Any], ...]
    left_out: tuple[dict[str, str], ...]
    plays: tuple[dict[str, str], ...] = ({},)
    """The sets of options with which `run` asks it; what takes minutes is asked by hand."""
    plays_about: str = ""
    """Of which questions an analysis is asked by `run`, where its card names none: `ABOUT`."""
    positions: int = 1
    """How many positions it needs at least."""
    test_says: dict[str, dict[str, str]] = field(default_factory=dict)
    """What it means in words that the test ``holds`` or ``fails``, each by language."""
    reads: tuple[str, ...] = ()
    """The questions that an analysis is about, where it has no option ``of`` that names one."""
    first_page: dict[str, Any] = field(default_factory=dict)
    """Where it stands on the first page of a report: ``role``, ``asks``, ``headlines``."""
    tables: dict[str, list[str]] = field(default_factory=dict)
    """The columns of its tables that are made row by row, in order; ``rows`` is the main one."""
    question: str = ""
    """The question that computes it, whatever a dossier calls what it asks."""
    worst: tuple[str, ...] = ()
    """Headlines whose worst case is sought; the card's own without."""
    compared: tuple[str, ...] = ()
    """Headlines by which plans are compared; the card's own without."""
    beside: tuple[str, ...] = ()
    """Questions whose worst case is shown beside: what keeps one promise may break another."""
    counted: dict[str, str] = field(default_factory=dict)
    """What its outcomes count, by language, and what must not be read off them."""
    phrases: dict[str, Any] = field(default_factory=dict)
    """Parts of its sentences, by name and language: templates, and nouns by their plural forms."""
    quarrel: dict[str, str] = field(default_factory=dict)
    """What a dossier opens it with: the ``statement`` in dispute and the ``number`` it turns on."""

    @property
    def is_analysis(self) -> bool:
        """Whether it answers a set of positions rather than one."""
        return ".analysis." in self.package

    @property
    def unaided(self) -> bool:
        """Whether it knows what is meant by each of its options without being told."""
        return all("default" in rule for rule in self.options.values())

    def own_options(self, given: Mapping[str, Any]) -> dict[str, str]:
        """Those of some options that it has; an empty one is left to be as its ask says."""
        return {name: str(given[name]) for name in self.options if given.get(name, "") != ""}

    def template(self, case: str) -> dict[str, str]:
        """The sentence of a case by language, its slots still open."""
        says = next((one for one in self.says if one["when"] == case), None)
        if says is None and case != "missing":
            raise KeyError(f"the card of {self.id} has no sentence for {case!r}")
        says = MISSING if says is None else says
        return {lang: text for lang, text in says.items() if lang != "when"}

    def sentence(self, case: str, slots: Slots) -> dict[str, str]:
        """The sentence of a case in every language, its slots filled.

        Parameters
        ----------
        case : str
            As the card names it under ``when``.
        slots : mapping, or callable from a language to one
            What stands in each slot; a mapping by language where that differs.
        """
        said = {}
        for lang, text in self.template(case).items():
            filled = slots(lang) if callable(slots) else slots
            words = {k: _in(lang, v) if isinstance(v, Mapping) else v for k, v in filled.items()}
            said[lang] = text.format(**words)
        return said

    def table(self, name: str, rows: Sequence[Mapping[str, Any]]) -> Table:
        """Rows as the table `name`, with the columns that the card lists; what lacks is null."""
        return Table.of_rows(self.tables[name], rows)


def _read(package: str, text: str) -> Card:
    raw = yaml.load(text, Loader=yaml.CSafeLoader)
    check_texts(raw, f"{package}/card.yaml")
    return Card(
        id=raw["id"],
        package=package,
        order=raw["order"],
        title=raw["title"],
        asks=raw.get("asks", {}),
        headline=raw["headline"],
        test=raw.get("test", ""),
        options=raw.get("options", {}),
        columns=raw["columns"],
        directions=raw.get("directions", {}),
        says=tuple(raw["says"]),
        views=tuple(raw.get("views", ())),
        left_out=tuple(raw.get("left_out", ())),
        plays=_plays(raw.get("plays", True)),
        plays_about=about if (about := raw.get("plays")) in ABOUT else "",
        positions=raw.get("positions", 1),
        test_says=raw.get("test_says", {}),
        reads=tuple(raw.get("reads", ())),
        first_page=raw.get("first_page", {}),
        tables=raw.get("tables", {}),
        counted=raw.get("counted", {}),
        phrases=raw.get("phrases", {}),
        question=raw["id"],
        worst=tuple(raw.get("worst", ())),
        compared=tuple(raw.get("compared", ())),
        beside=tuple(raw.get("beside", ())),
    )


def _in(lang: str, words: Mapping[str, Any]) -> Any:
    """A text in a language, or what a dossier that has none in it says instead."""
    return words[lang] if lang in words else text_in(words, lang)


def check_texts(part: Any, where: str) -> None:
    """Refuse a text in a language that nobody reads, or that is no text.

    An unquoted comma in ``{en: one, two}`` makes a key of its second half; so it is found.
    """
    if isinstance(part, list):
        for one in part:
            check_texts(one, where)
    if not isinstance(part, dict):
        return
    if not {*LANGUAGES} & {*part}:
        for name, one in part.items():
            check_texts(one, f"{where}, {name}")
        return
    for key, one in part.items():
        known = (*LANGUAGES, "when")
        if key not in known:
            raise QuestionError(
                f"a text is in the unknown language {key!r}",
                where,
                f"languages: {', '.join(LANGUAGES)}",
                "a text with a comma needs quotation marks",
            )
        if not isinstance(one, str) and not (isinstance(one, dict) and {*one} <= PLURALS):
            raise QuestionError(
                f"a text is no text in {key}: {one!r}",
                where,
                "expected words",
                "a text with a comma or a colon needs quotation marks",
            )


def _plays(written: bool | str | list[dict[str, str]]) -> tuple[dict[str, str], ...]:
    """Once with its defaults, never, or once with each listed set of options.

    Where it says of which questions it is asked, once with its defaults stands for that.
    """
    if isinstance(written, str):
        return ({},)
    if isinstance(written, bool):
        return ({},) if written else ()
    return tuple(written)


@cache
def cards() -> dict[str, Card]:
    """All cards by question, in the order in which they are shown.

    Questions are the folders with a ``card.yaml`` in the packages of questions and analyses, and
    the packages named by the entry-point group ``twoplustwo.questions``.
    """
    found = []
    for home in HOMES:
        for folder in resources.files(home).iterdir():
            if folder.is_dir() and (folder / "card.yaml").is_file():
                text = (folder / "card.yaml").read_text(encoding="utf-8")
                found.append(_read(f"{home}.{folder.name}", text))
    ours = {card.id for card in found}
    found += plugin_cards(_read, lambda card: _unfit(card, ours))
    return {card.id: card for card in sorted(found, key=lambda c: (c.order, c.id))}


def _unfit(card: Card, ours: Collection[str]) -> str:
    """What keeps a card from being asked and shown; empty where nothing does."""
    if card.id in ours:
        return f"there is a question {card.id} already"
    for what, texts in (("title", card.title), *(("says", one) for one in card.says)):
        lacking = [
            lang for lang in LANGUAGES if not isinstance(texts, Mapping) or lang not in texts
        ]
        if lacking:
            return f"its {what} lacks {', '.join(lacking)}"
    lacking = [key for key in NEEDED if key not in card.headline]
    if lacking:
        return f"its headline lacks {', '.join(lacking)}"
    if card.headline["column"] not in card.columns:
        return f"its headline is in no column: {card.headline['column']}"
    for view in card.views:
        if not isinstance(view, Mapping) or "kind" not in view:
            return f"a view of it has no kind: {view}"
    if card.test:
        Criterion.parse(card.test)
    if importlib.util.find_spec(f"{card.package}.ask") is None:
        return f"there is no module {card.package}.ask"
    if not callable(getattr(imported(card.package, card.id), "ask", None)):
        return f"there is no function ask in {card.package}.ask"
    return ""


def card(question: str) -> Card:
    """The card of a question; an unknown one is an error with the nearest name."""
    known = cards()
    if question not in known:
        raise QuestionError(
            f"there is no question {question!r}",
            why=f"questions: {', '.join(known)}",
            fix=nearest(question, known),
        )
    return known[question]
