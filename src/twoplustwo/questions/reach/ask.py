"""The question in code: fly every pair, find the latest launch and the commit, compare."""

from typing import NamedTuple

import numpy as np

from twoplustwo.engagement.timeline import override
from twoplustwo.question_cards.result import Result
from twoplustwo.question_cards.things import HasThings
from twoplustwo.questions.reach.rows import PositionResults, result
from twoplustwo.stages import flights as threats
from twoplustwo.stages import records
from twoplustwo.stages.commit import commits
from twoplustwo.stages.ground_paths import paths
from twoplustwo.stages.inputs import Inputs, ask_by_group, key
from twoplustwo.stages.layers import best_of, chosen, layers
from twoplustwo.stages.meeting_details import Details, details, kept
from twoplustwo.stages.pairs import BaseTargetPairs, missiles_by_position
from twoplustwo.stages.sensors import clouds, sensors
from twoplustwo.stages.shield import Shield, shield
from twoplustwo.stages.sites import site_tables
from twoplustwo.stages.stage import StageRows

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
    kinds = list(zip(missiles, layers(inputs, interceptor, dossier.layers), strict=True))
    return ask_by_group(
        inputs,
        kinds,
        lambda some, kind: _answers(some, dossier, site, [name for name, _ in kind[1]], capital),
    )


def _answers(
    inputs: Inputs, dossier: HasThings, site: str, interceptors: list[str], capital: str
) -> list[Result]:
    """Of positions that have the same missiles at the bases, and the same interceptors."""
    pairs = BaseTargetPairs(inputs, dossier, capital)
    drag = records.drag_table(inputs, dossier.table)
    cloud = clouds(inputs, dossier)
    struck, aimers = [], []
    for missile in pairs.missiles:
        aimer = threats.aimers(records.rocket(inputs, missile, drag))
        aimers.append(aimer)
        loft = records.numbers(inputs, f"missiles.{missile}.loft")
        label = f"flying {missile} from its bases"
        struck.append(threats.strikes(aimer, loft, cloud, pairs.places(missile), label))
    joined = threats.join_flights(struck, [pairs.numbers(m) for m in pairs.missiles])

    found = [
        _met(shield(inputs, dossier, name, "" if i else site), joined, struck, aimers)
        for i, name in enumerate(interceptors)
    ]
    commits_at = commits(joined, *sensors(inputs, dossier, pairs.missiles))
    claimed_delay = inputs.optional("commit.icbm_delay")
    stand = [(layer.shield.sites, layer.shield.home) for layer in found]
    sites = site_tables(inputs, dossier, stand)

    def result_at(p: int) -> Result:
        when = override(commits_at[p], claimed_delay[p])
        stands = [layer.shield.number[p] != 0 for layer in found]
        peaks = [layer.peak[p] for layer in found]
        peak, which = best_of(peaks, stands) if len(found) > 1 else (peaks[0], None)

        def compute() -> Details:
            every = [(layer.windowed[p], layer.latest[p]) for layer in found]
            there = [way for way, stood in zip(every, stands, strict=True) if stood] or every[:1]
            best = every[0] if which is None else chosen(every, which)
            return details(np.asarray(when.delay_s), any(stands), (peak[0], peak[1]), there, best)

        reads = [rows.keys[p] for layer in found for rows in layer[1:]]
        marks = key(claimed_delay[p], *(float(stood) for stood in stands))
        results = PositionResults(
            joined[p],
            peak,
            when,
            any(stands),
            lambda: kept([joined.keys[p], commits_at.keys[p], *reads, marks], compute),
            lambda chosen: paths(joined, p, aimers, chosen),
        )
        return result(pairs, p, results, sites)

    return [result_at(p) for p in range(len(inputs))]


class Met(NamedTuple):
    """One layer of the shield and what came of it, by position."""

    shield: Shield
    windowed: StageRows
    latest: StageRows
    peak: StageRows


def _met(
    defending: Shield, joined: StageRows, struck: list[StageRows], aimers: list[StageRows]
) -> Met:
    windowed = defending.windows(joined, struck, aimers, SAMPLES)
    defence = defending.defence()
    latest = defence.latest(windowed)
    peak = defence.peak(joined, windowed, latest)
    defending.need_made(defence, peak.all_rows(defending.same_numbers([joined])))
    return Met(defending, windowed, latest, peak)
