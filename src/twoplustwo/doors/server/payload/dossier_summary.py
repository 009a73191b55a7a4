"""Everything that the page needs to know of a dossier before it asks anything."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from twoplustwo.base.errors import PositionError
from twoplustwo.doors import dossiers
from twoplustwo.doors.server.payload.display import reason, source_text, speaker_name, unit_of
from twoplustwo.doors.server.payload.shape import Shape, Text, Words
from twoplustwo.doors.server.payload.sliders import Slider, sliders
from twoplustwo.dossier.display_names import parameter_name
from twoplustwo.dossier.find import parameter
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.conflicts import check_measures
from twoplustwo.positions.disputes import all_disputes
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.wording.vocabulary import vocabulary


class Party(Shape):
    """Whose claims can be held."""

    id: str
    name: Text


class Preset(Shape):
    """A state to begin from."""

    id: str
    name: Text
    positions: list[str]
    measures: list[str]
    sets: list[str]
    note: Words


class Deed(Shape):
    """One thing that a measure does to held values."""

    parameter: str
    do: str
    text: str


class Measure(Shape):
    """A freeze, a cap, a mask, a delay: what it would do, and who proposed it."""

    id: str
    name: Text
    bounds: str
    by: str
    by_name: Text
    status: str
    source: str
    cited: str
    stated: str
    verified: Words
    verified_by: list[str]
    note: str
    why: Text
    says: str
    withdraws: bool
    against: list[str]
    does: list[Deed]


class Dispute(Shape):
    """Parameters on which positions differ."""

    id: str
    name: Text
    parameters: list[str]


class Parameter(Shape):
    """A parameter that somebody claims."""

    path: str
    kind: str
    name: Words
    means: Words
    unit: str
    type: str
    claims: int
    disputed: bool


class DossierSummary(Shape):
    """All that the page needs of a dossier before it asks anything.

    `v` is the stamp under which its answers may be kept for ever.
    """

    id: str
    title: Text
    as_of: str
    hash: str
    parties: list[Party]
    names: dict[str, Text]
    presets: list[Preset]
    measures: list[Measure]
    disputes: list[Dispute]
    sliders: list[Slider]
    parameters: list[Parameter]
    borders: list[str]
    v: str


def dossier_summary(
    dossier: Dossier, as_of: str | None = None, decisive: Sequence[str] = (), stamp: str = ""
) -> DossierSummary:
    """Parties, names, presets, measures, disputes, sliders and parameters of a dossier.

    Parameters
    ----------
    dossier : Dossier
    as_of : str, optional
        Date by which parties must have spoken; the dossier's own, if none is given.
    decisive : sequence of str
        Parameters that decide some headline though no dispute lists them, as far as is known.
    stamp : str
        Of dossier and engine as they are.
    """
    return DossierSummary(
        id=dossier.id,
        title=dossier.title,
        as_of=as_of or dossier.as_of,
        hash=dossier.hash,
        parties=[Party.of(party) for _, party in sorted(dossier.parties.items())],
        names=names(dossier),
        presets=presets(dossier),
        measures=measures(dossier),
        disputes=[Dispute.of(dispute) for dispute in all_disputes(dossier, as_of)],
        sliders=sliders(dossier, as_of, decisive),
        parameters=parameters(dossier),
        borders=borders(dossier),
        v=stamp,
    )


def names(dossier: Dossier) -> dict[str, Any]:
    """Everything that may stand in a table or a list, by language.

    Things of the dossier by identifier, statements and disputes by their English text too, since
    tables hold that; then the words of the model's own.
    """
    texts = [one.name for one in dossier.disputes.values()]
    texts += [one.text for one in dossier.propositions.values()]
    return {
        **vocabulary(),
        **_regional_columns(dossier),
        **{text["en"]: text for text in texts},
        **{key: one.text for key, one in dossier.propositions.items()},
        **dossiers.names(dossier),
    }


def _regional_columns(dossier: Dossier) -> dict[str, Any]:
    """Columns that stand once for each region, such as its coverage: name to short words."""
    return {
        name: column["short"]
        for card in cards_of(dossier).values()
        for name, column in card.columns.items()
        if "region" in column and "short" in column
    }


def presets(dossier: Dossier) -> list[Preset]:
    """Each party alone, alphabetically; then the presets of the dossier."""
    nothing: dict[str, Any] = {"measures": [], "sets": [], "note": {}}
    alone = [
        Preset(id=id_, name=party.name, positions=[id_], **nothing)
        for id_, party in sorted(dossier.parties.items())
    ]
    return alone + [
        Preset.of(preset, sets=[f"{path}={text}" for path, text in preset.sets])
        for preset in dossier.presets.values()
    ]


def measures(dossier: Dossier) -> list[Measure]:
    """The measures by name; each with those that cannot hold together with it."""
    against: dict[str, list[str]] = {name: [] for name in dossier.measures}
    for one, two in combinations(dossier.measures, 2):
        try:
            check_measures([one, two], dossier, "")
        except PositionError:
            against[one].append(two)
            against[two].append(one)
    return [
        Measure.of(
            measure,
            by_name=speaker_name(measure.by, dossier),
            cited=source_text(measure.source, dossier),
            against=against[name],
            why=reason(measure.why),
            does=[Deed.of(action) for action in measure.does],
        )
        for name, measure in dossier.measures.items()
    ]


def parameters(dossier: Dossier) -> list[Parameter]:
    """Every parameter that somebody claims, in the order of the dossier."""
    disputed = {path for one in dossier.disputes.values() for path in one.parameters}
    claimed = []
    for path in dossier.paths():
        claims = dossier.parameters.get(path, ())
        if not claims:
            continue
        place = parameter(dossier, path)
        claimed.append(
            Parameter(
                path=path,
                kind=path.partition(".")[0],
                name=parameter_name(dossier, place.path),
                means=place.kind.means,
                unit=unit_of(place),
                type=place.kind.type,
                claims=len(claims),
                disputed=path in disputed,
            )
        )
    return claimed


def borders(dossier: Dossier) -> list[str]:
    """Names of the border files that come with a dossier, the coarsest first."""
    return sorted(border_files(dossier), reverse=True, key=_scale)


def _scale(name: str) -> int:
    """The number at the end of a name: one to so many million."""
    return int("".join(char for char in name.rpartition("-")[2] if char.isdigit()) or 0)


def border_files(dossier: Dossier) -> dict[str, Path]:
    """Border files by name, without their ending."""
    files = {}
    for root in dossier.roots.values():
        files |= {one.stem: one for one in sorted((root / "borders").glob("*.json"))}
    return files
