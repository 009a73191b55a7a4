"""Each public statement put to its question, under each position and every mixture of two."""

from collections.abc import Sequence
from typing import Any

from twoplustwo.analysis.claims.bind import bound_questions, problems, row_criterion
from twoplustwo.analysis.claims.coupled import couplings
from twoplustwo.analysis.claims.deciding import DecidingNumbers
from twoplustwo.analysis.claims.mixtures import PositionsUnder, PropositionTester
from twoplustwo.analysis.claims.rows import (
    COLUMNS,
    COUPLINGS,
    MARKS,
    STATEMENTS,
    by_proposition,
    mark_rows,
    sentence_slots,
    statement_rows,
    verdict_row,
)
from twoplustwo.analysis.claims.verdicts import (
    DEPENDS,
    NOT_ANSWERABLE,
    NOT_PHYSICAL,
    Verdict,
    judge,
)
from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.base.table import Table
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.analysis_answer import analysis_answer


def ask(card: Card, positions: Sequence[Position], dossier: Dossier, proposition: str) -> Answer:
    """One answer for all positions: a row for each proposition under each.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    proposition : str
        The one to look at; empty for all, and the couplings.

    Raises
    ------
    DossierError
        A proposition names a question, option or column that is not there.
    OptionError
        There is no such proposition.
    """
    chosen = _chosen(proposition, dossier)
    for wrong in problems(dossier):
        raise wrong
    wants = {
        one.id: want
        for one in dossier.propositions.values()
        if (want := row_criterion(one)) is not None
    }
    put = {id_: bound_questions(dossier.propositions[id_], dossier) for id_ in wants}
    stage = PropositionTester(
        PositionsUnder(positions, dossier), DecidingNumbers(dossier, wants), put, wants
    )
    physical = [id_ for id_ in chosen if id_ in wants]
    found = {(v.proposition, v.position): v for v in judge(stage, physical, dossier)}
    rows = [
        verdict_row(
            dossier.propositions[id_],
            found.get((id_, p)) or _silent(id_, p, dossier),
            position,
            put.get(id_, ()),
            wants.get(id_),
            dossier,
        )
        for id_ in chosen
        for p, position in enumerate(positions)
    ]
    coupled = [
        coupling for coupling in dossier.couplings.values() if {*coupling.propositions} <= {*chosen}
    ]
    wide = {lang: by_proposition(rows, dossier, lang) for lang in LANGUAGES}
    columns = ("proposition", "says", "test", *(p.text for p in positions))
    return analysis_answer(
        card,
        positions,
        dossier,
        {"proposition": proposition},
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline", sentence_slots(rows, positions, dossier)),
        value=_share(rows),
        tables={
            "verdicts": Table.of_rows(columns, wide["en"]),
            "verdicts_ru": Table.of_rows(columns, wide["ru"]),
            "marks": Table.of_rows(MARKS, mark_rows(rows)),
            "couplings": Table.of_rows(COUPLINGS, couplings(stage, coupled)),
            "statements": Table.of_rows(
                STATEMENTS, [s for s in statement_rows(dossier) if s["proposition"] in chosen]
            ),
        },
        sources=_sources(dossier, chosen),
    )


def about(dossier: Dossier, proposition: str) -> list[str]:
    """The questions that statements are put to, whose numbers the verdicts rest on; each once.

    Of an analysis those that it reads itself.
    """
    asked = [
        card_of(dossier, one.question)
        for one in (dossier.propositions[id_] for id_ in _chosen(proposition, dossier))
        if row_criterion(one) is not None
    ]
    named = [name for card in asked for name in (card.reads if card.is_analysis else (card.id,))]
    return [*dict.fromkeys(named)]


def _silent(proposition: str, position: int, dossier: Dossier) -> Verdict:
    """The verdict where no question is asked."""
    missing = dossier.propositions[proposition].handle == "missing"
    return Verdict(proposition, position, NOT_ANSWERABLE if missing else NOT_PHYSICAL)


def _chosen(proposition: str, dossier: Dossier) -> list[str]:
    known = list(dossier.propositions)
    if proposition and proposition not in known:
        raise OptionError(
            f"there is no proposition {proposition!r}",
            "--option proposition",
            f"{dossier.id} has {', '.join(known) or 'none'}",
            nearest(proposition, known),
        )
    return [proposition] if proposition else known


def _share(rows: Sequence[dict[str, Any]]) -> float | None:
    """Share of the verdicts that some mixture turns."""
    given = [row for row in rows if row["own"]]
    return sum(one["verdict"] == DEPENDS for one in given) / len(given) if given else None


def _sources(dossier: Dossier, chosen: Sequence[str]) -> set[str]:
    """Sources of who said what."""
    some = [dossier.propositions[id_] for id_ in chosen]
    used = {s.source for one in some for s in (*one.asserted, *one.denied)}
    return used | {coupling.source for coupling in dossier.couplings.values()}
