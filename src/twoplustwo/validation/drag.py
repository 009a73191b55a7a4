"""Drag tables that cases name; they lie beside the cases, in ``tables``."""

import csv
from functools import cache

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.validation.find import root
from twoplustwo.validation.places import NAME as PLACES


@cache
def drag_table(name: str) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Mach numbers and drag coefficients of the table ``tables/<name>.csv``.

    Raises
    ------
    DossierError
        If there is no such table; names the nearest.
    """
    files = {path.stem: path for path in sorted((root() / "tables").glob("*.csv"))}
    del files[PLACES]
    if name not in files:
        raise DossierError(
            f"no drag table named {name}",
            why=f"tables: {', '.join(files)}",
            fix=nearest(name, files),
        )
    with files[name].open(encoding="utf-8", newline="") as text:
        rows = [(float(one["mach"]), float(one["cd"])) for one in csv.DictReader(text)]
    return tuple(mach for mach, _ in rows), tuple(cd for _, cd in rows)
