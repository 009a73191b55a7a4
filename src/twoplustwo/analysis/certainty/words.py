"""Words of the analysis: what rules it out and how surely, and what comes nearest without."""

from collections.abc import Mapping, Sequence

from twoplustwo.analysis.certainty.targets import Target
from twoplustwo.analysis.short import short
from twoplustwo.analysis.worst.record import BOUNDED, EXACT, SEARCHED, UNANSWERED, Worst
from twoplustwo.answers.answer import Headline
from twoplustwo.base.predicate import Test
from twoplustwo.dossier.models import Dossier
from twoplustwo.questions import spoken
from twoplustwo.questions.cards import Card
from twoplustwo.scenario.position import Position

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
QUOTES = {"en": "“{}”", "ru": "«{}»"}


def headlines(
    card: Card, target: Target, found: Found, asked: Card, idle: Sequence[str], dossier: Dossier
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

    Returns
    -------
    sentence : dict of str
        By language. Surely kept comes first, then what no search broke, then what comes nearest.
    further : tuple of Headline
        Every set with a counter-example, and how many measures change nothing.
    """
    test = tested(asked, target.column)
    assert test is not None  # a question without one has no worst case
    kept: dict[str, list[Position]] = {EXACT: [], BOUNDED: [], SEARCHED: [], UNANSWERED: []}
    broken: list[tuple[Position, float]] = []
    for position, one in found:
        if one.value is None or test.holds(one.value):
            kept[sure(one, test)].append(position)
        else:
            broken.append((position, one.value))
    broken.sort(key=lambda pair: (pair[1] if target.most else -pair[1], pair[0].measures))
    claim = CLAIMS.get(target.question, CLAIMS[""])
    says = {one["when"]: one for one in card.says}
    sentence, further = {}, {}
    for lang in LANGUAGES:
        words = {"claim": claim[lang].format(test=spoken.says(asked, test)[lang]),
                 "worst": spoken.column(asked, target.column)[lang]}  # fmt: skip
        surely = [f"{called(p, dossier, lang)} ({says[label][lang]})"
                  for label in SURE for p in kept[label]]  # fmt: skip
        parts = [says["headline" if surely else "nothing"][lang].format(
            **words, measures="; ".join(surely))]  # fmt: skip
        for label in (SEARCHED, UNANSWERED):
            if kept[label]:
                names = "; ".join(called(p, dossier, lang) for p in kept[label])
                parts.append(says[label][lang].format(**words, measures=names))
        if broken:
            nearest, value = broken[0]
            parts.append(says["broken" if len(broken) > 1 else "only broken"][lang].format(
                **words, number=len(broken), value=shown(value, asked),
                nearest=QUOTES[lang].format(called(nearest, dossier, lang))))  # fmt: skip
        sentence[lang] = " ".join(parts)
        further[lang] = says["all broken"][lang].format(
            **words, measures="; ".join(f"{called(p, dossier, lang)}: {shown(value, asked)}"
                                        for p, value in broken))  # fmt: skip
    more = [Headline("counter_examples", float(len(broken)), show="1", sentence=further)]
    unread = {lang: says["idle"][lang].format(idle=len(idle)) for lang in LANGUAGES}
    rest = [Headline("idle", float(len(idle)), show="1", sentence=unread)]
    return sentence, (*(more if len(broken) > 1 else ()), *(rest if idle else ()))


def called(position: Position, dossier: Dossier, lang: str) -> str:
    """A set of measures by the names of its measures; what is set by hand and its date as such."""
    names = [_name(dossier.measures[one].name)[lang] for one in position.measures]
    parts = [*names, *(f"{path}={value}" for path, value in position.sets)]
    text = " + ".join(parts) or {"en": "the plan as proposed", "ru": "план, как предложен"}[lang]
    return f"{text} @{position.as_of}" if position.as_of else text


def sure(one: Worst, test: Test) -> str:
    """A bound that reaches beyond the test guarantees nothing."""
    return SEARCHED if one.label == BOUNDED and not test.holds(one.limit) else one.label


def tested(asked: Card, column: str) -> Test | None:
    """The card's test, where it is one of this column."""
    test = Test.parse(asked.test) if asked.test else None
    return test if test is not None and test.column == column else None


def shown(value: float, asked: Card) -> str:
    """A worst case as people read it: a share in whole percent, below ten with one decimal."""
    if asked.headline.get("show") != "%":
        return short(value)
    share = 100.0 * value
    text = f"{share:.1f}" if 0.05 <= abs(share) < 9.95 else f"{share:.0f}"
    if value and not float(text):
        text = f"{share:.1g}"
    return f"{text} %"


def _name(name: Mapping[str, str]) -> Said:
    return {lang: name.get(lang) or name["en"] for lang in LANGUAGES}
