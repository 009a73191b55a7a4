"""Regions of a dossier: which part of the world an answer is about, by countries, ring or cells."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.base.table import Table
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.fields import Fields
from twoplustwo.dossier.kinds import REGIONS
from twoplustwo.dossier.models import Dossier, Region, TableRef
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tables import read_table
from twoplustwo.dossier.tree import Node

B = NDArray[np.bool_]
F = NDArray[np.float64]

COUNTRIES, CELLS = "population.countries", "population.cells"
REGION_KEYS = ("name", "of", "short", "countries", "window", "ring", "cells", "note")
SIDES = {"south": 90.0, "north": 90.0, "west": 180.0, "east": 180.0}
_HOW = "write `countries: [ISO3, …]`, `ring: [[lat, lon], …]` or `cells: [NAME, …]`"


def read_region(id_: str, tree: Node, file: str, problems: Problems, short: str) -> Region:
    """``regions/<id>.yaml``: countries, cut by a window and a ring, and single cells beside."""
    keys = Fields(tree, f"region {id_}", file, problems, REGION_KEYS)
    if "_" in id_:
        keys.add(
            f"region {id_} has an underscore in its name",
            "",
            "in a column hyphens become underscores: two names could become one",
            f"call the file {id_.replace('_', '-')}.yaml",
        )
    countries, cells = keys.names("countries"), keys.names("cells")
    ring, window = _ring(keys), _window(keys)
    if keys.entries and not (countries or cells or {"ring", "window"} & keys.entries.keys()):
        keys.add(f"region {id_} has no land", "", "it names no country, no ring and no cells", _HOW)
    return Region(
        id=id_,
        name=keys.words("name", required=True),
        of=keys.words("of"),
        short=keys.words("short"),
        countries=tuple(name for name, _ in countries),
        window=window,
        ring=ring,
        cells=tuple(name for name, _ in cells),
        file=short,
        line=keys.line,
        lines={f"countries {name}": line for name, line in countries}
        | {f"cells {name}": line for name, line in cells},
    )


def _number(keys: Fields, text: str | None, what: str, key: str, most: float) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        number = np.nan
    if not -most <= number <= most:
        keys.add(
            f"{what} of {keys.what} is no angle: {text}",
            key,
            f"expected degrees from -{most:g} to {most:g}, without a unit",
        )
        return None
    return number


def _window(keys: Fields) -> tuple[float, float, float, float] | None:
    """South, north, west, east [deg]; where west is greater, it runs over the date line."""
    if keys.node("window") is None:
        return None
    inner = keys.inner("window", SIDES)
    sides = []
    for side, most in SIDES.items():
        text = inner.text(side, required=True)
        sides.append(_number(inner, text, side, side, most) if text else None)
    keys.sound = keys.sound and inner.sound
    south, north, west, east = sides
    if south is None or north is None or west is None or east is None:
        return None
    if south >= north or west == east:
        keys.add(
            f"window of {keys.what} holds nothing",
            "window",
            f"south {south:g}, north {north:g}, west {west:g}, east {east:g}",
            "south must be less than north, and west another than east",
        )
        return None
    return south, north, west, east


def _ring(keys: Fields) -> tuple[tuple[float, float], ...]:
    points = []
    for node in keys.items("ring"):
        texts = [one.text for one in node.items or ()]
        if len(texts) != 2:
            keys.add(f"ring of {keys.what} holds {node.shape}", "ring", "expected [lat, lon]")
            return ()
        lat = _number(keys, texts[0], "latitude", "ring", 90.0)
        lon = _number(keys, texts[1], "longitude", "ring", 180.0)
        if lat is None or lon is None:
            return ()
        points.append((lat, lon))
    if points and len(points) < 3:
        keys.add(
            f"ring of {keys.what} has {len(points)} points",
            "ring",
            "a ring has three or more; the last need not repeat the first",
        )
        return ()
    return tuple(points)


def put_in_order(draft: Draft) -> None:
    """Sort regions as ``dossier.yaml`` lists them, others behind by name; note names unknown there.

    The first is whom an answer speaks of that has room for one region, so that the order is
    something to say, and no matter of how files are called.
    """
    for name, where in draft.first_regions.items():
        if name not in draft.regions:
            draft.problems.add(
                f"the dossier lists an unknown region, {name}",
                where,
                f"regions: {', '.join(sorted(draft.regions)) or 'none'}",
                nearest(name, draft.regions) or f"write regions/{name}.yaml",
            )
    ranks = {name: rank for rank, name in enumerate(draft.first_regions)}
    order = sorted(draft.regions, key=lambda name: (ranks.get(name, len(ranks)), name))
    draft.regions = {name: draft.regions[name] for name in order}


def check_countries(draft: Draft) -> None:
    """Note every country of a region that no table of countries of the dossier has."""
    named = [one for one in draft.regions.values() if one.countries]
    if not named or draft.broken:
        return
    try:
        tables = [_table(draft, ref) for ref in _refs(draft)]
    except DossierError as error:
        draft.problems.take(error)
        return
    known = {str(code) for table in tables for code in table.column("iso3")}
    within = {part: whole for table in tables for part, whole in _included(table)}
    for region in named:
        for iso3 in region.countries:
            if iso3 in known:
                continue
            where = f"{draft.files[region.file]}:{region.lines[f'countries {iso3}']}"
            if iso3 in within:
                why = f"in the tables its people are counted with {within[iso3]}"
                fix = f"write {within[iso3]}, or give a ring or cells"
            elif not known:
                why = f"no claim of {COUNTRIES} names a table of countries"
                fix = "include ../common, which has the countries of the world"
            else:
                why = f"{len(known)} countries are known, by ISO 3166 codes of three letters"
                fix = nearest(iso3.upper(), known) or "see the column iso3 of the table"
            draft.problems.add(
                f"region {region.id} names an unknown country, {iso3}", where, why, fix
            )


def _refs(draft: Draft) -> Iterator[TableRef]:
    for claim in draft.parameters.get(COUNTRIES, ()):
        if isinstance(claim.value.si, TableRef):
            yield claim.value.si


def _table(draft: Draft, ref: TableRef) -> Table:
    folder, _, rest = ref.path.partition("/")
    return read_table(draft.roots[folder] / rest, ref.sha256)


def _included(table: Table) -> Iterator[tuple[str, str]]:
    """Codes that are counted with another, and with which."""
    if "includes" in {column.name for column in table.columns}:
        for whole, parts in zip(table.column("iso3"), table.column("includes"), strict=True):
            for part in str(parts or "").split():
                yield part, str(whole)


def inside(region: Region, cells: Table) -> B:
    """Which cells a region holds, shape (C,): those of its countries whose middle lies in its
    window and its ring, and those that it names.

    Parameters
    ----------
    region : Region
    cells : Table
        With ``cell``, ``country``, ``lat_deg`` and ``lon_deg``.
    """
    named = np.isin(cells.column("cell").astype(str), region.cells)
    if not (region.countries or region.window or region.ring):
        return named
    lat, lon = cells.column("lat_deg"), cells.column("lon_deg")
    held = np.ones(len(lat), dtype=bool)
    if region.countries:
        held &= np.isin(cells.column("country").astype(str), region.countries)
    if region.window:
        south, north, west, east = region.window
        across = (lon >= west) & (lon <= east) if west < east else (lon >= west) | (lon <= east)
        held &= (lat >= south) & (lat <= north) & across
    if region.ring:
        held &= _in_ring(region.ring, lat, lon)
    return held | named


def _in_ring(ring: tuple[tuple[float, float], ...], lat_deg: F, lon_deg: F) -> B:
    """Which points lie in a ring whose sides are straight on a map, also over the date line."""
    import shapely  # few dossiers have a ring, and its import takes longer than all of this

    lat, lon = np.array(ring).T
    # each side goes the shorter way round, so that longitudes run on over the date line
    steps = np.mod(np.diff(lon) + 180.0, 360.0) - 180.0
    around = shapely.Polygon(np.column_stack([lon[0] + np.append(0.0, np.cumsum(steps)), lat]))
    shapely.prepare(around)
    turns = [shapely.contains_xy(around, lon_deg + turn, lat_deg) for turn in (-360.0, 0.0, 360.0)]
    return np.any(turns, axis=0)


def region_of(dossier: Dossier, name: str, where: str = "") -> Region:
    """The region of a name.

    Raises
    ------
    DossierError
        If the dossier has none of that name; names the nearest.
    """
    if name in dossier.regions:
        return dossier.regions[name]
    raise DossierError(
        f"unknown region {name}",
        where,
        f"regions of {dossier.id}: {', '.join(dossier.regions) or 'none'}",
        nearest(name, dossier.regions) or f"write {REGIONS}/{name}.yaml",
    )
