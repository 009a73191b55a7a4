"""Hash over everything of the package that shapes what the server sends."""

from functools import cache
from importlib import resources
from pathlib import Path

from ...base.digest import sources_digest

LAYERS = ("answers", "dossier", "runs", "analysis", "reports", "kinds", "doors")


@cache
def sources_hash() -> str:
    """Hash over the layers behind an answer that `runs.made.engine_digest` leaves out."""
    home = Path(str(resources.files("twoplustwo")))
    return sources_digest(*(home / one for one in LAYERS if (home / one).is_dir()))
