"""Whom a shield covers, in words: shares, of how many people, and which countries it leaves out."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.criterion import Criterion
from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.questions.defended_footprint.people import People
from twoplustwo.wording.figures import people_text as number
from twoplustwo.wording.figures import percent_text, plural
from twoplustwo.wording.vocabulary import vocabulary

F = NDArray[np.float64]
B = NDArray[np.bool_]

NAMED = 3  # countries called by name, those with most people left out
LEAST = 500.0  # people; fewer are none in thousands
COUNTRIES = {
    "en": {"one": "country", "other": "countries"},
    "ru": {"one": "страна", "few": "страны", "many": "стран"},
}
OTHERS = {
    "en": {"one": "{n} other country", "other": "{n} other countries"},
    "ru": {"one": "ещё {n} страна", "few": "ещё {n} страны", "many": "ещё {n} стран"},
}
PART = {"en": "{name} ({some} of {all})", "ru": "{name} ({some} из {all})"}
WHOLE = {"en": "{name} (all {all})", "ru": "{name} (все {all})"}
WITHOUT = {"en": " Not covered: {who}.", "ru": " Не прикрыты: {who}."}


def covered(
    people: People, least: F, region: int, tests: Sequence[Criterion] = ()
) -> dict[str, Any]:
    """Words for the sentence about one region.

    Parameters
    ----------
    people : People
        C cells.
    least : ndarray, shape (C,)
        Fewest shots against whatever threatens the cell; inf where nothing does.
    region : int
        Its place among the regions.
    tests : sequence of Test
        Of the share covered by one shot: it is printed beside them.

    Returns
    -------
    dict
        By language: ``countries`` counted, people ``threatened``, share covered by ``one`` shot
        and by ``two``, and ``without``: a sentence on the countries where people are left out,
        empty where nobody is or where the region is a single country.
    """
    here = people.region_number == region
    threatened = here & np.isfinite(least)
    whole = float(people.population[threatened].sum())
    shares = {
        name: float(people.population[threatened & (least >= shots)].sum()) / whole
        if whole
        else None
        for name, shots in (("one", 1), ("two", 2))
    }
    out = _left_out(people, threatened, least)
    count = len(set(people.country[here]))
    return {
        key: value
        for lang in LANGUAGES
        for key, value in {
            f"countries_{lang}": f"{count} {plural(count, lang, COUNTRIES[lang])}",
            f"threatened_{lang}": number(whole, lang),
            f"one_{lang}": percent_text(shares["one"], lang, tests),
            f"two_{lang}": percent_text(shares["two"], lang),
            f"without_{lang}": _without(out, lang) if count > 1 else "",
        }.items()
    }


def _left_out(people: People, threatened: B, least: F) -> list[tuple[str, float, float]]:
    """Countries by the people left out there, most first: name in the table, how many are left
    out, how many are threatened.
    """

    def total(cells: B) -> Any:
        number, count = people.country_number[cells], people.population[cells]
        return np.bincount(number, count, minlength=len(people.known))

    some, every = total(threatened & (least < 1)), total(threatened)
    order = np.argsort(-some, kind="stable")
    return [
        (people.countries[people.known[i]], float(some[i]), float(every[i]))
        for i in order
        if some[i] > LEAST
    ]


def _without(out: list[tuple[str, float, float]], lang: str) -> str:
    if not out:
        return ""
    told = [_of(*one, lang) for one in out[:NAMED]]
    rest = out[NAMED:]
    if rest:
        words = plural(len(rest), lang, OTHERS[lang]).format(n=len(rest))
        told.append(f"{words} ({number(sum(some for _, some, _ in rest), lang)})")
    return WITHOUT[lang].format(who=", ".join(told))


def _of(name: str, some: float, every: float, lang: str) -> str:
    name = vocabulary().get(name, {}).get(lang, name)
    part, whole = number(some, lang), number(every, lang)
    if every - some <= LEAST:
        return WHOLE[lang].format(name=name, all=whole)
    unit = part.partition(" ")[2]
    if unit and unit == whole.partition(" ")[2]:
        part = part.removesuffix(f" {unit}")
    return PART[lang].format(name=name, some=part, all=whole)
