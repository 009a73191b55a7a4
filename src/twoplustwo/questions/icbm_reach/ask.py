"""The question in code: fly every pair, find the latest launch and the commit, compare."""

from typing import Any

from twoplustwo.engagement.timeline import override
from twoplustwo.question_cards.result import Result
from twoplustwo.questions.icbm_reach.rows import Found, result
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.commit import commits
from twoplustwo.stages.ground_paths import paths
from twoplustwo.stages.inputs import Inputs, ask_by_group
from twoplustwo.stages.pairs import FlightPairs, missiles_by_position
from twoplustwo.stages.reach import need_made
from twoplustwo.stages.sensors import sensors
from twoplustwo.stages.shield import shield
from twoplustwo.stages.sites import site_tables

SAMPLES = 96


def ask(given: Inputs, dossier: Any, site: str, interceptor: str, capital: str) -> list[Result]:
    """Answer for every position of `given`.

    Parameters
    ----------
    given : Given
        P positions.
    dossier : Dossier
        For its bases, targets, radars and tables; no values are read from it.
    site, interceptor : str
        Which interceptors, from where; an empty site is the one that each position holds.
    capital : str
        The target shown base by base.
    """
    kinds = missiles_by_position(given, dossier)
    return ask_by_group(
        given, kinds, lambda some, _: _answers(some, dossier, site, interceptor, capital)
    )


def _answers(
    given: Inputs, dossier: Any, site: str, interceptor: str, capital: str
) -> list[Result]:
    """Of positions that have the same missiles at the bases."""
    pairs = FlightPairs(given, dossier, capital)
    drag = records.drag_table(given, dossier.table)
    cloud = records.numbers(given, "satellites.early-warning.cloud_break_altitude")
    struck, aimers = [], []
    for missile in pairs.missiles:
        aimer = threats.aimers(records.rocket(given, missile, drag))
        aimers.append(aimer)
        loft = records.numbers(given, f"missiles.{missile}.loft")
        label = f"flying {missile} from its bases"
        struck.append(threats.strikes(aimer, loft, cloud, pairs.places(missile), label))
    joined = threats.join_flights(struck, [pairs.numbers(m) for m in pairs.missiles])

    ours = shield(given, dossier, interceptor, site)
    windowed = threats.windows(joined, ours.counts, ours.home, SAMPLES)
    defence = ours.defence()
    latest = defence.latest(windowed)
    peak = defence.peak(joined, windowed, latest)
    need_made(peak.all_rows(ours.same_numbers([joined])), interceptor)
    found = commits(joined, *sensors(given, dossier))
    claimed = given.optional("commit.icbm_delay")
    sites = site_tables(given, dossier, ours.sites, ours.home)

    def one(p: int) -> Result:
        when = override(found[p], claimed[p])
        flights = Found(
            joined[p],
            peak[p],
            when,
            ours.number[p] != 0,
            lambda: (windowed[p], latest[p]),
            lambda chosen: paths(joined, p, aimers, chosen),
        )
        return result(pairs, p, flights, sites)

    return [one(p) for p in range(len(given))]
