"""Lines and rings cut where the map ends, at the meridian of 180 degrees."""

import numpy as np
import shapely
from numpy.typing import NDArray

F = NDArray[np.float64]
TURN, HALF, POLE = 360.0, 180.0, 90.0
SQUARE = 4  # corners; thousands of such cells need no cutting


def cut_line(lon_deg: F, *others: F) -> list[tuple[F, ...]]:
    """The parts of a line on either side of the meridian.

    Parameters
    ----------
    lon_deg : ndarray
        Longitudes along the line, shape (n,).
    *others : ndarray
        What else is known along it (latitude, altitude, time), shape (n,) each; put in between
        where the line is cut.

    Returns
    -------
    list of tuple of ndarray
        One a part: longitudes from -180 to 180, then the others.
    """
    lon = np.unwrap(np.asarray(lon_deg, dtype=float), period=TURN)
    world = np.floor((lon + HALF) / TURN)
    # A point on the meridian itself belongs to the side that the line comes from.
    for at in range(1, len(lon)):
        if (lon[at] + HALF) % TURN == 0.0 and world[at] != world[at - 1]:
            world[at] = min(max(world[at - 1], world[at] - 1.0), world[at])
    parts, start = [], 0
    columns = [np.asarray(one, dtype=float) for one in others]
    lead: list[F] = []
    for at in range(1, len(lon) + 1):
        if at < len(lon) and world[at] == world[at - 1]:
            continue
        inner = [lon[start:at] - TURN * world[start], *(one[start:at] for one in columns)]
        whole = (
            [np.concatenate([a, b]) for a, b in zip(lead, inner, strict=True)] if lead else inner
        )
        if at < len(lon):
            east = world[at] > world[at - 1]
            edge = TURN * max(world[at], world[at - 1]) - HALF
            share = (edge - lon[at - 1]) / (lon[at] - lon[at - 1])
            between = [one[at - 1] + share * (one[at] - one[at - 1]) for one in columns]
            side = HALF if east else -HALF
            whole = [np.append(a, b) for a, b in zip(whole, [side, *between], strict=True)]
            lead = [np.array([one]) for one in (-side, *between)]
        parts.append(tuple(whole))
        start = at
    return parts


def cut_ring(lon_deg: F, lat_deg: F) -> list[F]:
    """The polygons that a closed line encloses, cut at the meridian.

    A ring round a pole takes in the pole. Gives one array a polygon, shape (n, 2), longitude
    first, the first point again as the last, against the clock.
    """
    lon = np.unwrap(np.append(lon_deg, lon_deg[0]), period=TURN)
    lat = np.append(lat_deg, lat_deg[0])
    if len(lon_deg) == SQUARE and lon.min() >= -HALF and lon.max() <= HALF:
        turned = np.sum(lon[:-1] * lat[1:] - lon[1:] * lat[:-1])
        points = np.column_stack([lon, lat])
        return [points if turned > 0.0 else points[::-1]]
    worlds = range(int((lon.min() + HALF) // TURN), int((lon.max() + HALF) // TURN) + 1)
    if abs(lon[-1] - lon[0]) > HALF:
        # Once round the world before and once after, closed over the pole: one world of that is it.
        way, pole = np.sign(lon[-1] - lon[0]), POLE if np.mean(lat) > 0.0 else -POLE
        lon = np.concatenate([lon + turn * way * TURN for turn in (-1.0, 0.0, 1.0)])
        lat = np.tile(lat, 3)
        lon, lat = np.append(lon, [lon[-1], lon[0]]), np.append(lat, [pole, pole])
        worlds = range(1)
    whole = shapely.make_valid(shapely.Polygon(np.column_stack([lon, lat])))
    found = []
    for world in worlds:
        west = TURN * world - HALF
        part = shapely.intersection(whole, shapely.box(west, -POLE, west + TURN, POLE))
        for one in shapely.get_parts(part):
            if isinstance(one, shapely.Polygon) and one.area > 0.0:
                edge = shapely.orient_polygons(one).exterior
                points = shapely.get_coordinates(edge) - np.array([TURN * world, 0.0])
                found.append(points)
    return found
