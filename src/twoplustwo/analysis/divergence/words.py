"""What the answer says, in sentences that can be quoted; both languages from the card."""

from collections.abc import Mapping, Sequence

from twoplustwo.analysis.divergence.coalitions import CoalitionGame
from twoplustwo.analysis.divergence.rows import (
    NO_WAY,
    Split,
    common_disputes,
    is_listed,
    turns_verdict,
)
from twoplustwo.analysis.divergence.sweep import SweepRange
from twoplustwo.answers.answer import Headline
from twoplustwo.base.criterion import Criterion
from twoplustwo.base.phrase import in_a_row
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.display_names import position_name
from twoplustwo.positions.disputes import Dispute, parameter_meaning
from twoplustwo.positions.position import Position
from twoplustwo.question_cards.card import Card, Slots
from twoplustwo.wording.criteria import card_tests, column_name
from twoplustwo.wording.headlines import difference_text, headline_text
from twoplustwo.wording.phrases import phrases

QUOTES = {"en": "“{}”", "ru": "«{}»"}
RANGE = {"en": "{} to {} by the order", "ru": "по порядкам от {} до {}"}
MORE = {"en": "and {} more", "ru": "и ещё {}"}
OTHERS = {"en": "{} that no dispute lists", "ru": "{} вне перечня споров"}
NAMED = 4  # disputes that a sentence names
Texts = Mapping[str, Mapping[str, str]]


def sentence(card: Card, case: str, slots: Slots) -> dict[str, str]:
    """A sentence of the card; percentage points that end with a full stop take no second one."""
    points = phrases()["points"]
    return {
        lang: text.replace(f"{points[lang]}.", points[lang]) if points[lang].endswith(".") else text
        for lang, text in card.sentence(case, slots).items()
    }


def join_sentences(sentences: Sequence[Mapping[str, str]], between: str = "; ") -> dict[str, str]:
    """Several sentences as one."""
    return {lang: between.join(one[lang] for one in sentences) for lang in ("en", "ru")}


def short_sentence(card: Card, asked: Card, split: Split, dossier: Dossier) -> dict[str, str]:
    """One pair in a few words."""

    def words(lang: str) -> dict[str, str]:
        leader = split.game.players[split.ranked[0]].name[lang] if split.moves else ""
        apart = difference_text(split.difference, _shown(split), lang)
        return {
            **_who(split.game, dossier, lang),
            "dispute": leader,
            "column": column_name(asked, split.column)[lang],
            "difference": apart.lstrip("+−"),
        }

    return sentence(card, _short(split), words)


def _short(split: Split) -> str:
    if split.difference is None:
        return "short unanswered"
    if not split.game.players:
        return "short nothing"
    return "short" if split.moves else "short unmoved"


def widest_difference(splits: Sequence[Split]) -> float | None:
    """The size of the greatest difference; None where there is none."""
    return max((abs(s.difference) for s in splits if s.difference is not None), default=None)


def pair_headline(
    card: Card, asked: Card, split: Split, dossier: Dossier, widest: float | None = None
) -> Headline:
    """Both answers, the difference, and what makes it; the first page has the `widest` ones."""

    def words(lang: str) -> dict[str, str]:
        game, column = split.game, _shown(split)
        tests = card_tests(asked, split.column)
        ends = dict.fromkeys(
            m for m in (game.mixtures[0].missing, game.mixtures[game.all].missing) if m
        )
        return {
            **_who(game, dossier, lang),
            "missing": in_a_row(ends).words[lang] or "–",
            "first_value": headline_text(split.first, column, lang, tests),
            "second_value": headline_text(split.second, column, lang, tests),
            "column": column_name(asked, split.column)[lang],
            "difference": difference_text(split.difference, column, lang),
            "parts": _parts(split, lang),
            "orders": str(len(game.orders)),
            "disputes": str(len(game.players)),
            "error": difference_text(_worst(split), column, lang).lstrip("+"),
        }

    when = "pair" + _short(split).removeprefix("short")
    if split.difference is not None and split.shares is None:
        when = f"pair {NO_WAY}"
    if when == "pair" and not split.game.exact:
        when = "pair sampled"
    leads = widest and split.difference is not None and abs(split.difference) == widest
    column = "widest_difference" if leads else "difference"
    return Headline(
        column, split.difference, show=_shown(split), sentence=sentence(card, when, words)
    )


