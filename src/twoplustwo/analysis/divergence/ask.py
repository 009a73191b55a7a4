"""Every pair of positions: mixtures of what they hold, the share of each dispute, the flips."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any, NamedTuple

from twoplustwo.analysis.divergence.coalitions import CoalitionGame, evaluate_mixtures
from twoplustwo.analysis.divergence.columns import (
    COLUMNS,
    FLIPS,
    INTERACTIONS,
    OTHERS,
    PAIRS,
    UNANSWERED,
    UNREAD,
)
from twoplustwo.analysis.divergence.options import Options, read_options
from twoplustwo.analysis.divergence.rows import (
    MATTERS,
    Split,
    difference_unit,
    dispute_rows,
    further_rows,
    headline_unit,
    interaction_rows,
    pair_row,
    ranked_disputes,
    split_headline,
    turning_rows,
    unanswered_rows,
    unread_rows,
)
from twoplustwo.analysis.divergence.sweep import SweepRange, Sweeps, first_sweep_range, sweep_range
from twoplustwo.analysis.divergence.turning_words import (
    Turning,
    samples_headline,
    test_headline,
    turning_headline,
)
from twoplustwo.analysis.divergence.words import (
    join_sentences,
    moved_name,
    no_effect_headlines,
    pair_headline,
    sentence,
    short_sentence,
    single_dispute_headlines,
    widest_difference,
)
from twoplustwo.answers.answer import Answer, Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import OptionError, PositionError, nearest
from twoplustwo.base.table import Table
from twoplustwo.base.units import si_unit
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.dossier.find import parameter
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.claimed_value import ABOUT, claimed_value
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import resolve
from twoplustwo.question_cards.card import Card
from twoplustwo.runs.analysis_answer import analysis_answer
from twoplustwo.search.turning_point import Bracket
from twoplustwo.wording.criteria import column_name

AMOUNTS = ("share", "error", "only_this", "all_but_this", "least", "most", "interaction")
X = "moved"
SHORT = 60  # letters of a meaning that fits under an axis


class Moved(NamedTuple):
    """One number moved at one position: looks, headlines there, and where the verdict turns."""

    position: Position
    line: SweepRange
    looks: list[float]
    found: list[dict[str, float | None]]
    flips: list[Bracket]


def ask(card: Card, positions: Sequence[Position], dossier: Dossier, **options: Any) -> Answer:
    """One answer for all pairs of positions, in the order in which they are given.

    Parameters
    ----------
    card, positions, dossier
        As for every analysis.
    **options
        As the card lists them; see `options.chosen`.

    Raises
    ------
    PositionError
        Fewer than two positions.
    OptionError, QuestionError
        An option cannot be read, or there is nothing to move.
    """
    if len(positions) < card.positions:
        raise PositionError(
            f"{card.id} needs two positions or more",
            f"--position {positions[0].text}",
            "it says why the answers of two positions differ",
            "name another one beside it",
        )
    want = read_options(options, dossier)
    held = [resolve(dossier, position) for position in positions]
    games = [evaluate_mixtures(one, two, dossier, want) for one, two in combinations(held, 2)]
    _check_test(want, games)
    main = want.card.headline["column"]
    splits = [split_headline(game, main) for game in games]
    moved = _moved(want, splits, dossier)
    further = [split_headline(g, column) for g in games for column in g.shows if column != main]
    mixtures = [mixture for game in games for mixture in game.mixtures.values()]
    unanswered = sum(bool(mixture.missing) for mixture in mixtures)
    return analysis_answer(
        _described(card, want, _drawn(moved, splits), splits, dossier),
        positions,
        dossier,
        want.record(),
        Table.of_rows(
            COLUMNS, [row for split in splits for row in dispute_rows(split, dossier, want.test)]
        ),
        _sentence(card, want, splits, dossier),
        value=max((abs(s.difference) for s in splits if s.difference is not None), default=None),
        headlines=_headlines(card, want, splits, moved, positions, dossier),
        tables=_tables(splits, further, moved, want, dossier),
        sources=_sources(games),
        outcomes={"answered": len(mixtures) - unanswered, "not_answerable": unanswered},
        seed=None if all(game.exact for game in games) else want.seed,
    )


def _sentence(
    card: Card, want: Options, splits: Sequence[Split], dossier: Dossier
) -> dict[str, str]:
    short = join_sentences([short_sentence(card, want.card, split, dossier) for split in splits])
    return sentence(card, "headline", {"question": want.card.title, "pairs": short})


def _check_test(want: Options, games: Sequence[CoalitionGame]) -> None:
    known = list(dict.fromkeys(column for game in games for column in game.shows))
    answered = any(mixture.headlines for game in games for mixture in game.mixtures.values())
    if want.test is not None and answered and want.test.column not in known:
        raise OptionError(
            f"{want.card.id} has no headline {want.test.column}",
            f"--option test={want.test}",
            f"headlines: {', '.join(known)}",
            nearest(want.test.column, known),
        )


def _moved(want: Options, splits: Sequence[Split], dossier: Dossier) -> list[Moved]:
    """The leading number of each pair, moved under both positions' other assumptions."""
    slides = Sweeps(want, dossier)
    tasks: dict[tuple[Position, SweepRange], None] = {}
    lines: dict[SweepRange, dict[Position, None]] = {}
    for split in splits:
        both = (split.game.one.position, split.game.two.position)
        along = _line(want, split, both, dossier)
        if along is not None and split.difference is not None:
            tasks |= dict.fromkeys((position, along) for position in both)
            lines.setdefault(along, {}).update(dict.fromkeys(both))
    order = list(
        dict.fromkeys(p.text for s in splits for p in (s.game.one.position, s.game.two.position))
    )
    tasks = dict.fromkeys(
        sorted(tasks, key=lambda t: ([*lines].index(t[1]), order.index(t[0].text)))
    )
    looks = {along: slides.samples(along, list(some)) for along, some in lines.items()}
    return [
        Moved(
            position,
            along,
            looks[along],
            slides.at(position, along, looks[along]),
            slides.turning_points(position, along, looks[along]),
        )
        for position, along in tasks
    ]


