"""What designs are compared by: headlines of the questions named, and those that tests read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from twoplustwo.analysis.common_ground.tests import StatedTest
from twoplustwo.base.errors import OptionError
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards import compared as by_card
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.question_cards.compared import Compared, better, compared, told_apart, unaided
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.evaluate import Evaluator
from twoplustwo.wording.criteria import column_name


def compared_by(
    card: Card,
    tests: Sequence[StatedTest],
    positions: Sequence[Position],
    dossier: Dossier,
    options: Mapping[str, Any],
) -> tuple[Compared, ...]:
    """The headlines that every design is compared by.

    Those of the questions that the card of the analysis reads, as far as some position answers
    them, and those that stated tests read.

    Raises
    ------
    OptionError
        There are none: no question can be asked, and nobody states a test.
    """
    shown = {
        one.end: one
        for one in compared(dossier, unaided(card.reads, dossier))
        if _answered(one.question, positions, dossier, options)
    }
    for test in tests:
        for most in test.ends if test.judged else ():
            one = by_card.compared_by(test.card, test.accepts.test.column, most)
            shown.setdefault(one.end, one)
    if not shown:
        raise OptionError(
            f"{card.id} has nothing to compare designs by",
            card.id,
            "no party states a test on a question, and none of the questions "
            f"{', '.join(card.reads)} can be answered",
            "write `accepts:` in parties/NAME.yaml, or `reads:` for it in asks.yaml",
        )
    return told_apart([*shown.values()])


def _answered(
    question: str, positions: Sequence[Position], dossier: Dossier, options: Mapping[str, Any]
) -> bool:
    mine = card_of(dossier, question).own_options(options)
    return any(not one.missing for one in Evaluator(question, dossier, mine).at(positions))


def described(card: Card, shown: Sequence[Compared], dossier: Dossier) -> Card:
    """The card with what its columns about the headlines compared mean, and views of them."""
    columns: dict[str, dict[str, Any]] = {}
    for one in shown:
        asked = card_of(dossier, one.question)
        about = asked.columns.get(one.column, {})
        unit = {"unit": about["unit"]} if "unit" in about else {}
        names = column_name(asked, one.column)
        for form, means in card.phrases["columns"].items():
            which = "most" if one.most else "least"
            found = means.get(which, means)
            words = {lang: found[lang].format(what=names[lang]) for lang in LANGUAGES}
            name = form.format(name=one.name, part=one.part)
            kind = next((one for start, one in PLAIN.items() if form.startswith(start)), "")
            columns[name] = {"means": words, **({"type": kind} if kind else unit)}
        columns[one.own] = {**unit, "means": dict(names)}
    return replace(card, columns={**columns, **card.columns}, views=_views(card, shown, dossier))


PLAIN = {"sure_": "text", "front_": "flag"}
"""Columns that hold no number, by the beginning of their names: the type of what they hold."""


def _views(card: Card, shown: Sequence[Compared], dossier: Dossier) -> tuple[dict[str, Any], ...]:
    """Views of the card: a scatter of the first against each other headline, and tables."""
    made: list[dict[str, Any]] = []
    first = shown[0]
    for view in card.views:
        if view["kind"] == "scatter":
            made += [_scatter(view, first, other, dossier) for other in shown[1:]]
            continue
        columns: list[str] = []
        for name in view["columns"]:
            each = [name.format(name=one.name, column=one.own) for one in shown]
            columns += dict.fromkeys(each)
        made.append({**view, "columns": columns})
    return tuple(made)


def _scatter(
    view: Mapping[str, Any], first: Compared, other: Compared, dossier: Dossier
) -> dict[str, Any]:
    names = [column_name(card_of(dossier, one.question), one.column) for one in (first, other)]
    title = {
        lang: text.format(x=names[0][lang], y=names[1][lang])
        for lang, text in view["title"].items()
    }
    return {
        **view,
        "x": f"worst_{first.name}",
        "y": f"worst_{other.name}",
        "front": f"front_{other.part}",
        "better": {"x": better(first.most), "y": better(other.most)},
        "title": title,
    }
