"""Parameters that a dossier names itself, where a kind lets it: ranges, facts of its dispute."""

from dataclasses import replace
from fnmatch import fnmatchcase

from twoplustwo.dossier.fields import Fields
from twoplustwo.dossier.kinds import Kind, ParameterKind
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import Node

_PLAIN = ("means", "short", "place", "read_as", "conditions")
"""Keys of such a parameter beside its claims."""


def with_own(kind: Kind, tree: Node, file: str, problems: Problems) -> Kind:
    """The kind with the parameters that a file declares; what says so is taken out of the tree.

    A block declares a parameter by saying what it ``means``; the pattern that fits its name first
    says what numbers or names it takes.
    """
    if not kind.own or tree.entries is None:
        return kind
    known = ("name", "note", *kind.structure, *kind.parameters)
    found: dict[str, ParameterKind] = {}
    for name, node in tree.entries.items():
        pattern = next((one for one in kind.own if fnmatchcase(name, one)), None)
        if name in known or pattern is None or node.entries is None:
            continue
        if "means" not in node.entries:
            if pattern != "*":
                problems.add(
                    f"{kind.name}.{name} says nowhere what it means",
                    f"{file}:{tree.key_lines[name]}",
                    "a parameter that a dossier names itself has `means:` beside its claims",
                    f"write `means: {{en: …}}` under {name}",
                )
                found[name] = replace(kind.own[pattern], name=name)
            continue
        found[name] = _declared(kind, name, node, kind.own[pattern], file, problems)
    before = dict(list(kind.parameters.items())[: kind.own_at])
    return replace(kind, parameters={**before, **found, **kind.parameters})


def _declared(
    kind: Kind, name: str, node: Node, like: ParameterKind, file: str, problems: Problems
) -> ParameterKind:
    entries = node.entries or {}
    plain = Node(
        line=node.line,
        entries={key: entries.pop(key) for key in _PLAIN if key in entries},
        key_lines={key: node.key_lines.pop(key) for key in _PLAIN if key in node.key_lines},
    )
    keys = Fields(plain, f"{kind.name}.{name}", file, problems, _PLAIN)
    conditions, called = _conditions(keys)
    if "place" in keys.entries:
        called[name.removesuffix("_range").replace("_", "-")] = keys.words("place")
    for condition, wanted in conditions.items():
        if like.of and wanted not in like.of:
            keys.add(
                f"condition {condition} of {kind.name}.{name} wants {wanted}",
                "conditions",
                f"expected one of {', '.join(like.of)}",
            )
    return replace(
        like,
        name=name,
        means=keys.words("means", required=True),
        short=keys.words("short"),
        read_as=keys.texts("read_as"),
        conditions=conditions,
        called=called,
    )


def _conditions(keys: Fields) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """What each condition wants, and what it is called where the file says so."""
    if keys.node("conditions") is None:
        return {}, {}
    inner = keys.inner("conditions")
    wanted, called = {}, {}
    for name, node in inner.entries.items():
        if node.entries is None:
            wanted[name] = inner.text(name, required=True)
            continue
        block = inner.inner(name, ("is", "name"))
        wanted[name], called[name] = block.text("is", required=True), block.words("name")
    return wanted, called
