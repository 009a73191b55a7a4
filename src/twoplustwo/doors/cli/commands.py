"""The commands put together; imports nothing heavy, so that help is quick."""

from typing import Annotated

import typer

from twoplustwo.doors.cli import (
    ask,
    check,
    cite,
    diff,
    export,
    fit,
    list,
    new,
    run,
    schema,
    serve,
    steepness,
    validate,
    why,
)
from twoplustwo.doors.cli.question_help import QuestionCommand
from twoplustwo.doors.cli.version import show_version

app = typer.Typer(
    name="twoplustwo",
    help=(
        "Missile-defence arguments under the numbers of each side: the same physics, "
        "each party's claims, an answer per party."
    ),
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", callback=show_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options that stand before any command."""


app.command("run")(run.run)
app.command("serve")(serve.serve)
app.command("ask", cls=QuestionCommand)(ask.ask)
app.command("why", cls=QuestionCommand)(why.why)
app.command("export", cls=QuestionCommand)(export.export)
app.command("list")(list.list_)
app.command("new")(new.new)
app.command("check")(check.check)
app.command("diff")(diff.diff)
app.command("fit")(fit.fit)
app.command("steepness")(steepness.steepness)
app.command("schema")(schema.schema)
app.command("cite")(cite.cite)
app.command("validate")(validate.validate)
