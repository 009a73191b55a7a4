"""Where people live: the cells, countries and cities of a dossier's regions as arrays."""

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.base.table import Table
from twoplustwo.question_cards.things import InRegions
from twoplustwo.stages.inputs import key
from twoplustwo.wording.names import names_by_language

F = NDArray[np.float64]


class People:
    """One-degree land cells with their inhabitants, by country; C cells of R regions.

    Parameters
    ----------
    found : InRegions
        The cells of the dossier's regions, which may overlap.
    countries, cities : Table
        Of the dossier's population claims; cities in other cells are left out.

    Raises
    ------
    DossierError
        A cell in an unknown country.
    """

    def __init__(self, found: InRegions, countries: Table, cities: Table) -> None:
        cells = found.table
        self.cell = cells.column("cell")
        self.latitude_deg, self.longitude_deg = cells.column("lat_deg"), cells.column("lon_deg")
        self.country = cells.column("country")
        self.area_km2, self.population = cells.column("area_km2"), cells.column("population")
        self.countries = dict(zip(countries.column("iso3"), countries.column("name"), strict=True))
        self.country_names = names_by_language(countries)
        where = {name: i for i, name in enumerate(self.cell)}
        known, self.first_cell, self.country_number = np.unique(
            self.country.astype(str), return_index=True, return_inverse=True
        )
        for iso3 in known:
            if iso3 not in self.countries:
                raise DossierError(
                    f"cells lie in {iso3}, which is not in the table of countries",
                    why="`twoplustwo check` says in which line",
                    fix=nearest(iso3, self.countries),
                )
        self.known = known.tolist()  # countries of the cells, alphabetically
        self.other_year = found.other_year
        self.regions, self.inside = found.regions, found.inside
        self.held_by, self.held = np.nonzero(found.inside)  # region and cell of each pair of them
        self.region = np.array(
            [" ".join(self.regions[r] for r in np.flatnonzero(one)) for one in found.inside.T],
            dtype=object,
        )
        self.cities = cities
        home = np.array([where.get(name, -1) for name in cities.column("cell")], dtype=int)
        self.city = np.flatnonzero(home >= 0)  # rows of the cities that lie in these cells
        self.city_cell = home[self.city]

        self.places = np.radians(self.latitude_deg), np.radians(self.longitude_deg)
        self.key = key(*self.places)

    def none_met(self, threats: int) -> F:
        """Shots at every cell, shape (threats, C), where no threat gets to any: infinite."""
        return np.full((threats, len(self.cell)), np.inf)
