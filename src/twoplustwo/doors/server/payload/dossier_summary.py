"""Everything that the page needs to know of a dossier before it asks anything."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twoplustwo.doors.server.payload.shown import cited, unit_of, who
from twoplustwo.doors.server.payload.sliders import sliders

if TYPE_CHECKING:
    from twoplustwo.dossier.models import Dossier, Measure


def dossier_summary(
    dossier: "Dossier", as_of: str | None = None, decisive: Sequence[str] = ()
) -> dict[str, Any]:
    """Parties, names, presets, measures, disputes, sliders and parameters of a dossier.

    Parameters
    ----------
    dossier : Dossier
    as_of : str, optional
        Date by which parties must have spoken; the dossier's own, if none is given.
    decisive : sequence of str
        Parameters that decide some headline though no dispute lists them, as far as is known.
    """
    return {
        "id": dossier.id,
        "title": dossier.title,
        "as_of": as_of or dossier.as_of,
        "hash": dossier.hash,
        "parties": [
            {"id": one, "name": dossier.parties[one].name} for one in sorted(dossier.parties)
        ],
        "names": names(dossier),
        "presets": presets(dossier),
        "measures": measures(dossier),
        "disputes": [
            {"id": one.id, "name": one.name, "parameters": list(one.parameters)}
            for one in dossier.disputes.values()
        ],
        "sliders": sliders(dossier, as_of, decisive),
        "parameters": parameters(dossier),
        "borders": borders(dossier),
    }


def names(dossier: "Dossier") -> dict[str, Any]:
    """Everything that may stand in a table or a list, by language.

    Things of the dossier by identifier, statements and disputes by their English text too, since
    tables hold that; then the words of the model's own.
    """
    from twoplustwo.doors import dossiers
    from twoplustwo.wording.vocabulary import vocabulary

    said = [one.name for one in dossier.disputes.values()]
    said += [one.text for one in dossier.propositions.values()]
    return {
        **vocabulary(),
        **{text["en"]: text for text in said},
        **{key: one.text for key, one in dossier.propositions.items()},
        **dossiers.names(dossier),
    }


def presets(dossier: "Dossier") -> list[dict[str, Any]]:
    """Each party alone, alphabetically; then the presets of the dossier."""
    alone = [
        {
            "id": one,
            "name": dossier.parties[one].name,
            "positions": [one],
            "measures": [],
            "sets": [],
            "note": {},
        }
        for one in sorted(dossier.parties)
    ]
    return alone + [
        {
            "id": one.id,
            "name": one.name,
            "positions": list(one.positions),
            "measures": list(one.measures),
            "sets": [f"{path}={text}" for path, text in one.sets],
            "note": one.note,
        }
        for one in dossier.presets.values()
    ]


def measures(dossier: "Dossier") -> list[dict[str, Any]]:
    """The measures by name; each with those that cannot hold together with it."""
    from twoplustwo.base.errors import PositionError
    from twoplustwo.positions.conflicts import check_measures

    against: dict[str, list[str]] = {name: [] for name in dossier.measures}
    for one, two in combinations(dossier.measures, 2):
        try:
            check_measures([one, two], dossier, "")
        except PositionError:
            against[one].append(two)
            against[two].append(one)
    return [_measure(dossier, one, against[one.id]) for one in dossier.measures.values()]


def _measure(dossier: "Dossier", one: "Measure", against: list[str]) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "bounds": one.bounds,
        "by": one.by,
        "by_name": who(one.by, dossier),
        "status": one.status,
        "source": one.source,
        "cited": cited(one.source, dossier),
        "stated": one.stated,
        "verified": one.verified,
        "verified_by": list(one.verified_by),
        "note": one.note,
        "why": one.why,
        "says": one.says,
        "withdraws": one.withdraws,
        "against": against,
        "does": [{"parameter": act.parameter, "do": act.do, "text": act.text} for act in one.does],
    }


def parameters(dossier: "Dossier") -> list[dict[str, Any]]:
    """Every parameter that somebody claims, in the order of the dossier."""
    from twoplustwo.dossier.display_names import parameter_name
    from twoplustwo.dossier.find import parameter

    disputed = {path for one in dossier.disputes.values() for path in one.parameters}
    found = []
    for path in dossier.paths():
        claims = dossier.parameters.get(path, ())
        if not claims:
            continue
        place = parameter(dossier, path)
        found.append(
            {
                "path": path,
                "kind": path.partition(".")[0],
                "name": parameter_name(dossier, place.path),
                "means": place.kind.means,
                "unit": unit_of(place),
                "type": place.kind.type,
                "claims": len(claims),
                "disputed": path in disputed,
            }
        )
    return found


def borders(dossier: "Dossier") -> list[str]:
    """Names of the border files that come with a dossier, the coarsest first."""
    return sorted(border_files(dossier), reverse=True, key=_scale)


def _scale(name: str) -> int:
    """The number at the end of a name: one to so many million."""
    return int("".join(char for char in name.rpartition("-")[2] if char.isdigit()) or 0)


def border_files(dossier: "Dossier") -> dict[str, Path]:
    """Border files by name, without their ending."""
    found = {}
    for root in dossier.roots.values():
        found |= {one.stem: one for one in sorted((root / "borders").glob("*.json"))}
    return found
