"""Rows of the freeze: every side's threat dates against every side's shield."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from twoplustwo.analysis.freeze.shield_plans import ShieldPlan, Threat, none_if_not_finite
from twoplustwo.analysis.freeze.years import (
    Plan,
    free_freeze,
    tied_lag,
    year_built,
    year_switched_on,
    years_uncovered,
    years_working,
)
from twoplustwo.base.localized_text import text_in
from twoplustwo.base.phrase import by_language
from twoplustwo.dossier.display_names import missile_for
from twoplustwo.dossier.models import Dossier, Region
from twoplustwo.positions.display_names import position_name
from twoplustwo.wording.figures import duration_in_years

COLUMNS = (
    "threat_by shield_by region freeze_years built_year threat_year uncovered_years added_years "
    "uncovered_tied_years tied_adds_years lost_years lost_tied_years reach_years "
    "reach_years_spared reach_years_spared_tied"
)
PAIRS = (
    "threat_by shield_by region threat_year ready_year lead_years free_years held_freeze_years "
    "working_year uncovered_years lost_years tied_lag_years tied_adds_years coverage "
    "share_reachable notice_years"
)
LEADS = "threat_by region plan ready_year lead_low_years lead_years lead_high_years"
SPANS = ("position", "what", "low_year", "high_year", "best_year")
READY = "deployment.ready"


def plan_pairs(sides: Sequence[ShieldPlan]) -> Iterator[tuple[ShieldPlan, ShieldPlan, str, Threat]]:
    """Every side's threat dates with every side's shield, region by region."""
    for threat_by in sides:
        for shield_by in sides:
            for region, threat in threat_by.threats.items():
                if threat is not None:
                    yield threat_by, shield_by, region, threat


def freeze_rows(sides: Sequence[ShieldPlan], longest: int) -> list[dict[str, Any]]:
    """One row a pair, region and length of freeze in whole years."""
    found = []
    for threat_by, shield_by, region, threat in plan_pairs(sides):
        plan = shield_by.plan
        none = years_uncovered(plan, threat.best, 0.0)
        for freeze in map(float, range(longest + 1)):
            cost = {
                t: years_uncovered(plan, threat.best, freeze, t, threat.proves)
                for t in (False, True)
            }
            found.append(
                {
                    "threat_by": threat_by.position.text,
                    "shield_by": shield_by.position.text,
                    "region": region,
                    "freeze_years": freeze,
                    "built_year": year_built(plan, freeze),
                    "threat_year": threat.best,
                    "uncovered_years": cost[False],
                    "added_years": cost[False] - none,
                    "uncovered_tied_years": cost[True],
                    "tied_adds_years": cost[True] - cost[False],
                    "lost_years": _times(cost[False], shield_by.coverage[region]),
                    "lost_tied_years": _times(cost[True], shield_by.coverage[region]),
                    **_reach(shield_by, threat, freeze),
                }
            )
    return found


def free_years(shield_by: ShieldPlan, region: str, threat: Threat) -> float | None:
    """Longest freeze [years] that costs no cover; None where the shield covers nothing at all."""
    return None if shield_by.coverage[region] == 0.0 else free_freeze(shield_by.plan, threat.best)


def held_rows(sides: Sequence[ShieldPlan]) -> list[dict[str, Any]]:
    """One row a pair and region, with the freeze and the activation that are held."""
    found = []
    for threat_by, shield_by, region, threat in plan_pairs(sides):
        plan, freeze = shield_by.plan, shield_by.freeze
        cost = years_uncovered(plan, threat.best, freeze, plan.tied, threat.proves)
        found.append(
            {
                "threat_by": threat_by.position.text,
                "shield_by": shield_by.position.text,
                "region": region,
                "threat_year": threat.best,
                "ready_year": plan.ready,
                "lead_years": threat.best - plan.ready,
                "free_years": free_years(shield_by, region, threat),
                "held_freeze_years": freeze,
                "working_year": year_switched_on(
                    plan, threat.best, freeze, plan.tied, threat.proves
                ),
                "uncovered_years": cost,
                "lost_years": _times(cost, shield_by.coverage[region]),
                "tied_lag_years": tied_lag(plan),
                "tied_adds_years": tied_adds(plan, threat),
                "coverage": none_if_not_finite(shield_by.coverage[region]),
                "share_reachable": none_if_not_finite(shield_by.reach),
                "notice_years": shield_by.notice,
            }
        )
    return found


def curve_columns(regions: Sequence[Region]) -> list[str]:
    """Columns of the curve: what is uncovered of each region, and the reach that is spared."""
    uncovered = [
        f"{name}_{one.column}_years" for one in regions for name in ("uncovered", "uncovered_tied")
    ]
    return ["position", "freeze_years", *uncovered, "reach_years_spared", "reach_years_spared_tied"]


def curve_rows(sides: Sequence[ShieldPlan], longest: int, dossier: Dossier) -> list[dict[str, Any]]:
    """One row a side, by its own threat dates and its own shield, and length of freeze."""
    found = []
    for side in sides:
        known = [one for one in side.threats.values() if one is not None]
        first = min(known, key=lambda one: one.best, default=None)
        for freeze in map(float, range(longest + 1)):
            row: dict[str, Any] = {"position": side.position.text, "freeze_years": freeze}
            for region, threat in side.threats.items():
                for tied, name in ((False, "uncovered"), (True, "uncovered_tied")):
                    row[f"{name}_{dossier.regions[region].column}_years"] = (
                        None
                        if threat is None
                        else years_uncovered(side.plan, threat.best, freeze, tied, threat.proves)
                    )
            found.append(row | _reach(side, first, freeze))
    return found


def lead_rows(sides: Sequence[ShieldPlan], dossier: Dossier) -> list[dict[str, Any]]:
    """Every plan in print against every side's threat dates, both ends of their intervals."""
    found = []
    for side in sides:
        for region, threat in side.threats.items():
            for claim in dossier.parameters.get(READY, ()) if threat is not None else ():
                ready = claim.value.best
                if threat is not None and ready is not None:
                    found.append(
                        {
                            "threat_by": side.position.text,
                            "region": region,
                            "plan": claim.id,
                            "ready_year": ready,
                            "lead_low_years": threat.low - ready,
                            "lead_years": threat.best - ready,
                            "lead_high_years": threat.high - ready,
                        }
                    )
    return found


