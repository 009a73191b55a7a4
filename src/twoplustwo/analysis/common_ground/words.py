"""What the answer says, in sentences that can be quoted; both languages."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from twoplustwo.analysis.common_ground import without
from twoplustwo.analysis.common_ground.between import PassingInterval, nearest_interval
from twoplustwo.analysis.common_ground.caps import AT_MOST, Bound
from twoplustwo.analysis.common_ground.designs import DesignSpace
from twoplustwo.analysis.common_ground.judge import Judged
from twoplustwo.analysis.common_ground.rows import (
    Row,
    best_of,
    best_passing,
    certainty_text,
    design_in_words,
    nearest_miss,
    word,
)
from twoplustwo.analysis.common_ground.tests import StatedTest, all_hold
from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import show
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.display_names import party_name
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.question_cards.compared import Compared
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.wording.figures import (
    decimal,
    enough_digits_for_tests,
    percent_text,
    quantity_text,
    range_text,
)
from twoplustwo.wording.headlines import measured_text

THERE = {"en": "there", "ru": "там"}
QUOTES = {"en": "“{}”", "ru": "«{}»"}
POINTS = {"en": "points", "ru": "п. п."}
KINDS = ((True, "worst"), (False, "own"))


class Findings(NamedTuple):
    """Everything that the sentences speak of."""

    judged: Sequence[Judged]
    rows: Sequence[Row]
    tests: Sequence[StatedTest]
    space: DesignSpace
    bounds: Sequence[Bound]
    between: Sequence[PassingInterval]
    positions: Sequence[Position]
    dossier: Dossier
    shown: Sequence[Compared]


def count_passing(found: Findings, worst: bool) -> float | None:
    """How many designs pass every test; None where there is none."""
    if not found.tests:
        return None
    passes = (design.passes_worst if worst else design.passes_own for design in found.judged)
    return float(sum(one is True for one in passes))


def sentence_slots(found: Findings) -> dict[str, Any]:
    """The words of the first two sentences."""
    told: dict[str, Any] = {
        "designs": len(found.judged),
        "choices": f"{found.space.choices:,}".replace(",", " "),
        "front": sum(row["front"] for row in found.rows),
        **{f"thresholds_{lang}": thresholds_text(found.tests, lang) for lang in LANGUAGES},
    }
    for worst, kind in KINDS:
        told[f"passing_{kind}"] = f"{count_passing(found, worst) or 0:.0f}"
        i = best_passing(found.judged, found.rows, worst, found.shown)
        if i is None and found.tests:
            i, gaps = nearest_miss(found.judged, found.tests, worst, found.positions)
            told |= _broken(kind, found.tests, gaps, found.dossier)
        for lang in LANGUAGES:
            values = _values(found, i, kind, lang)
            told |= {f"{kind}_{one.name}_{lang}": text for one, text in values}
            told[f"{kind}_values_{lang}"] = _listed(values, found, lang)
            if i is not None:
                design = found.judged[i].design
                told[f"{kind}_{lang}"] = design_in_words(design, found.dossier)[lang]
        if worst and i is not None:
            told |= {
                f"sure_{lang}": certainty_text(found.judged[i], lang, found.shown, found.dossier)
                for lang in LANGUAGES
            }
    return told


def _values(found: Findings, i: int | None, kind: str, lang: str) -> list[tuple[Compared, str]]:
    return [
        (
            one,
            "–" if i is None else _value(found.rows[i][f"{kind}_{one.name}"], one, found, lang),
        )
        for one in found.shown
    ]


def _value(value: float | None, one: Compared, found: Findings, lang: str) -> str:
    """A share, or a number in the unit of its column."""
    about = card_of(found.dossier, one.question).columns.get(one.column, {})
    unit = about.get("unit", "1")
    if value is None or unit == "1":
        return share_text(value, one.end, found.tests, lang)
    return measured_text(value, unit, lang, _of_column(found.tests, one.end[:2]))


def _of_column(tests: Sequence[StatedTest], column: tuple[str, str]) -> list[Criterion]:
    return [test.accepts.test for test in tests if test.column == column]


def _listed(values: Sequence[tuple[Compared, str]], found: Findings, lang: str) -> str:
    """What designs are compared by, each with its value."""
    return ", ".join(f"{word(one, found.dossier)[lang]} {text}" for one, text in values)


def share_text(
    value: float | None, end: tuple[str, str, bool], tests: Sequence[StatedTest], lang: str
) -> str:
    """A share in per cent, with so many decimals that it passes as printed what it passes."""
    return percent_text(value, lang, _of_column(tests, end[:2]))


def thresholds_text(tests: Sequence[StatedTest], lang: str) -> str:
    """Whose the thresholds are."""
    ours = sum(test.chosen for test in tests)
    if ours == len(tests):
        return {"en": "thresholds: the compilers’", "ru": "пороги заданы составителями"}[lang]
    if not ours:
        return {"en": "thresholds: the parties’", "ru": "пороги названы сторонами"}[lang]
    return {
        "en": f"thresholds: {ours} of {len(tests)} the compilers’",
        "ru": f"порогов, заданных составителями: {ours} из {len(tests)}",
    }[lang]


def test_text(test: StatedTest, parties: Sequence[str], dossier: Dossier, lang: str) -> str:
    """A test in quotation marks, and whose it is."""
    who = ", ".join(party_name(name, dossier, lang) for name in parties)
    return f"{QUOTES[lang].format(test.wants(lang))} ({who}"


def _broken(
    kind: str, tests: Sequence[StatedTest], gaps: Sequence[float], dossier: Dossier
) -> dict[str, str]:
    """The tests that the nearest miss breaks, and by how much."""
    broken = [(t, gap) for t, gap in zip(tests, gaps, strict=True) if gap > 0.0]
    off = {"en": "missed by {}", "ru": "не достаёт {}"}
    return {
        f"{kind}_broken_{lang}": "; ".join(
            f"{test_text(t, [t.party], dossier, lang)}; {word.format(_gap(t, gap, lang))})"
            for t, gap in broken
        )
        or "–"
        for lang, word in off.items()
    }


def _gap(test: StatedTest, gap: float, lang: str) -> str:
    """A gap in the unit of its test; of shares, in percentage points."""
    unit = test.accepts.test.unit
    if unit == "%":
        least = enough_digits_for_tests(
            f"{100 * gap:.1f}", gap, (Criterion("gap", ">", 0.0, "%"),), "%"
        )
        return f"{decimal(least, lang)} {POINTS[lang]}"
    return quantity_text(show(gap, unit) if unit != "1" else f"{gap:.3g}", lang)


# each party by itself


def alone_headline(card: Card, found: Findings) -> Headline | None:
    """How many designs pass the tests of each party by itself, by its numbers."""
    parties = dict.fromkeys(test.party for test in found.tests if test.judged)
    if not parties:
        return None
    told: dict[str, list[str]] = {lang: [] for lang in LANGUAGES}
    most = 0
    for name in parties:
        mine = [i for i, t in enumerate(found.tests) if t.party == name and t.judged]
        left = [
            i
            for i, one in enumerate(found.judged)
            if all_hold([one.holds_own[t] for t in mine]) is True
        ]
        most = max(most, len(left))
        best = best_of(left, found.judged, found.rows, False, found.shown)
        for lang in LANGUAGES:
            part = f"{party_name(name, found.dossier, lang)} {len(left)}"
            if best is not None:
                design = design_in_words(found.judged[best].design, found.dossier)[lang]
                part += {"en": f" (above all: {design})", "ru": f" (прежде всего: {design})"}[lang]
            told[lang].append(part)
    said = {f"list_{lang}": "; ".join(parts) for lang, parts in told.items()}
    sentence = card.sentence("alone", {**said, "designs": len(found.judged)})
    return Headline("passing_alone", float(most), show="1", sentence=sentence)


# one test given up


def in_the_way_headline(
    card: Card, found: Findings, dropped: Sequence[without.DroppedTest]
) -> Headline:
    """Whether a single test keeps everything from passing in the worst case, and what it costs."""
    most = max((drop.left for drop in dropped), default=0)
    words: dict[str, Any] = {"designs": len(found.judged)}
    for lang in LANGUAGES:
        parts = []
        for drop in dropped:
            if drop.best is None:
                continue
            values = _values(found, drop.best, "worst", lang)
            parts.append(
                card.phrases["dropped"][lang].format(
                    **{one.name: text for one, text in values},
                    values=_listed(values, found, lang),
                    left=drop.left,
                    test=test_text(drop.test, drop.parties, found.dossier, lang) + ")",
                    design=design_in_words(found.judged[drop.best].design, found.dossier)[lang],
                )
            )
        words[f"list_{lang}"] = "; ".join(parts)
    when = "without_one" if most else "without_none"
    sentence = card.sentence(when, words)
    return Headline("passing_without_one", float(most), show="1", sentence=sentence)


# between the bounds on the list


def between_headline(card: Card, found: Findings, worst: bool) -> Headline | None:
    """What lies between the bounds on the list: where all tests hold, or all but one."""
    if not found.bounds or not found.tests:
        return None
    mine = [one for one in found.between if one.worst == worst]
    whole = [one for one in mine if one.failing is None]
    nearest = (
        [nearest_interval(whole)]
        if whole
        else [
            nearest_interval([one for one in mine if one.failing_with == same])
            for same in dict.fromkeys(one.failing_with for one in mine)
        ]
    )
    kind = "worst" if worst else "own"
    when = f"between_{kind}" if whole else f"between_{kind}_but" if mine else f"between_{kind}_none"
    words = {}
    for lang in LANGUAGES:
        words[f"bounds_{lang}"] = "; ".join(
            _bound_text(b, found.dossier, lang) for b in found.bounds
        )
        words[f"list_{lang}"] = "; ".join(
            _interval_text(one, found, lang) for one in nearest if one
        )
    sentence = card.sentence(when, words)
    return Headline(f"between_{kind}", float(len(whole)), show="1", sentence=sentence)


def _bound_text(bound: Bound, dossier: Dossier, lang: str) -> str:
    """What is bounded, and the values on the list."""
    values = [quantity_text(bound.text(value), lang) for value, _ in bound.listed]
    values.append({"en": "no bound", "ru": "без ограничения"}[lang])
    kind = dossier.kind_of(bound.parameter)
    name = kind.short.get(lang) or kind.means[lang]
    return f"{name}: {', '.join(values)}"


def _interval_text(interval: PassingInterval, found: Findings, lang: str) -> str:
    """One interval: the design, the values, and what does not hold there."""
    bound, kind = interval.bound, found.dossier.kind_of(interval.bound.parameter)
    name = kind.short.get(lang) or kind.means[lang]
    low, high = (quantity_text(bound.text(value), lang) for value in (interval.low, interval.high))
    if bound.do == AT_MOST and interval.high == bound.open_end:
        text = {
            "en": f"{name} bounded at {low} or more, or not at all",
            "ru": f"{name}: ограничение {low} и больше или никакого",
        }[lang]
    elif bound.do != AT_MOST and interval.low == bound.open_end:
        text = {
            "en": f"{name} bounded at {high} or less, or not at all",
            "ru": f"{name}: ограничение {high} и меньше или никакого",
        }[lang]
    else:
        side = {
            "en": "at most" if bound.do == AT_MOST else "at least",
            "ru": "не больше" if bound.do == AT_MOST else "не меньше",
        }[lang]
        text = (
            f"{name} {side} {low}"
            if low == high
            else {
                "en": f"{name} {side} X, X from {low} to {high}",
                "ru": f"{name} {side} X, где X от {low} до {high}",
            }[lang]
        )
    design = design_in_words(interval.rest, found.dossier)[lang]
    told = f"{design}; {text}"
    if interval.failing is None:
        return told
    first, last = (
        _read(interval.failing, interval.reads(at), found.tests, lang) for at in interval.at
    )
    there = f"{THERE[lang]} {range_text(first, last, lang)}"
    who = [t.party for t in interval.failing_with]
    but = {"en": "all but", "ru": "все, кроме"}[lang]
    return f"{told}: {but} {test_text(interval.failing, who, found.dossier, lang)}; {there})"


def _read(test: StatedTest, value: float | None, tests: Sequence[StatedTest], lang: str) -> str:
    if value is None or test.accepts.test.unit == "%":
        return share_text(value, (*test.column, True), tests, lang)
    return measured_text(value, test.accepts.test.unit, lang, _of_column(tests, test.column))
