"""The switches of the question: what counts as the event, and how a claim becomes a forecast."""

from collections.abc import Mapping
from typing import NamedTuple

from twoplustwo.base.errors import OptionError, UnitError, nearest
from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.predicted import ranges, same_words

AS_SAID = "as-said"


class Switches(NamedTuple):
    """One choice of each, as the card lists them.

    `until` is None where the date counts that a position holds. `read_as_target` has the regions
    words about which are read of the target.
    """

    event: str
    target: str
    payload: str
    launchers: str
    success: str
    nuclear: str
    shape: str
    probability: str
    until: float | None
    read_as_target: frozenset[str] = frozenset()


def switches(options: Mapping[str, str], dossier: Dossier) -> Switches:
    """Read the options, of whose choices the card has seen to it that they are choices.

    Raises
    ------
    OptionError
        If `until` is no year, or `target` no region of which there are predictions.
    """
    target, known = options["target"], ranges(dossier.kinds)
    if target != AS_SAID and target not in known:
        raise OptionError(
            f"target = {target!r} is no region of predictions",
            "--option target",
            f"expected one of {', '.join((AS_SAID, *known))}",
            nearest(target, (AS_SAID, *known)),
        )
    read = frozenset() if target == AS_SAID else same_words(dossier.kinds, target)
    year = _year(str(options["until"]))
    return Switches(**{**options, "until": year, "read_as_target": read})


def _year(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        low, best, _ = parse_quantity(text, "year")
    except UnitError as error:
        raise OptionError(
            f"until = {text!r} is no year",
            "--option until",
            "expected a year, with a part of a year if need be",
            "e.g. until=2015 or until=2026.5",
        ) from error
    if best is None:
        raise OptionError(
            f"until = {text!r} is not one year",
            "--option until",
            "the records end on one date",
            "e.g. until=2015",
        )
    return low
