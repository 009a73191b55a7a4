"""The page of the validation room in a report: published results against recorded ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from twoplustwo.reports import frame

NAME = "validation.html"
WORDS = {
    "agrees": "agree",
    "differs": "differ, and it is said why",
    "open": "are open",
    "not-run": "were not run",
}
"""How a count of each status goes on: ``12 agree``."""


def write(body: Mapping[str, Any], out_dir: Path) -> Path:
    """Write the page.

    Parameters
    ----------
    body : mapping
        ``cases``, ``counts``, ``authorities``, ``recorded``, ``sources``, ``topics``,
        ``statuses``, ``seen``.
    out_dir : Path
        An existing folder; gets ``validation.html``.
    """
    page = out_dir / NAME
    page.write_text(render(body), encoding="utf-8")
    return page


def render(body: Mapping[str, Any]) -> str:
    """The page as text; cases in the order given."""
    environment = frame.environment()
    return environment.get_template("validation.html.j2").render(
        body=body,
        counted=counted(body["counts"]),
        topics=[
            {
                "topic": topic,
                "title": title,
                "cases": [one for one in body["cases"] if one["topic"] == topic],
            }
            for topic, title in body["topics"].items()
        ],
    )


def counted(counts: Mapping[str, int]) -> str:
    """Counts by status as a sentence goes on: ``12 agree, 3 differ, and it is said why, ...``."""
    return "; ".join(f"{counts.get(status, 0)} {words}" for status, words in WORDS.items())
