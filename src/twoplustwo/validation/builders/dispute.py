"""The dispute itself: questions put to the shipped dossier, at the positions that a case states."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from twoplustwo.answers.answer import Answer
from twoplustwo.base.constants import EARTH_MEAN_RADIUS_M
from twoplustwo.base.outcomes import Outcome
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate
from twoplustwo.dossier.models import Dossier
from twoplustwo.physics.sphere import angle_and_bearing
from twoplustwo.runs.ask import ask
from twoplustwo.validation.studies.inputs import inputs

REACH, COVER = "icbm-reach", "defended-footprint"
Settings = Mapping[str, Any]


def reaches_any(position: str, set: Settings) -> bool:
    """Whether any pair of a base and a city is within reach."""
    return _share(position, set) > 0.0


def share_reached(position: str, set: Settings) -> float:
    """Share of the pairs of bases and cities that are within reach."""
    return _share(position, set)


def reaches_less(position: str, set: Settings, to: Settings, measures: str = "") -> bool:
    """Whether a change of settings, or measures, take pairs of bases and cities out of reach."""
    return _share(_with(position, measures), to) < _share(position, set)


def reaches_all_of(position: str, set: Settings, bases: Sequence[str]) -> bool:
    """Whether from every one of some bases the flight to the capital is within reach."""
    met = _met(position, set)
    return all(met[base] for base in bases)


def reaches_any_of(position: str, set: Settings, bases: Sequence[str]) -> bool:
    """Whether from at least one of some bases the flight to the capital is within reach."""
    met = _met(position, set)
    return any(met[base] for base in bases)


def bases_reached(position: str, set: Settings) -> float:
    """Number of bases whose flight to the capital is within reach."""
    return float(sum(_met(position, set).values()))


def latest_launch(position: str, set: Settings, base: str, target: str) -> float:
    """Latest useful launch of the interceptor [s] after that of the missile; NaN if none."""
    return _row(position, set, base, target, "latest_launch_s")


def threat_mean_speed(position: str, set: Settings, base: str, target: str) -> float:
    """Mean speed of the missile along the ground [m/s], launch to impact."""
    return _row(position, set, base, target, "mean_path_speed_m_s")


def interceptor_mean_speed(
    position: str, set: Settings, base: str, target: str, site: str
) -> float:
    """Mean speed of the interceptor along the ground [m/s], launch to its latest meeting."""
    sites = _reach(position, set).table("sites")
    here = int(np.flatnonzero(sites.column("site") == site)[0])
    lat, lon = (sites.column(f"{x}_deg")[here] for x in ("lat", "lon"))
    met = (_row(position, set, base, target, f"intercept_{x}_deg") for x in ("lat", "lon"))
    angle, _ = angle_and_bearing(*(np.radians(np.array(float(x))) for x in (lat, lon, *met)))
    flight = _row(position, set, base, target, "flight_time_s")
    return float(angle * EARTH_MEAN_RADIUS_M / flight)


def coverage(position: str, set: Settings, of: str) -> float:
    """Share of the threatened people of a region covered at least once; `of` is its column."""
    answer = _answer(COVER, _position(position, set))
    found = {h.column: h.value for h in (answer.headline, *answer.headlines)}
    value = found[f"coverage_{of}"]
    return float("nan") if value is None else float(value)


def covers_less(position: str, set: Settings, to: Settings, of: str, measures: str = "") -> bool:
    """Whether a change of settings, or measures, take coverage of a region away."""
    return coverage(_with(position, measures), to, of) < coverage(position, set, of)


def covers_more_than_all(position: str, set: Settings, others: Sequence[Settings], of: str) -> bool:
    """Whether `set` covers more than several other sites could together.

    The sum of what each site covers alone is an upper bound of what they cover together.
    """
    return coverage(position, set, of) > sum(coverage(position, one, of) for one in others)


def _with(position: str, measures: str) -> str:
    return "+".join(part for part in (position, measures) if part)


def _share(position: str, set: Settings) -> float:
    value = _reach(position, set).headline.value
    return float("nan") if value is None else float(value)


def _met(position: str, set: Settings) -> dict[str, bool]:
    bases = _reach(position, set).table("bases")
    met = bases.column("outcome") == Outcome.MET
    return dict(zip(bases.column("base"), (bool(x) for x in met), strict=True))


def _row(position: str, set: Settings, base: str, target: str, column: str) -> float:
    rows = _reach(position, set).rows
    here = (rows.column("base") == base) & (rows.column("target") == target)
    return float(rows.column(column)[np.flatnonzero(here)[0]])


def _reach(position: str, set: Settings) -> Answer:
    return _answer(REACH, _position(position, set))


def _position(position: str, set: Settings) -> str:
    return "+".join([position, *(f"set:{path}={_text(value)}" for path, value in set.items())])


def _text(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


@cache
def _dossier() -> Dossier:
    return load(locate(inputs()["dossier"]))


@cache
def _answer(question: str, position: str) -> Answer:
    """One answer of the shipped dossier; asked once, whatever the number of cases."""
    (answer,) = ask(question, [position], _dossier())
    return answer
