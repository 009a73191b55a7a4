"""Words of the analysis: what rules it out and how surely, and what comes nearest without."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from twoplustwo.analysis.certainty.targets import Target
from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.dossier.emptied import leaves_nothing
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.changes import changes_in_words
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.search.worst.record import BOUNDED, EXACT, SEARCHED, UNANSWERED, Worst
from twoplustwo.search.worst.search import THOROUGH
from twoplustwo.wording import criteria as spoken
from twoplustwo.wording.figures import decimal, percent_text, rounded_consistently
from twoplustwo.wording.headlines import significant

Found = Sequence[tuple[Position, Worst]]
Said = dict[str, str]
LANGUAGES = ("en", "ru")
CLAIMS = {
    "icbm-reach": {
        "en": "no assumption on the table lets an interceptor meet a Russian ICBM",
        "ru": "ни одно из заявленных допущений не позволяет противоракете встретить российскую МБР",
    },
    "": {
        "en": "no assumption on the table breaks the test ({test})",
        "ru": "ни одно из заявленных допущений не нарушает условие ({test})",
    },
}
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
    kept: dict[str, list[Position]] = {EXACT: [], BOUNDED: [], SEARCHED: [], UNANSWERED: []}
    broken: list[tuple[Position, float]] = []
    for position, one in found:
        if one.value is None or test.holds(one.value):
            kept[certainty_label(one, test)].append(position)
        else:
            broken.append((position, one.value))
    broken.sort(key=lambda pair: (pair[1] if target.most else -pair[1], pair[0].measures))
    # A shield that is not there keeps every promise: no measure to be listed among the others.
    nothing = asked.columns.get(target.column, {}).get("nothing_without", "")
    empty = [
        p
        for label in SURE
        for p in kept[label]
        if nothing and any(leaves_nothing(dossier.measures[one], [nothing]) for one in p.measures)
    ]
    claim = CLAIMS.get(target.question, CLAIMS[""])
    says = {one["when"]: one for one in card.says}
    for names in kept.values():
        names.sort(key=lambda p: -(left.values.get(p, 0.0) if left else 0.0))
    sentence, further = {}, {}
    for lang in LANGUAGES:
        words = {
            "claim": claim[lang].format(test=spoken.describe_test(asked, test)[lang]),
            "worst": spoken.column_name(asked, target.column)[lang],
        }
        surely = [(p, says[label][lang]) for label in SURE for p in kept[label] if p not in empty]
        if left is not None:
            surely.sort(key=lambda pair: -left.values.get(pair[0], 0.0))
        told = [
            f"{measures_text(p, dossier, lang)} ({_remaining_text(p, left, lang)}{how})"
            for p, how in surely
        ]
        parts = [
            says["headline" if surely else "nothing but" if empty else "nothing"][lang].format(
                **words, measures="; ".join(told)
            )
        ]
        if empty:
            parts.append(
                says["empty"][lang].format(
                    measures="; ".join(measures_text(p, dossier, lang) for p in empty)
                )
            )
        for label in (SEARCHED, UNANSWERED):
            if kept[label]:
                names = "; ".join(measures_text(p, dossier, lang) for p in kept[label])
                when = f"{label} {effort}" if f"{label} {effort}" in says else label
                parts.append(says[when][lang].format(**words, measures=names))
        if broken:
            nearest, value = broken[0]
            parts.append(
                says["broken" if len(broken) > 1 else "only broken"][lang].format(
                    **words,
                    number=len(broken),
                    value=value_text(value, asked, lang),
                    nearest=QUOTES[lang].format(measures_text(nearest, dossier, lang)),
                )
            )
        sentence[lang] = " ".join(parts)
        further[lang] = says["all broken"][lang].format(
            **words,
            measures="; ".join(
                f"{measures_text(p, dossier, lang)}: {value_text(value, asked, lang)}"
                for p, value in broken
            ),
        )
    more = [Headline("counter_examples", float(len(broken)), show="1", sentence=further)]
    unread = {lang: says["idle"][lang].format(idle=len(idle)) for lang in LANGUAGES}
    rest = [Headline("idle", float(len(idle)), show="1", sentence=unread)]
    return sentence, (*(more if len(broken) > 1 else ()), *(rest if idle else ()))


def _remaining_text(position: Position, left: Remaining | None, lang: str) -> str:
    if left is None or position not in left.values:
        return ""
    worst = {"en": "in the worst case", "ru": "в худшем случае"}[lang]
    return f"{left.what[lang]} {worst}: {percent_text(left.values[position], lang)}; "


def measures_text(position: Position, dossier: Dossier, lang: str) -> str:
    """A set of measures by the names of its measures; what is set by hand, and another day."""
    names = [_name(dossier.measures[one].name)[lang] for one in position.measures]
    others = changes_in_words(dossier, replace(position, measures=()))
    parts = [*names, *(one[lang] for one in others)]
    return " + ".join(parts) or {"en": "the plan as proposed", "ru": "план, как предложен"}[lang]


def certainty_label(one: Worst, test: Criterion) -> str:
    """A bound that reaches beyond the test guarantees nothing."""
    return SEARCHED if one.label == BOUNDED and not test.holds(one.limit) else one.label


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
        return decimal(rounded_consistently(plain, value, beside, unit).replace("-", "−"), lang)
    return percent_text(value, lang, beside)


def _name(name: Mapping[str, str]) -> Said:
    return {lang: name.get(lang) or name["en"] for lang in LANGUAGES}
