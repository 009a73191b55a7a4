"""The game of two positions: disputes as players, headlines of mixtures as values."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twoplustwo.analysis.divergence.options import Options
from twoplustwo.analysis.divergence.orders import coalitions_passed, drawn_orders, estimate
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.disputes import Dispute, disputes, mixture, text
from twoplustwo.positions.resolve import Held
from twoplustwo.runs.ask import results
from twoplustwo.runs.evaluate import results_in_batches
from twoplustwo.search.shapley import Shares, interaction, shapley_shares
from twoplustwo.stages.inputs import PARTY

F = NDArray[np.float64]

MOST_EXACT = 16  # disputes: 65,536 mixtures


class Mixture(NamedTuple):
    """Headlines of one mixture by column (None where there is none), or what is missing there."""

    headlines: dict[str, float | None]
    missing: str = ""


class CoalitionGame(NamedTuple):
    """Two positions and what they differ on.

    Parameters
    ----------
    one, two : Held
        The positions.
    players : list of Dispute
        Those that the question reads.
    unread : list of Dispute
        The others.
    mixtures : dict of int to Mixture
        By coalition: bit i says that player i is as `two` holds it.
    orders : list
        Drawn orders of the players; empty where every coalition is known.
    read : frozenset of str
        Every path that the question read at any of the mixtures.
    shows : dict of str to str
        Column of each headline to the unit in which it is shown; the first is the question's own.
    """

    one: Held
    two: Held
    players: list[Dispute]
    unread: list[Dispute]
    mixtures: dict[int, Mixture]
    orders: list[list[int]]
    read: frozenset[str]
    shows: dict[str, str]

    @property
    def all(self) -> int:
        """The coalition of all players: the second position itself."""
        return (1 << len(self.players)) - 1

    @property
    def exact(self) -> bool:
        """Whether every mixture was asked."""
        return not self.orders

    def value(self, column: str, coalition: int) -> float | None:
        """A headline of a mixture; None where there is none."""
        return self.mixtures[coalition].headlines.get(column)

    def values(self, column: str) -> F:
        """A headline of every coalition by its number, NaN where there is none."""
        found = (self.value(column, m) for m in range(self.all + 1))
        return np.array([np.nan if v is None else v for v in found])

    def shares(self, column: str) -> Shares | None:
        """Shapley value of each player; None where there is no way from one end to the other."""
        if self.exact:
            return shapley_shares(self.values(column))
        known = {m: np.nan if (v := self.value(column, m)) is None else v for m in self.mixtures}
        return estimate(known, self.orders)

    def interaction(self, column: str, i: int, j: int) -> float | None:
        """Interaction of two players; None where it is not known."""
        return interaction(self.values(column), i, j) if self.exact else None

    def mixture_text(self, coalition: int) -> str:
        """A mixture as a position, or in words."""
        return text(self.one, self.two, self._swapped(coalition))

    def _swapped(self, coalition: int) -> list[Dispute]:
        return [d for i, d in enumerate(self.players) if coalition >> i & 1]


def evaluate_mixtures(first: Held, two: Held, dossier: Dossier, want: Options) -> CoalitionGame:
    """Ask the question at every mixture of two positions, or at those that drawn orders pass.

    What is read may differ between mixtures: a dispute that turns out to be read at some of them
    becomes a player, and the others are asked anew.
    """
    differing = disputes(first, two, dossier)
    read: set[str] = set()
    shows = {want.card.headline["column"]: want.card.headline["show"]}
    while True:
        players = [d for d in differing if d.read_by(read)]
        orders: list[list[int]] = []
        coalitions: Sequence[int] = range(1 << min(len(players), MOST_EXACT))
        if len(players) > MOST_EXACT:
            orders = drawn_orders(len(players), want.samples, want.seed)
            coalitions = coalitions_passed(orders)
        before = frozenset(read)
        mixtures = dict(
            zip(
                coalitions,
                _evaluate(first, two, players, coalitions, dossier, want, read, shows),
                strict=True,
            )
        )
        if not [d for d in differing if d not in players and d.read_by(read - before)]:
            break
    if PARTY in read:
        _drop_headlines(
            _party_headlines(two, mixtures[(1 << len(players)) - 1], dossier, want), mixtures, shows
        )
    unread = [d for d in differing if d not in players]
    return CoalitionGame(first, two, players, unread, mixtures, orders, frozenset(read), shows)


def _party_headlines(two: Held, mixture: Mixture, dossier: Dossier, want: Options) -> set[str]:
    """Headlines that go by whose position it is: the second's own differs from the mixture of all.

    What was said stays with who said it, so no mixture of assumptions has such a headline.
    """
    (own,), _ = results(want.card, [two], dossier, want.inner)
    if isinstance(own, str):
        return set()
    return {h.column for h in own.headlines if mixture.headlines.get(h.column) != h.value}


def _drop_headlines(columns: set[str], mixtures: dict[int, Mixture], shows: dict[str, str]) -> None:
    for column in columns:
        shows.pop(column, None)
        for one in mixtures.values():
            one.headlines.pop(column, None)


def _evaluate(
    first: Held,
    two: Held,
    players: Sequence[Dispute],
    coalitions: Sequence[int],
    dossier: Dossier,
    want: Options,
    read: set[str],
    shows: dict[str, str],
) -> Iterable[Mixture]:
    """Headlines of each mixture; notes what was read, and how headlines are shown.

    No position has these mixtures, so there is nothing that an `Evaluator` could know them by.
    """
    held = (
        mixture(first, two, [d for i, d in enumerate(players) if m >> i & 1]) for m in coalitions
    )
    found = results_in_batches(want.card, held, dossier, want.inner, len(coalitions), "mixtures")
    for result, paths in found:
        read.update(paths)
        if isinstance(result, str):
            yield Mixture({}, result)
            continue
        shows |= {h.column: h.show for h in result.headlines if h.column not in shows}
        yield Mixture({h.column: h.value for h in result.headlines})
