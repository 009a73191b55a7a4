"""From a result to an answer: words, assumptions, citations and the name of it all."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer, Assumption, Headline
from twoplustwo.answers.column_types import NUMBER, TEXT, TypedColumn
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.digest import digest
from twoplustwo.base.outcomes import Outcome
from twoplustwo.base.phrase import by_language
from twoplustwo.base.table import Column, Table, Tables
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.dossier.ends import ends_by
from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.dossier.population import YEAR, sources_of_year
from twoplustwo.dossier.regions import CELLS, COUNTRIES
from twoplustwo.positions.changes import changes_in_words
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.result import HeadlineValue, Result
from twoplustwo.runs.changed import SAYS
from twoplustwo.runs.engine_info import engine_info
from twoplustwo.runs.provenance import count_provenance
from twoplustwo.runs.test_owner import test_owner
from twoplustwo.stages.inputs import PARTY


def build_answer(
    card: Card,
    position: Position,
    held: Held,
    dossier: Dossier,
    options: Mapping[str, Any],
    result: Result,
    read: Iterable[str],
    over: Mapping[str, str] | None = None,
) -> Answer:
    """An answer with everything that its reader needs to check it.

    `over` says what the shares were over before the position was changed, and now, where that
    is not the same (`runs.changed`).
    """
    headlines = [_headline(card, h, dossier) for h in result.headlines]
    if over:
        headlines[0] = replace(
            headlines[0], sentence=_with_set_change(card, headlines[0].sentence, over)
        )
    bare = _answer_without_numbers(
        card, position, held, dossier, options, read, result.listed, over
    )
    rows, tables = result.make()
    return replace(
        bare,
        headline=headlines[0],
        headlines=tuple(headlines[1:]),
        rows=annotate_columns(card, rows),
        tables=Tables({name: partial(_described, card, tables, name) for name in tables}),
        outcomes=dict(result.outcomes),
    )


def not_answerable(
    card: Card,
    position: Position,
    held: Held,
    dossier: Dossier,
    options: Mapping[str, Any],
    missing: str,
    read: Iterable[str],
) -> Answer:
    """The answer of a position that lacks something needed, as `missing` says: no error."""
    lacks = by_language(missing)
    sentence = {
        lang: _sentence(
            card, "missing", {"missing": _by_name(dossier, lacks.get(lang, missing), lang)}
        )[lang]
        for lang in _sentence(card, "missing", {"missing": missing})
    }
    bare = _answer_without_numbers(card, position, held, dossier, options, read, missing=missing)
    headline = replace(bare.headline, sentence=sentence)
    return replace(bare, headline=headline, outcomes={str(Outcome.NOT_ANSWERABLE): 1})


def _by_name(dossier: Dossier, text: str, lang: str) -> str:
    """A text with each parameter in it called by its name, its path beside it."""
    paths = {*dossier.paths()}

    def told(word: str) -> str:
        path = word.strip(".,;:")
        if path not in paths:
            return word
        return word.replace(path, f"{parameter_name(dossier, path)[lang]} ({path})")

    return " ".join(told(word) for word in text.split(" "))


def _answer_without_numbers(
    card: Card,
    position: Position,
    held: Held,
    dossier: Dossier,
    options: Mapping[str, Any],
    read: Iterable[str],
    listed: Iterable[str] = (),
    over: Mapping[str, str] | None = None,
    missing: str = "",
) -> Answer:
    """Everything but the numbers."""
    read = {*read}
    used = sorted(path for path in read if path in held.values)
    assumptions = tuple(_assumption(dossier, held, path) for path in used)
    cited = {a.source for a in assumptions}
    cited |= {a.source for path in used if (a := held.values[path].adoption) is not None}
    cited |= {held.values[path].best_source for path in used}
    cited |= _of_ends(dossier, assumptions)
    if CELLS in used:
        counted = (CELLS, COUNTRIES, YEAR)
        cited |= sources_of_year(
            dossier, {path: held.values[path].value for path in counted if path in held.values}
        )
    said = [dossier.claim(one) for one in listed]
    cited |= {one.source for one in said}
    sources = [dossier.sources[s] for s in sorted(cited & set(dossier.sources))]
    values = {path: _plain(held.values[path].value) for path in used}
    engine = engine_info()
    name = digest(
        card.id,
        dict(options),
        values,
        list(position.measures),
        engine,
        *([_shown_claims(dossier, said)] if said else ()),
        *([position.party] if PARTY in read else ()),
        *([dict(over)] if over else ()),
        *([missing] if missing else ()),
    )
    empty = Table(
        tuple(_column(card, Column(c)) for c in card.columns),
        {c: np.array([], dtype=object) for c in card.columns},
    )
    return Answer(
        question=card.id,
        position=position.text,
        headline=Headline(
            card.headline["column"],
            None,
            show=card.headline["show"],
            test=card.test,
            unit=_column(card, Column(card.headline["column"])).unit or "1",
        ),
        rows=empty,
        as_of=str(position.as_of or dossier.as_of),
        dossier={"id": dossier.id, "hash": dossier.hash},
        measures=tuple(position.measures),
        options=dict(options),
        assumptions=assumptions,
        laid=changes_in_words(dossier, position),
        rests=count_provenance(dossier, position.party, assumptions),
        left_out=tuple(text["en"] for text in card.left_out),
        citations=tuple({**source.csl(), "seen": source.seen} for source in sources),
        views=card.views,
        made=engine,
        id=f"{card.id}-{name[:12]}",
    )


def _shown_claims(dossier: Dossier, said: Iterable[Claim]) -> list[Any]:
    """Claims shown as they were said, with the plain keys of the things that they speak of."""
    found = []
    for one in said:
        kind, _, rest = one.parameter.partition(".")
        thing = dossier.things[kind].get(rest.rpartition(".")[0] or kind)
        plain = dict(thing.structure) if thing else {}
        found.append([one.key, one.by, one.stated, one.source, one.value.text, one.shown, plain])
    return found


def _sentence(card: Card, when: str, words: Mapping[str, Any]) -> dict[str, str]:
    """The card's sentence with its words; a name at its beginning gets a capital."""
    return {lang: text[:1].upper() + text[1:] for lang, text in card.sentence(when, words).items()}


