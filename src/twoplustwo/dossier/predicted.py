"""What predictions are about, as the dossier itself declares it: places reached, and conditions."""

from collections.abc import Mapping

from twoplustwo.base.errors import nearest
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.kinds import Kind

KIND, RECORDS = "predictions", "records"
NO_CONDITION = "none"
_RANGE = "_range"


def ranges(kinds: Mapping[str, Kind]) -> dict[str, str]:
    """What a prediction may say is reached, and the parameter of the range from which it is.

    ``records.far_south_range`` stands for ``far-south``; in the order of the dossier's file.
    """
    return {
        name.removesuffix(_RANGE).replace("_", "-"): f"{RECORDS}.{name}"
        for name in kinds[RECORDS].parameters
        if name.endswith(_RANGE)
    }


def conditions(kinds: Mapping[str, Kind]) -> dict[str, tuple[str, str]]:
    """Each condition of a prediction: the fact that decides it, and what that must be."""
    return {
        condition: (f"{RECORDS}.{name}", wanted)
        for name, one in kinds[RECORDS].parameters.items()
        for condition, wanted in one.conditions.items()
    }


def same_words(kinds: Mapping[str, Kind], region: str) -> frozenset[str]:
    """What words about `region` may mean too, itself among them."""
    there = ranges(kinds)
    links = [
        {one, *kinds[RECORDS].parameters[path.rpartition(".")[2]].read_as}
        for one, path in there.items()
    ]
    return frozenset({region}.union(*(one for one in links if region in one)))


def check_predictions(draft: Draft) -> None:
    """Note every prediction of a place or under a condition that the dossier does not declare."""
    known, told = ranges(draft.kinds), conditions(draft.kinds)
    for thing in draft.things.get(KIND, {}).values():
        region = thing.structure.get("region", "")
        if region and region not in known:
            column = region.replace("-", "_") + _RANGE
            _unknown(
                draft,
                thing.path,
                "region",
                region,
                list(known),
                f"declare it in {RECORDS}.yaml: {column}, with `means:` and a claim of the range "
                "that counts as reaching it",
            )
        condition = thing.structure.get("condition", "")
        if condition and condition != NO_CONDITION and condition not in told:
            _unknown(
                draft,
                thing.path,
                "condition",
                condition,
                [NO_CONDITION, *told],
                f"declare a fact in {RECORDS}.yaml, with `means:` and "
                f"`conditions: {{{condition}: yes}}`",
            )
    for name, one in draft.kinds[RECORDS].parameters.items():
        for other in one.read_as:
            if other not in known:
                draft.problems.add(
                    f"{RECORDS}.{name} may be read as an unknown region, {other}",
                    _place(draft, f"{RECORDS}.{name}"),
                    f"known: {', '.join(known)}",
                    nearest(other, known),
                )


def _place(draft: Draft, path: str) -> str:
    claims = draft.parameters.get(path, ())
    return draft.where(claims[0].key) if claims else ""


def _unknown(draft: Draft, path: str, key: str, name: str, known: list[str], fix: str) -> None:
    draft.problems.add(
        f"{path} has the unknown {key} {name}",
        draft.places.get(f"{path}.{key}", ""),
        f"known: {', '.join(known) or 'none'}",
        nearest(name, known) or fix,
    )
