"""Hash over everything of the package that shapes what the server sends."""

from functools import cache
from importlib import resources
from pathlib import Path

from twoplustwo.base.digest import sources_digest


@cache
def sources_hash() -> str:
    """Hash over all sources of the package."""
    return sources_digest(Path(str(resources.files("twoplustwo"))))
