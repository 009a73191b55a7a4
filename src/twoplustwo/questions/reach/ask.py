"""The question in code: fly every pair, find the latest launch and the commit, compare."""

from twoplustwo.engagement.timeline import override
from twoplustwo.question_cards.result import Result
from twoplustwo.question_cards.things import HasThings
from twoplustwo.questions.reach.rows import PositionResults, result
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.commit import commits
from twoplustwo.stages.ground_paths import paths
from twoplustwo.stages.inputs import Inputs, ask_by_group
from twoplustwo.stages.pairs import BaseTargetPairs, missiles_by_position
from twoplustwo.stages.sensors import sensors
from twoplustwo.stages.shield import shield, sorts
from twoplustwo.stages.sites import site_tables

SAMPLES = 96


def ask(
    inputs: Inputs, dossier: HasThings, site: str, interceptor: str, capital: str
) -> list[Result]:
    """Answer for every position of `inputs`.

    Parameters
    ----------
    inputs : Inputs
        P positions.
    dossier : Dossier
        For its bases, targets, radars and tables; no values are read from it.
    site, interceptor : str
        Which interceptors, from where; an empty site is the one that each position holds.
    capital : str
        The target shown base by base.
    """
    missiles = missiles_by_position(inputs, dossier)
    kinds = list(zip(missiles, sorts(inputs, interceptor), strict=True))
    return ask_by_group(
        inputs, kinds, lambda some, _: _answers(some, dossier, site, interceptor, capital)
    )


def _answers(
    inputs: Inputs, dossier: HasThings, site: str, interceptor: str, capital: str
) -> list[Result]:
    """Of positions that have the same missiles at the bases."""
    pairs = BaseTargetPairs(inputs, dossier, capital)
    drag = records.drag_table(inputs, dossier.table)
    cloud = records.numbers(inputs, "satellites.early-warning.cloud_break_altitude")
    struck, aimers = [], []
    for missile in pairs.missiles:
        aimer = threats.aimers(records.rocket(inputs, missile, drag))
        aimers.append(aimer)
        loft = records.numbers(inputs, f"missiles.{missile}.loft")
        label = f"flying {missile} from its bases"
        struck.append(threats.strikes(aimer, loft, cloud, pairs.places(missile), label))
    joined = threats.join_flights(struck, [pairs.numbers(m) for m in pairs.missiles])

    defending = shield(inputs, dossier, interceptor, site)
    windowed = defending.windows(joined, struck, aimers, SAMPLES)
    defence = defending.defence()
    latest = defence.latest(windowed)
    peak = defence.peak(joined, windowed, latest)
    defending.need_made(defence, peak.all_rows(defending.same_numbers([joined])))
    commits_at = commits(joined, *sensors(inputs, dossier))
    claimed_delay = inputs.optional("commit.icbm_delay")
    sites = site_tables(inputs, dossier, defending.sites, defending.home)

    def result_at(p: int) -> Result:
        when = override(commits_at[p], claimed_delay[p])
        results = PositionResults(
            joined[p],
            peak[p],
            when,
            defending.number[p] != 0,
            lambda: (windowed[p], latest[p]),
            lambda chosen: paths(joined, p, aimers, chosen),
        )
        return result(pairs, p, results, sites)

    return [result_at(p) for p in range(len(inputs))]
