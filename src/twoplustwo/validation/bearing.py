"""What was said against what comes out: published statements that bear on a question, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.answers.answer import Answer, Words
from twoplustwo.base.csl import told
from twoplustwo.base.units import show, si_unit
from twoplustwo.dossier.display_names import in_sentence, parameter_name
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.find import packaged, parameter
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.ask import ask
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.search.turning_point import Bracket, bisect, printable_decimal
from twoplustwo.validation.cases import DIFFERS, Case, load
from twoplustwo.validation.studies.inputs import inputs
from twoplustwo.wording.figures import quantity_text, range_text
from twoplustwo.wording.headlines import headline_text
from twoplustwo.wording.vocabulary import vocabulary

BOTH = {"en": "{names} both said", "ru": "{names} — и тот и другой — утверждали"}
ONE = {"en": "{names} said", "ru": "{names}: утверждение"}
AND = {"en": " and ", "ru": " и "}
SAYS = {"en": "{who}: {says}. Here: {here}.", "ru": "{who}: {says}. Здесь: {here}."}
HERE = {"en": "{value} under {label}{how}{turns}", "ru": "{label} — {value}{how}{turns}"}
ALL = {"en": ", all of them by {how}{when}", "ru": ",{when} все — {how}"}
SOME = {"en": ", {n} of {all} of them by {how}{when}", "ru": ",{when} из {all} {n} — {how}"}
COMES_TRUE = {
    "en": "; it comes true where “{name}” is {value} or more{held}",
    "ru": "; становится верным, если «{name}» — {value} и больше{held}",
}
OUTSIDE = {
    "en": ", outside what is held of it ({span})",
    "ru": ", вне принятого ({span})",
}
WITHIN = {"en": ", within what is held of it ({span})", "ru": ", в пределах принятого ({span})"}


class Said(NamedTuple):
    """One statement that bears on a question: who made it, and the cases that test it."""

    says: Words
    by: tuple[str, ...]
    cases: tuple[Case, ...]

    def read_in(self, speaker: str) -> list[str]:
        """Where what a speaker said was read."""
        return list(dict.fromkeys(case.source for case in self.cases if case.by == speaker))


def with_published(answers: Sequence[Answer], dossier: Dossier) -> list[Answer]:
    """The same answers, each with what was published of it and differs from what comes out.

    Only answers of the dossier that the cases speak of: with nothing laid over, or with just that
    laid over of which a statement speaks, at its own values. What somebody else tries is no matter
    of the statement.

    Parameters
    ----------
    answers : sequence of Answer
        Of one question, one a position.
    dossier : Dossier
        With which they were asked.
    """
    if dossier.root != packaged().get(inputs()["dossier"]):
        return [*answers]
    return [_with(one, dossier) for one in answers]


def _with(answer: Answer, dossier: Dossier) -> Answer:
    if answer.headline.value is None or not _as_usual(answer, dossier):
        return answer
    said = [
        one
        for one in statements(card_of(dossier, answer.question).question)
        if _bears(one, answer, dossier)
    ]
    if not said:
        return answer
    known = dossier.memo.setdefault("published", {})
    marked = {tuple(case.id for case in one.cases): one for one in said}
    for mark in marked.keys() - known.keys():
        known[mark] = _told(marked[mark], dossier)
    return replace(answer, published=tuple(known[mark] for mark in marked))


def _as_usual(answer: Answer, dossier: Dossier) -> bool:
    """Whether a question is asked with its own options, as the cases ask it."""
    usual = {
        name: str(one.get("default", ""))
        for name, one in card_of(dossier, answer.question).options.items()
    }
    return all(str(value) == usual.get(name) for name, value in answer.options.items())


def _bears(said: Said, answer: Answer, dossier: Dossier) -> bool:
    """Whether a statement is about a position: as a party holds it, or what a case speaks of."""
    if not answer.laid:
        return True
    position = parse_position(str(answer.position), dossier)
    if position.as_of and position.as_of != dossier.as_of:
        return False
    return any(_speaks_of(case, position, dossier) for case in said.cases)


def _speaks_of(case: Case, position: Position, dossier: Dossier) -> bool:
    """Whether all that is laid over a position is named by a case, and has the case's value."""
    now, plain = resolve(dossier, position), resolve(dossier, Position(position.party))
    if (now.removed, now.masks) != (plain.removed, plain.masks):
        return False

    def value(held: Held, path: str) -> Any:
        item = held.values.get(path)
        return None if item is None else item.value

    moved = {
        path for path in {*now.values, *plain.values} if value(now, path) != value(plain, path)
    }
    meant = resolve(dossier, _position(case, dossier))
    named = {parameter(dossier, path).path for path in case.written.get("set") or {}}
    return moved <= named and all(value(now, path) == value(meant, path) for path in named)


