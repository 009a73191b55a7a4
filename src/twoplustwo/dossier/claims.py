"""Reads a file about one thing: its name, its plain keys, and the claims about its parameters."""

from dataclasses import dataclass, field

from twoplustwo.base.errors import nearest
from twoplustwo.dossier.counts import COUNTS
from twoplustwo.dossier.fields import Fields, good_name
from twoplustwo.dossier.kinds import Kind, ParameterKind
from twoplustwo.dossier.models import Claim, Thing
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node
from twoplustwo.dossier.values import Folder, read_value, shown_claim

STATUS = ("read", "secondary", "recalled", "derived", "assumed")
READINGS = ("burnout", "energy", "mean_path", "ideal", "unstated")
NEVER_COMPUTED_WITH = ("mean_path", "ideal")
CLAIM_KEYS = (
    "by",
    "ascribed_to",
    "value",
    "best",
    "best_by",
    "best_source",
    "ends_by",
    "ends_source",
    "stated",
    "source",
    "status",
    "reading",
    "says",
    "note",
    "at",
    "since",
    "from",
    "until",
    "supersedes",
    "undisputed",
    "counts",
)


@dataclass
class ThingFile:
    """What one file says about one thing, and where."""

    thing: Thing
    claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)  # path, or plain key -> file:line
    keys: dict[str, dict[str, int]] = field(default_factory=dict)
    """Every claim written, sound or not: the lines of its keys; "" is its own line."""


def read_thing(
    tree: Node, kind: Kind, id_: str, file: str, problems: Problems, folder: Folder, short: str
) -> ThingFile:
    """Read the file of one thing; `file` is shown to people, `short` goes into records."""
    path = kind.name if kind.single else f"{kind.name}.{id_}"
    allowed = ("name", "note", *kind.structure, *kind.parameters)
    _refuse_old_keys(tree, kind, path, file, problems)
    top = Fields(tree, path, file, problems, allowed)
    structure = {}
    for key, one in kind.structure.items():
        # The same thing may go on in an included folder; load asks whether a key is missing.
        if key in top.entries and one.many:
            structure[key] = " ".join(top.texts(key))
        elif key in top.entries:
            text = top.one_of(key, one.of) if one.of else top.text(key)
            if text:
                structure[key] = text
    thing = Thing(kind.name, id_, path, top.words("name"), structure, short, 1)
    thing_file = ThingFile(thing)
    thing_file.lines = {
        key: top.where(key) for key in ("name", *kind.structure) if key in top.entries
    }
    for name, parameter in kind.parameters.items():
        if name not in top.entries:
            continue
        whole = f"{path}.{name}"
        thing_file.lines[whole] = top.where(name)
        inner = Fields(top.entries[name], whole, file, problems, None, top.key_lines[name])
        if not inner.entries:
            if inner.sound:
                inner.add(f"{whole} has no claims", "", "expected one block a claim")
            continue
        claims = []
        for claim_id, node in inner.entries.items():
            line = inner.key_lines[claim_id]
            thing_file.keys[f"{whole}@{claim_id}"] = {"": line, **node.key_lines}
            if not good_name(claim_id, f"a claim about {whole}", f"{file}:{line}", problems):
                continue
            reader = _ClaimReader(whole, parameter, file, problems, folder, short)
            claim = reader.read(claim_id, node, line)
            if claim is not None:
                claims.append(claim)
        thing_file.claims[whole] = tuple(claims)
    return thing_file


def _refuse_old_keys(tree: Node, kind: Kind, path: str, file: str, problems: Problems) -> None:
    """Say what a plain key that was renamed is called now; it is read as if it said so."""
    entries, lines = tree.entries or {}, tree.key_lines
    for key, one in kind.structure.items():
        if not one.was or one.was not in entries:
            continue
        node, line = entries.pop(one.was), lines.pop(one.was)
        said = (node.text or "").strip()
        problems.add(
            f"{path} has the key {one.was}, which is called {key} now",
            f"{file}:{line}",
            f"it names one of {one.of_kind}, which a dossier writes itself" if one.of_kind else "",
            f"write `{key}: {said}`"
            + (f", and {one.of_kind}/{said}.yaml if it is not there" if one.of_kind else ""),
        )
        entries.setdefault(key, node)
        lines.setdefault(key, line)


