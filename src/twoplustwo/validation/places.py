"""Places that cases name; they lie beside the cases, in ``tables/places.csv``."""

import csv
from functools import cache
from typing import NamedTuple

import numpy as np

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.validation.find import root

NAME = "places"


class Place(NamedTuple):
    """Latitude and longitude [rad]."""

    latitude_rad: float
    longitude_rad: float


def place(name: str) -> Place:
    """The place of that name.

    Raises
    ------
    DossierError
        If there is none; names the nearest.
    """
    known = _places()
    if name not in known:
        raise DossierError(
            f"no place named {name}", why=f"places: {', '.join(known)}", fix=nearest(name, known)
        )
    return known[name]


@cache
def _places() -> dict[str, Place]:
    with (root() / "tables" / f"{NAME}.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    degrees = {
        row["place"]: (float(row["latitude_deg"]), float(row["longitude_deg"])) for row in rows
    }
    return {one: Place(*(float(np.radians(x)) for x in pair)) for one, pair in degrees.items()}
