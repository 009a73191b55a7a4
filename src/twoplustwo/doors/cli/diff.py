"""``twoplustwo diff``: what two dossiers say differently, and which answers that moves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from twoplustwo.doors import dossiers
from twoplustwo.doors.cli import formats, output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import exit_status_on_error

if TYPE_CHECKING:
    from twoplustwo.dossier.difference import Change
    from twoplustwo.runs.moved_answers import Moved

SIGNS = {"added": "+", "gone": "-", "changed": "~"}
TITLES = {
    "thing": "things",
    "claim": "claims",
    "adoption": "adoptions",
    "choice": "choices between claims",
    "file": "other files",
    "held": "held by the parties",
}


def diff(
    one: Annotated[str, typer.Argument(metavar="A", help="A dossier: its identifier or path.")],
    two: Annotated[str, typer.Argument(metavar="B", help="Another one, or a later state of it.")],
    answers: Annotated[
        bool, typer.Option("--answers", help="Ask both, and show which answers moved.")
    ] = False,
    form: Annotated[str, shared.format_option(formats.DIFFERENCES)] = formats.DIFFERENCES[0],
    out: shared.Out = None,
    force: shared.Force = False,
) -> None:
    """What B says otherwise than A: claims added, gone and changed, what parties adopt and hold."""
    with exit_status_on_error():
        from twoplustwo.dossier.difference import differences

        form = formats.chosen(form, formats.DIFFERENCES, "diff")
        output.check(out, force)
        mine, theirs = dossiers.load(one), dossiers.load(two)
        changes = differences(mine, theirs)
        moved: list[Moved] = []
        if answers:
            from twoplustwo.doors.cli.progress_bar import progress_bar
            from twoplustwo.runs.moved_answers import moved_answers

            with progress_bar():
                moved = list(moved_answers(mine, theirs))
        if form == "json":
            lines = [_json(changes, moved, answers)]
        else:
            lines = _lines(changes)
            if answers:
                lines.append("\nanswers" if moved else "\nanswers: none moved")
                lines += [_moved(row) for row in moved]
        output.send("\n".join(lines) + "\n", out, force)


def _lines(changes: "Sequence[Change]") -> list[str]:
    """The changes by sort, each on a line of its own."""
    if not changes:
        return ["no differences"]
    lines = []
    for sort, title in TITLES.items():
        some = [change for change in changes if change.sort == sort]
        if not some:
            continue
        counted = [f"{count} {way}" for way in SIGNS if (count := sum(c.way == way for c in some))]
        lines += ["" if lines else None, f"{title}: {', '.join(counted)}"]
        lines += [_line(change) for change in some]
    return [line for line in lines if line is not None]


def _line(one: "Change") -> str:
    key = f" {one.key}" if one.key else ""
    if one.way == "changed" and (one.before or one.after):
        told = f": {one.before or 'nothing'} → {one.after or 'nothing'}"
    else:
        told = f": {one.after or one.before}" if one.after or one.before else ""
    where = f"  ({one.where})" if one.where else ""
    return f"  {SIGNS[one.way]} {one.name}{key}{told}{where}"


def _moved(one: "Moved") -> str:
    who = f", {one.party}" if one.party else ""
    what = f", {one.column}" if one.column else ""
    by = f" ({one.by})" if one.by else ""
    return f"  {one.question}{who}{what}: {one.before} → {one.after}{by}"


def _json(changes: "Sequence[Change]", moved: "Sequence[Moved]", asked: bool) -> str:
    import json

    body: dict[str, object] = {
        "schema": "twoplustwo.diff/1",
        "changes": [one._asdict() for one in changes],
    }
    if asked:
        body["answers"] = [one._asdict() for one in moved]
    return json.dumps(body, ensure_ascii=False, indent=1)
