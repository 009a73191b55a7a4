"""Rows and words: every design, the front, what each party gives up, and the stated tests."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from twoplustwo.analysis.common_ground.between import PassingInterval
from twoplustwo.analysis.common_ground.designs import ORDER, Design, DesignSpace
from twoplustwo.analysis.common_ground.judge import Judged
from twoplustwo.analysis.common_ground.tests import StatedTest
from twoplustwo.base.localized_text import text_in
from twoplustwo.base.units import show
from twoplustwo.dossier.models import Dossier, Measure
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.compared import ASK, END, Compared
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.search.pareto import front
from twoplustwo.search.worst.record import BOUNDED, EXACT, SEARCHED, UNANSWERED
from twoplustwo.wording.criteria import column_name
from twoplustwo.wording.figures import percent_text

Row = dict[str, Any]
PLAN = "as_proposed"
DIMENSIONS = tuple(bound.replace(" ", "_") for bound in ORDER)
TESTS = (
    "party test threshold question proposed_own proposed_worst designs_own designs_worst "
    "designs status source note"
)
BETWEEN = ("design", "parameter", "side", "low", "high", "case", "failing", "parties")
COMPILERS, PARTY = "the_compilers", "the_party"
MEASURES = ("measure", "name", "name_ru", "bounds", "counted_as", "verified_by", "source", "status")
NONE_STATED = "none stated"
ALWAYS, BY_OWN, NO, UNKNOWN = "passes_in_any_case", "passes_by_own_numbers", "fails", "not_judged"


def design_name(design: Design) -> str:
    """Measures of a design with plus signs, as after a party."""
    return "+".join(design.measures) or PLAN


def design_columns(shown: Sequence[Compared]) -> list[str]:
    """Columns of the table of designs."""
    return [
        *("design", *DIMENSIONS, "stands_for"),
        *(f"worst_{one.name}" for one in shown),
        "front",
        *(f"front_{one.part}" for one in shown[1:]),
        *("verdict", "passes_worst", "passes_own"),
        *(f"own_{one.name}" for one in shown),
        *(f"sure_{one.name}" for one in shown),
        "attained_by",
    ]


def give_columns(shown: Sequence[Compared]) -> list[str]:
    """Columns of what each party gives up."""
    changes = dict.fromkeys(name for one in shown for name in (one.own, f"change_{one.name}"))
    return ["position", "design", "front", "verdict", *changes]


def between_columns(shown: Sequence[Compared]) -> list[str]:
    """Columns of what lies between the bounds on the list."""
    return [*BETWEEN, *(f"{one.name}_{end}" for one in shown for end in ("low", "high"))]


def design_rows(found: Sequence[Judged], dossier: Dossier, shown: Sequence[Compared]) -> list[Row]:
    """One row a design; what the fronts are made of is in the row."""
    made = [_row(one, dossier, shown) for one in found]
    costs = np.array([[_cost(one, each.end) for each in shown] for one in found])
    pairs = [(f"front_{one.part}", [0, i]) for i, one in enumerate(shown) if i]
    for key, columns in (("front", [*range(len(shown))]), *pairs):
        for row, best in zip(made, front(costs[:, columns]), strict=True):
            row[key] = bool(best)
    return made


def _cost(judged: Judged, end: tuple[str, str, bool]) -> float:
    value = judged.worst[end].value
    return np.nan if value is None else value if end[2] else -value


def _row(judged: Judged, dossier: Dossier, shown: Sequence[Compared]) -> Row:
    row: Row = {
        key: judged.design.of(bound, dossier) for key, bound in zip(DIMENSIONS, ORDER, strict=True)
    }
    for one in shown:
        worst, own = judged.worst[one.end], judged.most if one.most else judged.least
        row |= {
            f"worst_{one.name}": worst.value,
            f"sure_{one.name}": worst.shown,
            f"own_{one.name}": own(one.end[:2]),
        }
    attained = judged.worst[shown[0].end].attained
    return row | {
        "design": design_name(judged.design),
        "stands_for": float(judged.design.stands_for),
        "verdict": verdict(judged),
        "passes_worst": _sentence_of(judged.passes_worst),
        "passes_own": _sentence_of(judged.passes_own),
        "attained_by": "" if attained is None else attained.text,
    }


def verdict(judged: Judged) -> str:
    """Whether it passes in any case, by each party's numbers only, or not."""
    if judged.passes_worst:
        return ALWAYS
    if judged.passes_own:
        return BY_OWN
    return NO if judged.passes_own is False else UNKNOWN


