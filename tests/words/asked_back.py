"""Printed sentences taken apart by the templates of their cards, and what they say asked anew."""

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import UNITS
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import parse_position
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.ask import ask
from twoplustwo.wording import criteria as spoken
from twoplustwo.wording.figures import percent_text, quantity_text
from twoplustwo.wording.phrases import phrases

from ..europe_cards import card

LANGUAGES = ("en", "ru")
SLOT = re.compile(r"\{(\w+)\}")


SHOWN = {texts[lang]: unit for lang in ("ru", "en") for unit, texts in phrases()["units"].items()}
SHOWN = {shown: unit for shown, unit in SHOWN.items() if shown} | {one: one for one in UNITS}
"""Unit as printed in some language to the unit as it is typed."""
NAMED = "|".join(re.escape(one) for one in sorted(SHOWN, key=len, reverse=True))
QUANTITY = rf"[−-]?[\d ]*\d(?:[.,]\d+)?(?: ?(?:{NAMED})(?= |$))?"


def plain(text: str) -> str:
    """A text with ordinary blanks in place of those that keep a line together."""
    return re.sub("[\u00a0\u2009\u202f]", " ", text)


def template(text: str) -> re.Pattern[str]:
    """A card's sentence as a pattern; the same slot twice must hold the same."""
    seen, parts, at = set(), [], 0
    for found in SLOT.finditer(text):
        parts.append(re.escape(plain(text[at : found.start()])))
        name = found[1]
        held = QUANTITY if name in ("low", "high") else ".*?"
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>{held})")
        seen.add(name)
        at = found.end()
    return re.compile("".join([*parts, re.escape(plain(text[at:]))]), re.DOTALL)


