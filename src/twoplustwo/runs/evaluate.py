"""A question asked at many positions: each once, in batches in which neighbours share work."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from twoplustwo.base import progress
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import card_of
from twoplustwo.question_cards.result import Result
from twoplustwo.runs.ask import check_options, results

BATCH = 256  # positions at a time: their flights and results are let go before the next


def sharing_order(position: Position) -> tuple[object, ...]:
    """Key of an order in which neighbours share most of their work.

    Settings backwards by path: the target, satellites and missiles come first. Positions whose
    flights are alike follow one another then, and flights are what costs.
    """
    return (sorted(position.sets, reverse=True), position.text)


def results_in_batches(
    asked: Card,
    held: Iterable[Held],
    dossier: Dossier,
    options: Mapping[str, str],
    total: int,
    label: str = "",
    batch: int = BATCH,
) -> Iterator[tuple[Result | str, set[str]]]:
    """The result at each held position, or what is missing there, and what was read for it.

    Parameters
    ----------
    asked : Card
    held : iterable of Held
        Taken as they are needed; results do not depend on which ones are asked together.
    dossier : Dossier
    options : mapping
        Of the question, all of them.
    total : int
        How many are held; shown with the progress.
    label : str
        Of the progress; none is shown without.
    batch : int
        How many are asked together: more share more, fewer show progress and take less memory.
    """
    waiting, done = iter(held), 0
    while some := list(islice(waiting, batch)):
        if label:
            progress.step(label, done, total)
        yield from zip(*results(asked, some, dossier, options), strict=True)
        done += len(some)
    if label:
        progress.step(label, total, total)


@dataclass(frozen=True)
class Evaluation:
    """What a question says at one position.

    Parameters
    ----------
    headlines : mapping of str to float
        By column, SI; NaN where there is no value. Empty where something is missing.
    missing : str
        What is missing there; empty where it is answerable.
    read : frozenset of str
        Every path that was read.
    guides : mapping of str to float
        Numbers that searches climb by; see `Result`.
    """

    headlines: Mapping[str, float]
    missing: str
    read: frozenset[str]
    guides: Mapping[str, float] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, float]:
        """Headlines and guides by column."""
        return {**self.headlines, **self.guides}

    @classmethod
    def of(cls, result: Result | str, read: Iterable[str]) -> "Evaluation":
        """What is kept of a result; the tables behind it are never made."""
        if isinstance(result, str):
            return cls({}, result, frozenset(read))
        headlines = {
            headline.column: np.nan if headline.value is None else float(headline.value)
            for headline in result.headlines
        }
        return cls(headlines, "", frozenset(read), result.guides)


class Evaluator:
    """Asks one question, with its options, once at each position.

    Parameters
    ----------
    question : str
        Identifier of a question (not of an analysis).
    dossier : Dossier
    options : mapping
        Of the question, as its card lists them.
    batch : int
        Positions asked together.

    Attributes
    ----------
    known : dict of Position to Evaluation
        Every position that was asked about.
    read : frozenset of str
        Everything that the question has read so far.
    """

    def __init__(
        self,
        question: str,
        dossier: Dossier,
        options: Mapping[str, str] | None = None,
        batch: int = BATCH,
    ) -> None:
        self.question, self.dossier, self.batch = question, dossier, batch
        self.card = card_of(dossier, question)
        self.options = check_options(self.card, options or {}, dossier)
        self.known: dict[Position, Evaluation] = {}
        self.read: frozenset[str] = frozenset()

    def learn_from(self, other: "Evaluator") -> None:
        """Know what another knows of the same question, asked of a dossier with fewer measures."""
        self.known |= other.known
        self.read |= other.read

    def at(self, positions: Sequence[Position], label: str = "") -> list[Evaluation]:
        """What the question says at each position; those not yet known are asked together.

        Parameters
        ----------
        positions : sequence of Position
            In any order; what comes out does not depend on it.
        label : str
            Of the progress; none is shown without.
        """
        new = sorted({p for p in positions if p not in self.known}, key=sharing_order)
        held = (resolve(self.dossier, position) for position in new)
        found = results_in_batches(
            self.card, held, self.dossier, self.options, len(new), label, self.batch
        )
        for position, (result, read) in zip(new, found, strict=True):
            self.known[position] = Evaluation.of(result, read)
            if not self.read >= self.known[position].read:
                self.read |= self.known[position].read
        return [self.known[position] for position in positions]
