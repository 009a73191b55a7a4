"""Sets of measures: those of the positions, and each measure that touches what is read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position


def measure_sets(positions: Sequence[Position]) -> list[Position]:
    """One position for each set of measures, settings and date among `positions`.

    Which party's it is does not matter to a worst case; of several the first by name is taken, so
    that the order of the parties does not matter either.
    """
    found: dict[object, Position] = {}
    for position in sorted(positions, key=lambda p: p.text):
        found.setdefault(
            (position.measures, position.sets, position.as_of), replace(position, swaps=())
        )
    return list(found.values())


def single_measures(
    positions: Sequence[Position], dossier: Dossier, read: Iterable[str]
) -> tuple[list[Position], list[str]]:
    """The barest of the positions with each measure of the dossier alone.

    Returns
    -------
    positions : list of Position
        Measures that act on something in `read`, or take something away that stands there.
    idle : list of str
        Measures that do neither: they leave every answer as it is.
    """
    first = replace(measure_sets(positions)[0], measures=())
    paths = set(read)
    acting, idle = [], []
    for name, measure in sorted(dossier.measures.items()):
        touched = any(
            fnmatchcase(path, action.parameter) or fnmatchcase(path, f"{action.parameter}.*")
            for action in measure.does
            for path in paths
        )
        (acting if touched else idle).append(name)
    return [replace(first, measures=(name,)) for name in acting], idle
