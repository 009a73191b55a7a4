"""``ask QUESTION --help``: the help of the command, and the options of that question."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import typer
from typer.core import TyperCommand

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.doors import dossiers

DOSSIER = ("-d", "--dossier")


class QuestionCommand(TyperCommand):
    """A command that takes a question, and whose help tells what ``-o`` may be for it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep the words: help is printed before any argument is read."""
        ctx.meta["words"] = [*args]
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, then the options of the question where one is named."""
        super().format_help(ctx, formatter)
        text = options_told(ctx.meta.get("words", ()))
        if text:
            typer.echo(text)


def options_told(words: Sequence[str]) -> str:
    """The options of the question among some words of a command line; empty where there is none."""
    from twoplustwo.doors.listing import listed
    from twoplustwo.question_cards.for_dossier import cards_of

    named = [word for word in words if not word.startswith("-")]
    after = [two for one, two in pairwise(words) if one in DOSSIER]
    try:
        dossier = dossiers.load(after[-1] if after else dossiers.FIRST)
        question = next((word for word in named if word in cards_of(dossier)), "")
        lines = listed("options", dossier, question) if question else []
    except TwoPlusTwoError:  # the command itself will say why
        return ""
    if not question:
        return ""
    wide = max((len(name) for name, _ in lines), default=0)
    told = [f"  -o {name + '=…':<{wide + 2}}  {means}" for name, means in lines]
    return "\n".join([f" Options of {question}:", *(told or ["  none"])])
