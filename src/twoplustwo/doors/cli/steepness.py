"""``twoplustwo steepness``: what guarantees rest on, tested and measured for any dossier."""

from typing import TYPE_CHECKING, Annotated

import typer

from twoplustwo.doors import asking, dossiers
from twoplustwo.doors.cli.failures import echo, exit_status_on_error

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier
    from twoplustwo.search.worst.own_proof import Proven, Work

REFUTED = 1
"""Exit status where a number moves an answer another way than its card declares."""


def steepness(
    dossier: Annotated[
        str, typer.Argument(metavar="DOSSIER", help="A dossier: its identifier or path.")
    ],
    question: Annotated[
        list[str] | None,
        typer.Option(
            "--question", "-q", help="A question; several with commas, or repeated. (default: all)"
        ),
    ] = None,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Say how long it would take, and stop.")
    ] = False,
) -> None:
    """Measure, with a dossier's own claims, what the guarantees of certainty rest on.

    Tests which way each number moves the answers, measures how steeply, and keeps both in
    steepness.yaml of the dossier. Status 1 if a number moves an answer the other way.
    """
    with exit_status_on_error():
        from twoplustwo.doors.cli import progress_bar as bar
        from twoplustwo.search.worst import own_proof

        read = dossiers.load(dossier)
        wanted = _questions(read, asking.listed(question, "--question", "question"))
        with bar.progress_bar():
            works = [one for one in own_proof.prepare(read, wanted)]
        _estimate(works)
        if estimate:
            return
        found: dict[str, Proven] = {}
        with bar.progress_bar():
            for work in works:
                known = found.setdefault(work.question, own_proof.Proven(work.question))
                own_proof.prove(work, known)
        path = own_proof.keep(read, found.values())
        for known in found.values():
            _tell(known)
        typer.echo(f"kept in {path}")
        if any(known.wrong for known in found.values()):
            raise typer.Exit(REFUTED)


def _questions(dossier: "Dossier", named: "list[str] | tuple") -> list[str]:
    """The questions named, or all of which something can be tested.

    Raises
    ------
    OptionError
        One is unknown; names the nearest.
    """
    from twoplustwo.base.errors import OptionError, nearest
    from twoplustwo.search.worst.own_proof import questions

    known = questions(dossier)
    for one in named:
        if one not in known:
            raise OptionError(
                f"nothing can be tested of {one}",
                where="--question",
                why=f"questions whose cards say which way numbers move them: {', '.join(known)}",
                fix=nearest(one, known),
            )
    return [*named] or known


def _estimate(works: "list[Work]") -> None:
    looks = sum(work.looks for work in works)
    seconds = sum(work.looks * work.look_s for work in works)
    told = f"{seconds:.0f} s" if seconds < 100.0 else f"{seconds / 60.0:.0f} minutes"
    asks = ", ".join(work.evaluator.card.id for work in works)
    echo(f"up to {looks} looks at {asks}: about {told}", label="")


def _tell(known: "Proven") -> None:
    """What was found of a question, in lines."""
    for one in known.wrong:
        echo(
            f"more by {one.path} is less {one.column}: {one.less:.6g}, then {one.more:.6g} at "
            f"{one.at}; nothing is kept of {known.question}",
            label="refuted: ",
        )
    if known.wrong:
        return
    typer.echo(f"{known.question}: {len(known.directions)} numbers move as its card says")
    for column, per in sorted(known.per.items()):
        steep = ", ".join(f"{path} {rate:.3g}" for path, rate in sorted(per.items()))
        typer.echo(f"  {column}, by SI unit: {steep or 'nowhere below its bound; not bounded'}")
