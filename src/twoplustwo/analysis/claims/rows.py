"""Rows and words of the analysis, from its verdicts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.analysis.claims.bind import BoundQuestion, RowCriterion
from twoplustwo.analysis.claims.verdict_text import SEVERAL, SHORT, test_text, verdict_text
from twoplustwo.analysis.claims.verdicts import DEPENDS, VERDICTS, Verdict
from twoplustwo.base.units import from_si
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.statements import Proposition, Statement
from twoplustwo.positions.display_names import dispute_name, position_name
from twoplustwo.positions.position import Position
from twoplustwo.wording.figures import enough_digits_for_tests

COLUMNS = (
    "proposition position verdict own depends_on flip value test mixtures holds_in "
    "every_mixture question put asserted_by denied_by says says_ru note note_ru"
)
COUPLINGS = (
    "coupling position propositions holding failing untested together mixtures together_in "
    "for_example why why_ru by source status"
)
MARKS = ("proposition", "says", "position", "mark")
STATEMENTS = ("proposition", "said", "by", "stated", "quote", "source", "status", "note")

Row = dict[str, Any]


def verdict_row(
    proposition: Proposition,
    found: Verdict,
    position: Position,
    puts: Sequence[BoundQuestion],
    want: RowCriterion | None,
    dossier: Dossier,
) -> Row:
    """One proposition under one position."""
    why = found.truth.why if found.truth is not None else ""
    return {
        "proposition": proposition.id,
        "says": proposition.text["en"],
        "says_ru": proposition.text.get("ru", ""),
        "position": position.text,
        "verdict": found.verdict,
        "own": found.own,
        "value": _value(found, want),
        "test": _test(want),
        "question": proposition.question,
        "put": _put(puts),
        **{f"tested_{lang}": test_text(want, puts, dossier, lang) for lang in SHORT},
        "depends_on": ", ".join(found.turned_by) or (SEVERAL if found.verdict == DEPENDS else ""),
        "flip": ", ".join(found.flip),
        "mixtures": float(found.mixtures),
        "holds_in": float(found.holding),
        "every_mixture": found.every,
        "asserted_by": _by(proposition.asserted),
        "denied_by": _by(proposition.denied),
        "note": why or proposition.note.get("en", ""),
        "note_ru": why or proposition.note.get("ru", ""),
    }


def by_proposition(rows: Sequence[Row], dossier: Dossier, lang: str = "en") -> list[Row]:
    """One row a proposition, one column a position, in words of a language."""
    found: dict[str, Row] = {}
    says = "says" if lang == "en" else f"says_{lang}"
    for row in rows:
        mine = found.setdefault(
            row["proposition"],
            {
                "proposition": row["proposition"],
                "says": row[says] or row["says"],
                "test": row[f"tested_{lang}"],
            },
        )
        mine[row["position"]] = verdict_text(row, dossier, lang)
    return list(found.values())


def mark_rows(rows: Sequence[Row]) -> list[Row]:
    """A verdict as one word: what holds or fails, and whether a dispute turns it."""
    return [
        {
            "proposition": row["proposition"],
            "says": row["says"],
            "position": row["position"],
            "mark": f"{row['own']}_{DEPENDS}" if row["verdict"] == DEPENDS else row["verdict"],
        }
        for row in rows
    ]


def statement_rows(dossier: Dossier) -> list[Row]:
    """Who asserted and who denied each proposition."""
    return [
        {
            "proposition": proposition.id,
            "said": said,
            "by": s.by,
            "stated": s.stated,
            "quote": s.says,
            "source": s.source,
            "status": s.status,
            "note": s.note,
        }
        for proposition in dossier.propositions.values()
        for said, some in (("asserted", proposition.asserted), ("denied", proposition.denied))
        for s in some
    ]


def sentence_slots(
    rows: Sequence[Row], positions: Sequence[Position], dossier: Dossier
) -> Mapping[str, Any]:
    """For the card's sentence."""
    told = {"en": [], "ru": []}
    for position in positions:
        counted = Counter(row["verdict"] for row in rows if row["position"] == position.text)
        parts = [(v, counted[v]) for v in VERDICTS if counted[v]]
        for lang, some in told.items():
            text = ", ".join(f"{SHORT[lang][v]} {n}" for v, n in parts)
            some.append(f"{position_name(position.text, dossier, lang)}: {text}")
    hinges = Counter(
        name.rpartition(":")[2]
        for row in rows
        for name in {*row["depends_on"].split(", ")}
        if ":" in name
    )
    most = {
        lang: ", ".join(f"{dispute_name(d, dossier, lang)} {n}" for d, n in hinges.most_common(3))
        or "–"
        for lang in told
    }
    return {
        "count": len({row["proposition"] for row in rows}),
        "told": "; ".join(told["en"]),
        "told_ru": "; ".join(told["ru"]),
        "most": most["en"],
        "most_ru": most["ru"],
    }


def _value(found: Verdict, want: RowCriterion | None) -> str:
    if found.truth is None or found.truth.value is None or want is None:
        return ""
    unit, value = want.test.unit, found.truth.value
    number = enough_digits_for_tests(f"{from_si(value, unit):.5g}", value, (want.test,), unit)
    return number if want.test.unit == "1" else f"{number} {want.test.unit}"


def _test(want: RowCriterion | None) -> str:
    if want is None:
        return ""
    if not want.of_rows:
        return str(want.test)
    where = f" where {want.where}" if want.where else ""
    return f"{'every' if want.every else 'some'} row{where}: {want.test}"


def _put(puts: Sequence[BoundQuestion]) -> str:
    """What is laid over the positions, where something is."""
    texts = []
    for put in puts:
        laid = [*(f"{path}={text}" for path, text in put.sets), *put.measures]
        texts.append(", ".join(laid) or "as held")
    return "" if texts in ([], ["as held"]) else " against ".join(texts)


def _by(some: Sequence[Statement]) -> str:
    return ", ".join(dict.fromkeys(s.by for s in some))
