"""Dossiers made up for measuring: europe-2007 with claims and cells that nobody made.

They live in a folder for the time of a run. No number of theirs means anything; only how much there
is to compute counts.
"""

import hashlib
import re
import shutil
from pathlib import Path

import numpy as np

from twoplustwo.base import constants as k
from twoplustwo.dossier import load
from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position

# dispute: parameter, what one party claims, what the other. Three move flights, four the reach,
# five what is seen and decided.
DISPUTES = {
    "boost": ("missiles.ss-25.burn_time", "170 s", "150 s"),
    "throw-weight": ("missiles.ss-18.payload", "8800 kg", "8000 kg"),
    "loft": ("missiles.ss-19.loft", "0 deg", "3 deg"),
    "speed": ("interceptors.gbi-2.burnout_speed", "6.3 km/s", "8 km/s"),
    "interceptor-burn": ("interceptors.gbi-2.burn_time", "138 s", "150 s"),
    "longest-flight": ("engagement.max_flight", "1200 s", "900 s"),
    "slowest-meeting": ("engagement.min_closing", "0 km/s", "2 km/s"),
    "target-size": ("warhead.radar_cross_section", "1 m2", "0.01 m2"),
    "scan": ("satellites.early-warning.scan_period", "10 s", "5 s"),
    "remote": ("commit.remote", "no", "yes"),
    "track": ("commit.track_time", "15 s", "30 s"),
    "decision": ("commit.decision_time", "15 s", "30 s"),
}
# The same for `why`: what sides dispute most, none of which moves a flight of the missiles.
ARGUED = {
    "speed": ("interceptors.gbi-2.burnout_speed", "6.3 km/s", "8 km/s"),
    "longest-flight": ("engagement.max_flight", "1200 s", "900 s"),
    "slowest-meeting": ("engagement.min_closing", "0 km/s", "2 km/s"),
    "keep-out": ("engagement.keep_out", "130 km", "160 km"),
    "settling": ("engagement.settle", "0 s", "20 s"),
    "target-size": ("warhead.radar_cross_section", "1 m2", "0.01 m2"),
    "scan": ("satellites.early-warning.scan_period", "10 s", "5 s"),
    "remote": ("commit.remote", "no", "yes"),
    "cue": ("commit.boost_cue", "no", "yes"),
    "track": ("commit.track_time", "15 s", "30 s"),
    "decision": ("commit.decision_time", "15 s", "30 s"),
    "low-sight": ("radars.emr.min_elevation", "2 deg", "5 deg"),
}
LAUNCH_AREA, MISSILE = "semnan", "irbm"
CENTRE_DEG, RING_M = (35.23722, 53.95), (1_000e3, 3_600e3)
PARTIES = {"us": "mda", "russia": "lavrov"}


def copied(folder: Path) -> Path:
    """A copy of europe-2007 and of what it includes."""
    home = Path(str(locate("europe-2007")))
    for one in (home, home.parent / "common"):
        shutil.copytree(one, folder / one.name)
    return folder / home.name


