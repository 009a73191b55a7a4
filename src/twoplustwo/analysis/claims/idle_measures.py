"""Measures that act on what no answer reads: each would change nothing, without a word."""

from collections.abc import Mapping

from twoplustwo.analysis.claims.bind import bound_questions
from twoplustwo.base.errors import DossierError, TwoPlusTwoError
from twoplustwo.dossier.find import parameter, place_of
from twoplustwo.dossier.models import Action, Dossier
from twoplustwo.positions.overlay import meant
from twoplustwo.question_cards.for_dossier import card_of, cards_of
from twoplustwo.runs.dry_play import play_dry
from twoplustwo.runs.unanswerable import PlayedAsks

OF_ANALYSES = "deployment."
"""Parameters that analyses read themselves; no question does, so that no dry play tells."""
_MOST_NAMED = 8

Readers = dict[str, set[str]]
"""Who reads a path, by path."""


def idle_measures(dossier: Dossier, played: PlayedAsks) -> list[DossierError]:
    """A warning of each action on parameters that no ask of `played` reads, nor any statement.

    Of a parameter that is compared and never computed with it says who shows it. Where some ask
    could not be played to its end, only of these.
    """
    acts = [
        (measure.id, action)
        for measure in dossier.measures.values()
        for action in measure.does
        if not action.parameter.startswith(OF_ANALYSES)
    ]
    idle = [one for one in acts if not _moves(dossier, one[1], played.readers)]
    if not played.whole:
        idle = [one for one in idle if not _computed(dossier, one[1])]
    setting = tuple(dict.fromkeys(name for name, action in idle if action.do == "set"))
    # what only a measure brings in is read only where it is laid over
    for readers in (_under, _of_statements):
        if idle:
            found = readers(dossier, setting)
            idle = [one for one in idle if not _moves(dossier, one[1], found)]
    aside = _set_aside(dossier) if idle else {}
    return [_warning(dossier, *one, played.readers, aside) for one in idle]


def _moves(dossier: Dossier, action: Action, readers: Mapping[str, set[str]]) -> bool:
    """Whether something that is computed with, and is read, hangs on an action."""
    things, paths = meant(dossier, action.parameter)
    if any(path in readers for path in paths) and _computed(dossier, action):
        return True
    return any(path.startswith(f"{thing}.") for thing in things for path in readers)


def _computed(dossier: Dossier, action: Action) -> bool:
    """Whether an action is on a thing, or on a parameter that something is computed with."""
    things, paths = meant(dossier, action.parameter)
    return bool(things) or any(parameter(dossier, path).kind.computed for path in paths)


def _under(dossier: Dossier, measures: tuple[str, ...]) -> Readers:
    """What asks read with measures laid over every party."""
    found: Readers = {}
    if measures:
        for card in cards_of(dossier).values():
            for options in card.plays if not card.is_analysis else ():
                _add(dossier, card.id, options, found, card.id, measures)
    return found


def _of_statements(dossier: Dossier, measures: tuple[str, ...]) -> Readers:
    """What statements read, each put to its question in its own way."""
    found: Readers = {}
    for one in dossier.propositions.values():
        try:
            put = bound_questions(one, dossier) if one.question else ()
        except TwoPlusTwoError:
            continue  # that it cannot be put is told elsewhere
        for some in put:
            if not card_of(dossier, some.question).is_analysis:
                _add(dossier, some.question, dict(some.options), found, one.id, measures)
    return found


def _set_aside(dossier: Dossier) -> Readers:
    """What the questions read that ``plays: no`` sets aside."""
    found: Readers = {}
    for card in cards_of(dossier).values():
        if not card.is_analysis and not card.plays:
            _add(dossier, card.id, {}, found, card.id)
    return found


def _add(
    dossier: Dossier,
    name: str,
    options: Mapping[str, str],
    found: Readers,
    reader: str,
    measures: tuple[str, ...] = (),
) -> None:
    try:
        played = play_dry(card_of(dossier, name), dossier, options, measures)
    except TwoPlusTwoError:
        return  # why it cannot be asked so is told elsewhere
    for one in played:
        for path in one.read:
            found.setdefault(path, set()).add(reader)


def _warning(
    dossier: Dossier,
    measure: str,
    action: Action,
    readers: Mapping[str, set[str]],
    aside: Readers,
) -> DossierError:
    things, paths = meant(dossier, action.parameter)

    def by(some: Mapping[str, set[str]]) -> str:
        mine = [p for p in some if p in paths or p.rpartition(".")[0] in things]
        return ", ".join(sorted({one for path in mine for one in some[path]}))

    if _computed(dossier, action):
        why = "nothing that `run` asks reads it, nor any statement"
        why += f"; {by(aside)}, set aside by `plays: no`, does" if by(aside) else ""
    else:
        why = "it is compared with answers, and nothing is computed with it"
        who = by(readers) or by(aside)
        why += f"; {who} shows it" if who else ""
    whose = {one.rpartition(".")[0] for one in paths} | things
    beside = sorted({p for p in readers if p.rpartition(".")[0] in whose and p not in paths})
    beside = [p for p in beside if parameter(dossier, p).kind.computed]
    named = ", ".join(beside[:_MOST_NAMED]) + (" …" if len(beside) > _MOST_NAMED else "")
    return DossierError(
        f"measure {measure} acts on {action.parameter}, which no answer is computed with",
        f"{place_of(dossier, action.file)}:{action.line}",
        why,
        f"act on what is read: {named}" if beside else "ask what it would change, or leave it out",
        warning=True,
    )
