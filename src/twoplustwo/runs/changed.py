"""What an overlay did to the number of things that the shares of an answer are over."""

from collections.abc import Callable, Mapping, Sequence

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.result import Result

SAYS = "set_changed"
"""The card's sentence for it, with ``before_en``, ``now_en`` and those of the other languages."""

Ask = Callable[[list[Held]], Sequence[Result | str]]


def set_change(
    asked: Card,
    chosen: Mapping[str, str],
    positions: Sequence[Position],
    found: Sequence[Result | str],
    dossier: Dossier,
    ask: Ask,
) -> list[dict[str, str]]:
    """For each position, ``before`` and ``now`` by language: what its shares are over without its
    swaps, measures and settings, and with them; empty where that is the same or not known.

    Parameters
    ----------
    asked : Card
    chosen : mapping
        Its options.
    positions : sequence of Position
    found : sequence
        The result of each, or what is missing there.
    dossier : Dossier
        Remembers what it was before: a slider asks for that at every move.
    ask : callable
        From held positions to their results, under those options.
    """
    if not any(says["when"] == SAYS for says in asked.says):
        return [{} for _ in positions]
    known = dossier.memo.setdefault(("over", asked.id, tuple(sorted(chosen.items()))), {})
    bare = [Position(position.party, as_of=position.as_of) for position in positions]
    laid_over = [plain for plain, one in zip(bare, positions, strict=True) if plain != one]
    known |= {one: _set_size(now) for one, now in zip(positions, found, strict=True) if one in bare}
    new = list(dict.fromkeys(one for one in laid_over if one not in known))
    if new:
        results = ask([resolve(dossier, one) for one in new])
        known |= {one: _set_size(result) for one, result in zip(new, results, strict=True)}
    return [
        _step(known.get(plain, {}), _set_size(now)) for plain, now in zip(bare, found, strict=True)
    ]


def _set_size(found: Result | str) -> Mapping[str, str]:
    return found.over if isinstance(found, Result) else {}


def _step(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    if not before or not now or before == now:
        return {}
    steps = (("before", before), ("now", now))
    return {f"{key}_{lang}": text for key, texts in steps for lang, text in texts.items()}
