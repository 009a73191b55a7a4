"""All claims of a parameter that count on a day, whoever holds them."""

from datetime import date

from twoplustwo.dossier.counts import counts
from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve


def counting_claims(dossier: Dossier, path: str, day: date) -> list[Claim]:
    """Claims that some party could hold on a day.

    As in `dossier.counts`; superseded ones do not.
    """
    known = dossier.parameters.get(path, ())
    said = [one for one in known if counts(dossier, one, day)]
    gone = {one.supersedes for one in said if one.supersedes}
    return [one for one in said if one.key not in gone]


def hull(dossier: Dossier, path: str, day: date) -> tuple[float, float] | None:
    """Lowest and highest end of all claims of a number, SI; None if nobody claims any."""
    ends = [
        (one.value.low, one.value.high)
        for one in counting_claims(dossier, path, day)
        if one.value.low is not None and one.value.high is not None
    ]
    return (min(low for low, _ in ends), max(high for _, high in ends)) if ends else None


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
