"""The page of parameters, from the kinds of the package."""

from typing import Any

from twoplustwo.dossier.kinds import kinds

INTRODUCTION = """# Parameters

What every number in a dossier means, and in which unit it is written. A parameter's path is
folder, file and key: `interceptors.gbi-2.burnout_speed`. The engine reads numbers by these names
alone. `--set` takes the same paths; a number inside a block has its own,
`bases.kozelsk.location.latitude`, and so has one of several blocks, counted from 1:
`missiles.ss-25.stages.2.burn_time`.

*Compared only* marks numbers that were said in public but are never computed with: they are set
beside an output. *May be absent* marks those that a position can do without.
"""


def page() -> str:
    """Every kind and every parameter, in MyST."""
    parts = [INTRODUCTION]
    for name, kind in kinds().items():
        path = name if kind.single else f"{name}.*"
        parts.append(f"## `{path}`\n")
        if kind.structure:
            keys = [f"`{key}` ({_choice(one)})" for key, one in kind.structure.items()]
            parts.append(f"Plain keys, which no one disputes: {', '.join(keys)}.\n")
        parts.append("| key | means | written as | within |\n|---|---|---|---|")
        for key, one in kind.parameters.items():
            notes = [
                *(["compared only"] if not one.computed else []),
                *(["may be absent"] if one.optional else []),
            ]
            said = one.means["en"] + (f" (*{', '.join(notes)}*)" if notes else "")
            parts.append(f"| `{key}` | {_cell(said)} | {_form(one)} | {_cell(one.within_text)} |")
            for field, inner in one.fields.items():
                parts.append(f"| `{key}.{field}` | | {inner.unit} | {_cell(inner.within_text)} |")
        parts.append("")
    return "\n".join(parts)


def _form(one: Any) -> str:
    if one.type == "number":
        return f"number, {one.unit}" if one.unit != "1" else "number"
    if one.type == "name":
        return _choice(one)
    if one.type == "blocks":
        return f"up to {one.at_most} blocks" if one.at_most else "blocks"
    return {"block": "block", "table": "file with its hash"}[one.type]


def _choice(one: Any) -> str:
    if one.of:
        return " or ".join(f"`{name}`" for name in one.of)
    return f"a name from `{one.of_kind}`" if one.of_kind else "name"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
