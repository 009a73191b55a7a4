"""Which test files speak to a module: those that import it, and those that import it by others."""

import ast
from collections import deque
from functools import cache
from pathlib import Path

from .change import PACKAGE, ROOT

FOLDERS = ("physics", "sensors", "engagement", "witness")
FEWEST = 5
# too slow to be asked again for every mutant; `make test` runs them
SLOW = (
    "tests/physics/test_aim.py::test_every_reachable_place_is_hit",
    "tests/engagement/test_meetings_are_flown.py",
)


@cache
def test_files(file: str) -> tuple[str, ...]:
    """Test files from whose imports a module of the package is reached, nearest first.

    All that import it themselves, and so many others that there are `FEWEST`. Of two that are
    equally near the one that reaches less comes first: it is the quicker.
    """
    module = f"twoplustwo.{file.removesuffix('.py').replace('/', '.')}"
    ranked = []
    for folder in FOLDERS:
        for path in sorted((ROOT / "tests" / folder).rglob("test_*.py")):
            reached = _reached(path)
            name = path.relative_to(ROOT).as_posix()
            if module in reached and name not in SLOW:
                ranked.append((reached[module], len(reached), name))
    ranked.sort()
    direct = sum(steps == 1 for steps, _, _ in ranked)
    return tuple(name for _, _, name in ranked[: max(direct, FEWEST)])


@cache
def _reached(path: Path) -> dict[str, int]:
    """Modules of the package that a file reaches, and over how many imports."""
    steps = dict.fromkeys(_imports(path), 1)
    queue = deque(steps)
    while queue:
        here = queue.popleft()
        for there in _imports(_path(here)):
            if there not in steps:
                steps[there] = steps[here] + 1
                queue.append(there)
    return steps


@cache
def _imports(path: Path) -> frozenset[str]:
    """Modules of the package that a file imports itself, by their full names."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        elif isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
    return frozenset(n for n in names if n.startswith("twoplustwo.") and _path(n).is_file())


def _path(module: str) -> Path:
    return PACKAGE / Path(*module.split(".")[1:]).with_suffix(".py")
