"""Which propositions of a coupling hold together: under each position, and at any mixture."""

from collections.abc import Sequence
from typing import Any

from twoplustwo.analysis.claims.mixtures import OWN, PropositionTester, subsets, why_unbound
from twoplustwo.dossier.models import Coupling
from twoplustwo.positions.disputes import text

Row = dict[str, Any]


def couplings(stage: PropositionTester, some: Sequence[Coupling]) -> list[Row]:
    """One row a coupling and position.

    Propositions that no question answers are left out of the count and named.
    """
    rows = []
    for one in some:
        able = [n for n in one.propositions if n in stage.bound]
        silent = [n for n in one.propositions if n not in stage.bound]
        for p, position in enumerate(stage.positions.positions):
            if any(why_unbound(stage.positions, put, p) for n in able for put in stage.bound[n]):
                continue
            own = dict(zip(able, stage.truths([(n, p, p, OWN) for n in able]), strict=True))
            asked, together = _everywhere(stage, able, p)
            rows.append(
                {
                    "coupling": one.id,
                    "position": position.text,
                    "propositions": ", ".join(one.propositions),
                    "holding": ", ".join(n for n in able if own[n].holds),
                    "failing": ", ".join(n for n in able if own[n].holds is False),
                    "untested": ", ".join([*silent, *(n for n in able if own[n].holds is None)]),
                    "together": bool(able) and all(own[n].holds for n in able),
                    "mixtures": float(asked),
                    "together_in": float(len(together)),
                    "for_example": next(iter(together), ""),
                    "why": one.why.get("en", ""),
                    "why_ru": one.why.get("ru", ""),
                    "by": one.by,
                    "source": one.source,
                    "status": one.status,
                }
            )
    return rows


def _everywhere(stage: PropositionTester, names: Sequence[str], p: int) -> tuple[int, list[str]]:
    """How many mixtures with other positions were asked, and those at which all hold."""
    if not names:
        return 0, []
    places = []
    for q in range(len(stage.positions.positions)):
        if any(why_unbound(stage.positions, put, q) for n in names for put in stage.bound[n]):
            continue
        players = stage.players(names, p, q) if q != p else []
        places += [(q, swapped, players) for swapped in subsets(players) if swapped or q == p]
    cases = [(n, p, q, swapped) for q, swapped, _ in places for n in names]
    found = iter(stage.truths(cases))
    together = []
    for q, swapped, players in places:
        # every verdict is taken, so that the next place begins with its own
        if all([next(found).holds for _ in names]):
            put = stage.bound[names[0]][0]
            taken = [d for d in players if d.id in swapped]
            together.append(text(stage.positions.held(put, p), stage.positions.held(put, q), taken))
    return len(places), together
