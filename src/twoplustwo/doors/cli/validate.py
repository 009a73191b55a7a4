"""``twoplustwo validate``: published results against ours, case by case."""

from typing import TYPE_CHECKING, Annotated

import typer

from twoplustwo.doors import asking
from twoplustwo.doors.cli import formats, output
from twoplustwo.doors.cli import shared_options as shared
from twoplustwo.doors.cli.failures import echo, exit_status_on_error

if TYPE_CHECKING:
    from twoplustwo.validation.cases import Case, Room
    from twoplustwo.validation.room import Result

WIDE = 200  # letters in a line where there is no terminal
UNTRUE = 1
"""Exit status when the status of a case is not the one it deserves."""


def validate(
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", "-t", help="A topic; several with commas, or repeated. (default: all)"
        ),
    ] = None,
    case: Annotated[
        list[str] | None,
        typer.Option(
            "--case", "-c", help="A case; several with commas, or repeated. (default: all)"
        ),
    ] = None,
    form: Annotated[str, shared.format_option(formats.ANSWERS)] = formats.ANSWERS[0],
    out: shared.Out = None,
    force: shared.Force = False,
    record: Annotated[
        bool,
        typer.Option(
            "--record", help="Write the results into the room, where pages draw them from."
        ),
    ] = False,
) -> None:
    """Check published results afresh; status 1 if a case no longer tells the truth."""
    with exit_status_on_error():
        from twoplustwo.validation import cases as reading
        from twoplustwo.validation import find

        form = formats.chosen(form, formats.ANSWERS, "validate")
        output.check(out, force)
        room = reading.load()
        chosen = choose(
            room,
            asking.listed(topic, "--topic", "topic"),
            asking.listed(case, "--case", "case"),
        )
        from twoplustwo.doors.cli import progress_bar as bar
        from twoplustwo.doors.cli.estimate import estimated
        from twoplustwo.validation import recorded, table
        from twoplustwo.validation.room import run_all

        several = f"validate: {len(chosen)} case{'' if len(chosen) == 1 else 's'}"
        share = len(chosen) / max(len(room.cases), 1)
        with estimated(several, "validate", len(chosen), share=share), bar.progress_bar():
            results = list(run_all(chosen))
        if form == "json":
            from twoplustwo.answers.schema import dumps

            text = dumps(table.body(results, room))
        elif form == "csv":
            text = table.to_csv(results, room)
        else:
            text = _told(results, room)
        output.send(text, out, force)
        if record:
            changed = recorded.write(find.root(), results, room)
            echo(f"recorded: {changed} lines changed", label="")
        untrue = [one for one in results if not one.true]
        for one in untrue:
            echo(
                f"{one.case.id} says {one.case.status} but is {one.judged} ({one.case.where})",
                label="untrue: ",
            )
        if untrue:
            raise typer.Exit(UNTRUE)


def choose(room: "Room", topics: "list[str] | tuple", names: "list[str] | tuple") -> "list[Case]":
    """The cases of the topics named and those named themselves; all if nothing is named.

    Raises
    ------
    OptionError
        A topic or case is unknown; names the nearest.
    """
    from twoplustwo.base.errors import OptionError, nearest

    for chosen, names_of_room, option, what in (
        (topics, room.topics, "--topic", "topic"),
        (names, list(room.cases), "--case", "case"),
    ):
        for one in chosen:
            if one not in names_of_room:
                raise OptionError(
                    f"no {what} named {one}",
                    where=option,
                    why=f"topics: {', '.join(room.topics)}",
                    fix=nearest(one, names_of_room),
                )
    everything = not (topics or names)
    return [
        one for one in room.cases.values() if everything or one.topic in topics or one.id in names
    ]


def _told(results: "list[Result]", room: "Room") -> str:
    from rich.table import Table as Grid
    from rich.text import Text

    from twoplustwo.doors.cli.screen import console_of, written
    from twoplustwo.validation import table

    console = console_of(WIDE)
    grid = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("case", "source"):
        grid.add_column(name, overflow="fold")
    for name in ("expected", "ours", "difference", "tolerance"):
        grid.add_column(name, justify="right", overflow="fold")
    grid.add_column("status", overflow="fold")
    rows = table.rows(results, room)
    for topic in dict.fromkeys(one["topic"] for one in rows):
        grid.add_row(Text(topic, style="bold"))
        for one in (row for row in rows if row["topic"] == topic):
            true = one["status"] == one["deserves"]
            status = one["status"] if true else f"{one['status']}, but {one['deserves']}"
            cells = [
                one[key]
                for key in ("case", "source", "expected", "ours", "difference", "tolerance")
            ]
            style = "" if true else "bold"
            grid.add_row(*(Text(cell) for cell in cells), Text(status, style=style))
    console.print(grid)
    counted = ", ".join(f"{count} {name}" for name, count in table.counts(results).items())
    summary = f"{len(results)} cases from {table.independent(results, room)} sources: {counted}"
    console.print(Text(f"\n{summary}"), soft_wrap=True)
    return written(console)
