"""What made an answer: version, engine sources, jaxlib and kind of device; never a host or time."""

from functools import cache
from importlib import metadata, resources
from pathlib import Path

from twoplustwo.base.digest import sources_digest

SHOWING = ("doors", "reports", "validation")
"""Folders through which no number of an answer passes; whatever else there is counts."""


@cache
def engine_digest() -> str:
    """Hash over the sources of all layers that a number passes through."""
    home = Path(str(resources.files("twoplustwo")))
    folders = (one for one in home.iterdir() if one.is_dir() and one.name[0] not in "._")
    return sources_digest(*sorted(one for one in folders if one.name not in SHOWING))[:16]


def engine_info() -> dict[str, str]:
    """Version of the package, hash of the engine, jaxlib, device kind."""
    from twoplustwo.physics import numerics

    return {
        "version": _version("twoplustwo"),
        "code": engine_digest(),
        "jaxlib": _version("jaxlib"),
        "device": numerics.device(),
    }


@cache
def _version(package: str) -> str:
    return metadata.version(package)  # reads a file each time