class _ClaimReader:
    def __init__(
        self,
        path: str,
        kind: ParameterKind,
        file: str,
        problems: Problems,
        folder: Folder,
        short: str,
    ) -> None:
        self._path, self._kind, self._file = path, kind, file
        self._problems, self._folder, self._short = problems, folder, short

    def read(self, id_: str, node: Node, line: int) -> Claim | None:
        key = f"{self._path}@{id_}"
        if node.entries is None or ("value" not in node.entries and "by" not in node.entries):
            self._problems.add(
                f"claim {key} is no claim",
                f"{self._file}:{line}",
                f"under {self._path} stands one block a claim, each with by, value, stated, "
                "source, status",
                nearest(id_, CLAIM_KEYS)
                and f"give the claim a name of its own, then {id_} under it",
            )
            return None
        keys = Fields(node, f"claim {key}", self._file, self._problems, CLAIM_KEYS, line)
        by = keys.text("by", required=True, why="expected who says it, from speakers.yaml")
        ascribed_to = keys.text("ascribed_to")
        if ascribed_to and ascribed_to == by:
            keys.add(
                f"claim {key} is ascribed to its own speaker, {by}",
                "ascribed_to",
                "it says whose number it is where the one in by tells of somebody else's",
                "name who is said to use the number, or take it away",
            )
        stated, day = keys.date("stated", required=True)
        source = keys.text(
            "source",
            required=True,
            why="every value has a source, from sources.yaml",
            fix="for the compilers' own assumptions too, name the notes they stand in",
        )
        status = keys.one_of("status", STATUS, required=True)
        reading = keys.one_of("reading", READINGS)
        if reading in NEVER_COMPUTED_WITH and self._kind.computed:
            keys.add(
                f"claim {key} is read as {reading}",
                "reading",
                "a speed with that reading is compared with an output, never computed with",
                "enter it under a parameter that says so, such as mean_path_speed",
            )
        says = keys.quote()
        if "since" in keys.entries and "from" in keys.entries:
            keys.add(f"claim {key} has both since and from", "since", "they mean the same")
        since = keys.date("since")[0] or keys.date("from")[0]
        until = keys.date("until")[0]
        undisputed = keys.flag("undisputed")
        value_node = keys.node("value", required=True)
        best_node = keys.node("best")
        best_by, best_source = self._whose_best(keys)
        ends_by, ends_source = keys.text("ends_by"), keys.text("ends_source")
        if value_node is None:
            return None
        value = read_value(
            value_node, best_node, self._kind, self._path, self._file, self._problems, self._folder
        )
        if value is not None and not value.interval:
            self._needless(
                keys,
                "ends",
                "interval",
                "a single value has no ends that anybody gave",
                "give an interval as `value:`, or take it away",
            )
        if value is None or day is None or not (by and source and status):
            return None
        return Claim(
            key=key,
            id=id_,
            parameter=self._path,
            by=by,
            value=value,
            stated=stated,
            stated_day=day,
            source=source,
            status=status,
            shown=shown_claim(value, self._kind),
            reading=reading,
            says=says,
            note=keys.text("note"),
            at=keys.text("at"),
            since=since,
            until=until,
            supersedes=keys.text("supersedes"),
            undisputed=undisputed,
            counts=keys.one_of("counts", COUNTS),
            best_by=best_by,
            best_source=best_source,
            ends_by=ends_by,
            ends_source=ends_source,
            ascribed_to=ascribed_to,
            file=self._short,
            line=line,
        )

    def _needless(self, keys: Fields, part: str, lacks: str, why: str, fix: str) -> None:
        """Refuse to say who gave a part of the claim, and where, if there is no such part."""
        for key in (f"{part}_by", f"{part}_source"):
            if key in keys.entries:
                keys.add(f"{keys.what} has {key} but no {lacks}", key, why, fix)

    def _whose_best(self, keys: Fields) -> tuple[str, str]:
        """Who gave the best value, and where; a best value without whose is none."""
        if "best" not in keys.entries:
            self._needless(
                keys,
                "best",
                "best",
                "there is no best value that anybody gave",
                "add `best:`, or take it away",
            )
            return "", ""
        if "best_by" not in keys.entries:
            keys.add(
                f"{keys.what} has a best value without whose it is",
                "best",
                "an interval and the value to compute with are often given by different people",
                "add `best_by:` with a speaker of speakers.yaml: the one who said the interval, "
                "a critic, or the compilers; without `best:` the middle is taken, and shown so",
            )
            return "", ""
        return keys.text("best_by"), keys.text("best_source")
