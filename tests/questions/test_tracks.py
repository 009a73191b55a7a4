"""Exported tracks keep to the path flown, at any latitude, whoever draws the lines between."""

import numpy as np
import pytest

from twoplustwo.physics.aim import REACHED, Aimer
from twoplustwo.physics.boost import Launch
from twoplustwo.physics.chunks import in_chunks, piece
from twoplustwo.physics.path import fly_path
from twoplustwo.questions.footprint import ask as footprint
from twoplustwo.questions.reach import ask as reach
from twoplustwo.runs.ask import ask
from twoplustwo.stages.ground_paths import thinned
from twoplustwo.stages.ground_tracks import track_table

from ..answers.placed import answer as placed
from .flown import WAYS, apart_m, truth

FARTHEST_M = 5_000.0


@pytest.mark.parametrize(
    ("question", "module"), [("icbm-reach", reach), ("defended-footprint", footprint)]
)
def test_every_track_keeps_to_its_flight(question, module, europe, monkeypatch):
    seen = []
    name = "paths" if hasattr(module, "paths") else "paths_to"  # by number, or by aim
    known = getattr(module, name)

    def watched(joined, position, aimers, wanted):
        point = list(joined[position].point)
        chosen = wanted if name == "paths" else np.array([point.index(one) for one in wanted])
        seen.append((joined[position], [one[position].rocket for one in aimers], chosen))
        return known(joined, position, aimers, wanted)

    monkeypatch.setattr(module, name, watched)
    for answer in ask(question, ["us", "russia", "independent"], europe):
        assert len(answer.tables["tracks"])
        joined, rockets, chosen = seen.pop()
        flown = [None] * len(chosen)
        for part in np.unique(joined.part[chosen]):
            mine = np.flatnonzero(joined.part[chosen] == part)
            launch = Launch(*(np.asarray(a)[chosen[mine]] for a in joined.launch))
            for number, path in zip(mine, truth(rockets[part], launch), strict=True):
                flown[number] = path
        for read, on_map in WAYS:
            lines = list(read(answer))
            assert len(lines) == len(flown)
            far = [apart_m(path, line, on_map) for path, line in zip(flown, lines, strict=True)]
            assert max(far) < FARTHEST_M, (read.__name__, on_map)


# from and to, degrees: over a pole, by it to the left and right, along 180 degrees, across it
LEGS = [
    (60.0, 0.0, 60.0, 180.0),
    (60.0, 0.0, 60.0, 170.0),
    (60.0, 0.0, 60.0, -165.0),
    (60.0, 0.0, 62.0, 160.0),
    (-70.0, 90.0, -60.0, -80.0),
    (-60.0, 20.0, -70.0, -150.0),
    (50.0, 180.0, 5.0, 180.0),
    (50.0, 180.0, 5.0, -178.0),
    (70.0, -180.0, 40.0, 179.0),
    (60.0, 150.0, 50.0, -130.0),
    (89.99, 0.0, 50.0, 100.0),
    (50.0, -60.0, 89.99, 180.0),
]


def test_tracks_by_the_poles_and_along_the_meridian_keep_to_their_flights(rockets):
    rocket = rockets["icbm-liquid"]
    aimed = Aimer(rocket).solve(*np.radians(LEGS).T)
    assert (aimed.outcome == REACHED).all()
    count = len(LEGS)
    path = in_chunks(lambda some: fly_path(rocket, some), aimed.launch, piece(count))
    points = thinned(path, np.arange(count))
    names = [f"{at:02}" for at in range(count)]
    answer = placed(tables={"tracks": track_table(points, {"base": names})})
    flown = list(truth(rocket, aimed.launch))
    nearest = np.degrees(
        [np.arccos(np.abs(r[:, 2] / np.linalg.norm(r, axis=1)).max()) for r in flown]
    )
    assert nearest.min() < 1.0  # some do pass by a pole
    for read, on_map in WAYS:
        for path_, line in zip(flown, read(answer), strict=True):
            assert apart_m(path_, line, on_map) < FARTHEST_M, (read.__name__, on_map)
            if on_map:
                assert all(np.abs(np.diff(part[:, 0])).max() <= 180.0 for part in line)