def no_effect_headlines(card: Card, split: Split, dossier: Dossier) -> list[Headline]:
    """What the pair differs on that does not matter, and why."""
    if split.shares is None:
        return []
    quiet = [split.game.players[i] for i in split.ranked if not split.matters(i)]
    unread = [d for d in split.game.unread if is_listed(d, dossier)]
    further = len(split.game.unread) - len(unread)
    found = [
        ("no effect", quiet, 0),
        ("not read", unread, further),
        ("unsaid", common_disputes(split.game, dossier), 0),
    ]
    return [_naming(card, *three, split, dossier) for three in found if three[1] or three[2]]


def single_dispute_headlines(
    card: Card, split: Split, test: Criterion, dossier: Dossier
) -> list[Headline]:
    """Disputes that turn the verdict of one position if it takes over that one alone."""
    game, found = split.game, []
    for held, start in ((game.one, 0), (game.two, game.all)):
        some = [
            game.players[i]
            for i in split.ranked
            if turns_verdict(game, test, start, start ^ 1 << i)
        ]
        if some:
            found.append(_naming(card, "alone", some, 0, split, dossier, held.position))
    return found


def _naming(
    card: Card,
    when: str,
    some: Sequence[Dispute],
    further: int,
    split: Split,
    dossier: Dossier,
    position: Position | None = None,
) -> Headline:
    """A sentence that lists disputes; `further` ones are only counted."""

    def words(lang: str) -> dict[str, str]:
        who = {} if position is None else {"position": position_name(position.text, dossier, lang)}
        return {**_who(split.game, dossier, lang), **who, "disputes": _quoted(some, lang, further)}

    return Headline(
        when.replace(" ", "_"),
        float(len(some) + further),
        show="1",
        sentence=sentence(card, when, words),
    )


def moved_name(
    along: SweepRange, disputes: Sequence[Dispute], dossier: Dossier
) -> Mapping[str, str]:
    """What a line is called: the dispute it is in, else what its parameter means."""
    for dispute in disputes:
        if along.path in dispute.paths:
            return dispute.name
    listed = (d.name for d in dossier.disputes.values() if along.path in d.parameters)
    return next(listed, None) or parameter_meaning(along.path, dossier)


def _parts(split: Split, lang: str) -> str:
    assert split.shares is not None or not split.ranked
    told = [_part(split, i, lang) for i in split.ranked if split.matters(i)]
    return _enough(told, lang)


def _part(split: Split, i: int, lang: str) -> str:
    """A dispute's average share, and its range where the orders do not agree."""
    assert split.shares is not None
    show = _shown(split)
    share = difference_text(float(split.shares.share[i]), show, lang)
    told = f"{_quote(split.game.players[i], lang)} {share}"
    ends = [
        _bare(difference_text(float(x[i]), show, lang))
        for x in (split.shares.least, split.shares.most)
    ]
    if ends[0] == ends[1]:
        return told
    return f"{told} ({RANGE[lang].format(*ends)})"


def _bare(text: str) -> str:
    """An amount without its unit, which stands beside it, nor a sign of nought."""
    number = text.partition(" ")[0]
    return "0" if number.strip("+−0.,") == "" else number


def _enough(told: Sequence[str], lang: str, further: int = 0) -> str:
    """The first few, and how many more there are."""
    rest = len(told[NAMED:]) + further
    return ", ".join(told[:NAMED]) + (f", {MORE[lang].format(rest)}" if rest else "")


def _worst(split: Split) -> float | None:
    return None if split.shares is None else float(split.shares.error.max(initial=0.0))


def _who(game: CoalitionGame, dossier: Dossier, lang: str) -> dict[str, str]:
    return {
        "first": position_name(game.one.position.text, dossier, lang),
        "second": position_name(game.two.position.text, dossier, lang),
    }


def _shown(split: Split) -> str:
    return split.game.shows[split.column]


def _quote(dispute: Dispute, lang: str) -> str:
    return QUOTES[lang].format(dispute.name[lang])


def _quoted(some: Sequence[Dispute], lang: str, further: int = 0) -> str:
    told = [_quote(one, lang) for one in some]
    if not told:
        return OTHERS[lang].format(further)
    return ", ".join(told) + (f", {MORE[lang].format(further)}" if further else "")
