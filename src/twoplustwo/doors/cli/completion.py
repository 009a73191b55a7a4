"""Completion of names in a shell: questions, dossiers, parties, measures, as `list` has them."""

from collections.abc import Callable

import typer

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.doors import dossiers

Completes = Callable[[typer.Context, str], list[tuple[str, str]]]


def completes(what: str) -> Completes:
    """What completes a word that names one of `listing.SORTS`, of the dossier that is named.

    A dossier that cannot be read completes nothing: the command itself will say why.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from twoplustwo.doors.listing import listed

        try:
            lines = listed(what, dossiers.load(ctx.params.get("dossier") or dossiers.FIRST))
        except TwoPlusTwoError:
            return []
        return [(name, told) for name, told in lines if name.startswith(incomplete)]

    return complete
