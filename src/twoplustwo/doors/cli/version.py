"""``twoplustwo --version``."""

import typer


def show_version(asked_for: bool) -> None:
    """Print the version and end, where it is asked for."""
    if asked_for:
        from importlib.metadata import version

        typer.echo(f"twoplustwo {version('twoplustwo')}")
        raise typer.Exit()
