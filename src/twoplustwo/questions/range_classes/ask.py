"""The question in code: greatest ranges, the class of each missile, and what the class holds."""

from typing import Any, NamedTuple

from twoplustwo.physics.farthest import Farthest, least_energy_range
from twoplustwo.question_cards.result import Result
from twoplustwo.question_cards.things import HasThings
from twoplustwo.questions.range_classes import classes
from twoplustwo.questions.range_classes.left import Cells, read_cells
from twoplustwo.questions.range_classes.rows import result
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, ask_by_group
from twoplustwo.stages.pairs import missiles_by_position
from twoplustwo.stages.ranges import rings, still_ranges
from twoplustwo.stages.records import Place, Records
from twoplustwo.stages.stage import StageRows

BALLISTIC, OWNER = "ballistic", "owner"


class Ring(NamedTuple):
    """The greatest range of one missile from one place; `area` says whether that is a launch area
    or a base.
    """

    missile: str
    place: str
    area: bool
    start: Place
    far: Farthest


class Read(NamedTuple):
    """What is read at one position."""

    treaty: classes.Treaty
    missiles: list[classes.Missile]
    rings: list[Ring]
    cells: Cells
    has_class: dict[str, str | None]  # by state, as claimed


def ask(inputs: Inputs, dossier: HasThings, owner: str) -> list[Result]:
    """Answer for every position of `inputs`.

    Parameters
    ----------
    inputs : Inputs
        P positions.
    dossier : Dossier
        For its missiles, weapons, states, bases, launch areas and tables; no values are read
        from it.
    owner : str
        The state whose missiles are followed in the sentence about a universal treaty.
    """
    things = [
        f"{kind}.{name}"
        for kind in ("missiles", "weapons")
        for name in sorted(dossier.things.get(kind, {}))
    ]
    gone = [inputs.removed(thing) for thing in things]
    away = [
        frozenset(t for t, g in zip(things, gone, strict=True) if g[p]) for p in range(len(inputs))
    ]
    bases = sorted(dossier.things.get("bases", {}))
    kinds = list(zip(away, missiles_by_position(inputs, dossier), strict=True))

    def answers(some: Inputs, kind: tuple[frozenset[str], tuple[str, ...]]) -> list[Result]:
        read = _read(some, dossier, kind[0], dict(zip(bases, kind[1], strict=True)))
        names = {
            t.id: t.name
            for k in ("missiles", "weapons", "states")
            for t in dossier.things.get(k, {}).values()
        }
        names |= {r.id: r.of or r.name for r in dossier.regions.values()}
        return [result(reading, owner, names) for reading in read]

    return ask_by_group(inputs, kinds, answers)


def _read(
    inputs: Inputs, dossier: HasThings, gone: frozenset[str], at_bases: dict[str, str]
) -> list[Read]:
    """Everything of positions that lose the same things and have the same missiles at the bases."""
    treaty, cells = classes.treaties(inputs), read_cells(inputs, dossier)
    places = _places(inputs, dossier, at_bases)
    drag = records.drag_table(inputs, dossier.table)
    count = range(len(inputs))
    missiles: list[list[classes.Missile]] = [[] for _ in count]
    rings_at: list[list[Ring]] = [[] for _ in count]
    for name, thing in sorted(dossier.things.get("missiles", {}).items()):
        path = f"missiles.{name}"
        if path in gone:
            still = None
        else:
            aimer = threats.aimers(records.rocket(inputs, name, drag))
            still = still_ranges(aimer)
            for place, start, area in places(name, thing.structure["owner"]):
                around = rings(aimer, start)
                for p in count:
                    rings_at[p].append(Ring(name, place, area, start[p], around[p]))
        for p, missile in enumerate(_missiles(inputs, path, thing, BALLISTIC, still)):
            missiles[p].append(missile)
    for name, thing in sorted(dossier.things.get("weapons", {}).items()):
        for p, missile in enumerate(_weapons(inputs, f"weapons.{name}", thing, gone)):
            missiles[p].append(missile)
    states = {
        s: inputs.optional(f"states.{s}.has_class")
        for s in sorted(dossier.things.get("states", {}))
    }
    return [
        Read(treaty[p], missiles[p], rings_at[p], cells[p], {s: c[p] for s, c in states.items()})
        for p in count
    ]


def _places(inputs: Inputs, dossier: HasThings, at_bases: dict[str, str]):
    """Where a missile of an owner starts: the bases that hold it, else its owner's launch areas."""
    areas = dossier.things.get("launch-areas", {})
    starts: dict[str, Records] = {}

    def at(path: str) -> Records:
        if path not in starts:
            starts[path] = records.place(inputs, f"{path}.location")
        return starts[path]

    def places(missile: str, owner: str) -> list[tuple[str, Records, bool]]:
        held = [base for base, one in at_bases.items() if one == missile]
        if held:
            return [(base, at(f"bases.{base}"), False) for base in held]
        own = [a for a in sorted(areas) if areas[a].structure.get(OWNER, owner) == owner]
        return [(area, at(f"launch-areas.{area}"), True) for area in own]

    return places


def _missiles(
    inputs: Inputs, path: str, thing: Any, sort: str, still: StageRows | None
) -> list[classes.Missile]:
    """One flown missile at each position; `still` is None where a measure takes it away."""
    claimed, tested, launched = (
        inputs.optional(f"{path}.{n}") for n in ("published_range", "tested_range", "launched_from")
    )
    return [
        classes.Missile(
            thing.id,
            thing.structure["owner"],
            sort,
            thing.structure["existence"],
            launched[p],
            False,
            claimed[p],
            tested[p],
            None if still is None else float(still[p].range_m[0]),
            still is None,
        )
        for p in range(len(inputs))
    ]


def _weapons(inputs: Inputs, path: str, thing: Any, gone: frozenset[str]) -> list[classes.Missile]:
    """One missile without a flight model at each position."""
    claimed, tested, launched, only = (
        inputs.optional(f"{path}.{n}")
        for n in ("claimed_range", "tested_range", "launched_from", "intercepts_only")
    )
    interceptor = thing.structure.get("interceptor")
    speed = inputs.optional(f"interceptors.{interceptor}.burnout_speed") if interceptor else None
    return [
        classes.Missile(
            thing.id,
            thing.structure["owner"],
            thing.structure["sort"],
            thing.structure["existence"],
            launched[p],
            only[p] == classes.YES,
            claimed[p],
            tested[p],
            _by_speed(speed[p] if speed else None),
            path in gone,
        )
        for p in range(len(inputs))
    ]


def _by_speed(speed_m_s: float | None) -> float | None:
    return None if speed_m_s is None else least_energy_range(speed_m_s)
