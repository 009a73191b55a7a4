"""Tries one number after another and ranks what moves the headline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from twoplustwo.analysis.ranges.mover_steps import Step, steps, with_minus_sign
from twoplustwo.analysis.ranges.mover_words import movers_sentence
from twoplustwo.answers.answer import Answer
from twoplustwo.answers.rests import Mover, Rests
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.attribution import attribution
from twoplustwo.dossier.display_names import in_every_language, parameter_name
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.runs.headline_values import headline_values
from twoplustwo.wording.names import held_value_text as held_as

Known = Mapping[Position, Mapping[str, float]]
"""The headlines of each position that was tried."""

MOST = 3
"""How many are named."""
MIDDLE = {"en": "{value}, the middle of an interval", "ru": "{value}, середина интервала"}
"""Said of a value that nobody gave: of the interval that somebody did, the middle is taken."""
SEVERAL = {"en": "several numbers", "ru": "несколько чисел"}


class Moved(NamedTuple):
    """What the steps of one answer found.

    Parameters
    ----------
    rests : Rests or None
        With the movers and the sentence that says them.
    ends : mapping of str to (float, float)
        Headline column to its least and greatest value over the ends of the held intervals, one
        at a time; without those at which it has no value.
    """

    rests: Rests | None
    ends: Mapping[str, tuple[float, float]]


def movers(answers: Sequence[Answer], dossier: Dossier, **options: str) -> list[Moved]:
    """The numbers that would change each answer's headline most.

    Tried one at a time: either end of every interval that is held, and what each other party holds
    of every dispute that the question reads. Those that turn the verdict come first, then those
    that move the headline furthest.

    Parameters
    ----------
    answers : sequence of Answer
        Of one question, one a position.
    dossier : Dossier
    **options : str
        Those with which it was asked.
    """
    tried = [steps(answer, dossier) for answer in answers]
    positions = list(dict.fromkeys(step.position for some in tried for step in some))
    found = headline_values(answers[0].question, positions, dossier, **options) if positions else {}
    known = {
        position: {column: float(column_values[i]) for column, column_values in found.items()}
        for i, position in enumerate(positions)
    }
    return [
        Moved(_rests_with_movers(answer, some, known, dossier), _ends(some, known))
        for answer, some in zip(answers, tried, strict=True)
    ]


def _ends(some: Sequence[Step], known: Known) -> dict[str, tuple[float, float]]:
    found: dict[str, list[float]] = {}
    for step in some:
        if not step.party:
            for column, value in known[step.position].items():
                found.setdefault(column, []).append(value)
    finite = {column: [v for v in every if np.isfinite(v)] for column, every in found.items()}
    return {column: (min(every), max(every)) for column, every in finite.items() if every}


def _rests_with_movers(
    answer: Answer, some: Sequence[Step], known: Known, dossier: Dossier
) -> Rests | None:
    """The answer's `rests` with the movers, and the sentence that says them."""
    if answer.rests is None or answer.headline.value is None:
        return answer.rests
    best: dict[str, tuple[tuple[bool, float], Mover]] = {}
    for step in some:
        value = known[step.position][answer.headline.column]
        size = _size(answer, value)
        if size is None:
            continue
        made = _mover(step, None if np.isnan(value) else value, size[0], dossier)
        if step.moved not in best or size > best[step.moved][0]:
            best[step.moved] = (size, made)
    ranked = sorted(best.items(), key=lambda one: (one[1][0], one[0]), reverse=True)
    found = tuple(made for _, (_, made) in ranked[:MOST])
    return replace(answer.rests, movers=found, moves=movers_sentence(answer, found))


def _size(answer: Answer, value: float) -> tuple[bool, float] | None:
    """Whether the verdict turns and how far the headline moves; None if it does not move."""
    before = answer.headline.value
    assert before is not None  # nothing is tried without a value
    if np.isnan(value):
        return (True, np.inf)  # no answer is left
    if value == before:
        return None
    test = answer.headline.test
    turns = bool(test) and Criterion.parse(test).holds(value) != answer.headline.holds
    return (turns, abs(value - before))


def _mover(step: Step, value: float | None, turns: bool, dossier: Dossier) -> Mover:
    dispute = dossier.disputes.get(step.moved)
    name = (
        in_every_language(dispute.name, step.moved)
        if dispute
        else parameter_name(dossier, step.moved)
    )
    first, *others = step.about
    held = {
        lang: with_minus_sign(held_as(first.shown, first.value, first.unit, lang))
        for lang in LANGUAGES
    }
    if first.point == "midpoint":
        held = {lang: MIDDLE[lang].format(value=value) for lang, value in held.items()}
    held = SEVERAL if others else held
    own = not step.party  # an end of the interval is tried, not what another party holds
    speakers = dict.fromkeys(
        (one.by, one.best_by, one.ends_by if own else "", one.ascribed_to) for one in step.about
    )
    spoke = {
        lang: ", ".join(attribution(dossier, lang, *speaker) for speaker in speakers)
        for lang in LANGUAGES
    }
    known = dict.fromkeys(one.status for one in step.about)
    return Mover(step.moved, name, held, step.to, spoke, step.party, ", ".join(known), value, turns)
