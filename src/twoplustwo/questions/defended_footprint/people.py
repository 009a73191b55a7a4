"""Where people live: cells, countries and cities of a dossier as arrays."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.table import Table

F = NDArray[np.float64]


class People:
    """One-degree land cells with their inhabitants, by country; C cells.

    Parameters
    ----------
    cells, countries, cities : Table
        Tables of the dossier's population claims.
    """

    def __init__(self, cells: Table, countries: Table, cities: Table) -> None:
        self.cell = cells.column("cell")
        self.latitude_deg, self.longitude_deg = cells.column("lat_deg"), cells.column("lon_deg")
        self.country, self.region = cells.column("country"), cells.column("region")
        self.area_km2, self.population = cells.column("area_km2"), cells.column("population")
        self.countries = dict(zip(countries.column("iso3"), countries.column("name"), strict=True))
        self.cities = cities
        where = {name: i for i, name in enumerate(self.cell)}
        self.city_cell = np.array([where[name] for name in cities.column("cell")])

    @property
    def places(self) -> tuple[F, F]:
        """Latitude and longitude of the cells, rad."""
        return np.radians(self.latitude_deg), np.radians(self.longitude_deg)
