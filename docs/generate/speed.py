"""The page of measured speeds, from benchmarks/results and the words in benchmarks/tasks."""

import ast
import csv
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).parents[2] / "benchmarks"
BESIDE = ("what", "target", "met", "note", "date", "cores", "cpu", "versions")
INTRODUCTION = """# How fast

What `make bench` measured. Each table is one run on one machine, so that its ratios can be trusted
more than its seconds. Compiling and running are told apart. The peers are installed for the
benchmarks alone; no part of the product imports one.

What is fair in it, and what is not:

- heyoka, diffrax and `solve_ivp` fly the same physics from the same published constants: rotating
  ellipsoid, J2, standard atmosphere, drag table, rise, kick, gravity turn, staging, cut-off, coast,
  fall. Each was tuned by hand to the least work that keeps it below an error of 100 m. heyoka and
  diffrax leave out the air above 95 km, which saves them work; what it costs is in their error.
- Ours reports burnout, apogee and outcome besides the place of impact; the peers only the place.
- ours uses all cores by threads, heyoka and `solve_ivp` by processes, diffrax by XLA's threads and
  two of ours.
- RocketPy does less (a flat Earth that stands still, no pitch programme) and more (it keeps and
  interpolates the whole path). It is one flight at a time because that is how it is used.
- The dossiers of the large tasks are made up: as much to compute as asked for, and no meaning.
"""


class Task(NamedTuple):
    """What a task says of itself."""

    name: str
    order: int
    title: str
    target: str
    about: str


def page() -> str:
    """All results, in MyST."""
    parts = [INTRODUCTION]
    measured = [(task, rows) for task in tasks() if (rows := _rows(task.name))]
    if not measured:
        return "\n".join([*parts, "Nothing has been measured yet.", ""])
    last = measured[0][1][0]
    parts += [
        f"Processor: {last['cpu']}, {last['cores']} cores. {last['versions']}.\n",
        "## All targets\n",
        *_targets(measured),
    ]
    for task, rows in measured:
        parts += [
            f"## {task.title}\n",
            f"{task.about}\n",
            f"Asked: {task.target}. Measured {rows[0]['date']}.\n",
        ]
        for alike in _alike(rows):
            parts += _table(alike)
        parts += [f"- {row['what']}: {row['note']}" for row in rows if row["note"]]
        parts.append("")
    why = HOME / "why.md"
    if why.is_file():
        parts.append(why.read_text(encoding="utf-8"))
    return "\n".join(parts)


def tasks() -> list[Task]:
    """Every task of the benchmarks, read without running it."""
    found = []
    for path in (HOME / "tasks").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {
            node.targets[0].id: ast.literal_eval(node.value)
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id in ("ORDER", "TITLE", "TARGET")
        }
        about = ast.get_docstring(tree) or ""
        found.append(Task(path.stem, said["ORDER"], said["TITLE"], said["TARGET"], about))
    return sorted(found, key=lambda task: task.order)


def _rows(name: str) -> list[dict[str, str]]:
    path = HOME / "results" / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _targets(measured: list[tuple[Task, list[dict[str, str]]]]) -> list[str]:
    lines = ["| measured | target | |", "|---|---|---|"]
    for task, rows in measured:
        lines += [
            f"| {task.name}: {row['what']} | {row['target']} | {row['met'].lower()} |"
            for row in rows
            if row["target"]
        ]
    return [*lines, ""]


def _alike(rows: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Neighbouring rows with figures in the same columns."""
    groups: list[list[dict[str, str]]] = []
    for row in rows:
        if groups and _filled(groups[-1]) & _filled([row]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _filled(rows: list[dict[str, str]]) -> set[str]:
    return {name for row in rows for name, cell in row.items() if cell and name not in BESIDE}


def _table(rows: list[dict[str, str]]) -> list[str]:
    names = [name for name in rows[0] if name in _filled(rows)]
    heads = ["", *(name.replace("_", " ") for name in names)]
    lines = [f"| {' | '.join(heads)} |", f"|---{'|--:' * len(names)}|"]
    lines += [f"| {row['what']} | {' | '.join(_figure(row[n]) for n in names)} |" for row in rows]
    return [*lines, ""]


def _figure(cell: str) -> str:
    return f"{int(cell):,}" if cell.lstrip("-").isdigit() else cell
