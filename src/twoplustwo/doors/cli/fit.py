"""``twoplustwo fit``: stages of a missile that flies a published range, ready to be pasted."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from twoplustwo.base.errors import DossierError, OptionError
from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import echo, exit_status_on_error

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.search.lumped_stages import Stages


def fit(
    range_: Annotated[str, typer.Option("--range", help='The range in print, such as "11200 km".')],
    payload: Annotated[
        str, typer.Option(help="What it carries. (default: as the missile it is like)")
    ] = "",
    burn: Annotated[
        str, typer.Option(help="Time to the last burnout. (default: as the missile it is like)")
    ] = "",
    stages: Annotated[int | None, typer.Option(help="Number of stages: 1, 2 or 3.")] = None,
    like: Annotated[
        str,
        typer.Option(
            help="The missile of the dossier whose proportions are kept. "
            "(default: the one whose printed range is nearest)"
        ),
    ] = "",
    dossier: shared.Dossier = dossiers.FIRST,
) -> None:
    """Find lumped stages that fly a published range: those of a known missile, larger or smaller.

    Prints a block of YAML for a file in missiles/, and how far that flies.
    """
    with exit_status_on_error():
        range_m = _quantity(range_, "km", "--range")
        payload_kg = _quantity(payload, "kg", "--payload") if payload else None
        burn_s = _quantity(burn, "s", "--burn") if burn else None
        from twoplustwo.search.lumped_stages import choose_pattern, patterns
        from twoplustwo.search.lumped_stages import fit as fitted

        read = _readable(dossier)
        pattern = choose_pattern(patterns(read), range_m, stages, like)
        found = fitted(read, pattern, range_m, payload_kg, burn_s)
        typer.echo(_block(found, range_m, read.id))


def _readable(name: str) -> "Dossier":
    """The dossier; the first one, with a note, where it is not right yet.

    A missile is often what it lacks, and what is asked for here.
    """
    from twoplustwo.dossier import locate

    try:
        return dossiers.load(locate(name))
    except DossierError as error:
        if dossiers.FIRST in (name, locate(name).name):
            raise
        note = f"{name} is not right yet, so the missiles of {dossiers.FIRST} are the pattern\n"
        echo(f"{note}{error}", label="note: ")
        return dossiers.load(dossiers.FIRST)


def _quantity(text: str, unit: str, option: str) -> float:
    """One number, SI.

    Raises
    ------
    UnitError, OptionError
        It is none, or an interval, or not above zero.
    """
    from twoplustwo.base.errors import UnitError
    from twoplustwo.base.units import parse_quantity

    try:
        _, value, _ = parse_quantity(text, unit)
    except UnitError as error:
        raise error.at(option) from None
    if value is None or not value > 0.0:
        raise OptionError(f"{text!r} is not one number above zero", option, f"expected 2 {unit}")
    return value


def _block(found: "Stages", range_m: float, dossier: str) -> str:
    """The keys of a missile, as its file has them."""
    from twoplustwo.base.units import show

    flown, asked = show(round(found.range_m, -3), "km"), show(range_m, "km")
    said = [
        f"# flies {flown} on an Earth that does not turn; {found.launch_mass_kg:.4g} kg at launch",
        f"# in the proportions of {found.like} in {dossier}; what is not here is yours to enter",
        "stages:",
        "  fitted:",
        "    by: compilers",
        "    value:",
    ]
    for stage in found.stages:
        for at, (name, value) in enumerate(stage.items()):
            unit = "kg" if name in ("propellant", "structure") else "s"
            said.append(f"      {'-' if at == 0 else ' '} {name}: {value:.10g} {unit}")
    note = (
        f"fitted to {asked} in print, in the proportions of {found.like} in {dossier}; "
        f"it flies {flown}"
    )
    said += [*_tail(), f"    note: {note}"]
    for name, value in (
        ("payload", show(found.payload_kg, "kg")),
        ("diameter", show(found.diameter_m, "m")),
    ):
        said += [f"{name}:", "  fitted:", "    by: compilers", f"    value: {value}", *_tail()]
    return "\n".join(said)


def _tail() -> list[str]:
    return [
        f"    stated: {date.today():%Y-%m}",
        "    source: compilers-notes",
        "    status: assumed",
    ]
