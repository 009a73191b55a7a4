"""The dispute the other way round: who owned the shield feared it, and bases and cities change."""

import shutil
from pathlib import Path
from typing import Any

import yaml

ONE, OTHER = "us", "russia"
SHIELD, SITE = "gbi-2", "gabala"
RADAR = "armavir"
"""Where the other state's shield stands, and the radar that is its own."""
KEPT = (
    *("bases", "commit.yaml", "dossier.yaml", "forces", "interceptors", "launch-areas"),
    *("missiles", "parties", "radars", "raid.yaml", "regions", "satellites", "sites"),
    *("sources.yaml", "speakers.yaml", "states", "targets", "warhead.yaml"),
)
"""What the questions read; what was said about one side alone is left out."""
ASKS = {
    "reach": {"interceptor": SHIELD, "capital": "vypolzovo"},
    "footprint": {"interceptor": SHIELD, "owner": "iran"},
    "radar-view": {"radar": RADAR, "owner": "iran"},
}


def exchanged_copy(europe: Path, home: Path) -> Path:
    """Write the dossier with roles exchanged; texts of things go with their places.

    The shield of the other state stands at a site of its side of the map and sees by its radar; its
    party holds what the first held. Bases lie where the first state's cities are and hold its
    missiles, which fly to where the other state's bases were.
    """
    copy = home / "exchanged"
    shutil.copytree(europe.parent / "common", home / "common")
    for name in KEPT:
        for file in (europe / name).glob("*.yaml") if (europe / name).is_dir() else [europe / name]:
            there = file.relative_to(europe)
            if there.parts[0] in ("parties", "regions"):
                there = there.with_stem(_swapped(there.stem))
            _write(copy / there, _other_way_round(there, _read(file)))
    _exchange_bases_and_targets(copy)
    _name_as(copy / "parties", europe / "parties")
    region = {**_read(europe / "states/russia.yaml"), "countries": ["RUS"]}
    _write(copy / "regions/russia.yaml", {key: region[key] for key in ("name", "countries")})
    _write(copy / "asks.yaml", {n: {"question": n, "options": o} for n, o in ASKS.items()})
    return copy


def _swapped(name: str) -> str:
    return {ONE: OTHER, OTHER: ONE}.get(name, name)


def _other_way_round(there: Path, text: dict[str, Any]) -> dict[str, Any]:
    """A file's keys with owner, party, site and chain exchanged."""
    if there.parts[0] == "speakers.yaml":
        return {name: _other_way_round(Path("speaker"), one) for name, one in text.items()}
    for key in ("owner", "party"):
        if key in text:
            text[key] = _swapped(text[key])
    if there.parts[0] == "radars":
        text["chain"] = "own" if there.stem == RADAR else "joint"
    if there.parts[0] == "interceptors":
        for claim in text["site"].values():
            claim["value"] = SITE
    if there.parts[0] == "dossier.yaml":
        text["regions"] = [_swapped(name) for name in text["regions"]]
    if there.parts[0] == "parties":
        text.pop("accepts", None)
        text["adopts"] = [one for one in text["adopts"] if _is_kept(one["claim"])]
    return text


def _is_kept(claim: str) -> bool:
    kind = claim.partition(".")[0]
    return kind in KEPT or f"{kind}.yaml" in KEPT


def _exchange_bases_and_targets(copy: Path) -> None:
    """Each base takes name and place of a city, and the city those of the base."""
    bases, cities = (sorted((copy / kind).glob("*.yaml")) for kind in ("bases", "targets"))
    for base, city in zip(bases, cities, strict=True):
        here, there = _read(base), _read(city)
        for key in ("name", "location"):
            here[key], there[key] = there[key], here[key]
        base.unlink()
        city.unlink()
        _write(base.with_stem(city.stem), here)
        _write(city.with_stem(base.stem), there)


def _name_as(parties: Path, before: Path) -> None:
    """Each party is called as the one of its identifier was."""
    for file in parties.glob("*.yaml"):
        named = _read(before / file.name)
        said = {**_read(file), **{key: named[key] for key in ("name", "of") if key in named}}
        _write(file, said)


def _read(file: Path) -> dict[str, Any]:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def _write(file: Path, text: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(text, allow_unicode=True, sort_keys=False), encoding="utf-8")
