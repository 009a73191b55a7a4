"""The switches of the question: what counts as the event, and how a claim becomes a forecast."""

from collections.abc import Mapping
from typing import NamedTuple

from twoplustwo.base.errors import OptionError, UnitError
from twoplustwo.base.units import parse_quantity

AS_SAID = "as-said"


class Switches(NamedTuple):
    """One choice of each, as the card lists them.

    `until` is None where the date counts that a position holds.
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


def switches(options: Mapping[str, str]) -> Switches:
    """Read the options, of whose choices the card has seen to it that they are choices.

    Raises
    ------
    OptionError
        If `until` is no year.
    """
    return Switches(**{**options, "until": _year(str(options["until"]))})


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