def _sentence_of(passes: bool | None) -> str:
    return {True: "yes", False: "no", None: UNKNOWN}[passes]


def outcome_rows(
    found: Sequence[Judged],
    made: Sequence[Row],
    positions: Sequence[Position],
    shown: Sequence[Compared],
) -> list[Row]:
    """What each position's numbers say of each design, against the plan as proposed."""
    plan = next(one for one in found if not one.design.measures)
    kept = {f"change_{one.name}": (one.own, one.end[:2]) for one in shown}
    out = []
    for one, row in zip(found, made, strict=True):
        if not (row["front"] or row["verdict"] in (ALWAYS, BY_OWN)):
            continue
        for position in positions:
            mine, before = one.own[position.text], plan.own[position.text]
            line: Row = {
                "position": position.text,
                "design": row["design"],
                "front": row["front"],
                "verdict": row["verdict"],
            }
            for key, (name, column) in kept.items():
                now, then = mine.get(column), before.get(column)
                line[name] = now
                line[key] = None if now is None or then is None else now - then
            out.append(line)
    return out


def interval_row(interval: PassingInterval) -> Row:
    """Values of a bound between those on the list, and the shares at both ends."""
    made: Row = {
        "design": design_name(interval.rest),
        "parameter": interval.bound.parameter,
        "side": interval.bound.do,
        "low": interval.bound.text(interval.low),
        "high": interval.bound.text(interval.high),
        "case": "worst" if interval.worst else "own",
        "failing": "" if interval.failing is None else str(interval.failing.accepts.test),
        "parties": ", ".join(t.party for t in interval.failing_with),
    }
    for end, at in zip(("low", "high"), interval.at, strict=True):
        for one, value in zip(interval.shown, interval.compared_values(at), strict=True):
            made[f"{one.name}_{end}"] = value
    return made


def test_rows(
    found: Sequence[Judged],
    tests: Sequence[StatedTest],
    parties: Sequence[str],
    positions: Sequence[Position],
    dossier: Dossier,
) -> list[Row]:
    """One row a stated test; a party that states none has a row that says so."""
    plan = next(one for one in found if not one.design.measures)
    out: list[Row] = []
    for party in parties:
        mine = [(i, t) for i, t in enumerate(tests) if t.party == party]
        if not mine:
            out.append(
                {
                    "party": party,
                    "test": NONE_STATED,
                    "threshold": "",
                    "question": "",
                    "proposed_own": "",
                    "proposed_worst": "",
                    "status": "",
                    "source": "",
                    "note": "",
                }
            )
        for i, test in mine:
            own = [plan.own[p.text].get(test.column) for p in positions if p.party == party]
            known = [v for v in own if v is not None]
            out.append(
                {
                    "party": party,
                    "test": _written(test),
                    "question": test.accepts.question,
                    "threshold": COMPILERS if test.chosen else PARTY,
                    "proposed_own": _in_its_unit(
                        test, max(known, key=test.gap) if known and test.judged else None
                    ),
                    "proposed_worst": _in_its_unit(test, test.worst_value(plan.worst)),
                    "designs_own": float(sum(one.holds_own[i] is True for one in found)),
                    "designs_worst": float(sum(one.holds_worst[i] is True for one in found)),
                    "designs": float(len(found)),
                    "status": test.accepts.status,
                    "source": test.accepts.source,
                    "note": test.accepts.note,
                }
            )
    return out


def _in_its_unit(test: StatedTest, value: float | None) -> str:
    """A value as the test beside it is written: shares in per cent beside per cent."""
    if value is None:
        return "–"
    unit = test.accepts.test.unit
    if unit == "%":
        return percent_text(value, tests=(test.accepts.test,))
    return show(value, unit)


def _written(test: StatedTest) -> str:
    where = f" where {test.accepts.where}" if test.accepts.where else ""
    return f"{test.accepts.test}{where}" + ("" if test.judged else " (shown, not judged)")


