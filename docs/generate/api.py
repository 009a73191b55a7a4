"""The API reference: every module of the package with its public names, from the docstrings."""

import ast
from pathlib import Path

import rooms

HOME = Path(__file__).parents[2] / "src" / "twoplustwo"
HEAD = """# API reference

Every public name of the package, room by room from the top, in the words of its docstring. What a
notebook needs is on [one page](../../notebook.md); the rooms are explained in CONTRIBUTING.

```{toctree}
:maxdepth: 1

%s
```
"""


def pages() -> dict[str, str]:
    """A page a room, and ``index``; MyST by name."""
    names = [name for row in rooms.layers() for name in row]
    found = {"index": HEAD % "\n".join(names)}
    for room in names:
        parts = [f"# {room}", rooms.purpose(room)]
        parts += [_module(path) for path in _modules(HOME / room)]
        found[room] = "\n\n".join(parts) + "\n"
    return found


def public(path: Path) -> list[str]:
    """Public classes and functions that a module defines."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    defined = [one for one in body if isinstance(one, ast.FunctionDef | ast.ClassDef)]
    return list(dict.fromkeys(one.name for one in defined if not one.name.startswith("_")))


def _modules(room: Path) -> list[Path]:
    return [path for path in sorted(room.rglob("*.py")) if public(path)]


def _module(path: Path) -> str:
    parts = path.relative_to(HOME).with_suffix("").parts
    name = ".".join(("twoplustwo", *parts)).removesuffix(".__init__")
    title = ".".join(name.split(".")[2:]) or name
    return "\n".join(
        [
            f"## {title}\n",
            "```{eval-rst}",
            f".. automodule:: {name}",
            f"   :members: {', '.join(public(path))}",
            "   :member-order: bysource",
            "```",
        ]
    )
