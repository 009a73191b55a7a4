"""Where people live: cells, countries and cities of a dossier as arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.base.table import Table
from twoplustwo.stages.inputs import key

F = NDArray[np.float64]
REGIONS = ("europe", "us")


def _need_known(values: NDArray[Any], known: Sequence[str], what: str, file: str) -> None:
    """Refuse the first value that is not among the known ones; line 1 is the header."""
    names = set(known)
    for row, value in enumerate(values):
        if value not in names:
            some = ", ".join(sorted(names)[:12]) + (", …" if len(names) > 12 else "")
            raise DossierError(
                f"unknown {what} {value!r}",
                where=f"{file}:{row + 2}",
                why=f"known: {some}",
                fix=nearest(str(value), names),
            )


class People:
    """One-degree land cells with their inhabitants, by country; C cells.

    Parameters
    ----------
    cells, countries, cities : Table
        Tables of the dossier's population claims.
    files : tuple of str
        Where the cells and the cities stand, for messages.

    Raises
    ------
    DossierError
        A cell in an unknown country or region, a city in an unknown cell; with file and line.
    """

    def __init__(
        self, cells: Table, countries: Table, cities: Table, files: tuple[str, str] = ("", "")
    ) -> None:
        iso3 = list(countries.column("iso3"))
        _need_known(cells.column("country"), iso3, "country", files[0])
        _need_known(cells.column("region"), REGIONS, "region", files[0])
        _need_known(cities.column("cell"), list(cells.column("cell")), "cell", files[1])
        self.cell = cells.column("cell")
        self.latitude_deg, self.longitude_deg = cells.column("lat_deg"), cells.column("lon_deg")
        self.country, self.region = cells.column("country"), cells.column("region")
        self.area_km2, self.population = cells.column("area_km2"), cells.column("population")
        self.countries = dict(zip(countries.column("iso3"), countries.column("name"), strict=True))
        self.cities = cities
        where = {name: i for i, name in enumerate(self.cell)}
        known, self.first_cell, self.country_number = np.unique(
            self.country.astype(str), return_index=True, return_inverse=True
        )
        self.known = known.tolist()  # countries of the cells, alphabetically
        self.region_number = np.array([REGIONS.index(one) for one in self.region])
        self.city_cell = np.array([where[name] for name in cities.column("cell")])

        self.places = np.radians(self.latitude_deg), np.radians(self.longitude_deg)
        self.key = key(*self.places)

    def none_met(self, threats: int) -> F:
        """Shots at every cell, shape (threats, C), where no threat gets to any: infinite."""
        return np.full((threats, len(self.cell)), np.inf)
