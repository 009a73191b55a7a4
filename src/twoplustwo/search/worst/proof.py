"""What a guarantee is bound to: the engine and the claims with which it was measured.

Directions of a card and the steepness of a column are properties that were tested and measured with
one engine on one dossier. They prove nothing of another shield, other claims or another engine:
there they guide the search, and what it finds is ``searched, no guarantee``. ``proof.yaml`` says
for each question with which engine and claims its tests passed; `make proven` runs them, and then
writes it. What ``twoplustwo steepness`` tested and measured for a dossier stands in that dossier's
``steepness.yaml``, and counts for the same engine and claims alone.
"""

from collections.abc import Collection, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from twoplustwo.base.digest import digest, sources_digest
from twoplustwo.base.errors import UnitError
from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.find import parameter
from twoplustwo.dossier.models import Claim, Dossier
from twoplustwo.dossier.more_measures import OF_ALL_MEASURES
from twoplustwo.dossier.steepness import MeasuredSteepness
from twoplustwo.positions.claimed import counting_claims
from twoplustwo.positions.position import Position
from twoplustwo.stages.disk_cache import SOURCES

RECORD = "proof.yaml"


@cache
def engine() -> str:
    """Digest of the sources of all stages through which a number passes."""
    home = Path(str(resources.files("twoplustwo")))
    return sources_digest(*(home / layer for layer in (*SOURCES, "positions")))[:16]


def shield(dossier: Dossier, kinds: Collection[str]) -> str:
    """Digest of everything claimed of some kinds of things, and of what measures do to them."""
    known = dossier.memo.setdefault(OF_ALL_MEASURES, {})
    mark = tuple(sorted(kinds))
    if mark not in known:
        said = {
            path: sorted(_said(one) for one in dossier.parameters.get(path, ()))
            for path in sorted(dossier.paths())
            if path.partition(".")[0] in mark and dossier.kind_of(path).computed
        }
        acts = sorted(
            (measure.id, act.parameter, act.do, act.text)
            for measure in dossier.measures.values()
            for act in measure.does
            if act.parameter.partition(".")[0] in mark
        )
        known[mark] = digest(list(mark), said, acts)[:16]
    return known[mark]


def kinds_of(dossier: Dossier, read: Collection[str]) -> list[str]:
    """Kinds of the things whose parameters were read.

    Kinds count, not things, so that a measure which puts an interceptor elsewhere does not make
    another shield of it.
    """
    return sorted({path.partition(".")[0] for path in read} & {*dossier.things})


def _said(claim: Claim) -> str:
    value = claim.value
    return repr((value.si, value.low, value.high))


@cache
def recorded() -> Mapping[str, Mapping[str, Any]]:
    """Question to the ``engine``, ``claims`` and ``kinds`` with which its tests passed."""
    text = (resources.files(__package__ or "") / RECORD).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader) or {}


def holds(question: str, dossier: Dossier, position: Position, read: Collection[str]) -> bool:
    """Whether directions and steepness of a question were tested with just this.

    The position may set by hand what lies within the claims, nothing else.
    """
    kinds = _with_package(question, dossier)
    if kinds is None and (measured := own(question, dossier)) is not None:
        kinds = measured.kinds
    if kinds is None or not {*kinds_of(dossier, read)} <= {*kinds}:
        return False
    return all(_claimed(dossier, position, *pair) for pair in position.sets)


def own(question: str, dossier: Dossier) -> MeasuredSteepness | None:
    """What was measured for a dossier by itself, if that holds and the package has not done it."""
    known = dossier.steepness.get(question)
    if known is None or _with_package(question, dossier) is not None:
        return None
    return known if _same(known.engine, known.claims, known.kinds, dossier) else None


def _with_package(question: str, dossier: Dossier) -> Collection[str] | None:
    """Kinds of things with whose claims the tests of the package passed, if they are these."""
    known = recorded().get(question)
    if known is None or not _same(known["engine"], known["claims"], known["kinds"], dossier):
        return None
    return known["kinds"]


def _same(by: str, claims: str, kinds: Collection[str], dossier: Dossier) -> bool:
    return by == engine() and claims == shield(dossier, kinds)


def _claimed(dossier: Dossier, position: Position, path: str, text: str) -> bool:
    """Whether a setting lies within what is claimed of its parameter."""
    place = parameter(dossier, path)
    said = counting_claims(dossier, place.path, position.day(dossier))
    if place.field or not said:
        return False
    if place.kind.type != "number":
        return text in {str(one.value.si) for one in said}
    try:
        _, value, _ = parse_quantity(text, place.kind.unit)
    except UnitError:
        return False
    ends = [end for one in said for end in (one.value.low, one.value.high) if end is not None]
    return value is not None and bool(ends) and min(ends) <= value <= max(ends)
