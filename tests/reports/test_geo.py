"""TopoJSON decoded, maps cut where they must be."""

import json
from pathlib import Path

import numpy as np
import pytest
from matplotlib.path import Path as Outline

from twoplustwo.base.errors import OutputError
from twoplustwo.reports.basemap import Frame, flatten, frame_around, great_circle
from twoplustwo.reports.geo import read_shapes

# two squares side by side, the right one without a code: their common border is disputed
TWO = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [10, 50]},
    "arcs": [
        [[1, 0], [0, 1]],
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
    ],
    "objects": {
        "countries": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "id": "001", "arcs": [[0, 1]], "properties": {}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {}},
            ],
        }
    },
}


def written(tmp_path: Path, data=TWO) -> Path:
    path = tmp_path / "countries.json"
    path.write_text(json.dumps(data))
    return path


def test_arcs_are_added_up_and_turned_round(tmp_path: Path):
    shapes = read_shapes(written(tmp_path))
    first, second = (polygon[0] for polygon in shapes.land)
    assert first.tolist() == [[11, 50], [11, 51], [10, 51], [10, 50], [11, 50]]
    assert second.tolist() == [[11, 50], [12, 50], [12, 51], [11, 51], [11, 50]]


def test_shared_arcs_are_borders_and_the_rest_is_coast(tmp_path: Path):
    shapes = read_shapes(written(tmp_path))
    assert shapes.borders == ()
    assert [line.tolist() for line in shapes.disputed] == [[[11, 50], [11, 51]]]
    assert len(shapes.coast) == 2


def test_the_antimeridian_is_no_border(tmp_path: Path):
    edge = {
        "type": "Topology",
        "arcs": [[[170, 60], [180, 60], [180, 70], [170, 70], [170, 60]]],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "id": "1", "arcs": [[0]]}]}},
    }
    pieces = read_shapes(written(tmp_path, edge)).coast
    assert [piece.tolist() for piece in pieces] == [
        [[170, 60], [180, 60]],
        [[180, 70], [170, 70], [170, 60]],
    ]


def test_a_file_that_is_none(tmp_path: Path):
    with pytest.raises(OutputError) as caught:
        read_shapes(written(tmp_path, {"type": "Topology"}))
    assert "cannot read the borders" in str(caught.value)
    assert "countries.json" in str(caught.value)
    with pytest.raises(OutputError, match="cannot read the borders"):
        read_shapes(tmp_path / "not-there.json")


def test_a_frame_shows_all_its_places():
    lat, lon = np.array([55.0, 38.9, 51.0]), np.array([83.0, -77.0, 46.0])
    frame = frame_around(lat, lon)
    left, right, bottom, top = frame.window
    points = frame.xy(lat, lon)
    assert ((points > [left, bottom]) & (points < [right, top])).all()


def test_north_is_up_and_the_west_left():
    frame = frame_around(np.array([40.0, 60.0]), np.array([0.0, 40.0]))
    here = frame.xy(np.array([50.0, 55.0]), np.array([20.0, 20.0]))
    assert here[1, 1] > here[0, 1]
    side = frame.xy(np.array([50.0, 50.0]), np.array([10.0, 30.0]))
    assert side[0, 0] < side[1, 0]


def test_the_far_side_of_the_earth_is_not_drawn():
    frame = Frame(60.0, 10.0, (-1e6, 1e6, -1e6, 1e6))
    assert np.isnan(frame.xy(np.array([-60.0]), np.array([-170.0]))).all()


def test_a_great_circle_passes_over_the_north():
    lat, _ = great_circle((55.0, 37.0), (38.9, -77.0))
    assert lat.max() > 60.0 and lat[0] == 55.0 and lat[-1] == pytest.approx(38.9)


def test_land_is_cut_to_the_window(tmp_path: Path):
    shapes = read_shapes(written(tmp_path))
    frame = Frame(50.5, 10.5, (-20e3, 20e3, -20e3, 20e3))
    land: Outline = flatten(frame, shapes).land
    assert len(land.vertices) >= 4
    assert np.abs(land.vertices).max() <= 21e3