def _with_set_change(
    card: Card, sentence: Mapping[str, str], over: Mapping[str, str]
) -> dict[str, str]:
    more = _sentence(card, SAYS, over)
    return {lang: f"{text} {more[lang]}" for lang, text in sentence.items()}


def _headline(card: Card, given: HeadlineValue, dossier: Dossier) -> Headline:
    sentence = _sentence(card, given.case, given.words)
    test = card.test if given.column == card.headline["column"] else ""
    return Headline(
        column=given.column,
        value=given.value,
        unit=_column(card, Column(given.column)).unit or "1",
        show=given.show,
        test=test,
        test_by=test_owner(card, dossier) if test else {},
        holds=Criterion.parse(test).holds(given.value) if test else None,
        sentence=sentence,
    )


def _described(card: Card, tables: Mapping[str, Table], name: str) -> Table:
    return annotate_columns(card, tables[name])


def annotate_columns(card: Card, table: Table) -> Table:
    """The table with units and meanings from the card."""
    return Table(tuple(_column(card, c) for c in table.columns), table.data)


def _column(card: Card, column: Column) -> Column:
    """Unit and meaning of a column: the card's, else the unit at the end of its name."""
    known = card.columns.get(column.name)
    if known is None:
        return replace(column, unit=column.unit or unit_of(column.name))
    return TypedColumn(
        column.name,
        unit=known.get("unit", ""),
        means=known.get("means", {}).get("en", ""),
        measured_from=_english(known.get("from", "")),
        kind=known.get("kind", ""),
        type=known.get("type", "") or (NUMBER if known.get("unit") else TEXT),
    )


def _english(text: str | Mapping[str, str]) -> str:
    return text if isinstance(text, str) else text["en"]


UNIT_SUFFIXES = {
    "_m_s": "m/s",
    "_km2": "km2",
    "_km": "km",
    "_deg": "deg",
    "_rad": "rad",
    "_kg": "kg",
    "_s": "s",
    "_m": "m",
}


def unit_of(name: str) -> str:
    """The unit that a column carries in its name, or nothing."""
    return next((u for suffix, u in UNIT_SUFFIXES.items() if name.endswith(suffix)), "")


def _plain(value: Any) -> Any:
    """A held value as something that can be hashed and shown."""
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _assumption(dossier: Dossier, held: Held, path: str) -> Assumption:
    item = held.values[path]
    value = item.value if isinstance(item.value, int | float | str) else None
    return Assumption(
        parameter=path,
        value=value,
        low=item.low,
        high=item.high,
        unit=item.unit,
        shown=item.shown,
        claim=item.claim,
        by=item.by or "",
        how=item.how,
        why=by_language(item.adoption.why) if item.adoption and item.adoption.why else {},
        point=item.point or "",
        status=item.status or "",
        source=item.source or "",
        reading=item.reading or "",
        means=dossier.kind_of(path).means,
        by_party=_party_of(dossier, item.by),
        holder=item.party,
        best_by=item.best_by,
        ascribed_to=item.ascribed_to,
        ends_by=ends_by(dossier, item.claim, item.low, item.high),
    )


def _of_ends(dossier: Dossier, assumptions: Iterable[Assumption]) -> set[str]:
    """Where the ends of intervals stand that somebody else than the speaker gave."""
    return {
        dossier.claim(assumption.claim).ends_source
        for assumption in assumptions
        if assumption.claim and assumption.ends_by
    }


def _party_of(dossier: Dossier, speaker: str) -> str:
    known = dossier.speakers.get(speaker)
    return (known.party if known else None) or ""
