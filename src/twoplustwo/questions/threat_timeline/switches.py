"""The switches of the question: what counts as the event, and how a claim becomes a forecast."""

from collections.abc import Mapping
from typing import NamedTuple

from twoplustwo.base.errors import OptionError, UnitError, nearest
from twoplustwo.base.units import parse_quantity

AS_SAID = "as-said"
CHOICES = {
    "event": (AS_SAID, "test", "deploy", "use"),
    "target": (AS_SAID, "southeast-europe", "europe"),
    "payload": ("any", "known"),
    "launchers": (AS_SAID, "missiles", "any"),
    "success": ("any", "required"),
    "nuclear": (AS_SAID, "ignored"),
    "shape": ("uniform", "triangular"),
    "probability": ("certain", "by-words"),
}


class Switches(NamedTuple):
    """One choice of each; `until` is None where the dossier's own date counts."""

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
    """Read the options.

    Raises
    ------
    OptionError
        If one is no choice, or `until` is no year.
    """
    chosen = {name: _choice(name, str(options[name])) for name in CHOICES}
    return Switches(**chosen, until=_year(str(options["until"])))


def _choice(name: str, value: str) -> str:
    known = CHOICES[name]
    if value not in known:
        raise OptionError(
            f"{name} = {value!r} is no choice", f"--option {name}",
            f"expected one of {', '.join(known)}", nearest(value, known),
        )  # fmt: skip
    return value


def _year(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        low, best, _ = parse_quantity(text, "year")
    except UnitError as error:
        raise OptionError(
            f"until = {text!r} is no year", "--option until",
            "expected a year, with a part of a year if need be", "e.g. until=2015 or until=2026.5",
        ) from error  # fmt: skip
    if best is None:
        raise OptionError(
            f"until = {text!r} is not one year", "--option until",
            "the records end on one date", "e.g. until=2015",
        )  # fmt: skip
    return low
