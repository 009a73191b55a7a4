"""Who lives in the regions of a dossier: the rows of its tables of people that they hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.base.table import Column, Table
from twoplustwo.dossier.models import Dossier, Region, TableRef
from twoplustwo.dossier.regions import CELLS, COUNTRIES, inside

PEOPLE, YEAR = "population", "population.year"
TOLD_FROM = 3
"""Years: over fewer the people of most countries change by less than their totals differ."""
_OF_YEAR = re.compile(rf"{PEOPLE}_(\d{{4}})")


@dataclass(frozen=True)
class InRegions:
    """The rows of a table, cells or cities, that lie in some region.

    Parameters
    ----------
    table : Table
        N rows in the order of the whole table; ``population`` is that of the year asked for.
    regions : tuple of str
        R regions.
    inside : ndarray of bool, shape (R, N)
        Which rows each region holds.
    mark : str
        Table, regions and year: equal for what is equal.
    other_year : int or None
        The year of these people, where it lies `TOLD_FROM` years or more from the one asked for.
    """

    table: Table
    regions: tuple[str, ...]
    inside: NDArray[np.bool_]
    mark: str
    other_year: int | None = None


def in_regions(
    dossier: Dossier, ref: TableRef, year: float | None, only: tuple[str, ...] = ()
) -> InRegions:
    """The rows of a table of the dossier in its regions, sought once for each table and year.

    Parameters
    ----------
    year : float or None
        Whose people, or those of the last year at or before it that the table has; None for the
        day of the dossier.
    only : tuple of str
        Regions whose rows are wanted, all where empty; the others hold what they share with them.

    Raises
    ------
    DossierError
        If the table is gone, or another than claimed.
    """
    memo = ("in regions", ref, year, only)
    if memo not in dossier.memo:
        day = dossier.as_of_day if year is None else date(int(year), 12, 31)
        found = rows_in_regions(dossier.table(ref), dossier.regions, day)
        some = _only(found, only) if only else found
        dossier.memo[memo] = replace(some, mark=f"{ref.sha256} {some.mark}")
    return dossier.memo[memo]


def _only(found: InRegions, regions: tuple[str, ...]) -> InRegions:
    """The rows that lie in some of the regions."""
    wanted = [name in regions for name in found.regions]
    kept = np.flatnonzero(found.inside[wanted].any(axis=0))
    columns = found.table.columns
    some = Table(columns, {one.name: found.table.column(one.name)[kept] for one in columns})
    held, mark = found.inside[:, kept], f"{found.mark} in {regions}"
    return InRegions(some, found.regions, held, mark, found.other_year)


def rows_in_regions(table: Table, regions: Mapping[str, Region], day: date) -> InRegions:
    """The rows of a table in some region, with the people of the last year at or before a day."""
    held = np.array([inside(one, table) for one in regions.values()], dtype=bool)
    held = held.reshape(len(regions), len(table))
    kept = np.flatnonzero(held.any(axis=0))
    year = year_of(table, day)
    columns, data = [], {}
    for column in table.columns:
        if not _OF_YEAR.fullmatch(column.name):
            columns.append(column)
            data[column.name] = table.column(column.name)[kept]
    if year is not None:
        columns.append(Column(PEOPLE))
        data[PEOPLE] = table.column(f"{PEOPLE}_{year}")[kept]
    named = [replace(one, file="", line=0, lines={}) for one in regions.values()]
    some = Table(tuple(columns), data)
    other = year if year is not None and abs(day.year - year) >= TOLD_FROM else None
    mark = f"{named} {year}" + (" told" if other else "")
    return InRegions(some, tuple(regions), held[:, kept], mark, other)


def year_of(table: Table, day: date) -> int | None:
    """The last year at or before a day of which a table has people, or the first of all; None
    where it has those of no year by name."""
    found = (_OF_YEAR.fullmatch(column.name) for column in table.columns)
    years = [int(one[1]) for one in found if one]
    return max((year for year in years if year <= day.year), default=min(years, default=None))


def sources_of_year(dossier: Dossier, values: Mapping[str, Any]) -> set[str]:
    """Sources of the totals of the year whose people are counted, beside that of the claim.

    The table of countries names them in ``source_YEAR``, by the words that stand under ``keyword``
    in the sources.

    Parameters
    ----------
    values : mapping of str to Any
        What is held of `CELLS`, `COUNTRIES` and `YEAR`.
    """
    cells, totals, asked = (values.get(path) for path in (CELLS, COUNTRIES, YEAR))
    if not isinstance(cells, TableRef) or not isinstance(totals, TableRef):
        return set()
    day = date(int(asked), 12, 31) if isinstance(asked, float) else dossier.as_of_day
    table, column = dossier.table(totals), f"source_{year_of(dossier.table(cells), day)}"
    if column not in table.names:
        return set()
    lived_in = {*dossier.in_regions(cells, asked).table.column("country")}
    named = zip(table.column("iso3"), table.column(column), strict=True)
    words = {word for iso3, text in named if iso3 in lived_in for word in str(text).split()}
    return {
        one.id
        for one in dossier.sources.values()
        if words & {*str(one.fields.get("keyword", "")).split()}
    }


def check_tables(cells: Table, countries: Table, cities: Table, where: tuple[str, str]) -> None:
    """See that tables of people fit together.

    Parameters
    ----------
    where : tuple of str
        The files of the cells and of the cities.

    Raises
    ------
    DossierError
        A cell in an unknown country, a city in an unknown cell; with file and line.
    """
    _need_known(cells.column("country"), countries.column("iso3"), "country", where[0])
    _need_known(cities.column("cell"), cells.column("cell"), "cell", where[1])


def _need_known(values: NDArray, known: NDArray, what: str, file: str) -> None:
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
