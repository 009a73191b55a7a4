"""What the package imports stands among its dependencies."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = "twoplustwo"


def imported() -> dict[str, str]:
    """Top-level modules that the package imports from outside, and a file that does."""
    found: dict[str, str] = {}
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for name in names:
                found.setdefault(name.partition(".")[0], str(file.relative_to(ROOT)))
    return {k: v for k, v in found.items() if k != OWN and k not in sys.stdlib_module_names}


def declared() -> set[str]:
    """Dependencies of the package, and of its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    every = [*project["dependencies"], *(one for some in extras for one in some)]
    return {re.split(r"[^A-Za-z0-9_.-]", one, maxsplit=1)[0].lower() for one in every}


def test_every_import_is_a_declared_dependency():
    """Else an update of somebody else's dependencies takes it away."""
    of = packages_distributions()
    known = declared()
    missing = {
        module: file
        for module, file in imported().items()
        if not {one.lower() for one in of.get(module, [module])} & known
    }
    assert not missing
