"""Every open claim of a position drawn at once: what a headline does, and by whose hand."""

from collections.abc import Sequence
from typing import Any

from twoplustwo.analysis.sensitivity.drawing import evaluate, headlines
from twoplustwo.analysis.sensitivity.indices import indices
from twoplustwo.analysis.sensitivity.options import read_options
from twoplustwo.analysis.sensitivity.rows import COLUMNS, SPANS, rows_of, span
from twoplustwo.analysis.sensitivity.words import answer_sentence, decisive_headlines, span_headline
from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.runs.ask import ask as run


def ask(card: Card, positions: Sequence[Position], dossier: Dossier, **options: Any) -> Answer:
    """One answer for all positions; `table headlines` has what each headline does.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    **options
        As the card lists them; see `options.chosen`.

    Raises
    ------
    OptionError, QuestionError
        If an option cannot be read, or `of` is no question.
    """
    want = read_options(options, dossier)
    asked = card_of(dossier, want.of)
    own = asked.headline["column"]
    answers = run(want.of, positions, dossier, **want.where)
    rows, spans, said, decisive = [], [], [], []
    for one in evaluate(want, positions, answers, dossier):
        for headline in headlines(want, one.answer):
            name = headline.column
            known = indices(*one.values[name], want.seed) if name in one.values else None
            mine = rows_of(one, headline, known, dossier)
            about = span(one, headline)
            rows += mine
            spans.append(about)
            said.append(span_headline(card, asked, headline, about, mine, dossier))
            if name == own:
                decisive += decisive_headlines(card, headline, about, mine, dossier)
    leading = [row["total_order"] for row in rows if row["headline"] == own]
    return analysis_answer(
        card,
        positions,
        dossier,
        want.record(),
        Table.of_rows(COLUMNS, rows),
        answer_sentence(card, asked, [s for s in spans if s["headline"] == own], dossier),
        value=max((x for x in leading if x is not None), default=None),
        tables={"headlines": Table.of_rows(SPANS, spans)},
        headlines=[*said, *decisive],
        parts=answers,
        seed=want.seed,
    )
