"""A copy of a dossier in which every thing, party and speaker is called otherwise."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

THINGS = (
    *("bases", "forces", "happenings", "interceptors", "launch-areas", "measures", "missiles"),
    *("parties", "predictions", "propositions", "radars", "regions", "satellites", "sites"),
    *("shields", "states", "targets", "threats", "weapons"),
)
"""Folders with one file a thing, called for it."""
_CALLED = re.compile(r"^(name|of|short):(?: *\{.*\}\n|\n(?: +\w+: .*\n)+)", re.MULTILINE)
_SPOKEN = re.compile(r"\b((?:\w+_)?by|asserted|denied): ?(\[[^\]]*\]|[\w-]+)")


def renamed_copy(folder: Path, home: Path) -> tuple[Path, Callable[[str], str]]:
    """Copy a dossier under other names; what it includes is copied as it is.

    Parameters
    ----------
    folder : Path
        A dossier; beside the folder ``common``, if it includes that by its path.
    home : Path
        Where the copies go.

    Returns
    -------
    copy : Path
    renamed : callable
        A text in which every identifier is called as in the copy.
    """
    called = _things(folder)
    longest = "|".join(sorted(map(re.escape, called), key=len, reverse=True))
    word = re.compile(rf"(?<![\w-])({longest})(?![\w-])")

    def renamed(text: str) -> str:
        return word.sub(lambda found: called[found[0]], text)

    speakers = re.findall(
        r"^([\w-]+):", (folder / "speakers.yaml").read_text("utf-8"), re.MULTILINE
    )
    copy = home / "other"
    if (folder.parent / "common").is_dir():  # else it is included by its name
        shutil.copytree(folder.parent / "common", home / "common")
    if (folder / "tables").is_dir():
        shutil.copytree(folder / "tables", copy / "tables")
    for file in folder.rglob("*.yaml"):
        there = file.relative_to(folder)
        thing = there.parts[0] in THINGS
        goal = copy / (there.with_stem(called[there.stem]) if thing else there)
        goal.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8")
        if there.name == "speakers.yaml":
            text = re.sub(r"^([\w-]+):", lambda one: f"{one[1][::-1]}:", text, flags=re.MULTILINE)
        text = _SPOKEN.sub(lambda said: _spoken(said, speakers), text)
        if thing:
            text = _CALLED.sub(rf"\1: {{en: X {goal.stem}, ru: Ы}}\n", text)
        # places that predictions speak of are words of records.yaml, not things
        goal.write_text(text if there.name == "records.yaml" else renamed(text), encoding="utf-8")
    return copy, renamed


def _things(folder: Path) -> dict[str, str]:
    """Identifier to the same backwards; of regions their columns too."""
    called = {one.stem: one.stem[::-1] for kind in THINGS for one in (folder / kind).glob("*.yaml")}
    for one in (folder / "regions").glob("*.yaml"):
        old, new = (name.replace("-", "_") for name in (one.stem, called[one.stem]))
        called[old] = new
        for before, after in (("coverage_", ""), ("coverage_", "_range"), ("threat_year_", "")):
            called[f"{before}{old}{after}"] = f"{before}{new}{after}"
    return called


def _spoken(said: re.Match[str], speakers: list[str]) -> str:
    """Who said something, called backwards where this dossier says who that is."""
    names = re.sub(r"[\w-]+", lambda one: one[0][::-1] if one[0] in speakers else one[0], said[2])
    return f"{said[1]}: {names}"
