"""A dossier with measures beside its own, which remembers what no measure decides."""

from collections.abc import Iterable
from dataclasses import replace

from twoplustwo.dossier.models import Dossier, Measure

OF_ALL_MEASURES = "claims of kinds"
"""What is remembered of all measures together; of one measure, or of none, the rest is."""


def with_measures(dossier: Dossier, measures: Iterable[Measure]) -> Dossier:
    """The same dossier with more measures to lay over a position.

    Its tables, the people in its regions and what parties hold are not read anew: a search over a
    bound makes a measure for every value that it tries.

    Parameters
    ----------
    dossier : Dossier
    measures : iterable of Measure
        An identifier that the dossier has already must mean the same measure.

    Returns
    -------
    Dossier
        `dossier` itself stays as it is.
    """
    more = replace(dossier, measures={**dossier.measures, **{one.id: one for one in measures}})
    more.memo.update({key: seen for key, seen in dossier.memo.items() if key != OF_ALL_MEASURES})
    return more
