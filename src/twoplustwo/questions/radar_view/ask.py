"""The question in code: fly everybody, then let every radar look at every flight."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from twoplustwo.question_cards.result import Result
from twoplustwo.question_cards.things import HasThings
from twoplustwo.questions.radar_view.beside import radars_beside
from twoplustwo.questions.radar_view.flights import Flights, from_areas, from_bases
from twoplustwo.questions.radar_view.outlines import altitudes, outline_table, site_table
from twoplustwo.questions.radar_view.rows import ONE_RADAR, FlightGroup, aimed_at, result
from twoplustwo.stages import records
from twoplustwo.stages.inputs import Inputs, ask_by_group
from twoplustwo.stages.inputs import listed as some_of
from twoplustwo.stages.pairs import missiles_by_position
from twoplustwo.stages.radar_views import outlines, views
from twoplustwo.stages.sensors import sizes


class Asked(NamedTuple):
    """What the options say: the radar spoken of, those beside it, the city, the outlines [m], and
    which headline comes first.
    """

    radar: str
    beside: tuple[str, ...]
    target: str
    heights_m: Sequence[float]
    first: str


def ask(
    inputs: Inputs,
    dossier: HasThings,
    radar: str,
    owner: str,
    target: str,
    beside: str,
    altitude: str,
) -> list[Result]:
    """Answer for every position of `inputs`.

    Parameters
    ----------
    inputs : Inputs
        P positions.
    dossier : Dossier
        For its radars, bases, targets, missiles, launch areas and tables; no values are read
        from it.
    radar : str
        The radar that the sentences speak of.
    owner : str
        The state whose missiles fly from the launch areas.
    target : str
        The only city aimed at; all where empty.
    beside : str
        Radars, with commas between them; what the chosen one sees and none of them is told too.
    altitude : str
        Altitudes of the outlines, such as ``200 km 500 km``.

    Raises
    ------
    OptionError
        `altitude` holds no altitudes, or `beside` what is no other radar of the dossier.
    """
    heights = altitudes(altitude)
    others = radars_beside(beside, radar, dossier)
    card = dossier.card
    by_name = radar != card.options["radar"].get("default")
    first = ONE_RADAR if by_name else card.headline["column"]
    listed = sorted(
        m for m, t in dossier.things["missiles"].items() if t.structure["owner"] == owner
    )
    radars = some_of(inputs, dossier, "radars")
    paths = [*(f"radars.{r}" for r in radars), *(f"missiles.{m}" for m in listed)]
    gone = zip(*(inputs.removed(path) for path in paths), strict=True)
    left = [tuple(path for path, away in zip(paths, row, strict=True) if not away) for row in gone]

    kinds = list(zip(left, missiles_by_position(inputs, dossier), strict=True))

    def answers(some: Inputs, kind: tuple[tuple[str, ...], tuple[str, ...]]) -> list[Result]:
        there = kind[0]
        return _answers(
            some,
            dossier,
            [r for r in radars if f"radars.{r}" in there],
            [m for m in listed if f"missiles.{m}" in there],
            Asked(radar, others, target, heights, first),
        )

    return ask_by_group(inputs, kinds, answers)


def _answers(
    inputs: Inputs,
    dossier: HasThings,
    radars: list[str],
    missiles: list[str],
    asked: Asked,
) -> list[Result]:
    """Of positions that leave the same radars and missiles, and have the same at the bases."""
    size = records.numbers(inputs, "warhead.radar_cross_section")
    bending = records.refraction(inputs)
    looks = {r: records.radar(inputs, r) for r in radars}
    chains = {r: dossier.things["radars"][r].structure["chain"] for r in radars}
    names = {t.id: t.name for k in ("radars", "bases") for t in dossier.things.get(k, {}).values()}

    def seen(flights: Flights) -> dict[str, Any]:
        own = sizes(inputs, flights.lists)
        return {r: views(flights.joined, look, own, bending) for r, look in looks.items()}

    groups: list[tuple[str, Flights]] = [("base", from_bases(inputs, dossier))]
    areas = from_areas(inputs, dossier, missiles)
    if areas is not None:
        groups.append(("launch_area", areas))
    viewed = [(name, flights, seen(flights)) for name, flights in groups]

    edges = {r: outlines(look, size, bending, asked.heights_m) for r, look in looks.items()}

    def result_at(p: int) -> Result:
        groups = [
            FlightGroup(
                name,
                flights.origin,
                flights.missile[p],
                flights.target,
                flights.joined[p],
                {r: lanes[p] for r, lanes in by_radar.items()},
            )
            for name, flights, by_radar in viewed
        ]
        if asked.target:  # flown with the rest, so that every city shares the flights
            groups = [aimed_at(group, asked.target) for group in groups]
        maps = {
            "outlines": lambda: outline_table(edges, chains, asked.heights_m, p),
            "sites": lambda: site_table(looks, p),
        }
        return result(groups, chains, asked.radar, names, maps, asked.beside, asked.first)

    return [result_at(p) for p in range(len(inputs))]
