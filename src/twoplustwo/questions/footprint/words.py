"""Whom a shield covers, in words: shares, of how many people, and which countries it leaves out."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.criterion import Criterion
from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.questions.footprint.people import People
from twoplustwo.wording.figures import people_text, percent_text
from twoplustwo.wording.locale import plural
from twoplustwo.wording.names import count_text, display_name

F = NDArray[np.float64]
B = NDArray[np.bool_]

QUESTION = "footprint"
NAMED = 3  # countries called by name, those with most people left out
LEAST = 500.0  # people; fewer are none in thousands


class Meant(NamedTuple):
    """What "within range" and "covered" mean here.

    Parameters
    ----------
    flown, projected : ndarray of bool, shape (C,)
        Cells that a missile gets to which has flown, and which is projected.
    on_warning : bool
        Whether a satellite's warning is enough for a launch, so that no radar track is needed.
    """

    flown: B
    projected: B
    on_warning: bool


def covered(
    people: People, least: F, region: int, meant: Meant, tests: Sequence[Criterion] = ()
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
    meant : Meant
        Which missiles they are within range of, and what a launch needs.
    tests : sequence of Test
        Of the share covered by one shot: it is printed beside them.

    Returns
    -------
    dict
        By language: ``among`` how many countries, where there are several, people
        ``threatened``, ``counted`` (their year, where it is far from the one asked for),
        ``projected`` (how many of them by missiles that have flown, where others get there too),
        share covered by ``one`` shot and by ``two``, what a launch waits for (``launched``), and
        ``without``: a sentence on the countries where people are left out, empty where nobody is
        or where the region is a single country.
    """
    here = people.inside[region]
    threatened = here & np.isfinite(least)
    whole = float(people.population[threatened].sum())
    shares = {
        name: float(people.population[threatened & (least >= shots)].sum()) / whole
        if whole
        else None
        for name, shots in (("one", 1), ("two", 2))
    }
    left_out = _left_out(people, threatened, least)
    count = len(set(people.country[here]))
    phrases, year = card(QUESTION).phrases, people.other_year
    countries = phrases["countries"]
    return {
        f"{key}_{lang}": value
        for lang in LANGUAGES
        for key, value in {
            "among": f" ({count_text(count, lang, countries)})" if count > 1 else "",
            "threatened": people_text(whole, lang),
            "counted": phrases["counted"][lang].format(year=year) if year else "",
            "projected": _projected(people, here, meant, lang),
            "launched": phrases["on_warning" if meant.on_warning else "on_track"][lang],
            "one": percent_text(shares["one"], lang, tests),
            "two": percent_text(shares["two"], lang),
            "without": _without(people, left_out, lang) if count > 1 else "",
        }.items()
    }


def _projected(people: People, here: B, meant: Meant, lang: str) -> str:
    """That some of the missiles are projected, and whom those reach that have flown."""
    if not (here & meant.projected).any():
        return ""
    reached = float(people.population[here & meant.flown].sum())
    form = card(QUESTION).phrases["projected" if reached else "only_projected"]
    return form[lang].format(flown=people_text(reached, lang))


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


def _without(people: People, left_out: list[tuple[str, float, float]], lang: str) -> str:
    """A sentence that names the countries where most people are left out, and counts the rest."""
    if not left_out:
        return ""
    phrases = card(QUESTION).phrases
    parts = [_part_left_out(people, *country, lang) for country in left_out[:NAMED]]
    rest = left_out[NAMED:]
    if rest:
        others = plural(len(rest), lang, phrases["others"][lang]).format(n=len(rest))
        parts.append(f"{others} ({people_text(sum(some for _, some, _ in rest), lang)})")
    return phrases["without"][lang].format(who=", ".join(parts))


def _part_left_out(people: People, country: str, some: float, every: float, lang: str) -> str:
    """A country with how many of its people are left out; the unit once where it is the same."""
    phrases = card(QUESTION).phrases
    name = display_name(country, people.country_names, lang)
    part, whole = people_text(some, lang), people_text(every, lang)
    if every - some <= LEAST:
        return phrases["whole"][lang].format(name=name, all=whole)
    unit = part.partition(" ")[2]
    if unit and unit == whole.partition(" ")[2]:
        part = part.removesuffix(f" {unit}")
    return phrases["part"][lang].format(name=name, some=part, all=whole)
