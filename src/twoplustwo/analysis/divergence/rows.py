"""Tables of the analysis: the share of each dispute, pairs of positions, interactions, flips."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from twoplustwo.analysis.divergence.coalitions import CoalitionGame
from twoplustwo.analysis.divergence.sweep import SweepRange
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.units import show, si_unit
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.disputes import Dispute
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held
from twoplustwo.search.shapley import Shares
from twoplustwo.search.turning_point import Bracket
from twoplustwo.wording.names import held_value_text as held_as
from twoplustwo.wording.vocabulary import vocabulary

Row = dict[str, Any]

SHOWN_UNANSWERED = 50
MOST_INTERACTIONS = 10  # of one pair

MATTERS, NO_EFFECT, NOT_READ, ALIKE = "matters", "no_effect", "not_read", "alike"
COMMON = "common"  # held by whoever says nothing else
ANSWERED, NOT_ANSWERABLE, NO_WAY, NO_VALUE = "answered", "not_answerable", "no_way", "no_value"


class Split(NamedTuple):
    """One headline of one game, split over the disputes; `shares` None where it cannot be."""

    game: CoalitionGame
    column: str
    first: float | None
    second: float | None
    shares: Shares | None

    @property
    def pair(self) -> str:
        """The two positions as one text."""
        return pair_text(self.game.one, self.game.two)

    @property
    def difference(self) -> float | None:
        """Second less first."""
        if self.first is None or self.second is None:
            return None
        return self.second - self.first

    @property
    def ranked(self) -> list[int]:
        """Players, the weightiest first; equal ones by identifier."""
        if self.shares is None:
            return []
        size = [abs(float(share)) for share in self.shares.share]
        return sorted(range(len(size)), key=lambda i: -size[i])

    @property
    def moves(self) -> bool:
        """Whether anything moves this headline at all."""
        return self.shares is not None and any(map(self.matters, self.ranked))

    def matters(self, player: int) -> bool:
        """Whether a player changes the headline in any mixture."""
        assert self.shares is not None
        return bool(self.shares.least[player] or self.shares.most[player])

    @property
    def outcome(self) -> str:
        """How it ends."""
        ends = (self.game.mixtures[0], self.game.mixtures[self.game.all])
        if any(one.missing for one in ends):
            return NOT_ANSWERABLE
        if self.difference is None:
            return NO_VALUE
        return NO_WAY if self.shares is None else ANSWERED


def pair_text(first: Held, two: Held) -> str:
    """Two positions as one text."""
    return f"{first.position.text} → {two.position.text}"


def split_headline(game: CoalitionGame, column: str) -> Split:
    """Split one headline over the disputes."""
    first, second = game.value(column, 0), game.value(column, game.all)
    answered = first is not None and second is not None
    return Split(game, column, first, second, game.shares(column) if answered else None)


def headline_unit(show: str) -> str:
    """SI unit of a headline by how it is shown; a plain count has none."""
    return "1" if show == "%" else "" if show == "1" else show


def difference_unit(show: str) -> str:
    """SI unit of a difference of two such headlines: of two dates it is a span of years."""
    return "years" if show == "year" else headline_unit(show)


def dispute_rows(split: Split, dossier: Dossier, test: Criterion | None) -> list[Row]:
    """One row a dispute: the weightiest first, then what is not read and what is claimed alike."""
    game, made = split.game, []
    for i in split.ranked:
        player, ends = game.players[i], (0, 1 << i, game.all ^ (1 << i), game.all)
        values = [game.value(split.column, m) for m in ends] if game.exact else [None] * 4
        made.append(
            {
                "pair": split.pair,
                **_about(player, game, dossier),
                "method": method_name(game),
                **_numbers(split, i),
                "only_this": _less(values[1], values[0]),
                "all_but_this": _less(values[2], values[0]),
                "turns_first": turns_verdict(game, test, ends[0], ends[1]),
                "turns_second": turns_verdict(game, test, ends[3], ends[2]),
            }
        )
    if split.shares is not None:
        zero = {
            "share": 0.0,
            "error": 0.0,
            "only_this": 0.0,
            "least": 0.0,
            "most": 0.0,
            "all_but_this": split.difference,
            "turns_first": False,
            "turns_second": False,
            "method": "exact",
            "pair": split.pair,
        }
        made += [
            {**zero, **_about(d, game, dossier), "effect": NOT_READ}
            for d in game.unread
            if is_listed(d, dossier)
        ]
        made += [
            {**zero, **_about(d, game, dossier), "effect": ALIKE}
            for d in agreed_disputes(game, dossier)
        ]
    return made


def further_rows(split: Split) -> list[Row]:
    """The same for a further headline, in short."""
    show = split.game.shows[split.column]
    return [
        {
            "pair": split.pair,
            "headline": split.column,
            "unit": difference_unit(show),
            "dispute": split.game.players[i].id,
            "method": method_name(split.game),
            **_numbers(split, i),
        }
        for i in split.ranked
    ]


def pair_row(split: Split) -> Row:
    """What the split is made from, and how it ends."""
    game = split.game
    ends = (game.mixtures[0].missing, game.mixtures[game.all].missing)
    return {
        "pair": split.pair,
        "first": game.one.position.text,
        "second": game.two.position.text,
        "headline": split.column,
        "first_value": split.first,
        "second_value": split.second,
        "difference": split.difference,
        "unit": headline_unit(game.shows[split.column]),
        "disputes": float(len(game.players)),
        "mixtures": float(len(game.mixtures)),
        "unanswered": float(sum(bool(m.missing) for m in game.mixtures.values())),
        "method": method_name(game),
        "outcome": split.outcome,
        "missing": "; ".join(dict.fromkeys(filter(None, ends))),
    }


def interaction_rows(split: Split) -> list[Row]:
    """Pairs of disputes that matter, those that make the most of each other first."""
    if split.shares is None or not split.game.exact:
        return []
    some = [i for i in split.ranked if split.matters(i)]
    found = [
        (i, j, x)
        for i, j in combinations(some, 2)
        if (x := split.game.interaction(split.column, i, j)) is not None
    ]
    found.sort(key=lambda three: -abs(three[2]))
    names = [d.id for d in split.game.players]
    return [
        {"pair": split.pair, "dispute": names[i], "with_dispute": names[j], "interaction": x}
        for i, j, x in found[:MOST_INTERACTIONS]
    ]


def unanswered_rows(game: CoalitionGame) -> list[Row]:
    """Mixtures without an answer, and what is missing there."""
    name = pair_text(game.one, game.two)
    found = [(m, one.missing) for m, one in game.mixtures.items() if one.missing]
    return [
        {"pair": name, "mixture": game.mixture_text(m), "missing": missing}
        for m, missing in found[:SHOWN_UNANSWERED]
    ]


def turning_rows(
    position: Position,
    along: SweepRange,
    looks: Sequence[float],
    found: Sequence[Bracket],
    test: Criterion,
    holes: int,
) -> list[Row]:
    """Every turn of the verdict along a line, or one row that says that there is none."""
    made: Row = {
        "position": position.text,
        "parameter": along.path,
        "last": "none",
        "flip": "none",
        "turns_to": "",
        "test": str(test),
        "low_si": along.low,
        "high_si": along.high,
        "looks": float(len(looks)),
        "step_si": float(np.diff(looks).max()),
        "unit": si_unit(along.unit),
        "unanswered": float(holes),
        "flip_si": None,
        "flip_within_si": None,
    }
    return [
        made
        | {
            "last": show(one.low, along.unit),
            "flip": show(one.high, along.unit),
            "turns_to": "holds" if one.after else "fails",
            "flip_si": one.high,
            "flip_within_si": one.high - one.low,
        }
        for one in found
    ] or [made]


def method_name(game: CoalitionGame) -> str:
    """How the shares were found."""
    return "exact" if game.exact else "sampled"


def unread_rows(game: CoalitionGame, dossier: Dossier) -> list[Row]:
    """What the positions differ on and the question does not read."""
    name = pair_text(game.one, game.two)
    return [{"pair": name, **_about(d, game, dossier)} for d in game.unread]


def is_listed(dispute: Dispute, dossier: Dossier) -> bool:
    """Whether the dossier has it as a dispute."""
    return any(name in dossier.disputes for name in dispute.id.split("+"))


def agreed_disputes(game: CoalitionGame, dossier: Dossier) -> list[Dispute]:
    """Disputes of the dossier on which the two positions hold the same."""
    known = {p for d in (*game.players, *game.unread) for p in d.paths}
    return [
        Dispute(d.id, d.name, d.parameters)
        for d in sorted(dossier.disputes.values(), key=lambda d: d.id)
        if not known & {*d.parameters} and any(dossier.kind_of(p).computed for p in d.parameters)
    ]


def common_disputes(game: CoalitionGame, dossier: Dossier) -> list[Dispute]:
    """Of these what the question reads and both hold in common: no side has named a number."""

    def common(path: str) -> bool:
        held = (game.one.values.get(path), game.two.values.get(path))
        return all(item is not None and item.how == COMMON for item in held)

    return [
        d
        for d in agreed_disputes(game, dossier)
        if game.read & {*d.paths} and all(common(path) for path in d.paths)
    ]


def _numbers(split: Split, i: int) -> Mapping[str, Any]:
    assert split.shares is not None
    found = {name: float(getattr(split.shares, name)[i]) for name in Shares._fields}
    return {**found, "effect": MATTERS if split.matters(i) else NO_EFFECT}


def _about(dispute: Dispute, game: CoalitionGame, dossier: Dossier) -> Row:
    return {
        "dispute": dispute.id,
        "asks": dispute.name["en"],
        **_held("first_holds", dispute, game.one, dossier),
        **_held("second_holds", dispute, game.two, dossier),
    }


def _held(key: str, dispute: Dispute, held: Held, dossier: Dossier) -> dict[str, str]:
    """What a position holds of a dispute, and what of, where it is several numbers: in English, and
    in Russian with that language at the key's end.
    """
    return {
        key: _holds(dispute, held, dossier, "en"),
        f"{key}_ru": _holds(dispute, held, dossier, "ru"),
    }


def _holds(dispute: Dispute, held: Held, dossier: Dossier, lang: str) -> str:
    told = []
    for path in dispute.paths:
        item, kind = held.values.get(path), dossier.kind_of(path)
        text = "none" if item is None else held_as(item.shown, item.value, kind.unit, lang)
        shown = vocabulary().get(text, {}).get(lang) or ANSWERS[lang].get(text, text)
        what = (kind.short or kind.means)[lang]
        told.append(shown if len(dispute.paths) == 1 else f"{what}: {shown}")
    there = ANSWERS[lang]
    told += [
        f"{thing}: {there['removed' if thing in held.removed else 'there']}"
        for thing in dispute.things
    ]
    return "; ".join(told)


ANSWERS = {
    "en": {"removed": "removed", "there": "there"},
    "ru": {"removed": "убрано", "there": "есть", "none": "ничего", "yes": "да", "no": "нет"},
}


def turns_verdict(game: CoalitionGame, test: Criterion | None, before: int, after: int) -> bool:
    """Whether one swap turns the verdict."""
    if test is None or not {before, after} <= {*game.mixtures}:
        return False
    was, becomes = (test.holds(game.value(test.column, m)) for m in (before, after))
    return None not in (was, becomes) and was != becomes


def _less(value: float | None, start: float | None) -> float | None:
    return None if value is None or start is None else value - start


def ranked_disputes(splits: Sequence[Split]) -> list[tuple[str, float]]:
    """Disputes by what they move over all pairs, the weightiest first."""
    found: dict[str, float] = {}
    for split in splits:
        for i in split.ranked:
            assert split.shares is not None
            name = split.game.players[i].id
            found[name] = found.get(name, 0.0) + abs(float(split.shares.share[i]))
    return sorted(found.items(), key=lambda pair: (-np.round(pair[1], 12), pair[0]))
