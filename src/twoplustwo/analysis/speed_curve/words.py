"""What the slider shows, party by party, in sentences that can be quoted."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.display_names import position_name
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import LANGUAGES, Card
from twoplustwo.question_cards.compared import Compared
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.wording.criteria import card_tests, column_name, describe_test
from twoplustwo.wording.figures import percent_text, quantity_text, range_text

NONE = {"en": "none", "ru": "ни одной"}

Row = Mapping[str, Any]


def party_slots(
    own: Card,
    rows: Sequence[Row],
    positions: Sequence[Position],
    shown: Sequence[Compared],
    dossier: Dossier,
) -> dict[str, str]:
    """Each party's shares from end to end of the slider, by language."""
    names = {one.column: column_name(card_of(dossier, one.question), one.column) for one in shown}

    def slots(position: Position, lang: str) -> dict[str, str]:
        ends = {one.column: _ends(rows, position, one, dossier, lang) for one in shown}
        shares = ", ".join(f"{names[name][lang]} {text}" for name, text in ends.items())
        who = position_name(position.text, dossier, lang)
        return {**ends, "position": who, "shares": shares}

    return {
        f"parties_{lang}": "; ".join(
            own.template("party")[lang].format(**slots(position, lang)) for position in positions
        )
        for lang in LANGUAGES
    }


def both_headline(
    own: Card,
    rows: Sequence[Row],
    positions: Sequence[Position],
    shown: Sequence[Compared],
    dossier: Dossier,
) -> list[Headline]:
    """At which of the speeds the tests of all questions hold, party by party.

    Of one question alone nothing is said.
    """
    cards = [card_of(dossier, name) for name in dict.fromkeys(one.question for one in shown)]
    tests = {one.headline["column"]: Criterion.parse(one.test) for one in cards if one.test}
    if len(tests) < 2:
        return []
    held = {position: _runs(_of(rows, position), tests) for position in positions}

    def speeds(position: Position, lang: str) -> str:
        each = (_between(low, high, lang) for low, high in held[position])
        return f"{position_name(position.text, dossier, lang)}: {', '.join(each) or NONE[lang]}"

    said = [describe_test(one, tests[one.headline["column"]]) for one in cards if one.test]
    words = {lang: "; ".join(one[lang] for one in said) for lang in LANGUAGES}
    each = {lang: "; ".join(speeds(position, lang) for position in positions) for lang in LANGUAGES}
    sentence = own.sentence("both", {"tests": words, "parties": each})
    count = float(sum(map(bool, held.values())))
    return [Headline("speeds_both", count, show="1", sentence=sentence)]


def _of(rows: Sequence[Row], position: Position) -> list[Row]:
    return [row for row in rows if row["position"] == position.text]


def _ends(
    rows: Sequence[Row], position: Position, one: Compared, dossier: Dossier, lang: str
) -> str:
    """A share from its least to its greatest."""
    name = one.column
    tests = card_tests(card_of(dossier, one.question), name)
    values = [row[name] for row in _of(rows, position) if row.get(name) is not None]
    if not values:
        return "–"
    return range_text(
        percent_text(min(values), lang, tests), percent_text(max(values), lang, tests), lang
    )


def _runs(rows: Sequence[Row], tests: Mapping[str, Criterion]) -> list[tuple[float, float]]:
    """Neighbouring speeds [m/s] at which all tests hold, from the lowest to the highest of each."""
    found: list[tuple[float, float]] = []
    open_run = False
    for row in sorted(rows, key=lambda row: row["speed_m_s"]):
        holds = all(test.holds(row.get(name)) is True for name, test in tests.items())
        if holds:
            low = found.pop()[0] if open_run else row["speed_m_s"]
            found.append((low, row["speed_m_s"]))
        open_run = holds
    return found


def _between(low: float, high: float, lang: str) -> str:
    first, last = (quantity_text(f"{value / 1e3:.10g} km/s", lang) for value in (low, high))
    return first if low == high else range_text(first, last, lang)
