"""Run some tests against a copy of the package, in a process and with caches of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from .change import ROOT
from .imported import HOME, MODULE, REPORT

TIMEOUT_S = 240.0


class Trial(NamedTuple):
    """How the tests ended, by node id; `status` is that of pytest, None after a timeout."""

    status: int | None
    passed: list[str]
    failed: list[str]  # by an assertion
    broken: list[str]  # by any other error: the mutant does not even run
    output: str


def trial(
    copy: Path,
    tests: list[str],
    cache: Path,
    module: str = "",
    *options: str,
    timeout_s: float = TIMEOUT_S,
) -> Trial:
    """Run tests of this checkout against a copy of the package.

    Parameters
    ----------
    copy : Path
        As made by `change.snapshot` or `change.mutated`.
    tests : list of str
        Node ids.
    cache : Path
        Folder of compiled code. The key of an entry is the whole program, so mutants may share
        one: they compile again only what is not the same. It is not that of the user. Rows that a
        run keeps lie there too, by the digest of the sources, so no mutant reads another's.
    module : str
        Dotted name that must have been imported from the copy; a trial without it proves nothing.
    options : str
        More options of pytest.
    """
    report = copy.parent / f"{copy.name}.json"  # not inside: copies share their files
    path = os.pathsep.join(p for p in (str(copy / "src"), os.environ.get("PYTHONPATH")) if p)
    places = {"PYTHONPATH": path, "TWOPLUSTWO_CACHE": str(cache)}
    places |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # a third of the start-up, none is needed
    places |= {HOME: str(copy), MODULE: module, REPORT: str(report)}
    plugin = f"{__package__}.imported"
    words = [sys.executable, "-m", "pytest", "-p", plugin, "-p", "no:cacheprovider", "--tb=short"]
    words += ["-o", "addopts=", "-q", "--import-mode=importlib"]  # no report but its own
    try:
        done = subprocess.run(
            [*words, *options, *tests],
            cwd=ROOT,
            env=os.environ | places,
            timeout=timeout_s,
            capture_output=True,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Trial(None, [], [], [], f"no end after {timeout_s:g} s")
    ended = json.loads(report.read_text()) if report.exists() else {}
    lists = (ended.get(name, []) for name in ("passed", "failed", "broken"))
    return Trial(done.returncode, *lists, done.stdout + done.stderr)
