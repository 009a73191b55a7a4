"""Words of the analysis: what rules it out and how surely, and what comes nearest without."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from twoplustwo.analysis.certainty.targets import Target
from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.localized_text import text_in
from twoplustwo.dossier.emptied import leaves_nothing
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.changes import changes_in_words
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.search.worst.record import BOUNDED, EXACT, SEARCHED, UNANSWERED, Worst
from twoplustwo.search.worst.search import THOROUGH
from twoplustwo.wording.criteria import column_name, describe_test
from twoplustwo.wording.figures import decimal, enough_digits_for_tests, percent_text
from twoplustwo.wording.headlines import significant

Found = Sequence[tuple[Position, Worst]]
Said = dict[str, str]
LANGUAGES = ("en", "ru")
SURE = (EXACT, BOUNDED)


class Remaining(NamedTuple):
    """What sets of measures leave standing in the worst case, and what that is called."""

    values: Mapping[Position, float]
    what: Mapping[str, str]


QUOTES = {"en": "“{}”", "ru": "«{}»"}


def headlines(
    card: Card,
    target: Target,
    found: Found,
    asked: Card,
    idle: Sequence[str],
    dossier: Dossier,
    effort: str = THOROUGH,
    left: Remaining | None = None,
) -> tuple[Said, tuple[Headline, ...]]:
    """The sentence of the analysis, and those that stand further down.

    Parameters
    ----------
    card : Card
        Of this analysis: its sentences.
    target : Target
    found : sequence of (Position, Worst)
        Each set of measures with its worst case of the headline that is sought.
    asked : Card
        Of the question.
    idle : sequence of str
        Measures that change nothing that is read.
    dossier : Dossier
    effort : str
        How long was searched where nothing is proven; only of the longest search there is may it be
        said that none found anything.
    left : Left, optional
        What each set leaves standing in the worst case: those that leave most come first.

    Returns
    -------
    sentence : dict of str
        By language. Surely kept comes first, then what leaves nothing of what is asked about, then
        what no search broke, then what comes nearest.
    further : tuple of Headline
        Every set with a counter-example, and how many measures change nothing.
    """
    test = test_of(asked, target.column)
    assert test is not None  # a question without one has no worst case
    sets = _sorted_sets(found, test, target, asked, dossier, left)
    claim = asked.test_says.get("any_case") or card.template("any test")
    about = {
        "claim": {
            lang: claim[lang].format(test=describe_test(asked, test)[lang]) for lang in LANGUAGES
        },
        "worst": column_name(asked, target.column),
    }
    parts = _kept(card, sets, about, dossier, effort, left)
    further = []
    if sets.broken:
        nearest, value = sets.broken[0]
        several = len(sets.broken) > 1

        def words(lang: str) -> dict[str, str]:
            name = measures_text(nearest, dossier, lang)
            return {"nearest": QUOTES[lang].format(name), "value": value_text(value, asked, lang)}

        slots = {**about, **_by_language(words), "number": len(sets.broken)}
        parts.append(card.sentence("broken" if several else "only broken", slots))
        if several:
            every = {
                lang: "; ".join(
                    f"{measures_text(p, dossier, lang)}: {value_text(v, asked, lang)}"
                    for p, v in sets.broken
                )
                for lang in LANGUAGES
            }
            said = card.sentence("all broken", {**about, "measures": every})
            further.append(_count("counter_examples", len(sets.broken), said))
    if idle:
        further.append(_count("idle", len(idle), card.sentence("idle", {"idle": len(idle)})))
    return {lang: " ".join(part[lang] for part in parts) for lang in LANGUAGES}, tuple(further)


def _count(column: str, count: int, sentence: Said) -> Headline:
    return Headline(column, float(count), show="1", sentence=sentence)


def _by_language(words: Callable[[str], Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Slots by name, each by language."""
    by_language = {lang: words(lang) for lang in LANGUAGES}
    return {
        name: {lang: by_language[lang][name] for lang in LANGUAGES} for name in by_language["en"]
    }


class SortedSets(NamedTuple):
    """Sets of measures by what becomes of the test in their worst case.

    Parameters
    ----------
    surely : list of (Position, str)
        Those that surely keep it, and how surely.
    empty : list of Position
        Those that surely keep it because they leave nothing of what is asked about.
    unproven : dict of str to list of Position
        By label, those that no search broke, and those without an answer.
    broken : list of (Position, float)
        Those that break it and their worst case, the nearest first.
    """

    surely: list[tuple[Position, str]]
    empty: list[Position]
    unproven: dict[str, list[Position]]
    broken: list[tuple[Position, float]]


