"""``twoplustwo serve``: the workbench in a browser, from this machine."""

import contextlib
from typing import Annotated

import typer

from twoplustwo.base.errors import OutputError
from twoplustwo.doors import asking
from twoplustwo.doors.cli import streams
from twoplustwo.doors.cli.failures import echo, exit_status_on_error

HOST, PORT = "127.0.0.1", 8000


def serve(
    dossiers: Annotated[
        list[str] | None,
        typer.Argument(
            help="Dossiers to serve, identifiers or paths. (default: all that came with the "
            "package)",
            show_default=False,
        ),
    ] = None,
    host: Annotated[
        str, typer.Option(help="Address to listen at; any but this machine's own is public.")
    ] = HOST,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen at; 0 takes any that is free.")
    ] = PORT,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            "--allowed-host",
            help="A name by which browsers may call this server, such as shield.example.org; "
            "several with commas, or repeated. (default: its own names; any where others can reach "
            "it)",
        ),
    ] = None,
    root_path: Annotated[
        str,
        typer.Option(
            help="The path below which a proxy offers this server, such as /shield, whether it "
            "keeps or strips that path. (default: /)",
            show_default=False,
        ),
    ] = "",
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")
    ] = True,
    dossier: Annotated[
        list[str] | None,
        typer.Option(
            "--dossier",
            "-d",
            help="The same as the argument; several with commas, or repeated.",
        ),
    ] = None,
) -> None:
    """Serve the workbench: the model in a browser, offline, until Ctrl-C."""
    with exit_status_on_error(stopped="stopped"):
        from twoplustwo.doors.server import registry as registries
        from twoplustwo.doors.server import root_path as roots
        from twoplustwo.doors.server import serving, static

        root = roots.root_of(root_path)

        if not static.is_built():
            raise OutputError(
                "this installation has no page to serve",
                "serve",
                "it was made from a clone in which the page had not been built",
                "in the clone: make page, then install again; all other commands work without",
            )
        listening = serving.bind(host, port)
        with listening:
            page = serving.address(host, listening.getsockname()[1], root)
            if not serving.is_loopback(host):
                echo(f"others can reach this server now, at {host}", label="note: ")
            named = [*(dossiers or ()), *(dossier or ())]
            served = registries.load(asking.listed(named, "--dossier", "dossier") or None)

            def up() -> None:
                with contextlib.suppress(OutputError, streams.ReaderGone):  # nobody need read it
                    typer.echo(f"the workbench is at {page}   (Ctrl-C stops it)")
                    streams.send()
                if browser:
                    serving.open_browser(page)

            hosts = asking.listed(allow_host, "--allow-host", "host")
            serving.serve(served, listening, up, hosts, root)
