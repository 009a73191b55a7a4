"""The verdict on each proposition under each position."""

from collections.abc import Sequence
from typing import NamedTuple

from twoplustwo.analysis.claims import flips
from twoplustwo.analysis.claims.mixtures import (
    MOST,
    OWN,
    PropositionTester,
    Truth,
    subsets,
    why_unbound,
)
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.disputes import Dispute

HOLDS, FAILS, DEPENDS = "holds", "fails", "depends"
NOT_PHYSICAL, NOT_ANSWERABLE = "not_physical", "not_answerable"
VERDICTS = (HOLDS, FAILS, DEPENDS, NOT_PHYSICAL, NOT_ANSWERABLE)


class Verdict(NamedTuple):
    """One proposition under one position.

    Parameters
    ----------
    verdict : str
        One of `VERDICTS`; ``depends`` where some mixture with another position turns it.
    own : str
        ``holds`` or ``fails`` under the position's numbers; empty where there is no verdict.
    truth : Truth or None
        The number that decides.
    turned_by : tuple of str
        Disputes of which each alone turns it, with the position whose claims do.
    flip : tuple of str
        Values at which one number turns it, the others as held.
    mixtures, holding : int
        How many mixtures were asked, and in how many it holds; the position itself counts.
    every : bool
        Whether every mixture with each other position was asked.
    """

    proposition: str
    position: int
    verdict: str
    own: str = ""
    truth: Truth | None = None
    turned_by: tuple[str, ...] = ()
    flip: tuple[str, ...] = ()
    mixtures: int = 0
    holding: int = 0
    every: bool = True


def judge(stage: PropositionTester, names: Sequence[str], dossier: Dossier) -> list[Verdict]:
    """Verdicts on propositions that have a question, proposition by proposition."""
    positions = range(len(stage.positions.positions))
    unfit = {
        (name, p): why
        for name in names
        for p in positions
        if (
            why := next(
                filter(None, (why_unbound(stage.positions, put, p) for put in stage.bound[name])),
                "",
            )
        )
    }
    able = [(name, p) for name in names for p in positions if (name, p) not in unfit]
    own = dict(zip(able, stage.truths([(n, p, p, OWN) for n, p in able]), strict=True))
    mixed = _mixtures(stage, able, own)
    moved = [
        case
        for (n, p), some in mixed.items()
        for case in flips.movable_numbers(stage, n, p, some.players, dossier)
    ]
    where = flips.find_flips(moved, own, stage, dossier)
    made = []
    for name in names:
        for p in positions:
            if (name, p) in unfit:
                truth = Truth(None, None, unfit[name, p])
                made.append(Verdict(name, p, NOT_ANSWERABLE, truth=truth))
                continue
            mine = {
                case: flip
                for case, flip in where.items()
                if (case.proposition, case.position) == (name, p)
            }
            told = dict.fromkeys(
                flips.flip_text(case, flip, dossier) for case, flip in mine.items()
            )
            made.append(_verdict(stage, name, p, own[name, p], mixed.get((name, p)), tuple(told)))
    return made


class Mixed(NamedTuple):
    """Verdicts of the mixtures of one position with the others, and those of one dispute."""

    verdicts: list[Truth]
    singles: list[tuple[int, Dispute, Truth]]
    players: dict[int, list[Dispute]]
    every: bool


def _mixtures(
    stage: PropositionTester, able: list[tuple[str, int]], own: dict
) -> dict[tuple[str, int], Mixed]:
    """Each mixture with each other position; what is read may grow, then it is done again."""
    while True:
        before = {q: len(read) for q, read in stage.numbers.read.items()}
        found = _ask_all(stage, [key for key in able if own[key].holds is not None], {*able})
        if before == {q: len(read) for q, read in stage.numbers.read.items()}:
            return found


def _ask_all(
    stage: PropositionTester, asked: list[tuple[str, int]], able: set[tuple[str, int]]
) -> dict[tuple[str, int], Mixed]:
    players = {}
    cases = []
    for name, p in asked:
        for q in range(len(stage.positions.positions)):
            if q != p and (name, q) in able:
                players[name, p, q] = stage.players([name], p, q)
                cases += [(name, p, q, some) for some in subsets(players[name, p, q]) if some]
    verdicts = dict(zip(cases, stage.truths(cases), strict=True))
    found = {}
    for name, p in asked:
        mine = {k: v for k, v in verdicts.items() if k[:2] == (name, p)}
        some = {q: d for (n, i, q), d in players.items() if (n, i) == (name, p)}
        singles = [
            (q, d, mine[name, p, q, frozenset([d.id])]) for q, ds in some.items() for d in ds
        ]
        # an analysis is asked about positions only: what a mixture would give is not known
        mixes = all(stage.numbers.read[put.question] for put in stage.bound[name])
        every = (mixes or not some) and all(len(ds) <= MOST for ds in some.values())
        found[name, p] = Mixed(list(mine.values()), singles, some, every)
    return found


def _verdict(
    stage: PropositionTester,
    name: str,
    p: int,
    own: Truth,
    mixed: Mixed | None,
    turns_at: tuple[str, ...],
) -> Verdict:
    if own.holds is None:
        return Verdict(name, p, NOT_ANSWERABLE, truth=own)
    said = HOLDS if own.holds else FAILS
    known = [own, *(t for t in (mixed.verdicts if mixed else ()) if t.holds is not None)]
    turned = any(t.holds != own.holds for t in known)
    singles = mixed.singles if mixed else []
    by = tuple(
        f"{stage.positions.positions[q].text}:{d.id}"
        for q, d, there in singles
        if there.holds is not None and there.holds != own.holds
    )
    return Verdict(
        name,
        p,
        DEPENDS if turned else said,
        said,
        own,
        by,
        turns_at,
        len(known),
        sum(bool(t.holds) for t in known),
        mixed.every if mixed else True,
    )