def disputed(folder: Path, about: dict[str, tuple[str, str, str]] = DISPUTES) -> Dossier:
    """With claims of both parties on every one of `about`, and those alone."""
    home = copied(folder)
    for parameter, *claims in about.values():
        kind, _, key = parameter.rpartition(".")
        file = _file(home, kind)
        text = file.read_text(encoding="utf-8")
        made = "".join(
            f"  made-up-{party}:\n    by: {speaker}\n    value: {value}\n    stated: 2007-01\n"
            "    source: compilers-notes\n    status: assumed\n"
            for (party, speaker), value in zip(PARTIES.items(), claims, strict=True)
        )
        block = rf"^{key}:\n(?:  .*\n|\n)+"
        assert re.search(block, text + "\n", re.MULTILINE), parameter
        text = re.sub(block, f"{key}:\n{made}", text + "\n", count=1, flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")
    for file in (home / "parties").glob("*.yaml"):
        file.write_text(f"name:\n  en: {file.stem}\n  ru: {file.stem}\n", encoding="utf-8")
    (home / "disputes.yaml").write_text(
        "".join(
            f"{name}:\n  name:\n    en: {name}\n    ru: {name}\n  parameters: [{parameter}]\n"
            for name, (parameter, *_) in about.items()
        ),
        encoding="utf-8",
    )
    _choose(home)
    return load(home)


def _choose(home: Path) -> None:
    """Let every party choose the first of the claims left to it, whatever they are."""
    dossier = load(home)
    for file in (home / "parties").glob("*.yaml"):
        every = (choose(dossier, file.stem, path, dossier.as_of_day) for path in dossier.paths())
        lines = "".join(f"  {c.left[0].parameter}: {c.left[0].key}\n" for c in every if c.left)
        with file.open("a", encoding="utf-8") as out:
            out.write(f"chooses:\n{lines}")


def mixtures() -> list[Position]:
    """Every mixture of the two parties of `disputed`: 4,096 positions of twelve disputes."""
    names = list(DISPUTES)
    return [
        Position("us", tuple(("russia", n) for i, n in enumerate(names) if number >> i & 1))
        for number in range(2 ** len(names))
    ]


def crowded(folder: Path, cells: int) -> Dossier:
    """One missile, one launch area, and `cells` cells all round it within its reach."""
    home = copied(folder)
    for file in (home / "launch-areas").glob("*.yaml"):
        if file.stem != LAUNCH_AREA:
            file.unlink()
    for file in (home / "missiles").glob("*.yaml"):
        if file.stem != MISSILE:
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace("origin: iran", "origin: russia"), encoding="utf-8")
    tables = home.parent / "common" / "tables"
    places = "\n".join(
        f"C{i},{latitude:.5f},{longitude:.5f},ONE,europe,1000,1000"
        for i, (latitude, longitude) in enumerate(_around(cells))
    )
    made = {
        "cells": f"cell,lat_deg,lon_deg,country,region,area_km2,population\n{places}\n",
        "countries": "iso3,name,region,population_2007,source,scale\n"
        f"ONE,One,europe,{1000 * cells},made-up,1\n",
        "cities": "city,country,region,lat_deg,lon_deg,population,cell\n"
        "City,ONE,europe,50,20,1000,C0\n",
    }
    for name, text in made.items():
        _replace(home.parent / "common" / "population.yaml", tables / f"{name}.csv", text)
    return load(home)


def _around(count: int) -> np.ndarray:
    """Latitude and longitude [deg] of places spread evenly over a ring, shape (count, 2)."""
    turn = np.pi * (1.0 + 5.0**0.5) * np.arange(count)
    low, high = np.cos(np.array(RING_M) / k.EARTH_MEAN_RADIUS_M)
    c = low + (high - low) * (np.arange(count) + 0.5) / count
    s = np.sqrt(1.0 - c * c)
    at, lon = np.radians(CENTRE_DEG)
    z = np.sin(at) * c + np.cos(at) * s * np.cos(turn)
    east = np.arctan2(s * np.sin(turn), np.cos(at) * c - np.sin(at) * s * np.cos(turn))
    around = np.remainder(lon + east + np.pi, 2.0 * np.pi) - np.pi
    return np.degrees(np.stack([np.arcsin(z), around], axis=1))


def _replace(claims: Path, table: Path, text: str) -> None:
    """Write another table in place of one, and its hash into the claims of it."""
    before = hashlib.sha256(table.read_bytes()).hexdigest()
    table.write_text(text, encoding="utf-8")
    after = hashlib.sha256(table.read_bytes()).hexdigest()
    claimed = claims.read_text(encoding="utf-8")
    claims.write_text(claimed.replace(before, after), encoding="utf-8")


def _file(home: Path, kind: str) -> Path:
    """File of a thing, or of a kind that has but one: of the dossier, else of what is common."""
    name = f"{kind.replace('.', '/')}.yaml"
    return home / name if (home / name).is_file() else home.parent / "common" / name
