"""A position: whose claims are held, with which swaps, measures and settings; written as text.

``PARTY``, ``PARTY+OTHER:DISPUTE``, ``PARTY+MEASURE``, ``PARTY+set:commit.decision_time=20s``,
``PARTY@2008-06``, and any sum of these.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from twoplustwo.base.errors import PositionError, nearest
from twoplustwo.base.units import si_unit
from twoplustwo.dossier.dates import last_day
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.conflicts import check_measures
from twoplustwo.positions.overlay import check_set

_FORM = "a position is PARTY, then any of +PARTY:DISPUTE, +MEASURE, +set:PATH=VALUE, @DATE"
_DATED = re.compile(r"(.*)@([^@]*)", re.DOTALL)
# A plus sign starts a new part only before a name: `+set:x=+5 deg` and `1e+3` go on.
_PLUS = re.compile(r"\+(?=[A-Za-z])")


@dataclass(frozen=True)
class Position:
    """What somebody holds, as asked for; `positions.resolve.resolve` looks the claims up.

    Parameters
    ----------
    party : str
        Whose claims are held.
    swaps : tuple of (party, dispute)
        Disputes on which another party's claims are held instead.
    measures : tuple of str
        Measures, in the order in which they act.
    sets : tuple of (path, value)
        Parameters, or numbers inside them, that are set by hand; the value as written.
    as_of : str or None
        Date up to which what is said in the dispute counts, as written; None for the dossier's.
    """

    party: str
    swaps: tuple[tuple[str, str], ...] = ()
    measures: tuple[str, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    as_of: str | None = None

    @property
    def text(self) -> str:
        """The position in its one spelling; `parse_position` reads it back."""
        parts = [self.party + (f"@{self.as_of}" if self.as_of else "")]
        parts += [f"{party}:{dispute}" for party, dispute in self.swaps]
        parts += [f"set:{path}={value}" for path, value in self.sets]
        parts += self.measures
        return "+".join(parts)

    def __str__(self) -> str:
        return self.text

    def day(self, dossier: Dossier) -> date:
        """The last day on which what is said in the dispute counts."""
        return (last_day(self.as_of) if self.as_of else None) or dossier.as_of_day

    def with_sets(self, sets: Iterable[str], dossier: Dossier | None = None) -> Self:
        """The same position with more ``path=value`` settings.

        Raises
        ------
        PositionError
            If one is no setting or its path is set already; with `dossier`, also if it means
            nothing there (otherwise `hold` says so).
        """
        found = list(self.sets)
        for text in sets:
            pair = _set(text, f"--set {text}", found)
            if dossier is not None:
                check_set(dossier, *pair, self.day(dossier))
            found.append(pair)
        return replace(self, sets=tuple(found))

    def with_setting(self, path: str, value: str) -> Self:
        """The same position with one parameter set, in place of any setting of it."""
        others = tuple(pair for pair in self.sets if pair[0] != path)
        return replace(self, sets=(*others, (path, value)))

    def with_number(self, path: str, si: float, dossier: Dossier) -> Self:
        """The same position with one number set, SI, in place of any setting of it."""
        return self.with_setting(path, f"{float(si)!r} {si_unit(dossier.kind_of(path).unit)}")

    def with_measures(self, measures: Iterable[str], dossier: Dossier) -> Self:
        """The same position with more measures; PositionError if one is unknown or there,
        or if they contradict each other."""
        found = list(self.measures)
        for name in measures:
            _measure(name, dossier, found, f"--measures {name}")
            found.append(name)
        check_measures(found, dossier, f"--measures {','.join(found)}")
        return replace(self, measures=tuple(found))


def parse_position(text: str, dossier: Dossier) -> Position:
    """Read a position.

    Parameters
    ----------
    text : str
        E.g. ``PARTY+OTHER:DISPUTE+set:engagement.max_flight=900 s@2008-06``.
    dossier : Dossier
        Where parties, disputes, measures and parameters come from.

    Raises
    ------
    PositionError
        With the part that is wrong and the nearest right name.
    """
    where = f"position {text}"
    swaps: list[tuple[str, str]] = []
    measures: list[str] = []
    sets: list[tuple[str, str]] = []
    first, *rest = _PLUS.split(text.strip())
    if first.count("@") > 1:
        raise PositionError(f"{first} has two dates", where, _FORM)
    party, as_of = _dated(first, None, where)
    if not party:
        raise PositionError("the position is empty", where, _FORM)
    _party(party, dossier, where)
    for part in rest:
        part, as_of = _dated(part, as_of, where)
        if part.startswith("set:"):
            sets.append(_set(part.removeprefix("set:"), where, sets))
        elif ":" in part:
            swaps.append(_swap(part, dossier, swaps, where))
        else:
            _measure(part, dossier, measures, where)
            measures.append(part)
    check_measures(measures, dossier, where)
    found = Position(party, tuple(swaps), tuple(measures), tuple(sets), as_of)
    for pair in sets:
        check_set(dossier, *pair, found.day(dossier))
    return found


def check_date(text: str, where: str) -> str:
    """A date as written, which says nothing else; PositionError if it is none."""
    if last_day(text) is None:
        raise PositionError(
            f"{text.strip()!r} is no date",
            where,
            "expected a date such as 2007, 2007-09 or 2007-09-27",
        )
    return text.strip()


def _dated(part: str, before: str | None, where: str) -> tuple[str, str | None]:
    """A part without its ``@date``, and the date."""
    part = part.strip()
    found = _DATED.fullmatch(part)
    if not found:
        return part, before
    as_of = check_date(found[2], where)
    if before is not None:
        raise PositionError(f"the position has two dates, {before} and {as_of}", where, _FORM)
    return found[1].strip(), as_of


def _party(name: str, dossier: Dossier, where: str) -> None:
    if name not in dossier.parties:
        known = sorted(dossier.parties)
        raise PositionError(
            f"unknown party {name}",
            where,
            f"{dossier.id} has {', '.join(known) or 'none'}",
            nearest(name, known),
        )


def _swap(
    part: str, dossier: Dossier, before: list[tuple[str, str]], where: str
) -> tuple[str, str]:
    party, _, dispute = (one.strip() for one in part.partition(":"))
    _party(party, dossier, where)
    listed = {path for one in dossier.disputes.values() for path in one.parameters}
    # A parameter that no dispute lists stands for itself.
    alone = dispute not in listed and dispute in dossier.parameters
    if dispute not in dossier.disputes and not alone:
        owner = [one.id for one in dossier.disputes.values() if dispute in one.parameters]
        known = sorted(dossier.disputes)
        raise PositionError(
            f"unknown dispute {dispute}",
            where,
            f"{dossier.id} has {', '.join(known) or 'none'}",
            f"it belongs to the dispute {owner[0]}" if owner else nearest(dispute, known),
        )
    if dispute in (one for _, one in before):
        raise PositionError(f"the position names the dispute {dispute} twice", where, _FORM)
    return party, dispute


def _measure(name: str, dossier: Dossier, before: list[str], where: str) -> None:
    if name not in dossier.measures:
        known = sorted(dossier.measures)
        raise PositionError(
            f"unknown measure {name}",
            where,
            f"{dossier.id} has {', '.join(known) or 'none'}",
            nearest(name, known) or _FORM,
        )
    if name in before:
        raise PositionError(f"the position names the measure {name} twice", where, _FORM)


def _set(text: str, where: str, before: list[tuple[str, str]]) -> tuple[str, str]:
    path, sign, value = (one.strip() for one in text.partition("="))
    if not (path and sign and value):
        raise PositionError(
            f"{text!r} sets nothing",
            where,
            "expected PATH=VALUE",
            "e.g. interceptors.NAME.burnout_speed=7km/s",
        )
    if path in (one for one, _ in before):
        raise PositionError(f"{path} is set twice", where, "keep one of them")
    return path, value
