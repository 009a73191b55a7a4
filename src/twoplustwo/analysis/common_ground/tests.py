"""What each party says that it could live with, and whether a design gives it that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twoplustwo.dossier.models import Acceptance, Dossier
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.headlines import headlines_of, no_headline
from twoplustwo.search.worst.record import Worst
from twoplustwo.wording.criteria import describe_test

Column = tuple[str, str]  # question, headline
Values = Mapping[Column, float | None]
Worsts = Mapping[tuple[str, str, bool], Worst]
MOST, LEAST = True, False


@dataclass(frozen=True)
class StatedTest:
    """One stated test of one party."""

    party: str
    accepts: Acceptance
    card: Card = field(compare=False)

    @property
    def column(self) -> Column:
        """Question and headline that it reads."""
        return self.card.id, self.accepts.test.column

    def wants(self, lang: str) -> str:
        """What it asks for, in words."""
        return describe_test(self.card, self.accepts.test)[lang]

    @property
    def chosen(self) -> bool:
        """Whether its threshold was chosen by the compilers: no source has it in so many words."""
        return self.accepts.status in ("derived", "assumed")

    @property
    def judged(self) -> bool:
        """Whether designs can be judged by it: it reads the headline of a question.

        One that picks rows, or that asks an analysis, is shown and not judged.
        """
        return not self.accepts.where and not self.card.is_analysis

    @property
    def ends(self) -> tuple[bool, ...]:
        """Which extremes decide it over all claims: the most, the least, or both."""
        return {"<": (MOST,), "<=": (MOST,), ">": (LEAST,), ">=": (LEAST,)}.get(
            self.accepts.test.sign, (MOST, LEAST)
        )

    def own(self, values: Values) -> bool | None:
        """Whether it holds by a party's numbers."""
        return self.accepts.test.holds(values.get(self.column)) if self.judged else None

    def worst(self, found: Worsts) -> bool | None:
        """Whether it holds whatever is claimed."""
        if not self.judged:
            return None
        held = [self.accepts.test.holds(found[(*self.column, end)].value) for end in self.ends]
        return False if False in held else None if None in held else True

    def worst_value(self, found: Worsts) -> float | None:
        """The extreme that comes nearest to breaking it, or breaks it furthest."""
        if not self.judged:
            return None
        values = [found[(*self.column, end)].value for end in self.ends]
        known = [v for v in values if v is not None]
        return max(known, key=self.gap) if known else None

    def gap(self, value: float | None) -> float:
        """How far a value is from passing, SI; 0 where it passes, infinite where there is none."""
        if value is None:
            return float("inf")
        return 0.0 if self.accepts.test.holds(value) else abs(value - self.accepts.test.value)


def stated_tests(positions: Sequence[Position], dossier: Dossier) -> list[StatedTest]:
    """Every stated test of the parties asked, in the order of the dossier's parties by name.

    Raises
    ------
    DossierError
        One that picks no rows is of something else than a headline; with its file and line.
    """
    parties = sorted({p.party for p in positions})
    tests = [
        StatedTest(party, acceptance, card_of(dossier, acceptance.question))
        for party in parties
        for acceptance in dossier.parties[party].accepts
    ]
    for test in tests:
        name = test.accepts.test.column
        if test.judged and name not in headlines_of(test.card):
            where = f"{dossier.parties[test.party].file}:{test.accepts.line}"
            raise no_headline(f"what {test.party} accepts", name, test.card, where)
    return tests


def all_hold(verdicts: Sequence[bool | None]) -> bool | None:
    """Whether all tests hold; None if nobody states one, or if it is not known of some."""
    if not verdicts or (None in verdicts and False not in verdicts):
        return None
    return False not in verdicts
