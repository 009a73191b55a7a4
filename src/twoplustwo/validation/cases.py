"""Cases as data: what a publication says, how ours is computed, and how the two compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from twoplustwo.base.errors import DossierError, UnitError, nearest
from twoplustwo.dossier.fields import Fields, good_name
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import readable_path
from twoplustwo.question_cards.card import cards
from twoplustwo.validation.authorities import Authority, read_authorities
from twoplustwo.validation.find import Signature, builders, root
from twoplustwo.validation.quantity import Expected, read_expected, read_input, read_tolerance
from twoplustwo.validation.tree import Item, read_tree

AGREES, DIFFERS, OPEN, NOT_RUN = "agrees", "differs", "open", "not-run"
STATUSES = {
    AGREES: "ours is within the tolerance",
    DIFFERS: "ours is outside the tolerance, and the case says why",
    OPEN: "ours is outside the tolerance, and nobody knows why yet",
    NOT_RUN: "not computed; the case says what is missing",
}
SEEN = {
    "seen": "read in the publication",
    "seen-secondary": "read in a press report, digest or catalogue",
    "recalled": "from memory of the publication: check it before quoting",
    "derived": "arithmetic on published numbers or on a closed form",
}
_KEYS = (
    "id",
    "topic",
    "title",
    "source",
    "page",
    "seen",
    "builder",
    "inputs",
    "expected",
    "tolerance",
    "because",
    "status",
    "explanation",
    "bears_on",
    "by",
    "says",
    "turns_with",
    "tells",
)


@dataclass(frozen=True)
class Case:
    """One published result and how ours is made; inputs, expected value and tolerance in SI.

    Where it bears on the verdict of a question, `bears_on` names that, `by` the speaker and `says`
    what was said, by language; `turns_with` may name a parameter that could make it true, `tells` a
    column of the answer's rows that says how ours comes about.
    """

    id: str
    topic: str
    title: str
    source: str
    page: str
    seen: str
    builder: str
    inputs: Mapping[str, Any]
    written: Mapping[str, Any]  # the inputs as they stand in the file
    expected: Expected | None
    tolerance: float
    tolerance_shown: str
    because: str
    status: str
    explanation: str
    where: str
    bears_on: str = ""
    by: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    turns_with: str = ""
    tells: str = ""


class Room(NamedTuple):
    """All cases and all authorities, by identifier."""

    cases: dict[str, Case]
    authorities: dict[str, Authority]

    @property
    def topics(self) -> list[str]:
        """Topics in the order of their names."""
        return sorted({case.topic for case in self.cases.values()})


def load(folder: Path | None = None, known: Mapping[str, Signature] | None = None) -> Room:
    """Read every case and authority.

    Parameters
    ----------
    folder : Path, optional
        A folder with ``cases`` and ``authorities``; that of the package if not given.
    known : mapping, optional
        Builders that cases may name; those of the package if not given.

    Raises
    ------
    DossierError
        For the first thing that is wrong, with file and line; it says how many more there are.
    """
    room, problems = read_room(folder or root(), builders() if known is None else known)
    if problems.errors:
        first, more = problems.errors[0], len(problems.errors) - 1
        tail = f"{more} more wrong in the cases" if more else ""
        raise replace(first, fix="; ".join(one for one in (first.fix, tail) if one))
    return room


def read_room(folder: Path, known: Mapping[str, Signature]) -> tuple[Room, Problems]:
    """The room in `folder`, and everything that is wrong with it."""
    problems = Problems()
    authorities = read_authorities(_files(folder / "authorities", problems), problems)
    cases: dict[str, Case] = {}
    for path in _files(folder / "cases", problems):
        try:
            tree = read_tree(path)
        except DossierError as error:
            problems.take(error)
            continue
        where = readable_path(path)
        if tree.items is None:
            problems.add(f"the file holds {tree.shape}", f"{where}:{tree.line}", "expected cases")
            continue
        for node in tree.items:
            assert isinstance(node, Item)
            case = _case(node, path, problems, authorities, known)
            if case is None:
                continue
            if case.id in cases:
                problems.add(
                    f"the case {case.id} stands twice",
                    case.where,
                    f"and in {cases[case.id].where}",
                    "give each case a name of its own",
                )
            else:
                cases[case.id] = case
    return Room(cases, authorities), problems


def _files(folder: Path, problems: Problems) -> list[Path]:
    found = sorted(folder.glob("*.yaml"))
    if not found:
        problems.add("the folder holds no .yaml file", readable_path(folder))
    return found


def _case(
    node: Item,
    path: Path,
    problems: Problems,
    authorities: Mapping[str, Authority],
    known: Mapping[str, Signature],
) -> Case | None:
    before = len(problems.errors)
    file = readable_path(path)
    name = (node.entries or {}).get("id")
    id_ = (name.text or "").strip() if name is not None else ""
    keys = Fields(node, f"case {id_}" if id_ else "a case", file, problems, _KEYS)
    if not keys.sound:
        return None
    if keys.text("id", required=True):
        good_name(id_, "a case", keys.where("id"), problems)
    topic = keys.text("topic", required=True)
    if topic and topic != path.stem:
        keys.add(
            f"case {id_} has the topic {topic}", "topic", f"it stands in the file of {path.stem}"
        )
    title = keys.text("title", required=True)
    source = keys.text("source", required=True)
    if source and source not in authorities:
        keys.add(
            f"case {id_} names an unknown source, {source}",
            "source",
            f"known sources: {', '.join(sorted(authorities))}",
            nearest(source, authorities),
        )
    page = keys.text("page")
    seen = keys.one_of("seen", tuple(SEEN), required=True)
    status = keys.one_of("status", tuple(STATUSES), required=True)
    explanation = keys.text("explanation")
    if status in (DIFFERS, OPEN, NOT_RUN) and not explanation and "explanation" not in keys.entries:
        keys.add(f"case {id_} is {status} and has no explanation", "status", _WHY[status])
    builder, inputs, written = _computed(keys, node, id_, status, known)
    expected, tolerance, told = _published(keys, id_, status)
    because = keys.text(
        "because", required="tolerance" in keys.entries, why="say why this tolerance is fair"
    )
    bears_on, by, says = _bearing(keys, id_)
    turns_with, tells = keys.text("turns_with"), keys.text("tells")
    if len(problems.errors) > before:
        return None
    return Case(
        id_,
        topic,
        title,
        source,
        page,
        seen,
        builder,
        inputs,
        written,
        expected,
        tolerance,
        told,
        because,
        status,
        explanation,
        keys.where("id"),
        bears_on,
        by,
        says,
        turns_with,
        tells,
    )


def _bearing(keys: Fields, id_: str) -> tuple[str, str, dict[str, str]]:
    """The question on whose verdict a case bears, who said it, and what."""
    bears_on = keys.text("bears_on")
    known = [card.id for card in cards().values() if not card.is_analysis]
    if bears_on and bears_on not in known:
        keys.add(
            f"case {id_} bears on an unknown question, {bears_on}",
            "bears_on",
            f"questions: {', '.join(known)}",
            nearest(bears_on, known),
        )
    asked = bool(bears_on)
    by = keys.text("by", required=asked, why="a verdict names who said otherwise")
    says = keys.words("says", required=asked) if asked or "says" in keys.entries else {}
    return bears_on, by, says


_WHY = {
    DIFFERS: "say why ours differs",
    OPEN: "say what is not known",
    NOT_RUN: "say what is missing",
}


def _computed(
    keys: Fields, node: Item, id_: str, status: str, known: Mapping[str, Signature]
) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Builder and inputs of a case."""
    if status == NOT_RUN:
        surplus = [key for key in ("builder", "inputs") if key in keys.entries]
        if surplus:
            told = " and ".join(surplus)
            keys.add(f"case {id_} is not run and has {told}", surplus[0], fix="take it away")
        return "", {}, {}
    builder = keys.text("builder", required=True)
    if builder and builder not in known:
        module = builder.partition(".")[0]
        same = [one for one in known if one.partition(".")[0] == module]
        keys.add(
            f"case {id_} names an unknown builder, {builder}",
            "builder",
            f"known builders: {', '.join(same or known)}",
            nearest(builder, known),
        )
    entry = keys.entries.get("inputs")
    if entry is not None and entry.entries is None and not entry.is_empty:
        keys.add(f"inputs of case {id_} is {entry.shape}", "inputs", "expected name: value")
        return builder, {}, {}
    written: dict[str, Any] = (node.value.get("inputs") or {}) if entry is not None else {}
    line = entry.key_lines if entry is not None else {}
    inputs: dict[str, Any] = {}
    for name, value in written.items():
        place = f"{keys.file}:{line[name]}"
        try:
            inputs[name] = read_input(name, value)
        except UnitError as error:
            keys.problems.add(
                f"input {name} of case {id_}: {error.what}", place, error.why, error.fix
            )
        if builder in known and name not in known[builder].taken:
            taken = known[builder].taken
            keys.problems.add(
                f"builder {builder} of case {id_} takes no input {name}",
                place,
                f"it takes {', '.join(taken) or 'none'}",
                nearest(name, taken),
            )
    if builder in known and (missing := [n for n in known[builder].needed if n not in written]):
        keys.add(
            f"builder {builder} of case {id_} needs {', '.join(missing)}",
            "builder",
            "add it to inputs",
        )
    return builder, inputs, written


def _published(keys: Fields, id_: str, status: str) -> tuple[Expected | None, float, str]:
    """What is expected, and with what tolerance."""
    text = keys.text("expected", required=status != NOT_RUN)
    if not text:
        return None, 0.0, ""
    try:
        expected = read_expected(text)
    except UnitError as error:
        keys.add(f"expected of case {id_}: {error.what}", "expected", error.why, error.fix)
        return None, 0.0, ""
    if "tolerance" not in keys.entries:
        if not expected.is_word and expected.low == expected.high and status != NOT_RUN:
            keys.add(f"case {id_} has no tolerance", "", "a number is never met to the last bit")
        return expected, 0.0, ""
    if expected.is_word:
        keys.add(
            f"case {id_} expects a word and has a tolerance",
            "tolerance",
            fix="take the tolerance away",
        )
        return expected, 0.0, ""
    text = keys.text("tolerance")
    try:
        tolerance, told = read_tolerance(text, expected)
    except UnitError as error:
        keys.add(f"tolerance of case {id_}: {error.what}", "tolerance", error.why, error.fix)
        return expected, 0.0, ""
    return expected, tolerance, told
