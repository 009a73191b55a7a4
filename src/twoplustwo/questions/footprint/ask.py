"""The question in code: every missile from every launch area at every cell, then count shots."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.base import progress
from twoplustwo.base.phrase import Phrase
from twoplustwo.engagement.reach import Latest
from twoplustwo.engagement.shots import opportunities, opportunities_of_layers
from twoplustwo.engagement.timeline import Commit
from twoplustwo.engagement.window import Points
from twoplustwo.physics.chunks import in_chunks
from twoplustwo.question_cards.result import Result
from twoplustwo.question_cards.things import HasThings
from twoplustwo.questions.footprint.people import People
from twoplustwo.questions.footprint.rows import result
from twoplustwo.questions.footprint.words import Meant
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.commit import commits
from twoplustwo.stages.flights import Strikes
from twoplustwo.stages.ground_paths import Thinned, paths_to
from twoplustwo.stages.inputs import Inputs, Missing, ask_by_group, key
from twoplustwo.stages.inputs import listed as some_of
from twoplustwo.stages.layers import layers
from twoplustwo.stages.sensors import clouds, sensors, warnings_suffice
from twoplustwo.stages.shield import Shield, shield
from twoplustwo.stages.sites import site_tables
from twoplustwo.stages.stage import Stage, StageRows

F = NDArray[np.float64]
Z = NDArray[np.int_]

SAMPLES = 40
ALL, FLOWN = "all", "flown"

NO_REGIONS = Phrase(
    "no region: the dossier has no regions/NAME.yaml",
    ru="в досье нет ни одного района: regions/NAME.yaml",
)

_people = Stage("people", 4, of_tables=True)


class Threat(NamedTuple):
    """One missile from one launch area."""

    missile: str
    area: str


class Met(NamedTuple):
    """Cells that one threat gets to, and the shot opportunities against each flight there."""

    cell: NDArray[np.int32]  # narrow: very many of these rows are kept on disk
    shots: NDArray[np.int8]


_met = Stage("met", 8192, like=Met(np.zeros(0, np.int32), np.zeros(0, np.int8)))


def ask(
    inputs: Inputs, dossier: HasThings, site: str, interceptor: str, missiles: str, owner: str
) -> list[Result]:
    """Answer for every position of `inputs`.

    Parameters
    ----------
    inputs : Inputs
        P positions.
    dossier : Dossier
        For its missiles, launch areas, radars and tables; no values are read from it.
    site, interceptor : str
        Which interceptors, from where; an empty site is the one that each position holds.
    owner : str
        The state whose missiles threaten, from its launch areas and those that are nobody's.
    missiles : str
        Which missiles count: ``all``, those that have ``flown``, those that are ``projected``.
    """
    listed = sorted(
        m
        for m, t in dossier.things["missiles"].items()
        if t.structure["owner"] == owner and missiles in (ALL, t.structure["existence"])
    )
    gone = {m: inputs.removed(f"missiles.{m}") for m in listed}
    left = [tuple(m for m in listed if not gone[m][p]) for p in range(len(inputs))]
    kinds = list(zip(left, layers(inputs, interceptor, dossier.layers), strict=True))
    return ask_by_group(
        inputs,
        kinds,
        lambda some, these: _answers(
            some, dossier, these[0], site, [name for name, _ in these[1]], owner
        ),
    )


def _answers(
    inputs: Inputs,
    dossier: HasThings,
    listed: tuple[str, ...],
    site: str,
    interceptors: list[str],
    owner: str,
) -> list[Result]:
    """Of positions that leave the same missiles, and have the same interceptors."""
    people = _read_people(inputs, dossier)
    areas = {
        a: records.place(inputs, f"launch-areas.{a}.location")
        for a in some_of(inputs, dossier, "launch-areas")
        if dossier.things["launch-areas"][a].structure.get("owner") in (None, "", owner)
    }
    all_threats = [Threat(m, a) for m in listed for a in areas]
    shields = [
        shield(inputs, dossier, name, "" if i else site) for i, name in enumerate(interceptors)
    ]
    sites = site_tables(inputs, dossier, [(one.sites, one.home) for one in shields])
    if not listed:
        return [
            result(
                people[p],
                [],
                people[p].none_met(0),
                {},
                lambda p=p: sites(p),
                _no_flights,
                dossier.card,
                _meant(people[p].none_met(0), [], on_warning=False),
            )
            for p in range(len(inputs))
        ]
    struck, aimers = _fly(inputs, dossier, people, all_threats, areas)
    defences = [one.defence(details=False) for one in shields]
    seen_by = {m: sensors(inputs, dossier, [m]) for m in listed}
    counted: list[StageRows] = []
    # each threat by itself: a number of one missile moves nothing of the others
    for threat, strikes, aimer in zip(all_threats, struck, aimers, strict=True):
        commit_rows = commits(strikes, *seen_by[threat.missile])
        found: list[Path] = []
        for one, defence in zip(shields, defences, strict=True):
            windowed = one.windows(strikes, [strikes], [aimer], SAMPLES)
            found.append(Path(one, windowed, defence.latest(windowed)))
        counted.append(_count(strikes, found, commit_rows))
    warned = warnings_suffice(inputs, dossier)
    kinds = {m: dossier.things["missiles"][m].structure["existence"] for m in listed}
    flown_before = [kinds[one.missile] == FLOWN for one in all_threats]
    met = _by_position(counted, struck, shields[0])
    for one, defence in zip(shields, defences, strict=True):
        one.need_made(
            defence,
            [rows[0] if len(shields) == 1 else defence.rocket_row(p) for p, rows in enumerate(met)],
        )
    joined = _join(struck, [people[p] for p in range(len(inputs))])

    def result_at(p: int) -> Result:
        shots = people[p].none_met(len(all_threats))
        for row, flown in zip(shots, met[p], strict=True):
            row[flown.cell] = _within(
                flown.shots, shields[0].number[p] if len(shields) == 1 else None
            )
        return result(
            people[p],
            all_threats,
            shots,
            {a: r[p] for a, r in areas.items()},
            lambda: sites(p),
            lambda chosen: paths_to(joined, p, aimers, chosen),
            dossier.card,
            _meant(shots, flown_before, on_warning=warned[p]),
        )

    return [result_at(p) for p in range(len(inputs))]


def _meant(shots: F, flown: Sequence[bool], *, on_warning: bool) -> Meant:
    """Whom missiles reach that have flown, and the others; each row of `shots` is of one threat."""
    reached, before = np.isfinite(shots), np.array(flown, dtype=bool)
    return Meant(
        np.any(reached[before], axis=0, keepdims=True)[0],
        np.any(reached[~before], axis=0, keepdims=True)[0],
        on_warning,
    )


def _by_position(
    counted: list[StageRows], struck: list[StageRows], defending: Shield
) -> list[list[Met]]:
    """Rows of every threat by position: those that share flyouts together, threat by threat then,
    in an order in which its flights serve all their neighbours and go."""
    rows: dict[tuple[int, int], Met] = {}
    order = defending.same_numbers([])
    flyouts = groupby(order, key=lambda p: (defending.home.keys[p], defending.recipes.keys[p]))
    for _, some in flyouts:
        together = [*some]
        for t, (lanes, flights) in enumerate(zip(counted, struck, strict=True)):
            progress.step("cover", len(rows), len(order) * len(counted))
            for p in sorted(together, key=flights.keys.__getitem__):  # keeps the order of the rest
                rows[p, t] = lanes[p]
    return [[rows[p, t] for t in range(len(counted))] for p in range(len(order))]


def _no_flights(chosen: Z) -> Thinned:
    raise LookupError(f"no flights, but {len(chosen)} chosen")


def _read_people(inputs: Inputs, dossier: HasThings) -> StageRows:
    if not dossier.regions:
        raise Missing(NO_REGIONS, range(len(inputs)), "regions")
    refs = [inputs.values(f"population.{name}") for name in ("cells", "countries", "cities")]
    years = inputs.optional("population.year")
    cells = [dossier.in_regions(*row) for row in zip(refs[0], years, strict=True)]
    keys = [[one.mark.encode() for one in cells], *([str(r).encode() for r in c] for c in refs[1:])]
    return _people(
        keys, lambda p: People(cells[p], *(dossier.table(column[p]) for column in refs[1:]))
    )


def _fly(
    inputs: Inputs,
    dossier: HasThings,
    people: StageRows,
    all_threats: list[Threat],
    areas: dict[str, records.Records],
) -> tuple[list[StageRows], list[StageRows]]:
    """Each threat at every cell, and the aim solvers of the threats."""
    drag = records.drag_table(inputs, dossier.table)
    cloud = clouds(inputs, dossier)
    struck, aimers = [], []
    everywhere = [people[p] for p in range(len(inputs))]
    aims = {area: _aims(start, everywhere) for area, start in areas.items()}
    for threat in all_threats:
        aimer = threats.aimers(records.rocket(inputs, threat.missile, drag))
        aimers.append(aimer)
        loft = records.numbers(inputs, f"missiles.{threat.missile}.loft")
        label = f"flying {threat.missile} from {threat.area}"
        pairs, keys = aims[threat.area]
        struck.append(threats.strikes(aimer, loft, cloud, pairs, label, keys))
    return struck, aimers


def _join(struck: list[StageRows], people: list[People]) -> StageRows:
    """All flights as one batch; aim point t * C + c is cell c of threat t."""
    cells = {id(one): np.arange(len(one.cell)) for one in people}
    numbers = [{k: t * len(c) + c for k, c in cells.items()} for t in range(len(struck))]
    return threats.join_flights(struck, [[of[id(one)] for one in people] for of in numbers])


def _aims(start: records.Records, people: list[People]) -> tuple[list[Any], list[bytes]]:
    """Places (lat0, lon0, lat1, lon1) of the flights from an area, by position, and their keys."""
    places: dict[bytes, Any] = {}
    keys = [start.keys[p] + one.key for p, one in enumerate(people)]
    for p, (k, one) in enumerate(zip(keys, people, strict=True)):
        if k not in places:
            whole = np.ones_like(one.places[0])
            here = start[p].latitude_rad * whole, start[p].longitude_rad * whole
            places[k] = (*here, *one.places)
    return [places[k] for k in keys], keys


def _within(count: NDArray[np.int8], number: float | None) -> NDArray[np.float64]:
    """Shots that there are interceptors for."""
    return count.astype(float) if number is None else np.minimum(count, number)


class Path(NamedTuple):
    """One layer of the shield, and when its interceptors may leave at the latest."""

    shield: Shield
    windowed: StageRows
    latest: StageRows


def _count(struck: StageRows, layers_: list[Path], commit_rows: StageRows) -> StageRows:
    """Shot opportunities at every cell that one threat gets to, `Met`.

    Of one layer as many as the path allows, whatever its number; of several no more than they have.
    """
    alone = len(layers_) == 1

    def compute(p: int) -> Met | None:
        best: list[Latest | None] = [one.latest[p] for one in layers_]
        if any(one is None for one in best):
            return None
        flown: Strikes = struck[p]
        points: list[Points] = [one.windowed[p] for one in layers_]
        commit: Commit = commit_rows[p]
        if not len(flown.point):
            return Met(flown.point.astype(np.int32), np.zeros(0, np.int8))
        ways = [(a.launch_s, b.seen.time_s) for a, b in zip(best, points, strict=True) if a]
        assess = [one.shield.counts[p].assessment_time_s for one in layers_]
        stock = [np.inf if n is None else n for n in (one.shield.number[p] for one in layers_)]

        def run(some: tuple) -> Any:
            some_ways, ready = some
            if alone:
                return opportunities(*some_ways[0], ready, assess[0]).count
            return opportunities_of_layers(
                some_ways, ready, np.array(assess), np.array(stock)
            ).count

        shots = in_chunks(run, (ways, commit.delay_s))
        return Met(flown.point.astype(np.int32), shots.astype(np.int8))

    reads = [struck.keys, commit_rows.keys]
    for one in layers_:
        counts, number = one.shield.counts, one.shield.number
        reads += [one.windowed.keys, one.latest.keys]
        reads.append([key(c.assessment_time_s) for c in counts.items])
        reads.append([key(None if alone else n) for n in number])
    return _met(reads, compute)
