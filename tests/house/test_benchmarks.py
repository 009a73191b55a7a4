"""The benchmarks without measuring: they load, and say what they are."""

import ast
import json
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LOAD = """
import json, sys
import run
print(json.dumps({name: [t.TITLE, t.TARGET, t.__doc__, callable(t.run)]
                  for name, t in run.tasks().items()}))
peers = {"heyoka", "diffrax", "rocketpy"} & set(sys.modules)
assert not peers, f"loaded before they are asked for: {peers}"
"""


@pytest.fixture(scope="module")
def tasks(root: Path) -> dict[str, list]:
    done = subprocess.run(
        [sys.executable, "-c", LOAD],
        cwd=root / "benchmarks",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_task_loads_and_says_what_it_asks(tasks, root: Path):
    files = {path.stem for path in (root / "benchmarks/tasks").glob("*.py")}
    assert set(tasks) == files and len(files) >= 9
    for title, target, about, runs in tasks.values():
        assert title and target and about and runs


def test_the_peers_are_imported_by_their_own_files_alone(root: Path):
    group = tomllib.loads((root / "pyproject.toml").read_text())["dependency-groups"]["bench"]
    peers = {one.partition(">")[0] for one in group if isinstance(one, str)}
    peers -= {"rocketpy"}  # a witness of the tests too
    assert {"heyoka", "diffrax"} <= peers
    folders = [root / name for name in ("src", "tests", "docs", "data")]
    used = [path for folder in folders for path in folder.rglob("*.py")]
    assert [p.relative_to(root) for p in used if peers & _imported(p)] == []
    product = (root / "src").rglob("*.py")
    assert [p.relative_to(root) for p in product if "rocketpy" in _imported(p)] == []


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_an_unknown_task_is_refused_by_name(root: Path):
    done = subprocess.run(
        [sys.executable, "benchmarks/run.py", "flight"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "flights" in done.stderr and "Traceback" not in done.stderr


def test_results_name_date_processor_and_versions_and_no_more_of_the_machine(root: Path):
    for path in (root / "benchmarks/results").glob("*.csv"):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        assert header.endswith("date,cores,cpu,versions")
        assert rows and len(rows) < 40


def test_the_page_of_speeds_has_every_task_that_was_measured(root: Path):
    made = runpy.run_path(str(root / "docs/generate/speed.py"))
    text = made["page"]()
    for task in made["tasks"]():
        if (root / f"benchmarks/results/{task.name}.csv").is_file():
            assert f"## {task.title}" in text