def span_rows(sides: Sequence[ShieldPlan], dossier: Dossier) -> list[dict[str, Any]]:
    """Threat dates and the shield of each side, as intervals."""
    says = {one.id: missile_for(one)["en"] for one in dossier.regions.values()}
    found = []
    for side in sides:
        for region, threat in side.threats.items():
            if threat is not None:
                found.append(
                    {
                        "position": side.position.text,
                        "what": says[region],
                        "low_year": threat.low,
                        "high_year": threat.high,
                        "best_year": threat.best,
                    }
                )
        ready = year_built(side.plan, side.freeze)
        found.append(
            {
                "position": side.position.text,
                "what": "shield complete",
                "low_year": ready,
                "high_year": side.plan.horizon,
                "best_year": ready,
            }
        )
    return found


def _reach(side: ShieldPlan, threat: Threat | None, freeze: float) -> dict[str, Any]:
    """Reach-years: share of pairs within reach, times the years in which the shield works."""
    plan: Plan = side.plan
    date = None if threat is None else threat.best
    proves = threat is not None and threat.proves
    none = years_working(plan, date, 0.0)
    return {
        "reach_years": _times(none, side.reach),
        "reach_years_spared": _times(none - years_working(plan, date, freeze), side.reach),
        "reach_years_spared_tied": _times(
            none - years_working(plan, date, freeze, True, proves), side.reach
        ),
    }


def _times(years: float, share: float) -> float | None:
    return none_if_not_finite(years * share)


NAMES = {
    "en": {
        "none": "no cover to lose",
        "already": "{free} (uncovered for {years} without any)",
    },
    "ru": {
        "none": "прикрытия и так нет",
        "already": "{free} (без прикрытия и без замораживания: {years})",
    },
}


def sentence_slots(
    sides: Sequence[ShieldPlan], lacking: Mapping[str, str], dossier: Dossier
) -> dict[str, str]:
    """For the sentence: each side's free years by its own dates, and what else costs years."""
    told: dict[str, str] = {}
    for lang in ("en", "ru"):
        who = [(position_name(side.position.text, dossier, lang), side) for side in sides]
        tied = [f"{name} {_most_added(side, lang)}" for name, side in who]
        again = [f"{name} {duration_in_years(side.plan.restart, lang)}" for name, side in who]
        told |= {
            f"free_{lang}": _free(sides, lacking, dossier, lang),
            f"tied_{lang}": ", ".join(tied) or "–",
            f"restart_{lang}": ", ".join(again) or "–",
        }
    return told


def tied_adds(plan: Plan, threat: Threat) -> float:
    """Uncovered years that tying the activation to proof adds to those that there are anyway."""
    return years_uncovered(plan, threat.best, 0.0, True, threat.proves) - years_uncovered(
        plan, threat.best, 0.0
    )


def _most_added(side: ShieldPlan, lang: str) -> str:
    added = [tied_adds(side.plan, one) for one in side.threats.values() if one is not None]
    return duration_in_years(max(added), lang) if added else "–"


def _free(
    sides: Sequence[ShieldPlan], lacking: Mapping[str, str], dossier: Dossier, lang: str
) -> str:
    told = []
    for side in sides:
        parts = [
            f"{text_in(dossier.regions[region].name, lang, region)} "
            f"{_freely(side, region, threat, lang)}"
            for region, threat in side.threats.items()
            if threat is not None
        ]
        told.append(
            f"{position_name(side.position.text, dossier, lang)}: {', '.join(parts) or '–'}"
        )
    told += [
        f"{position_name(position, dossier, lang)}: {by_language(why)[lang]}"
        for position, why in lacking.items()
    ]
    return "; ".join(told) or "–"


def _freely(side: ShieldPlan, region: str, threat: Threat, lang: str) -> str:
    """The longest freeze that costs nothing; beside it, what is uncovered without any."""
    found = free_years(side, region, threat)
    if found is None:
        return NAMES[lang]["none"]
    already = years_uncovered(side.plan, threat.best, 0.0)
    if not already:
        return duration_in_years(found, lang)
    return NAMES[lang]["already"].format(
        free=duration_in_years(found, lang), years=duration_in_years(already, lang)
    )
