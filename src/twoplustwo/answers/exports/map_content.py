"""What a map file of some answers holds, in the words of one language, whichever its form."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from twoplustwo.answers.answer import Answer
from twoplustwo.answers.exports.features import Feature, features
from twoplustwo.answers.exports.origin import (
    LANGUAGE,
    Look,
    Paint,
    ends_of,
    feature_name,
    folder,
    label,
    plain,
)


class MapFeature(NamedTuple):
    """One thing on the map with its look, what it is called, how it ends, and its folder."""

    feature: Feature
    look: Look
    name: str
    ends: str
    folder: str


class MapContent(NamedTuple):
    """Everything that a map file shows; `labels` says whose numbers each position stands on."""

    answers: Sequence[Answer]
    names: Mapping[str, Any]
    lang: str
    features: tuple[MapFeature, ...]
    title: str
    labels: Mapping[str, str]


def map_content(
    answers: Sequence[Answer],
    table: str = "",
    names: Mapping[str, Any] | None = None,
    paint: Paint = plain,
    lang: str = LANGUAGE,
    undrawn: bool = False,
) -> MapContent:
    """Every place, track, ring and cell of some answers.

    Parameters
    ----------
    answers : sequence of Answer
    table : str
        As in `features.features`.
    names : mapping, optional
        Identifier to name.
    paint : callable
        The colour of a feature and what it means.
    lang : str
        ``en`` or ``ru``: of names, folders, legend and balloons, and of how flights end.
    undrawn : bool
        Whether cells that the view leaves out are there too.
    """
    known = names or {}
    shown = [one for one in features(answers, table) if one.drawn or undrawn]
    looks = [(one, paint(one)) for one in shown]
    return MapContent(
        answers,
        known,
        lang,
        tuple(
            MapFeature(
                one,
                look,
                feature_name(one, known, look, lang),
                ends_of(one, look, lang),
                folder(one, lang),
            )
            for one, look in looks
        ),
        ", ".join(dict.fromkeys(one.question for one in answers)),
        {one.label: label(one, one.label, known, lang) for one in answers},
    )
