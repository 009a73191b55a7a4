"""``twoplustwo --version``."""

import typer


def show_version(wanted: bool) -> None:
    """Print the version and end, where it is asked for."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"twoplustwo {version('twoplustwo')}")
        raise typer.Exit()
