"""Hash over everything that shapes what the server sends: sources, packages, processor."""

import platform
import re
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from twoplustwo.base.digest import digest, sources_digest
from twoplustwo.base.processor import processor


@cache
def sources_hash() -> str:
    """Hash over all sources of the package."""
    return sources_digest(Path(str(resources.files("twoplustwo"))))


@cache
def packages() -> dict[str, str]:
    """Versions of the packages that ours declares, and of what compiles for the first of them."""
    declared = [
        re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in metadata.requires("twoplustwo") or ()
    ]
    found = {}
    for name in sorted({*declared, "jaxlib"}):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # one that an extra names
            continue
    return found


def engine_hash() -> str:
    """Hash over sources, versions of packages, Python and processor.

    A body that a cache keeps for ever is kept under it: the last digits of a number may be others
    by another numerical library or on another processor.
    """
    return digest(sources_hash(), packages(), platform.python_version(), processor())
