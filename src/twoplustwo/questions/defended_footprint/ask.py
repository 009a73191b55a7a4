"""The question in code: every missile from every launch area at every cell, then count shots."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.shots import opportunities
from twoplustwo.engagement.timeline import Commit
from twoplustwo.engagement.window import Points
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.questions.defended_footprint.people import People
from twoplustwo.questions.defended_footprint.rows import result
from twoplustwo.questions.places import site_tables
from twoplustwo.questions.result import Result
from twoplustwo.questions.sensors import sensors
from twoplustwo.scenario import records, threats
from twoplustwo.scenario.defence import Defence, need_made
from twoplustwo.scenario.given import Given, key
from twoplustwo.scenario.lanes import Lanes, Stage
from twoplustwo.scenario.watch import commits

SAMPLES = 40
ORIGIN = "iran"

_people = Stage("people", 4)
_shots = Stage("shots", 512, like=0)


class Threat(NamedTuple):
    """One missile from one launch area."""

    missile: str
    area: str


def ask(given: Given, dossier: Any, site: str, interceptor: str) -> list[Result]:
    """Answer for every position of `given`.

    Parameters
    ----------
    given : Given
        P positions.
    dossier : Dossier
        For its missiles, launch areas, radars and tables; no values are read from it.
    site, interceptor : str
        Which interceptors, from where.
    """
    people = _read_people(given, dossier)
    listed = sorted(m for m, t in dossier.things["missiles"].items()
                    if t.structure["origin"] == ORIGIN)  # fmt: skip
    areas = {a: records.place(given, f"launch-areas.{a}.location")
             for a in sorted(dossier.things["launch-areas"])}  # fmt: skip
    all_threats = [Threat(m, a) for m in listed for a in areas]
    joined = _fly(given, dossier, people, all_threats, areas)
    home = records.place(given, f"sites.{site}.location")
    counts = records.counting(given)
    drag = records.drag_table(given, dossier.table)
    speeds = records.numbers(given, f"interceptors.{interceptor}.burnout_speed")
    readings = given.names(f"interceptors.{interceptor}.speed_reading")
    windowed = threats.windows(joined, counts, home, SAMPLES)
    recipes = records.recipe(given, interceptor, drag)
    defence = Defence(recipes, speeds, readings, home, counts, details=False)
    latest = defence.latest(windowed)
    found = commits(joined, *sensors(given, dossier))
    sites = site_tables(given, dossier, site, home)
    counted = _count(windowed, latest, found, counts)
    need_made([counted[p] for p in range(len(given))], interceptor)
    return [
        result(people[p], all_threats, joined[p], counted[p], {a: r[p] for a, r in areas.items()},
               lambda p=p: sites(p))
        for p in range(len(given))
    ]  # fmt: skip


def _read_people(given: Given, dossier: Any) -> Lanes:
    refs = [given.values(f"population.{name}") for name in ("cells", "countries", "cities")]
    keys = [[str(ref).encode() for ref in column] for column in refs]

    def read(p: int) -> People:
        tables = [dossier.table(column[p]) for column in refs]
        return People(*tables, files=(refs[0][p].path, refs[2][p].path))

    return _people(keys, read)


def _fly(
    given: Given,
    dossier: Any,
    people: Lanes,
    all_threats: list[Threat],
    areas: dict[str, records.Records],
) -> Lanes:
    """Every threat at every cell; aim point t * C + c is cell c of threat t."""
    drag = records.drag_table(given, dossier.table)
    cloud = records.numbers(given, "satellites.early-warning.cloud_break_altitude")
    struck, numbers = [], []
    positions = range(len(given))
    for t, threat in enumerate(all_threats):
        progress.step("flying at every cell", t, len(all_threats))
        aimer = threats.aimers(records.rocket(given, threat.missile, drag))
        loft = records.numbers(given, f"missiles.{threat.missile}.loft")
        pairs = []
        for p in positions:
            lat1, lon1 = people[p].places
            start = areas[threat.area][p]
            whole = np.ones_like(lat1)
            pairs.append((start.latitude_rad * whole, start.longitude_rad * whole, lat1, lon1))
        label = f"flying {threat.missile} from {threat.area}"
        struck.append(threats.strikes(aimer, loft, cloud, pairs, label))
        numbers.append([t * len(people[p].cell) + np.arange(len(people[p].cell))
                        for p in positions])  # fmt: skip
    progress.step("flying at every cell", len(all_threats), len(all_threats))
    return threats.join(struck, numbers)


def _count(windowed: Lanes, latest: Lanes, found: Lanes, counts: records.Records) -> Lanes:
    """Shot opportunities against every flight, shape (B,)."""

    def compute(p: int) -> NDArray[np.float64] | None:
        best: Latest | None = latest[p]
        one: Points = windowed[p]
        commit: Commit = found[p]
        if best is None or not len(commit.delay_s):
            return None if best is None else np.zeros(0)
        assess = counts[p].assessment_time_s

        def run(some: tuple) -> Any:
            launch, time, ready = some
            return opportunities(launch, time, ready, assess).count * 1.0

        return in_chunks(run, (best.launch_s, one.seen.time_s, commit.delay_s))

    assess = [key(c.assessment_time_s) for c in counts.items]
    return _shots([windowed.keys, latest.keys, found.keys, assess], compute)
