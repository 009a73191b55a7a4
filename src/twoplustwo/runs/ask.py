"""The one function: a question, put to positions, gives one answer each."""

from collections.abc import Mapping, Sequence
from typing import Any

from twoplustwo.answers.answer import Answer
from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.dossier.models import Dossier
from twoplustwo.physics.numerics import check_not_forked
from twoplustwo.positions.position import Position, parse_position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.asked import BY_ASK
from twoplustwo.question_cards.brought import blamed, checked
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import as_asked, card_of, cards_of
from twoplustwo.question_cards.implementation import implementation
from twoplustwo.question_cards.narrowed import fits, implied, usual
from twoplustwo.question_cards.result import Result
from twoplustwo.runs.build_answer import build_answer, not_answerable
from twoplustwo.runs.changed import set_change
from twoplustwo.stages.inputs import Inputs, Missing


def ask(
    question: str, positions: Sequence[Position | str], dossier: Dossier, /, **options: str
) -> list[Answer]:
    """Answer one question for each position.

    Parameters
    ----------
    question : str
        Identifier of a question (not of an analysis).
    positions : sequence
        Positions, parsed or as text.
    dossier : Dossier
        Where the claims are.
    **options : str
        Of the question, as its card lists them.

    Returns
    -------
    list of Answer
        In the order of the positions. A position that holds no claim of something needed gets
        the answer "not answerable", with what is missing.

    Raises
    ------
    QuestionError, OptionError, PositionError
        Unknown question, option or name in a position.
    """
    asked = card_of(dossier, question)
    chosen = check_options(asked, options, dossier)
    parsed = [parse_position(p, dossier) if isinstance(p, str) else p for p in positions]
    held = [resolve(dossier, position) for position in parsed]
    found, read = results(asked, held, dossier, chosen)
    over = set_change(
        asked, chosen, parsed, found, dossier, lambda some: results(asked, some, dossier, chosen)[0]
    )

    def answer(i: int) -> Answer:
        result = found[i]
        if isinstance(result, str):
            return not_answerable(asked, parsed[i], held[i], dossier, chosen, result, read[i])
        with blamed(asked):
            return build_answer(
                asked, parsed[i], held[i], dossier, chosen, result, read[i], over[i]
            )

    return [answer(i) for i in range(len(held))]


def results(
    asked: Card, held: Sequence[Held], dossier: Dossier, chosen: Mapping[str, str]
) -> tuple[list[Result | str], list[set[str]]]:
    """Bare result of each held position, or what is missing there; and what was read for it."""
    check_not_forked()
    module = implementation(asked)
    seen, own = as_asked(dossier, asked, chosen)
    found: dict[int, Result | str] = {}
    read: dict[int, set[str]] = {}
    left = list(range(len(held)))
    while left:
        given = Inputs([held[i] for i in left])
        try:
            with blamed(asked, Missing):
                new = checked(asked, module.ask(given, seen, **own), len(left))
        except Missing as gone:
            done = [left[j] for j in gone.positions]
            found |= dict.fromkeys(done, gone.what)
        else:
            done = left
            found |= dict(zip(done, new, strict=True))
        read |= {i: given.read_of(j) for j, i in enumerate(left) if i in found}
        left = [i for i in left if i not in found]
    order = range(len(held))
    return [found[i] for i in order], [read[i] for i in order]


def unnamed_options(asked: Card, options: Mapping[str, str], dossier: Dossier) -> list[str]:
    """Options of a question that nothing names: neither the caller, nor an ask, nor the card."""
    return [name for name, value in _given(asked, options, dossier).items() if value is None]


def _given(asked: Card, options: Mapping[str, str], dossier: Dossier) -> dict[str, Any]:
    """Each option as it is said, as its ask says, as a threat or shield brings it, or as its card.

    What the ask says goes before what another threat or shield brings as long as it fits that.
    """
    named = {**usual(asked.options), **options}
    brought = implied(dossier, named)

    def usually(name: str, rule: Mapping[str, Any]) -> Any:
        own = rule.get("default")
        if BY_ASK in rule and fits(dossier, named, name, str(own)):
            return own
        return brought.get(name, own)

    rules = asked.options.items()
    return {n: options[n] if n in options else usually(n, rule) for n, rule in rules}


def check_options(asked: Card, options: Mapping[str, str], dossier: Dossier) -> dict[str, str]:
    """Options with their defaults; an unknown one, thing or choice is an error."""
    for name in options:
        if name not in asked.options:
            raise OptionError(
                f"{asked.id} has no option {name!r}",
                why=f"options: {', '.join(asked.options) or 'none'}",
                fix=nearest(name, asked.options),
            )
    chosen: dict[str, Any] = {}
    given = _given(asked, options, dossier)
    for name, rule in asked.options.items():
        value = given[name]
        if value is None:
            raise _no_default(asked, name, rule, dossier)
        known = dossier.things.get(rule.get("kind", ""), {})
        left_open = value == rule.get("default") == ""  # as each position holds it
        if "kind" in rule and not left_open and value not in known:
            raise OptionError(
                f"{name} = {value!r}: the dossier has no such thing under {rule['kind']}",
                why=f"there: {', '.join(sorted(known)) or 'none'}",
                fix=nearest(value, known) if known else f"write {rule['kind']}/NAME.yaml",
            )
        if "of" in rule and value not in rule["of"]:
            raise OptionError(
                f"{name} = {value!r} is no choice",
                f"--option {name}",
                f"expected one of {', '.join(rule['of'])}",
                nearest(value, rule["of"]),
            )
        chosen[name] = value
    return chosen


def _no_default(asked: Card, name: str, rule: Mapping[str, Any], dossier: Dossier) -> OptionError:
    """An option that nothing names: not the caller, no ask, and there is not only one."""
    kind = rule.get("kind", "")
    if kind:
        there = sorted(dossier.things.get(kind, {}))
        why = f"there: {', '.join(there)}" if there else f"the dossier has no {kind}"
        example = there[0] if there else "NAME"
    else:
        every = [one for one in cards_of(dossier).values() if not one.is_analysis]
        there = [one.id for one in every if one.plays] or [one.id for one in every]
        why, example = f"questions: {', '.join(there)}", there[0]
    fix = f"write -o {name}={example}, or name it in asks.yaml"
    return OptionError(
        f"{asked.id} does not know which {name} is meant",
        f"--option {name}",
        why,
        fix if there or not kind else f"write {kind}/NAME.yaml",
    )
