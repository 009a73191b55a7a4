"""Which claims the answers of `run` read: every question, at every position."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from twoplustwo.base.errors import OptionError
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.question_cards.result import Result
from twoplustwo.runs.ask import check_options, results


def claims_read(
    positions: Sequence[Position], dossier: Dossier
) -> tuple[Counter[str], dict[str, list[str]]]:
    """How many answers read a claim, by its key; and the questions that do, in their order.

    A question whose options name a thing that the dossier lacks has no answer there.
    """
    held = [resolve(dossier, position) for position in positions]
    answers: Counter[str] = Counter()
    asked: dict[str, list[str]] = defaultdict(list)
    for card, options in _suite(dossier):
        try:
            chosen = check_options(card, options, dossier)
        except OptionError:
            continue
        found, read = results(card, held, dossier, chosen)
        for one, paths, result in zip(held, read, found, strict=True):
            for key in _keys(one, paths, result):
                answers[key] += 1
                if card.id not in asked[key]:
                    asked[key].append(card.id)
    return answers, asked


def _suite(dossier: Dossier) -> Iterator[tuple[Card, dict[str, str]]]:
    for card in cards_of(dossier).values():
        if not card.is_analysis:
            for options in card.plays:
                yield card, options


def _keys(held: Held, paths: Iterable[str], result: Result | str) -> set[str]:
    """Keys of the claims that one answer read, or shows as they were said."""
    values = (held.values[path] for path in paths if path in held.values)
    listed = () if isinstance(result, str) else result.listed
    return {*(one.claim for one in values if one.claim), *listed}
