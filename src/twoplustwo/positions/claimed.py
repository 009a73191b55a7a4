"""All claims of a parameter that count on a day, whoever holds them."""

import math
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from twoplustwo.dossier.counts import counts
from twoplustwo.dossier.models import Claim, Dossier, Slider
from twoplustwo.dossier.nearest import without_replaced
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve


def counting_claims(dossier: Dossier, path: str, day: date) -> list[Claim]:
    """Claims that some party could hold on a day.

    As in `dossier.counts`; superseded ones do not, nor the compilers' of an included folder that
    the dossier's own replace, unless a party took them (`dossier.nearest`).
    """
    known = dossier.parameters.get(path, ())
    said = [one for one in known if counts(dossier, one, day)]
    gone = {one.supersedes for one in said if one.supersedes}
    left = [one for one in said if one.key not in gone]
    common = [one for one in left if dossier.party_of(one) is None]
    kept = without_replaced(dossier, common)
    if len(kept) == len(common):
        return left
    parties = dossier.parties.values()
    taken = {one.claim for party in parties for one in party.adopts}
    taken |= {party.chooses.get(path, "") for party in parties}
    return [one for one in left if one not in common or one in kept or one.key in taken]


def has_spoken(dossier: Dossier, path: str) -> bool:
    """Whether any party says something of a parameter, or takes up what somebody says of it."""
    taken = {one.claim for party in dossier.parties.values() for one in party.adopts}
    claims = dossier.parameters.get(path, ())
    return any(dossier.party_of(one) is not None or one.key in taken for one in claims)


def hull(dossier: Dossier, path: str, day: date) -> tuple[float, float] | None:
    """Lowest and highest end of all claims of a number, SI; None if nobody claims any."""
    ends = [
        (one.value.low, one.value.high)
        for one in counting_claims(dossier, path, day)
        if one.value.low is not None and one.value.high is not None
    ]
    return (min(low for low, _ in ends), max(high for _, high in ends)) if ends else None


class NumberRange(NamedTuple):
    """Between which ends a number can be moved, SI, and whether a slider names them."""

    low: float
    high: float
    by_slider: bool = False


def slider_of(dossier: Dossier, path: str) -> Slider | None:
    """The slider of the first dispute that has one and lists a number."""
    listed = (one.slider for one in dossier.disputes.values() if path in one.parameters)
    return next((slider for slider in listed if slider is not None), None)


def range_of(
    dossier: Dossier, path: str, days: Iterable[date], sliders: bool = True
) -> NumberRange | None:
    """Between which ends a number can be moved: those of its slider, else of all its claims.

    Parameters
    ----------
    dossier : Dossier
    path : str
    days : iterable of date
        On any of which a claim counts.
    sliders : bool
        Whether the slider of its dispute goes before the claims.

    Returns
    -------
    NumberRange or None
        None of what is no number, of what nobody claims, and where an end is not finite.
    """
    if dossier.kind_of(path).type != "number":
        return None
    slider = slider_of(dossier, path) if sliders else None
    if slider is not None:
        return NumberRange(slider.low, slider.high, by_slider=True)
    ends = [pair for day in days if (pair := hull(dossier, path, day)) is not None]
    if not ends or not all(math.isfinite(end) for pair in ends for end in pair):
        return None
    return NumberRange(min(low for low, _ in ends), max(high for _, high in ends))


def claimed_names(dossier: Dossier, path: str, day: date) -> list[str]:
    """Names claimed; those that the kind allows where nobody claims one, as of a reading."""
    said = {str(one.value.si) for one in counting_claims(dossier, path, day)}
    return sorted(said or dossier.kind_of(path).of)


def unclaimed_by_some_party(dossier: Dossier, path: str, position: Position) -> bool:
    """Whether a party holds nothing of an optional parameter on the day of a position."""
    if not dossier.kind_of(path).optional:
        return False
    parties = (Position(party, as_of=position.as_of) for party in dossier.parties)
    return any(path not in resolve(dossier, one) for one in parties)
