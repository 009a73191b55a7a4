"""What is tried on an answer: either end of each held interval, and what other parties hold."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from twoplustwo.answers.answer import Answer, Assumption
from twoplustwo.answers.rests import Words
from twoplustwo.base.units import show
from twoplustwo.dossier.attribution import attribution
from twoplustwo.dossier.display_names import has_genitive, numbers_of
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.overlay import HeldValue
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import resolve
from twoplustwo.search.draws import open_claims
from twoplustwo.wording.figures import quantity_text

HELD_BY = {"en": "as held by {party}", "ru": "как у {party}"}
HELD_BY_UNNAMED = {"en": "as held by {party}", "ru": "как у стороны «{party}»"}


class Step(NamedTuple):
    """One change that is tried: what it moves, what it moves it to, and the position it makes."""

    moved: str
    about: tuple[Assumption, ...]
    to: Words
    party: str
    position: Position


def steps(answer: Answer, dossier: Dossier) -> list[Step]:
    """Every change that is tried on an answer, each with the position that it makes."""
    if answer.headline.value is None:
        return []
    position = parse_position(str(answer.position), dossier)
    owner = {
        path: dispute.id for dispute in dossier.disputes.values() for path in dispute.parameters
    }
    found = []
    for claim in open_claims(answer):
        unit = dossier.kind_of(claim.parameter).unit
        for end in (claim.low, claim.high):
            assert end is not None  # an open claim has both ends
            to = {lang: with_minus_sign(quantity_text(show(end, unit), lang)) for lang in LANGUAGES}
            text = f"{end!r} {claim.unit}".strip()
            moved = position.with_setting(claim.parameter, text)
            name = owner.get(claim.parameter, claim.parameter)
            found.append(Step(name, (claim,), to, "", moved))
    return [*found, *_swaps(answer, position, dossier, owner)]


def _swaps(
    answer: Answer, position: Position, dossier: Dossier, owner: dict[str, str]
) -> list[Step]:
    """What every other party holds of each dispute that the answer read."""
    read = {assumption.parameter: assumption for assumption in answer.assumptions}
    mine, found = resolve(dossier, position), []
    swapped = {dispute for _, dispute in position.swaps}
    for party in sorted(dossier.parties):
        theirs = resolve(dossier, Position(party, as_of=position.as_of))
        differing: dict[str, list[str]] = {}
        for path in read:
            other = theirs.values.get(path)
            if other is not None and other.value != mine.values[path].value:
                differing.setdefault(owner.get(path, path), []).append(path)
        for name, paths in differing.items():
            if name in swapped or any(read[path].how in ("set", "measure") for path in paths):
                continue
            form = HELD_BY if has_genitive(dossier, party) else HELD_BY_UNNAMED
            who = numbers_of(dossier, party)
            given = _given_by(dossier, [theirs.values[path] for path in paths])
            shown = theirs.values[paths[0]].shown if len(paths) == 1 else ""
            to = {
                lang: _told(form[lang].format(party=who[lang]), shown, given[lang], lang)
                for lang in LANGUAGES
            }
            moved = replace(position, swaps=(*position.swaps, (party, name)))
            found.append(Step(name, tuple(read[path] for path in paths), to, party, moved))
    return found


def _told(held: str, shown: str, given: str, lang: str) -> str:
    """What is put in the place of a number: whose it is, and who gave it where that is another."""
    if shown:
        inner = f"{held}; {given}" if given else held
        return f"{with_minus_sign(quantity_text(shown, lang))} ({inner})"
    return f"{held} ({given})" if given else held


def _given_by(dossier: Dossier, values: Sequence[HeldValue]) -> dict[str, str]:
    """Who gave what a party holds, by language; empty where all of it is the party's own."""
    speakers = dict.fromkeys(
        (one.by or "", one.best_by, "", one.ascribed_to)
        for one in values
        if one.how != "own" or one.best_by or one.ascribed_to
    )
    return {
        lang: ", ".join(attribution(dossier, lang, *one) for one in speakers) for lang in LANGUAGES
    }


def with_minus_sign(text: str) -> str:
    """A quantity with a real minus sign before it."""
    return text.replace("-", "−") if text[:1] == "-" else text
