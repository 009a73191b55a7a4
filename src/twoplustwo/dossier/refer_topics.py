"""What measures, propositions and couplings refer to, and whether it can be done."""

from fnmatch import fnmatchcase

from twoplustwo.base.errors import DossierError, TwoPlusTwoError, nearest
from twoplustwo.base.units import parse_quantity
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.kinds import ParameterKind
from twoplustwo.dossier.models import Action, Measure, Preset
from twoplustwo.dossier.refer import check_known, parameter_kinds, sources
from twoplustwo.dossier.statements import Case, Proposition
from twoplustwo.dossier.values import read_name, read_number


def check_topics(draft: Draft) -> None:
    """Note every name in measures, propositions and couplings that leads nowhere."""
    kinds = parameter_kinds(draft)
    for measure in draft.measures.values():
        _measure(draft, measure, kinds)
    for proposition in draft.propositions.values():
        _proposition(draft, proposition, kinds)
    for id_, coupling in draft.couplings.items():
        what, where = f"coupling {id_}", draft.places[f"coupling {id_}"]
        for name in coupling.propositions:
            check_known(draft, name, list(draft.propositions), what, "proposition", where)
        _check_speaker_and_source(draft, coupling.by, coupling.source, what, where)


def _measure(draft: Draft, measure: Measure, kinds: dict[str, ParameterKind]) -> None:
    what, where = f"measure {measure.id}", draft.places[f"measure {measure.id}"]
    _check_speaker_and_source(draft, measure.by, measure.source, what, where)
    for name in measure.verified_by:
        check_known(draft, name, list(draft.measures), what, "measure", where)
    for action in measure.does:
        _action(draft, action, kinds)


def _proposition(draft: Draft, one: Proposition, kinds: dict[str, ParameterKind]) -> None:
    what, where = f"proposition {one.id}", draft.places[f"proposition {one.id}"]
    for statement in (*one.asserted, *one.denied):
        _check_speaker_and_source(draft, statement.by, statement.source, what, where)
    for case in (one.case, one.less or Case()):
        check_overlay(draft, case, kinds, what, where)


def check_overlay(
    draft: Draft, overlay: Case | Preset, kinds: dict[str, ParameterKind], what: str, where: str
) -> None:
    """Note unknown measures, and settings that cannot be made."""
    for name in overlay.measures:
        check_known(draft, name, list(draft.measures), what, "measure", where)
    for path, text in overlay.sets:
        if not check_known(draft, path, list(kinds), what, "parameter", where):
            continue
        try:
            check_action(draft, path, kinds[path], "set", text)
        except TwoPlusTwoError as error:
            draft.problems.take(DossierError(error.what, where, error.why, error.fix))


def _check_speaker_and_source(draft: Draft, by: str, source: str, what: str, where: str) -> None:
    check_known(draft, by, list(draft.speakers), what, "speaker", where)
    check_known(draft, source, sources(draft), what, "source", where)


def _action(draft: Draft, action: Action, kinds: dict[str, ParameterKind]) -> None:
    """Whether what a measure does can be done: the path, the operation, the quantity."""
    file = draft.files[action.file]
    matching = {path: kind for path, kind in kinds.items() if fnmatchcase(path, action.parameter)}
    things = [thing.path for group in draft.things.values() for thing in group.values()]
    if action.do == "remove" and any(fnmatchcase(path, action.parameter) for path in things):
        return
    if not matching:
        draft.problems.add(
            f"a measure names an unknown parameter, {action.parameter}",
            f"{file}:{action.line}",
            "",
            nearest(action.parameter, kinds),
        )
    for path, kind in matching.items():
        try:
            check_action(draft, path, kind, action.do, action.text)
        except TwoPlusTwoError as error:
            place = f"{file}:{action.text_line}"
            draft.problems.take(DossierError(error.what, place, error.why, error.fix))


def check_action(draft: Draft, path: str, kind: ParameterKind, do: str, text: str) -> None:
    """Whether `do` with `text` can be done to a parameter; raises what is wrong."""
    if do == "remove":
        if text != "yes":
            raise DossierError(f"remove cannot be {text}", "", "expected `remove: yes`")
    elif do == "set" and kind.type == "name":
        read_name(text, kind, path)
        names = sorted(draft.things.get(kind.of_kind, {}))
        if kind.of_kind and text not in names:
            raise DossierError(
                f"{path} cannot be {text}",
                "",
                f"{kind.of_kind} has {', '.join(names)}",
                nearest(text, names),
            )
    elif kind.type != "number":
        raise DossierError(
            f"a measure cannot {do} {path}", "", f"it is a {kind.type}, not a number"
        )
    elif do == "set":
        read_number(text, None, kind, path)
    else:
        low, best, high = parse_quantity(text, kind.unit)
        if (best is None) != (do == "mask") or not abs(low) + abs(high) < float("inf"):
            expected = "an interval" if do == "mask" else "one number"
            raise DossierError(f"{do} of {path} cannot be {text}", "", f"expected {expected}")
        _check_bounds(path, kind, do, text, low, high)


def _check_bounds(
    path: str, kind: ParameterKind, do: str, text: str, low: float, high: float
) -> None:
    """Refuse a bound that lies outside what can be, and a step as long as all that can be."""
    if kind.within is None:
        return
    least, most = kind.within
    if do == "add":
        possible = abs(low) < most - least
    elif do == "mask":
        possible = low < most and high > least
    else:
        possible = least <= low <= most
    if not possible:
        raise DossierError(f"{do} of {path} cannot be {text}", "", f"it can be {kind.within_text}")
