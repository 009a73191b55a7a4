"""Range rings in files hold the place that they go round, however far the missile flies."""

import json

import numpy as np
import shapely
from shapely.geometry import shape

from twoplustwo.answers.exports.geojson import to_geojson
from twoplustwo.runs.ask import ask
from twoplustwo.stages import records

from ..answers.placed import EARTH


def test_every_ring_holds_its_place_and_not_the_far_side_of_the_earth(europe, given_us):
    (answer,) = ask("range-classes", ["us"], europe)
    wide = 0
    for table in ("rings", "base_rings"):
        ranges = answer.tables[table].column("range_km")
        names = answer.tables[table].column("ring")
        for one in json.loads(to_geojson([answer], table))["features"]:
            about, whole = one["properties"], shape(one["geometry"])
            kind = "launch-areas" if table == "rings" else "bases"
            there = records.place(given_us, f"{kind}.{about['launch_area']}.location")[0]
            lat, lon = np.degrees(there[:2])
            mine = 1e3 * ranges[names == about["ring"]]
            wide += mine.max() > 10_007e3
            # on each azimuth a point nearer than the least range, and one beyond the greatest
            for azimuth in range(0, 360, 30):
                for far, inside in (
                    (0.0, True),
                    (0.97 * mine.min(), True),
                    (1.03 * mine.max(), False),
                ):
                    if far < 19_900e3:
                        x, y, _ = EARTH.fwd(lon, lat, azimuth, far)
                        assert shapely.contains_xy(whole, x, y) == inside, (about["ring"], far)
    assert wide >= 11
