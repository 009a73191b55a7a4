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
from twoplustwo.questions.shield import shield
from twoplustwo.scenario import records, threats
from twoplustwo.scenario.defence import need_made
from twoplustwo.scenario.given import Given, apart, key
from twoplustwo.scenario.lanes import Lanes, Stage
from twoplustwo.scenario.paths import Thinned, paths
from twoplustwo.scenario.watch import commits

SAMPLES = 40
ORIGIN = "iran"
ALL = "all"

_people = Stage("people", 4)
_shots = Stage("shots", 512, like=0)


class Threat(NamedTuple):
    """One missile from one launch area."""

    missile: str
    area: str


def ask(given: Given, dossier: Any, site: str, interceptor: str, missiles: str) -> list[Result]:
    """Answer for every position of `given`.

    Parameters
    ----------
    given : Given
        P positions.
    dossier : Dossier
        For its missiles, launch areas, radars and tables; no values are read from it.
    site, interceptor : str
        Which interceptors, from where; an empty site is the one that each position holds.
    missiles : str
        Which missiles count: ``all``, those that have ``flown``, those that are ``projected``.
    """
    listed = sorted(m for m, t in dossier.things["missiles"].items()
                    if t.structure["origin"] == ORIGIN
                    and missiles in (ALL, t.structure["existence"]))  # fmt: skip
    gone = {m: given.removed(f"missiles.{m}") for m in listed}
    left = [tuple(m for m in listed if not gone[m][p]) for p in range(len(given))]
    return apart(given, left, lambda some, these: _answers(some, dossier, these, site, interceptor))


def _answers(
    given: Given, dossier: Any, listed: tuple[str, ...], site: str, interceptor: str
) -> list[Result]:
    """Of positions that leave the same missiles."""
    people = _read_people(given, dossier)
    areas = {a: records.place(given, f"launch-areas.{a}.location")
             for a in sorted(dossier.things["launch-areas"])}  # fmt: skip
    all_threats = [Threat(m, a) for m in listed for a in areas]
    ours = shield(given, dossier, interceptor, site)
    sites = site_tables(given, dossier, ours.sites, ours.home)
    if not listed:
        return [result(people[p], [], None, np.zeros(0), {}, lambda p=p: sites(p), _nobody)
                for p in range(len(given))]  # fmt: skip
    joined, aimers = _fly(given, dossier, people, all_threats, areas)
    windowed = threats.windows(joined, ours.counts, ours.home, SAMPLES)
    latest = ours.defence(details=False).latest(windowed)
    found = commits(joined, *sensors(given, dossier))
    counted = _count(windowed, latest, found, ours.counts)
    need_made([counted[p] for p in range(len(given))], interceptor)

    def one(p: int) -> Result:
        shots = _within(counted[p], ours.number[p])
        places = {a: r[p] for a, r in areas.items()}
        return result(
            people[p], all_threats, joined[p], shots, places, lambda: sites(p),
            lambda chosen: paths(joined, p, aimers, chosen),
        )  # fmt: skip

    return [one(p) for p in range(len(given))]


def _nobody(chosen: NDArray[np.int_]) -> Thinned:
    raise LookupError(f"no flights, but {len(chosen)} chosen")


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
) -> tuple[Lanes, list[Lanes]]:
    """Every threat at every cell, and the aim solvers of the threats.

    Aim point t * C + c is cell c of threat t.
    """
    drag = records.drag_table(given, dossier.table)
    cloud = records.numbers(given, "satellites.early-warning.cloud_break_altitude")
    struck, numbers, aimers = [], [], []
    positions = range(len(given))
    everywhere = [people[p] for p in positions]
    aims = {area: _aims(start, everywhere) for area, start in areas.items()}
    for t, threat in enumerate(all_threats):
        progress.step("flying at every cell", t, len(all_threats))
        aimer = threats.aimers(records.rocket(given, threat.missile, drag))
        aimers.append(aimer)
        loft = records.numbers(given, f"missiles.{threat.missile}.loft")
        label = f"flying {threat.missile} from {threat.area}"
        pairs, keys = aims[threat.area]
        struck.append(threats.strikes(aimer, loft, cloud, pairs, label, keys))
        counts = {id(one): t * len(one.cell) + np.arange(len(one.cell)) for one in everywhere}
        numbers.append([counts[id(one)] for one in everywhere])
    progress.step("flying at every cell", len(all_threats), len(all_threats))
    return threats.join(struck, numbers), aimers


def _aims(start: records.Records, people: list[People]) -> tuple[list[Any], list[bytes]]:
    """Places (lat0, lon0, lat1, lon1) of the flights from an area, by position, and their keys."""
    found: dict[bytes, Any] = {}
    keys = [start.keys[p] + one.key for p, one in enumerate(people)]
    for p, (k, one) in enumerate(zip(keys, people, strict=True)):
        if k not in found:
            whole = np.ones_like(one.places[0])
            here = start[p].latitude_rad * whole, start[p].longitude_rad * whole
            found[k] = (*here, *one.places)
    return [found[k] for k in keys], keys


def _within(count: NDArray[np.float64], number: float | None) -> NDArray[np.float64]:
    """Shots that there are interceptors for."""
    return count if number is None else np.minimum(count, number)


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