def statements(question: str) -> list[Said]:
    """What was published of a question and differs from ours, alike statements together."""
    found: dict[str, list[Case]] = {}
    for case in load().cases.values():
        if case.bears_on == question and case.status == DIFFERS:
            found.setdefault(case.says["en"], []).append(case)
    return [
        Said(some[0].says, tuple(dict.fromkeys(case.by for case in some)), tuple(some))
        for some in found.values()
    ]


def _told(said: Said, dossier: Dossier) -> Words:
    here = [_here(case, dossier) for case in said.cases]
    form = BOTH if len(said.by) == 2 else ONE
    return {
        lang: SAYS[lang].format(
            who=form[lang].format(
                names=AND[lang].join(_who(one, said, dossier, lang) for one in said.by)
            ),
            says=said.says[lang],
            here="; ".join(one[lang] for one in here),
        )
        for lang in LANGUAGES
    }


def _who(speaker: str, said: Said, dossier: Dossier, lang: str) -> str:
    """A speaker by name, with where and when the words were printed."""
    name = in_sentence(dossier, speaker)[lang]
    items = [dossier.sources[one].csl() for one in said.read_in(speaker) if one in dossier.sources]
    printed = "; ".join(
        ", ".join(part for part in (one.get("container-title"), told(one.get("issued"))) if part)
        for one in items
    )
    return f"{name} ({printed})" if printed else name


def _here(case: Case, dossier: Dossier) -> Words:
    """What comes out at the position of a case, how, and from where on the statement is true."""
    position = _position(case, dossier)
    (answer,) = ask(case.bears_on, [position], dossier)
    assert answer.rests is not None  # every answer of a question has it
    value, show = answer.headline.value, answer.headline.show
    how, turns = _how(answer, case.tells, dossier), _turns(case, position, dossier)
    return {
        lang: HERE[lang].format(
            value=headline_text(value, show, lang),
            label=answer.rests.label[lang],
            how=how.get(lang, ""),
            turns=turns.get(lang, ""),
        )
        for lang in LANGUAGES
    }


def _position(case: Case, dossier: Dossier) -> Position:
    position = parse_position(str(case.written["position"]), dossier)
    return position.with_sets(f"{k}={v}" for k, v in (case.written.get("set") or {}).items())


def _how(answer: Answer, column: str, dossier: Dossier) -> Words:
    """How most of what passes in an answer's rows comes about, by a column of words."""
    if not column:
        return {}
    rows = answer.rows.records()
    counted = Counter(str(row[column]) for row in rows if row["reachable"])
    if not counted:
        return {}
    word, n = counted.most_common(1)[0]
    form = ALL if n == counted.total() else SOME
    when: Mapping[str, str] = card_of(dossier, answer.question).columns[column].get("when", {})
    names: Mapping[str, str] = vocabulary().get(word, {})
    return {
        lang: form[lang].format(
            how=names.get(lang, word),
            n=n,
            all=counted.total(),
            when=f" {when[lang]}" if when else "",
        )
        for lang in LANGUAGES
    }


def _turns(case: Case, position: Position, dossier: Dossier) -> Words:
    """From which value of a number on the statement comes true; nothing if it never does."""
    if not case.turns_with or case.expected is None:
        return {}
    kind = parameter(dossier, case.turns_with).kind
    if kind.within is None:
        return {}
    column = card_of(dossier, case.bears_on).headline["column"]
    least, most = case.expected.low - case.tolerance, case.expected.high + case.tolerance

    def verdicts(asked: Sequence[tuple[int, float]]) -> list[bool | None]:
        texts = [f"{value!r} {si_unit(kind.unit)}".strip() for _, value in asked]
        positions = [position.with_setting(case.turns_with, text) for text in texts]
        found = headline_values(case.bears_on, positions, dossier)[column]
        return [None if np.isnan(value) else bool(least <= value <= most) for value in found]

    low, high = (printable_decimal(end, kind.unit) for end in kind.within)
    before, after = verdicts([(0, low), (0, high)])
    if before is not False or after is not True:
        return {}
    (turn,) = bisect(verdicts, [Bracket(low, high, before, after, kind.unit)])
    name, value = parameter_name(dossier, case.turns_with), show(turn.high, kind.unit)
    return {
        lang: COMES_TRUE[lang].format(
            name=name[lang],
            value=quantity_text(value, lang),
            held=_held(case.turns_with, turn.high, position, dossier, lang),
        )
        for lang in LANGUAGES
    }


def _held(path: str, turn: float, position: Position, dossier: Dossier, lang: str) -> str:
    """Whether a value lies within the interval that a position holds of a number; that interval."""
    item, unit = resolve(dossier, position).values.get(path), parameter(dossier, path).kind.unit
    if item is None or item.low is None or item.high is None or item.low == item.high:
        return ""
    low, high = (quantity_text(show(end, unit), lang) for end in (item.low, item.high))
    form = WITHIN if item.low <= turn <= item.high else OUTSIDE
    return form[lang].format(span=range_text(low, high, lang))
