"""The wider mutation check, by hand: make mutants, and see which the tests do not notice.

    make mutants                                            a hundred, spread over the engine
    python tests/mutants/wide.py --module physics/kepler    all of one module
    python tests/mutants/wide.py --sample 60 --seed 3       sixty others
    python tests/mutants/wide.py --list                     show them, run nothing

Each mutant is tried on the test files nearest to its module (`relevant.py`). A survivor is a line
that nobody holds to account, or a change without effect (a guard against division by nought, say):
read it, then write the test, or put it into `spared.yaml` with the reason.

The mutants are made here, not by a mutation tester from a shelf: those rewrite the tree they test,
or run all tests for each mutant, or drop the source positions; what is needed is two hundred lines.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import yaml

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.mutants.change import Change, mutated, snapshot
from tests.mutants.places import changes, line_of, modules
from tests.mutants.relevant import SLOW, test_files
from tests.mutants.trial import Trial, trial

SPARED = yaml.safe_load(Path(__file__).with_name("spared.yaml").read_text())
SKIPPED = [f"--deselect={name}" for name in SLOW]


class Row(NamedTuple):
    """A mutant as a reader sees it: a line before and after."""

    file: str
    line: int
    before: str
    after: str

    def shown(self) -> str:
        """Three lines of a table."""
        return f"{self.file}:{self.line}\n      {self.before}\n   -> {self.after}"


def chosen(every: list[Change], sample: int, seed: int) -> list[Change]:
    """`sample` of the mutants at even distances; another `seed` (from 0) takes others."""
    if not sample or sample >= len(every):
        return every
    step = len(every) / sample
    first = (seed * 0.6180339887498949) % 1.0  # a seed more is as far from all others as can be
    return [every[int((i + first) * step)] for i in range(sample)]


def spared(row: Row) -> bool:
    """Whether it is known to survive, and why."""
    return any((row.file, row.before, row.after) == (s["file"], s["old"], s["new"]) for s in SPARED)


def verdict(done: Trial) -> str:
    """What became of a mutant."""
    if done.status is None:
        return "killed (no end)"
    if done.status == 0:
        return "SURVIVED"
    if done.status != 1:
        return "not tried" if "never imported" in done.output else "killed (does not start)"
    return "killed" if done.failed else "killed (error)"


def main() -> int:
    """Run it; the exit status is 2 if the tests fail without any mutant."""
    read = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    read.add_argument("--module", action="append", default=[], help="begins with, as physics/fall")
    read.add_argument("--sample", type=int, help="this many, evenly (100; all of a --module)")
    read.add_argument("--seed", type=int, default=0, help="which of them (0)")
    read.add_argument("--limit", type=int, default=0, help="stop after so many")
    read.add_argument("--timeout", type=float, default=300.0, help="seconds for each mutant (300)")
    read.add_argument("--jobs", type=int, default=2, help="processes at a time (2)")
    read.add_argument("--list", action="store_true", help="show the mutants and run nothing")
    said = read.parse_args()
    with tempfile.TemporaryDirectory() as room:
        return _run(Path(room), snapshot(Path(room) / "whole"), said)


def _run(room: Path, whole: Path, said: argparse.Namespace) -> int:
    package, files = whole / "src" / "twoplustwo", modules(said.module)
    sample = said.sample if said.sample is not None else (0 if said.module else 100)
    every = [change for file in files for change in changes(file, package)]
    some = chosen(every, sample, said.seed)[: said.limit or None]
    rows = {c: Row(c.file, *line_of(c, package)) for c in some}
    for stale in SPARED:
        if stale["old"] not in (package / stale["file"]).read_text(encoding="utf-8"):
            print(f"spared.yaml: {stale['file']} has no more {stale['old']}", file=sys.stderr)
    some = [c for c in some if not spared(rows[c])]
    if said.list:
        print(*(rows[c].shown() for c in some), sep="\n")
        return 0
    asked = {f: list(test_files(f)) for f in sorted({c.file for c in some})}
    if silent := [f for f, tests in asked.items() if not tests]:
        print(f"no test imports {', '.join(silent)}: all mutants there survive", file=sys.stderr)
    some = [c for c in some if asked[c.file]]
    begun, cache = time.monotonic(), room / "cache"
    union = sorted({test for tests in asked.values() for test in tests})
    control = trial(whole, union, cache, "", *SKIPPED, timeout_s=3600.0)
    if control.status != 0:
        print(control.output, "the tests fail without any mutant: mend that first", sep="\n")
        return 2

    def one(numbered: tuple[int, Change]) -> str:
        number, change = numbered
        module = f"twoplustwo.{change.file.removesuffix('.py').replace('/', '.')}"
        copy = mutated(whole, room / str(number), change)
        tests, options = asked[change.file], ("-x", *SKIPPED)
        end = verdict(trial(copy, tests, cache, module, *options, timeout_s=said.timeout))
        shown = rows[change].shown()
        print(f"{number + 1}/{len(some)}  {end}: {shown}", file=sys.stderr, flush=True)
        return end

    with ThreadPoolExecutor(said.jobs) as pool:
        ends = list(pool.map(one, enumerate(some)))
    kept = [rows[c].shown() for c, end in zip(some, ends, strict=True) if end == "SURVIVED"]
    print(f"{len(some)} of {len(every)} mutants in {time.monotonic() - begun:.0f} s")
    for end in sorted(set(ends)):
        print(f"{ends.count(end):5} {end}")
    print(*kept, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