def _sorted_sets(
    found: Found,
    test: Criterion,
    target: Target,
    asked: Card,
    dossier: Dossier,
    left: Remaining | None,
) -> SortedSets:
    kept: dict[str, list[Position]] = {EXACT: [], BOUNDED: [], SEARCHED: [], UNANSWERED: []}
    broken: list[tuple[Position, float]] = []
    for position, worst in found:
        if worst.value is None or test.holds(worst.value):
            kept[certainty_label(worst, test)].append(position)
        else:
            broken.append((position, worst.value))
    broken.sort(key=lambda pair: (pair[1] if target.most else -pair[1], pair[0].measures))
    # A shield that is not there keeps every promise: no measure to be listed among the others.
    nothing = asked.columns.get(target.column, {}).get("nothing_without", "")
    empty = [
        p
        for label in SURE
        for p in kept[label]
        if nothing and any(leaves_nothing(dossier.measures[m], [nothing]) for m in p.measures)
    ]
    remaining = left.values if left else {}
    for positions in kept.values():
        positions.sort(key=lambda p: -remaining.get(p, 0.0))
    surely = [(p, label) for label in SURE for p in kept[label] if p not in empty]
    surely.sort(key=lambda pair: -remaining.get(pair[0], 0.0))
    unproven = {label: kept[label] for label in (SEARCHED, UNANSWERED) if kept[label]}
    return SortedSets(surely, empty, unproven, broken)


def _kept(
    card: Card,
    sets: SortedSets,
    about: Mapping[str, Mapping[str, str]],
    dossier: Dossier,
    effort: str,
    left: Remaining | None,
) -> list[Said]:
    """Sentences about the sets that keep the test, or that no search broke."""

    def listed(positions: Sequence[Position]) -> dict[str, str]:
        return {
            lang: "; ".join(measures_text(p, dossier, lang) for p in positions)
            for lang in LANGUAGES
        }

    surely = {
        lang: "; ".join(
            f"{measures_text(p, dossier, lang)} "
            f"({_remaining_text(p, left, lang)}{card.template(label)[lang]})"
            for p, label in sets.surely
        )
        for lang in LANGUAGES
    }
    first = "headline" if sets.surely else "nothing but" if sets.empty else "nothing"
    parts = [card.sentence(first, {**about, "measures": surely})]
    if sets.empty:
        parts.append(card.sentence("empty", {"measures": listed(sets.empty)}))
    cases = {says["when"] for says in card.says}
    for label, positions in sets.unproven.items():
        case = f"{label} {effort}" if f"{label} {effort}" in cases else label
        parts.append(card.sentence(case, {**about, "measures": listed(positions)}))
    return parts


def _remaining_text(position: Position, left: Remaining | None, lang: str) -> str:
    if left is None or position not in left.values:
        return ""
    worst = {"en": "in the worst case", "ru": "в худшем случае"}[lang]
    return f"{left.what[lang]} {worst}: {percent_text(left.values[position], lang)}; "


def measures_text(position: Position, dossier: Dossier, lang: str) -> str:
    """A set of measures by the names of its measures; what is set by hand, and another day."""
    names = [_name(dossier.measures[measure].name)[lang] for measure in position.measures]
    others = changes_in_words(dossier, replace(position, measures=()))
    parts = [*names, *(one[lang] for one in others)]
    return " + ".join(parts) or {"en": "the plan as proposed", "ru": "план, как предложен"}[lang]


def certainty_label(worst: Worst, test: Criterion) -> str:
    """A bound that reaches beyond the test guarantees nothing."""
    return SEARCHED if worst.label == BOUNDED and not test.holds(worst.limit) else worst.label


def test_of(asked: Card, column: str) -> Criterion | None:
    """The card's test, where it is one of this column."""
    test = Criterion.parse(asked.test) if asked.test else None
    return test if test is not None and test.column == column else None


def value_text(value: float, asked: Card, lang: str) -> str:
    """A worst case as people read it."""
    test = Criterion.parse(asked.test) if asked.test else None
    beside = () if test is None else (test,)
    if asked.headline.get("show") != "%":
        unit = "1" if test is None else test.si_unit
        plain = significant(value).replace("−", "-")
        return decimal(enough_digits_for_tests(plain, value, beside, unit).replace("-", "−"), lang)
    return percent_text(value, lang, beside)


def _name(name: Mapping[str, str]) -> Said:
    return {lang: text_in(name, lang) for lang in LANGUAGES}