def _line(
    want: Options, split: Split, both: Sequence[Position], dossier: Dossier
) -> SweepRange | None:
    if not want.over:
        players = [split.game.players[i] for i in split.ranked if split.matters(i)]
        return first_sweep_range(players, both, dossier)
    if want.over not in split.game.read:
        return None
    found = sweep_range(want.over, both, dossier)
    if found is None:
        raise OptionError(
            f"over = {want.over}: there is nothing to move it over",
            "--option over",
            "nobody claims two values of it, and no dispute gives it a slider",
            "take a number on which claims differ",
        )
    return found


def _drawn(moved: Sequence[Moved], splits: Sequence[Split]) -> SweepRange | None:
    """The line of the picture: the one whose dispute moves most over all pairs."""
    rank = {name: i for i, (name, _) in enumerate(ranked_disputes(splits))}
    homes = {p: d.id for s in splits for d in s.game.players for p in d.paths}
    lines = list(dict.fromkeys(move.line for move in moved))
    return min(lines, key=lambda a: rank.get(homes.get(a.path, ""), len(rank)), default=None)


def _tables(
    splits: Sequence[Split],
    further: Sequence[Split],
    moved: Sequence[Moved],
    want: Options,
    dossier: Dossier,
) -> dict[str, Table]:
    rows = [row for split in splits for row in dispute_rows(split, dossier, want.test)]
    along = _drawn(moved, splits)
    here = [move for move in moved if move.line == along]
    main = want.card.headline["column"]
    curve = [
        {"position": one.position.text, X: x, main: found.get(main)}
        for one in here
        for x, found in zip(one.looks, one.found, strict=True)
    ]
    marks = (
        []
        if along is None
        else [claimed_value(one.position, dossier, along.path, X) for one in here]
    )
    turned = [
        row
        for move in moved
        if want.test is not None
        for row in turning_rows(
            move.position,
            move.line,
            move.looks,
            move.flips,
            want.test,
            sum(f.get(main) is None for f in move.found),
        )
    ]
    shares = [row for row in rows if row["effect"] == MATTERS]
    return {
        "pairs": Table.of_rows(PAIRS, [pair_row(one) for one in (*splits, *further)]),
        "shares": Table.of_rows(("pair", "dispute", "share", "error", "least", "most"), shares),
        "others": Table.of_rows(OTHERS, [row for one in further for row in further_rows(one)]),
        "interactions": Table.of_rows(
            INTERACTIONS, [r for s in splits for r in interaction_rows(s)]
        ),
        "flips": Table.of_rows(FLIPS, turned),
        "curve": Table.of_rows(("position", X, main), curve),
        "marks": Table.of_rows(("position", X, *ABOUT), [m for m in marks if m is not None]),
        "not_read": Table.of_rows(
            UNREAD, [row for split in splits for row in unread_rows(split.game, dossier)]
        ),
        "unanswered": Table.of_rows(
            UNANSWERED, [row for split in splits for row in unanswered_rows(split.game)]
        ),
    }


