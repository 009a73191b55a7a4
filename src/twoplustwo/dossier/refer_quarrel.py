"""Whether what an ask opens with is there, and is what the ask tests."""

from twoplustwo.base.errors import nearest
from twoplustwo.base.units import si_unit
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.refer import parameter_kinds
from twoplustwo.dossier.statements import Proposition
from twoplustwo.question_cards.asked import Ask
from twoplustwo.question_cards.card import Card, cards
from twoplustwo.question_cards.quarrel import true_when


def check_quarrel(draft: Draft, ask: Ask, card: Card) -> None:
    """Note a quarrel whose statement or number is not there, or whose verdict is not the ask's."""
    said = card.quarrel
    if not said:
        return
    where = f"{ask.file}:{ask.lines.get('quarrel', ask.line)}"
    kinds = parameter_kinds(draft)
    if said["number"] and said["number"] not in kinds:
        draft.problems.add(
            f"the quarrel of ask {ask.id} names an unknown parameter, {said['number']}",
            where,
            "number is the parameter that it turns on, and is moved beside it",
            nearest(said["number"], kinds),
        )
    statement = draft.propositions.get(said["statement"])
    if statement is None:
        if said["statement"]:
            draft.problems.add(
                f"the quarrel of ask {ask.id} names an unknown proposition, {said['statement']}",
                where,
                "statement is a proposition: who asserted and who denied it opens the page",
                nearest(said["statement"], draft.propositions),
            )
        return
    if not _can_be_tested(draft, statement, card):
        return  # which is told of the statement itself
    if not _is_of(statement, ask) or true_when(statement.test, card.test) is None:
        draft.problems.add(
            f"the quarrel of ask {ask.id} is about {statement.id}, which tests something else",
            where,
            f"{statement.id} tests {statement.test or 'nothing'} of "
            f"{statement.question or 'nothing'}, {ask.id} {card.test or 'nothing'}: a reader would "
            "take one for the other",
            "name a proposition with the same test, or its opposite, and nothing laid over it",
        )


def _is_of(statement: Proposition, ask: Ask) -> bool:
    """Whether a statement is about just what an ask asks, with nothing laid over the positions."""
    plain = not (statement.case.sets or statement.case.measures or statement.less)
    return plain and statement.where is None and statement.question in (ask.id, ask.question)


def _can_be_tested(draft: Draft, statement: Proposition, card: Card) -> bool:
    """Whether a statement asks a question that there is, of a number that its answer may have."""
    if statement.question not in {*draft.asks, *cards()}:
        return False
    test = statement.test
    if test is None or card.question not in (statement.question, _question(draft, statement)):
        return True
    about = card.columns.get(test.column)
    return about is not None and si_unit(about.get("unit") or "1") == test.si_unit


def _question(draft: Draft, statement: Proposition) -> str:
    ask = draft.asks.get(statement.question)
    return ask.question if ask else statement.question
