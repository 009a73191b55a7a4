"""Versions of what takes part in the arithmetic and the drawing of a run."""

import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version

PACKAGES = (
    "twoplustwo",
    "jax",
    "jaxlib",
    "numpy",
    "scipy",
    "pyarrow",
    "matplotlib",
    "pillow",
    "pyproj",
    "shapely",
    "babel",
)


@cache
def versions() -> dict[str, str]:
    """Version by package, and of Python."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "unknown"
    return found