def _headlines(
    card: Card,
    want: Options,
    splits: Sequence[Split],
    moved: Sequence[Moved],
    positions: Sequence[Position],
    dossier: Dossier,
) -> list[Headline]:
    found = []
    for split in splits:
        found += [pair_headline(card, want.card, split, dossier, widest_difference(splits))]
        found += (
            [] if want.test is None else single_dispute_headlines(card, split, want.test, dossier)
        )
        found += no_effect_headlines(card, split, dossier)
    if want.test is not None:
        found += _turns(card, want, want.test, moved, splits, dossier)
    read = {path for s in splits for path in s.game.read}
    hand = dict.fromkeys(path for position in positions for path, _ in position.sets)
    missed = [
        path
        for path in (*hand, *([want.over] if want.over else []))
        if parameter(dossier, path).path not in read
    ]
    if missed:

        def words(lang: str) -> dict[str, str]:
            names = (parameter_name(dossier, path)[lang] for path in missed)
            return {"question": want.card.title[lang], "parameters": "; ".join(names)}

        found.append(
            Headline(
                "not_read",
                float(len(missed)),
                show="1",
                sentence=sentence(card, "set not read", words),
            )
        )
    return found


def _turns(
    card: Card,
    want: Options,
    test: Criterion,
    moved: Sequence[Moved],
    splits: Sequence[Split],
    dossier: Dossier,
) -> list[Headline]:
    """Of each position the number that moves most first; other numbers are told further down."""
    players = [d for s in splits for d in s.game.players]
    along = _drawn(moved, splits)
    first: dict[Position, Moved] = {}
    for move in sorted(moved, key=lambda m: (not m.flips, m.line != along)):
        first.setdefault(move.position, move)
    found, looks = [], {}
    for move in moved:
        name = moved_name(move.line, players, dossier)
        verdicts = [test.holds(values.get(test.column)) for values in move.found]
        told = Turning(move.position, move.line, move.looks, move.flips, verdicts)
        column = "flip_si" if first[move.position] is move else "further_flip_si"
        found.append(turning_headline(card, want.card, told, test, name, dossier, column))
        looks.setdefault(move.line, samples_headline(card, told, name))
    held = {
        h.position: test.holds(game.value(test.column, m))
        for s in splits
        for game in (s.game,)
        for h, m in ((game.one, 0), (game.two, game.all))
    }
    return [*found, test_headline(card, want.card, test, held, dossier), *looks.values()]


def _about(along: SweepRange, splits: Sequence[Split], dossier: Dossier) -> str:
    """What is moved, short enough for an axis: what it means, else the dispute it is in."""
    means = dossier.kind_of(along.path).means["en"]
    players = [d for s in splits for d in s.game.players]
    return means if len(means) <= SHORT else moved_name(along, players, dossier)["en"]


def _described(
    card: Card, want: Options, along: SweepRange | None, splits: Sequence[Split], dossier: Dossier
) -> Card:
    """The card with what the question asked about decides: units of amounts, and what is moved."""
    main, show = want.card.headline["column"], want.card.headline["show"]
    units = {main: headline_unit(show)} | dict.fromkeys(AMOUNTS, difference_unit(show))
    if along is not None:
        units |= dict.fromkeys((X, "low", "high"), si_unit(along.unit))
    columns = {name: {**card.columns.get(name, {}), "unit": unit} for name, unit in units.items()}
    about = "" if along is None else _about(along, splits, dossier)
    columns[main]["means"] = column_name(want.card, main)
    columns[X] = {**card.columns.get(X, {}), **columns.get(X, {}), "means": {"en": about}}
    headline = {**card.headline, "show": show}
    return replace(card, columns=card.columns | columns, headline=headline)


def _sources(games: Sequence[CoalitionGame]) -> set[str]:
    """Sources of what is in dispute."""
    return {
        item.source
        for game in games
        for d in game.players
        for p in d.paths
        for item in (game.one.values.get(p), game.two.values.get(p))
        if item and item.source
    }