def slots(asked: Card, sentence: str, lang: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every sentence of a card that this can be, with what fills its slots; the closest first."""
    closest = sorted(asked.says, key=lambda one: -len(SLOT.sub("", one[lang])))
    for one in closest:
        if one[lang].strip() and (found := template(one[lang]).fullmatch(plain(sentence))):
            yield one["when"], {k.removesuffix(f"_{lang}"): v for k, v in found.groupdict().items()}


def number(text: str) -> float:
    """The first number of a printed text, in whichever language."""
    found = re.search(r"[−-]?\d[\d ]*(?:[.,]\d+)?", plain(text))
    assert found, text
    return float(found[0].replace(" ", "").replace(",", ".").replace("−", "-"))


def written(text: str) -> str:
    """A printed quantity as it is typed after ``--set``: ``5,22 км/с`` is ``5.22 km/s``."""
    unit = re.sub(r"^[−-]?[\d ]*(?:[.,]\d+)?", "", plain(text)).strip()
    return f"{number(text):.10g} {SHOWN.get(unit, unit)}".strip()


class Back:
    """Asks a question anew, each position once."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier, self._known = dossier, {}
        self.party = {
            name: id_ for id_, one in dossier.parties.items() for name in one.name.values()
        }
        self.dispute = {
            name: id_ for id_, one in dossier.disputes.items() for name in one.name.values()
        }

    def answer(self, question: str, position: str) -> Answer:
        """The answer under a position."""
        if (question, position) not in self._known:
            (found,) = ask(question, [parse_position(position, self.dossier)], self.dossier)
            self._known[question, position] = found
        return self._known[question, position]

    def value(self, question: str, position: str, column: str = "") -> float | None:
        """One of its headlines; the first if none is named."""
        found = self.answer(question, position)
        heads = (found.headline, *found.headlines)
        return next(h for h in heads if h.column == (column or found.headline.column)).value

    def says(self, question: str, position: str, lang: str) -> str:
        """The verdict of the card's test there, in its words."""
        asked = card(question)
        test = Criterion.parse(asked.test)
        holds = test.holds(self.value(question, position, test.column))
        assert holds is not None, (question, position)
        return plain(spoken.describe_test(asked, test, holds)[lang])

    def ways(self, named: str) -> list[str]:
        """Disputes named in quotation marks, by identifier."""
        return [self.dispute[one] for one in re.findall(r"[“«]([^”»]+)[”»]", named)]


# sentences of questions


def share(back: Back, answer: Answer, head: Headline, sentence: str, lang: str) -> None:
    """The value printed is the one that is found, and passes as printed what it passes."""
    value = back.value(answer.question, str(answer.position), head.column)
    assert plain(percent_text(value, lang)) in plain(sentence), (
        percent_text(value, lang),
        sentence,
    )
    if head.test:
        printed = number(percent_text(value, lang)) / 100.0
        assert Criterion.parse(head.test).holds(printed) == head.holds, sentence


def counted(back: Back, answer: Answer, told: Mapping[str, str], lang: str) -> None:
    """So many flights of so many: counted from the rows, and the share is that of the two."""
    outcomes = list(back.answer(answer.question, str(answer.position)).rows.column("outcome"))
    of = sum(one != "threat_cannot_reach" for one in outcomes)
    met = sum(one == "met" for one in outcomes)
    assert number(told["flights"]) == of
    if "share" in told:
        assert number(told["met"]) == met
        rest = told["share"] + told["aside"]  # the two stand side by side
        assert rest.startswith(plain(percent_text(met / of, lang)))


def example(back: Back, answer: Answer, told: Mapping[str, str], met: bool) -> None:
    """The two times and what lies between them add up as printed, and the base is met or not."""
    latest, commit, spare = (number(told[name]) for name in ("latest", "commit", "spare"))
    assert abs(latest - commit) == spare
    assert (latest >= commit) is met


# sentences of the comparison


def turning(back: Back, answer: Answer, told: Mapping[str, str], lang: str) -> None:
    """At every value printed the verdict is the one that is printed of it."""
    asked, party = card("divergence"), back.party[told["position"]]
    path = _moved(back, answer, party, told["dispute"])
    kinds = {one["when"]: template(one[lang]) for one in asked.says}
    said = 0
    for span in told["spans"].split("; "):
        kind = next(
            k for k in ("span between", "span above", "span below") if kinds[k].fullmatch(span)
        )
        found = (kinds[kind].fullmatch(span) or pytest.fail(span)).groupdict()
        for end in ("low", "high"):
            if end in found:
                there = f"{party}+set:{path}={written(found[end])}"
                assert back.says(answer.options["of"], there, lang) == found["says"], (span, there)
                said += 1
    assert said >= 2


def steady(back: Back, answer: Answer, told: Mapping[str, str], lang: str) -> None:
    """At both ends of what was looked at the verdict is the one printed."""
    party = back.party[told["position"]]
    path = _moved(back, answer, party, told["dispute"])
    for end in ("low", "high"):
        there = f"{party}+set:{path}={written(told[end])}"
        assert back.says(answer.options["of"], there, lang) == told["says"], there


def tested(back: Back, answer: Answer, told: Mapping[str, str], lang: str) -> None:
    """Who is said to pass the test passes it, and who is said to fail it fails."""
    question = answer.options["of"]
    for key, wanted in (("passed", True), ("failed", False)):
        for name in told[key].split(", "):
            if name in back.party:
                says = back.says(question, back.party[name], lang)
                assert (says == told["test"]) is wanted, (name, told)


def pair(back: Back, answer: Answer, told: Mapping[str, str], lang: str) -> None:
    """Both values, and the difference of the two."""
    question = answer.options["of"]
    values = [back.value(question, back.party[told[who]]) or 0.0 for who in ("first", "second")]
    for key, value in zip(("first_value", "second_value"), values, strict=True):
        assert told[key] == plain(percent_text(value, lang))
    if "difference" in told:
        step = 100.0 * (values[1] - values[0])
        assert number(told["difference"]) == float(f"{step:.{0 if abs(step) >= 9.95 else 1}f}")


def swapped(turns: bool) -> Callable[..., None]:
    """Taking over the other side's answer to one of the disputes named turns the verdict."""

    def check(back: Back, answer: Answer, told: Mapping[str, str], lang: str) -> None:
        one, two = (back.party[told[who]] for who in ("first", "second"))
        question = answer.options["of"]
        for mine, other in ((one, two), (two, one)):
            if "position" in told and back.party[told["position"]] != mine:
                continue
            for dispute in back.ways(told["disputes"]):
                there = f"{mine}+{other}:{dispute}"
                if turns:
                    assert back.says(question, mine, lang) != back.says(question, there, lang)
                else:
                    assert back.value(question, mine) == back.value(question, there)

    return check


def _moved(back: Back, answer: Answer, party: str, dispute: str) -> str:
    """The number that was moved under a party, by the question in quotation marks."""
    rows = (row for row in answer.table("flips").records() if row["position"] == party)
    return next(r["parameter"] for r in rows if dispute in _names(back, r["parameter"]))


def _names(back: Back, path: str) -> list[str]:
    return [
        n for d in back.dossier.disputes.values() if path in d.parameters for n in d.name.values()
    ]


COMPARED: dict[str, Callable[..., None]] = {
    "flips": turning,
    "no flip": steady,
    "test": tested,
    "pair": pair,
    "pair unmoved": pair,
    "alone": swapped(True),
    "no effect": swapped(False),
    "not read": swapped(False),
}
"""Sentence of the comparison to what asks it back."""

__all__ = ["COMPARED", "LANGUAGES", "Back", "counted", "example", "quantity_text", "share", "slots"]
