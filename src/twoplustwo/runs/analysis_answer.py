"""An answer about several positions: what all analyses share."""

from collections.abc import Iterable, Mapping, Sequence
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
    sentence: Mapping[str, str],
    *,
    value: float | None = None,
    headlines: Iterable[Headline] = (),
    tables: Mapping[str, Table] | None = None,
    sources: Iterable[str] = (),
    parts: Iterable[Answer] = (),
    outcomes: Mapping[str, int] | None = None,
    seed: int | None = None,
) -> Answer:
    """The answer of an analysis.

    Parameters
    ----------
    card : Card
        Of the analysis.
    positions, dossier, options
        What it was asked.
    rows : Table
    sentence : mapping of str to str
        What it says, by language; see `Card.sentence`.
    value : float, optional
        Headline number.
    headlines : iterable of Headline
        Those that stand further down.
    tables : mapping, optional
        Further tables.
    sources : iterable of str
        Identifiers of what is cited; those that the dossier does not have are left out.
    parts : iterable of Answer
        Answers that it was made from: their citations become its own.
    outcomes : mapping of str to int, optional
    seed : int, optional
        Root seed of what was drawn at random.
    """
    cited = {str(c["id"]): c for part in parts for c in part.citations}
    cited |= {name: dossier.sources[name].csl() for name in {*sources} & {*dossier.sources}}
    engine = engine_info()
    texts = tuple(p.text for p in positions)
    days = dict.fromkeys(str(p.as_of or dossier.as_of) for p in positions)
    name = digest(card.id, dict(options), list(texts), dossier.hash, engine)
    return Answer(
        question=card.id,
        positions=texts,
        headline=Headline(
            card.headline["column"], value, show=card.headline["show"], sentence=dict(sentence)
        ),
        headlines=tuple(headlines),
        rows=annotate_columns(card, rows),
        as_of=", ".join(days) or str(dossier.as_of),
        dossier={"id": dossier.id, "hash": dossier.hash},
        outcomes=dict(outcomes or {}),
        options=dict(options),
        left_out=tuple(text["en"] for text in card.left_out),
        citations=tuple(cited[key] for key in sorted(cited)),
        tables={n: annotate_columns(card, t) for n, t in (tables or {}).items()},
        views=card.views,
        made=engine if seed is None else {**engine, "seed": str(seed)},
        id=f"{card.id}-{name[:12]}",
    )
