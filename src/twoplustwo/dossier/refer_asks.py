"""Whether what asks name is there: questions, options, things, columns, cases."""

from collections.abc import Iterable, Mapping

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.refer_quarrel import check_quarrel
from twoplustwo.question_cards.asked import Ask, lay_over
from twoplustwo.question_cards.card import Card, cards
from twoplustwo.question_cards.families import for_regions
from twoplustwo.question_cards.headlines import headlines_of
from twoplustwo.question_cards.narrowed import implied, usual


def check_asks(draft: Draft) -> None:
    """Note every name in an ask that leads nowhere, with its line and what would do."""
    for ask in draft.asks.values():
        known = cards()
        if ask.question not in known:
            _unknown(draft, ask, "question", "question", ask.question, known)
            continue
        if ask.id in known and ask.question != ask.id:
            draft.problems.add(
                f"ask {ask.id} has the name of another question",
                f"{ask.file}:{ask.line}",
                f"its question is {ask.question}",
                "give it another name",
            )
        own = for_regions(known[ask.question], [*draft.regions.values()])
        card = lay_over(own, ask)
        _check_options(draft, ask, card, ask.options, "options")
        for options in ask.plays or ():
            _check_options(draft, ask, card, options, "plays")
        for key, options in (("options", {}), *(("plays", one) for one in ask.plays or ())):
            _check_brought(draft, ask, {**usual(card.options), **ask.options, **options}, key)
        for name in ask.reads:
            if name not in {*draft.asks, *known}:
                _unknown(draft, ask, "reads", "ask", name, [*draft.asks, *known])
        _check_columns(draft, ask, card)
        check_quarrel(draft, ask, card)
        cases = [one["when"] for one in own.says]
        for case in ask.says:
            if case not in cases:
                _unknown(draft, ask, "says", "case", case, cases)


def _check_columns(draft: Draft, ask: Ask, card: Card) -> None:
    """The headline, the test and what the first page shows are headlines of the question."""
    columns = headlines_of(card)

    def unknown(key: str, name: str) -> None:
        sort = "headline" if name in card.columns else "column"
        _unknown(draft, ask, key, sort, name, columns)

    if card.headline["column"] not in columns and "headline" in ask.laid:
        unknown("headline", card.headline["column"])
    if "test" in ask.laid:
        test = Criterion.parse(ask.laid["test"])
        if test.column not in columns:
            unknown("test", test.column)
    for name in ask.laid.get("first_page", {}).get("headlines", ()):
        if name not in columns and not card.is_analysis:  # those have headlines of their own
            unknown("page", name)


def _check_options(
    draft: Draft, ask: Ask, card: Card, options: Mapping[str, str], key: str
) -> None:
    for name, value in options.items():
        if name not in card.options:
            _unknown(draft, ask, key, "option", name, card.options)
            continue
        rule = card.options[name]
        if rule.get("kind"):
            things = draft.things.get(rule["kind"], {})
            if value and value not in things:
                _unknown(draft, ask, key, rule["kind"], value, things)
        elif rule.get("of") and value not in rule["of"]:
            _unknown(draft, ask, key, name, value, rule["of"])
        elif name == "of" and value not in {*draft.asks, *cards()}:
            _unknown(draft, ask, key, "ask", value, [*draft.asks, *cards()])


def _check_brought(draft: Draft, ask: Ask, options: Mapping[str, str], key: str) -> None:
    """An ask names no other owner than its threat has, and no interceptor beside its shield's."""
    try:
        implied(draft, options)
    except OptionError as error:
        draft.problems.add(
            f"ask {ask.id} says {error.what}",
            f"{ask.file}:{ask.lines.get(key, ask.line)}",
            error.why or "",
            "take one of the two out",
        )


def _unknown(draft: Draft, ask: Ask, key: str, sort: str, name: str, known: Iterable[str]) -> None:
    names = sorted(known)
    draft.problems.add(
        f"ask {ask.id} names an unknown {sort}, {name}",
        f"{ask.file}:{ask.lines.get(key, ask.line)}",
        f"there: {', '.join(names) or 'none'}",
        nearest(name, names) if names else "",
    )
