"""Every parameter on which the positions hold different things, with each one's claim."""

from collections.abc import Sequence
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.base.table import Table
from twoplustwo.base.units import show
from twoplustwo.dossier.display_names import name_of
from twoplustwo.dossier.ends import ends_by
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.overlay import HeldValue
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.wording.figures import quantity_text, range_text
from twoplustwo.wording.names import held_value_text as held_as
from twoplustwo.wording.vocabulary import vocabulary

COUNTS, COMPARED, ALIKE = "differs_and_counts", "compared_only", "same_value"
KINDS = (COUNTS, COMPARED, ALIKE)
"""Different values that answers compute with; that none does; the same value, claimed otherwise."""

COLUMNS = (
    "parameter means means_ru differs dispute position shown shown_ru value how by reading "
    "status source note claim computed"
)


def ask(card: Card, positions: Sequence[Position], dossier: Dossier) -> Answer:
    """One answer for all positions."""
    held = [resolve(dossier, p) for p in positions]
    paths = sorted({path for one in held for path in one.values})
    differing = [path for path in paths if _differs(path, held)]
    kinds = {path: _kind(path, held, dossier) for path in differing}
    rows = [
        _row(path, p, one, dossier) | {"differs": kinds[path]}
        for path in sorted(differing, key=lambda path: (KINDS.index(kinds[path]), path))
        for p, one in zip(positions, held, strict=True)
    ]
    count = {kind: sum(one == kind for one in kinds.values()) for kind in KINDS}
    return analysis_answer(
        card,
        positions,
        dossier,
        {},
        Table.of_rows(COLUMNS, rows),
        card.sentence("headline", count),
        value=float(count[COUNTS]),
        sources={row["source"] for row in rows},
    )


def _differs(path: str, held: Sequence[Held]) -> bool:
    claims = [one.values[path].claim if path in one.values else None for one in held]
    return len(set(claims)) > 1 or len(_values(path, held)) > 1


def _values(path: str, held: Sequence[Held]) -> set[str | None]:
    return {repr(one.values[path].value) if path in one.values else None for one in held}


def _kind(path: str, held: Sequence[Held], dossier: Dossier) -> str:
    """Whether answers differ by it: they may read it, and the values are not the same."""
    if len(_values(path, held)) == 1:
        return ALIKE
    return COUNTS if dossier.kind_of(path).computed else COMPARED


def _row(path: str, position: Position, held: Held, dossier: Dossier) -> dict[str, Any]:
    kind = dossier.kind_of(path)
    dispute = next((d for d, one in dossier.disputes.items() if path in one.parameters), "")
    row: dict[str, Any] = {
        "parameter": path,
        "means": kind.means["en"],
        "means_ru": kind.means["ru"],
        "dispute": dispute,
        "position": position.text,
        "computed": kind.computed,
    }
    item = held.values.get(path)
    if item is None:
        shown, how = ("not yet said",) * 2 if path in held.not_yet else ("no claim", "missing")
        silent = {"shown": shown, "shown_ru": NOT_SAID[shown], "how": how, "value": None}
        rest = ("by", "reading", "status", "source", "note", "claim")
        return row | silent | dict.fromkeys(rest, "")
    claims = {c.key: c for c in dossier.parameters.get(path, ())}
    note = claims[item.claim].note if item.claim in claims else ""
    number = isinstance(item.value, int | float)
    return row | {
        "shown": _value_text(item, kind.unit, dossier, "en"),
        "shown_ru": _value_text(item, kind.unit, dossier, "ru"),
        "value": str(item.value) if not number else f"{item.value:.10g}",
        "how": item.how,
        "by": item.by or "",
        "reading": item.reading or "",
        "status": item.status or "",
        "source": item.source or "",
        "note": note,
        "claim": item.claim or "",
    }


NOT_SAID = {"not yet said": "ещё не сказано", "no claim": "утверждений нет"}
COMPUTED = {
    "en": "{ends}{given}; computed with {value} ({point})",
    "ru": "{ends}{given}; в расчёте {value} ({point})",
}
POINTS = {
    "midpoint": {"en": "midpoint, ours", "ru": "середина, наша"},
    "best": {"en": "best", "ru": "лучшее значение"},
}
ENDS = {"en": " (ends by {name})", "ru": " (концы: {name})"}
GIVEN = {"en": "given by {name}", "ru": "по оценке: {name}"}


def _value_text(item: HeldValue, unit: str, dossier: Dossier, lang: str) -> str:
    """The value as claimed; of an interval, both ends, what is computed with and whose that is."""
    value = held_as(item.shown, item.value, unit, lang)
    if item.low is None or item.high is None or item.low == item.high:
        return vocabulary().get(value, {}).get(lang, value)
    low, high = (quantity_text(show(end, unit), lang) for end in (item.low, item.high))
    ends = range_text(low, high, lang)
    point = POINTS.get(item.point or "", {}).get(lang, item.point or "")
    if item.best_by in dossier.speakers:
        point = GIVEN[lang].format(name=name_of(dossier, item.best_by)[lang])
    whose = ends_by(dossier, item.claim, item.low, item.high)
    given = ENDS[lang].format(name=name_of(dossier, whose)[lang]) if whose else ""
    return COMPUTED[lang].format(ends=ends, given=given, value=value, point=point)
