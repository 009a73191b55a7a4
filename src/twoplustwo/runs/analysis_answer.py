"""An answer about several positions: what all analyses share."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.digest import digest
from twoplustwo.base.table import Table
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.build_answer import annotate_columns
from twoplustwo.runs.engine_info import engine_info


def analysis_answer(
    card: Card,
    positions: Sequence[Position],
    dossier: Dossier,
    options: Mapping[str, Any],
    rows: Table,
    words: Mapping[str, Any],
    value: float | None = None,
    tables: Mapping[str, Table] | None = None,
    parts: Sequence[Answer] = (),
) -> Answer:
    """The answer of an analysis.

    Parameters
    ----------
    card : Card
        Of the analysis.
    positions, dossier, options
        What it was asked.
    rows : Table
    words : mapping
        For the card's sentence.
    value : float, optional
        Headline number.
    tables : mapping, optional
        Further tables.
    parts : sequence of Answer
        Answers that it was made from: their citations become its own.
    """
    says = card.says[0]
    sentence = {lang: text.format(**words) for lang, text in says.items() if lang != "when"}
    cited = {str(c["id"]): c for part in parts for c in part.citations}
    engine = engine_info()
    texts = tuple(p.text for p in positions)
    days = dict.fromkeys(str(p.as_of or dossier.as_of) for p in positions)
    name = digest(card.id, dict(options), list(texts), dossier.hash, engine)
    return Answer(
        question=card.id,
        positions=texts,
        headline=Headline(
            card.headline["column"], value, show=card.headline["show"], sentence=sentence
        ),
        rows=annotate_columns(card, rows),
        as_of=", ".join(days) or str(dossier.as_of),
        dossier={"id": dossier.id, "hash": dossier.hash},
        options=dict(options),
        left_out=tuple(one["en"] for one in card.left_out),
        citations=tuple(cited[c] for c in sorted(cited)),
        tables={n: annotate_columns(card, t) for n, t in (tables or {}).items()},
        views=card.views,
        made=engine,
        id=f"{card.id}-{name[:12]}",
    )
