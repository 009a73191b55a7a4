"""Whether somebody lives in each region of a dossier, by the tables that it claims."""

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.dossier.find import place_of
from twoplustwo.dossier.models import Dossier, TableRef
from twoplustwo.dossier.population import PEOPLE, check_tables
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.regions import CELLS, COUNTRIES

CITIES = "population.cities"


def check_people(dossier: Dossier, problems: Problems) -> None:
    """Note every region without people, and every cell of a region that no table has."""
    if not dossier.regions:
        return
    refs = {path: _tables(dossier, path) for path in (CELLS, COUNTRIES, CITIES)}
    lacking = [path for path, tables in refs.items() if not tables]
    if lacking:
        first = next(iter(dossier.regions.values()))
        problems.add(
            f"the dossier has regions, but no claim of {', '.join(lacking)}",
            _place(dossier, first.file, first.line),
            "who lives in a region is read from the tables of people",
            "include ../common, or claim tables of your own in population.yaml",
        )
        return
    known: set[str] = set()
    lived_in: set[str] = set()
    try:
        _check_first(dossier, *(tables[0] for tables in refs.values()))
        for cells in refs[CELLS]:
            known |= set(dossier.table(cells).column("cell"))
            found = dossier.in_regions(cells)
            people = found.inside @ found.table.column(PEOPLE)
            lived_in |= {one for one, count in zip(found.regions, people, strict=True) if count > 0}
    except DossierError as error:
        problems.take(error)
        return
    for region in dossier.regions.values():
        for cell in region.cells:
            if cell not in known:
                problems.add(
                    f"region {region.id} names an unknown cell, {cell}",
                    _place(dossier, region.file, region.lines[f"cells {cell}"]),
                    "a cell is called as in the table of cells, N50E014-CZE for instance",
                    nearest(cell, known),
                )
        if region.id not in lived_in:
            problems.add(
                f"region {region.id} has no people",
                _place(dossier, region.file, region.line),
                "no cell with people lies in it",
                "see that south is less than north, and that a ring is [lat, lon], not [lon, lat]",
            )


def _check_first(dossier: Dossier, cells: TableRef, countries: TableRef, cities: TableRef) -> None:
    check_tables(
        dossier.table(cells),
        dossier.table(countries),
        dossier.table(cities),
        (_place(dossier, cells.path), _place(dossier, cities.path)),
    )


def _tables(dossier: Dossier, path: str) -> list[TableRef]:
    claims = dossier.parameters.get(path, ())
    return [claim.value.si for claim in claims if isinstance(claim.value.si, TableRef)]


def _place(dossier: Dossier, short: str, line: int = 0) -> str:
    return place_of(dossier, short) + (f":{line}" if line else "")
