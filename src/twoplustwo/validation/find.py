"""Where the room stands, and where its builders are, found without importing one."""

import ast
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from twoplustwo.base.errors import DossierError


def root() -> Path:
    """The folder with the cases: beside src/ in an editable checkout, in the package in a wheel.

    Raises
    ------
    DossierError
        If there is none.
    """
    package = Path(str(files("twoplustwo")))
    beside = [package.parents[1] / "validation"] if package.parent.name == "src" else []
    places = [*beside, package / "validation" / "room"]
    for folder in places:
        if (folder / "cases").is_dir():
            return folder
    raise DossierError(
        "the validation room has no cases", str(places[0]), "looked for a folder named cases"
    )


class Signature(NamedTuple):
    """Names of the inputs that a builder needs, and of all that it takes."""

    needed: tuple[str, ...]
    taken: tuple[str, ...]


@cache
def builders() -> dict[str, Signature]:
    """Every builder as ``module.function``; read from the sources, so that no engine is loaded."""
    folder = Path(__file__).parent / "builders"
    found: dict[str, Signature] = {}
    for file in sorted(folder.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                found[f"{file.stem}.{node.name}"] = _signature(node.args)
    return found


def _signature(args: ast.arguments) -> Signature:
    plain = [one.arg for one in (*args.posonlyargs, *args.args)]
    needed = plain[: len(plain) - len(args.defaults)]
    named = [one.arg for one in args.kwonlyargs]
    needed += [
        name for name, default in zip(named, args.kw_defaults, strict=True) if default is None
    ]
    return Signature(tuple(needed), (*plain, *named))
