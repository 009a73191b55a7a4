"""Threat dates against deployment dates, under every pair of sides, over the length of a freeze."""

from collections.abc import Sequence

from twoplustwo.analysis.freeze.rows import (
    COLUMNS,
    LEADS,
    PAIRS,
    READY,
    SPANS,
    curve_columns,
    curve_rows,
    free_years,
    freeze_rows,
    held_rows,
    lead_rows,
    plan_pairs,
    sentence_slots,
    span_rows,
)
from twoplustwo.analysis.freeze.shield_plans import shield_plans
from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import OptionError
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed_value import ABOUT, claimed_value
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.analysis_answer import analysis_answer

MOST = 100
FREEZE, X = "deployment.freeze", "freeze_years"


def ask(
    card: Card, positions: Sequence[Position], dossier: Dossier, longest: str, **missiles: str
) -> Answer:
    """One answer for all positions; the headline is the least free freeze of any pair.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    longest : str
        Longest freeze shown, in whole years.
    **missiles : str
        By the column of each region the missile whose held date is the threat to it.

    Raises
    ------
    OptionError
        If `longest` is no such number.
    """
    last = _years(longest)
    regions = [one for one in dossier.regions.values() if one.column in missiles]
    threats = {one.id: missiles[one.column] for one in regions}
    found, lacking = shield_plans(positions, dossier, threats)
    every = list(plan_pairs(found))
    marks = [m for s in found if (m := claimed_value(s.position, dossier, FREEZE, X)) is not None]
    plans = [claim.source for claim in dossier.parameters.get(READY, ())]
    return analysis_answer(
        card,
        positions,
        dossier,
        {**missiles, "longest": longest},
        Table.of_rows(COLUMNS, freeze_rows(found, last)),
        card.sentence("headline", sentence_slots(found, lacking, dossier)),
        value=min(
            (
                years
                for _, shield, region, threat in every
                if (years := free_years(shield, region, threat)) is not None
            ),
            default=None,
        ),
        tables={
            "pairs": Table.of_rows(PAIRS, held_rows(found)),
            "curve": Table.of_rows(curve_columns(regions), curve_rows(found, last, dossier)),
            "leads": Table.of_rows(LEADS, lead_rows(found, dossier)),
            "spans": Table.of_rows(SPANS, span_rows(found, dossier)),
            "marks": Table.of_rows(("position", X, *ABOUT), marks),
        },
        sources={source for side in found for source in side.sources} | {*plans},
    )


def _years(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= MOST:
        raise OptionError(
            f"longest = {text} cannot be",
            "--option longest",
            f"expected a whole number of years, 1 to {MOST}",
            "e.g. longest=20",
        )
    return int(text)