def measure_rows(measures: Sequence[Measure], found: DesignSpace) -> list[Row]:
    """Every measure that took part, and as what: itself, another alike, or nothing that counts."""
    return [
        {
            "measure": measure.id,
            "name": text_in(measure.name, "en", measure.id),
            "name_ru": text_in(measure.name, "ru", measure.id),
            "bounds": measure.bounds,
            "counted_as": found.alike.get(measure.id, "") or "nothing that is asked",
            "verified_by": ", ".join(measure.verified_by),
            "source": measure.source,
            "status": measure.status,
        }
        for measure in measures
    ]


def best_passing(
    found: Sequence[Judged], made: Sequence[Row], worst: bool, shown: Sequence[Compared]
) -> int | None:
    """Of the designs that pass, the one that leaves most of what is wanted, then least of what
    is feared; of equal ones, the fewest measures.
    """
    passing = [i for i, one in enumerate(found) if (one.passes_worst if worst else one.passes_own)]
    return best_of(passing, found, made, worst, shown)


def best_of(
    some: Sequence[int],
    found: Sequence[Judged],
    made: Sequence[Row],
    worst: bool,
    shown: Sequence[Compared],
) -> int | None:
    """Of some designs, by number, the one that `best_passing` would take."""
    kind = "worst" if worst else "own"

    def rank(i: int) -> tuple[float, ...]:
        values = [(one.most, made[i][f"{kind}_{one.name}"] or 0.0) for one in shown]
        wanted = [-value for most, value in values if not most]
        feared = [value for most, value in values if most]
        return (*wanted, *feared, len(found[i].design.measures))

    return min(some, key=rank) if some else None


def nearest_miss(
    found: Sequence[Judged], tests: Sequence[StatedTest], worst: bool, positions: Sequence[Position]
) -> tuple[int, list[float]]:
    """The design whose widest gap is least, and its gap to each test (SI).

    Of equal ones, that which breaks fewer tests, then the one with fewer measures.
    """

    def gap(test: StatedTest, judged: Judged) -> float:
        if not test.judged:
            return 0.0
        if worst:
            return test.gap(test.worst_value(judged.worst))
        mine = [judged.own[p.text] for p in positions if p.party == test.party]
        return max(test.gap(values.get(test.column)) for values in mine)

    gaps = [[gap(t, one) for t in tests] for one in found]
    best = min(
        range(len(found)),
        key=lambda i: (max(gaps[i]), sum(g > 0.0 for g in gaps[i]), len(found[i].design.measures)),
    )
    return best, gaps[best]


SURE = {
    EXACT: {"en": "exact", "ru": "точно"},
    BOUNDED: {"en": "bounded", "ru": "с оценкой"},
    SEARCHED: {"en": "searched, no guarantee", "ru": "поиск без гарантии"},
    UNANSWERED: {"en": "not answerable", "ru": "нет ответа"},
}
"""What guarantees a worst case, in words."""


def certainty_text(judged: Judged, lang: str, shown: Sequence[Compared], dossier: Dossier) -> str:
    """What guarantees the worst cases that a sentence names; once if it is the same for all."""
    labels = [SURE[judged.worst[one.end].label][lang] for one in shown]
    if len({*labels}) == 1:
        return labels[0]
    return "; ".join(
        f"{word(one, dossier)[lang]}: {label}" for one, label in zip(shown, labels, strict=True)
    )


EXTREME = {
    True: {"en": "at most", "ru": "не больше"},
    False: {"en": "at least", "ru": "не меньше"},
}


def word(one: Compared, dossier: Dossier) -> Mapping[str, str]:
    """A headline in as few words as its card has for it."""
    asked = card_of(dossier, one.question)
    found = asked.columns[one.column].get("word") or column_name(asked, one.column)
    if ASK in one.apart:
        found = {lang: f"{text_in(asked.title, lang)}: {text}" for lang, text in found.items()}
    if END in one.apart:
        found = {lang: f"{text} ({EXTREME[one.most][lang]})" for lang, text in found.items()}
    return found


def design_in_words(design: Design, dossier: Dossier) -> Mapping[str, str]:
    """A design for people, by language."""
    plan = {"en": "the plan as proposed", "ru": "план, как предложен"}
    out = {}
    for lang, text in plan.items():
        words = [_word(dossier.measures[m], lang) for m in design.measures]
        out[lang] = "; ".join(words) or text
    return out


def _word(measure: Measure, lang: str) -> str:
    return text_in(measure.name, lang)
