"""The wider mutation check, by hand: make mutants, and see which the tests do not notice.

    make mutants                                            a hundred, spread over the engine
    python tests/mutants/wide.py --module physics/kepler    all of one module
    python tests/mutants/wide.py --sample 60 --seed 3       sixty others
    python tests/mutants/wide.py --list                     show them, run nothing

Each mutant is tried on the test files nearest to its module (`relevant.py`). A survivor is a line
that nobody holds to account, or a change without effect (a guard against division by nought, say):
read it, then write the test. The mutants are made here, not by a mutation tester from a shelf:
those rewrite the tree they test, or run all tests for each mutant, or drop the source positions;
what is needed is a hundred and fifty lines.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.mutants.change import Change, mutated, snapshot
from tests.mutants.places import changes, line_of, modules
from tests.mutants.relevant import SLOW, test_files
from tests.mutants.trial import Trial, trial

SKIPPED = [f"--deselect={name}" for name in SLOW]


def chosen(every: list[Change], sample: int, seed: int) -> list[Change]:
    """`sample` of the mutants at even distances; another `seed` (from 0) takes others."""
    if not sample or sample >= len(every):
        return every
    step = len(every) / sample
    first = (seed * 0.6180339887498949) % 1.0  # a seed more is as far from all others as can be
    return [every[int((i + first) * step)] for i in range(sample)]


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
    files = modules(said.module)
    sample = said.sample if said.sample is not None else (0 if said.module else 100)
    every = [change for file in files for change in changes(file)]
    some = chosen(every, sample, said.seed)[: said.limit or None]
    if said.list:
        for change in some:
            print(_row(change))
        return 0
    asked = {f: list(test_files(f)) for f in sorted({c.file for c in some})}
    if silent := [f for f, tests in asked.items() if not tests]:
        print(f"no test imports {', '.join(silent)}: all mutants there survive", file=sys.stderr)
    some = [c for c in some if asked[c.file]]
    with tempfile.TemporaryDirectory() as name:
        return _run(Path(name), some, asked, said, len(every))


def _run(
    room: Path,
    some: list[Change],
    asked: dict[str, list[str]],
    said: argparse.Namespace,
    count: int,
) -> int:
    whole, cache, begun = snapshot(room / "whole"), room / "cache", time.monotonic()
    union = sorted({test for tests in asked.values() for test in tests})
    control = trial(whole, union, cache, "", *SKIPPED, timeout_s=3600.0)
    if control.status != 0:
        print(control.output, "the tests fail without any mutant: mend that first", sep="\n")
        return 2

    def one(numbered: tuple[int, Change]) -> str:
        number, change = numbered
        module = f"twoplustwo.{change.file.removesuffix('.py').replace('/', '.')}"
        copy = mutated(whole, room / str(number), change)
        end = verdict(
            trial(copy, asked[change.file], cache, module, "-x", *SKIPPED, timeout_s=said.timeout)
        )
        print(f"{number + 1}/{len(some)}  {end}: {_row(change)}", file=sys.stderr, flush=True)
        return end

    with ThreadPoolExecutor(said.jobs) as pool:
        ends = list(pool.map(one, enumerate(some)))
    kept = [change for change, end in zip(some, ends, strict=True) if end == "SURVIVED"]
    print(f"{len(some)} of {count} mutants in {time.monotonic() - begun:.0f} s")
    for end in sorted(set(ends)):
        print(f"{ends.count(end):5} {end}")
    for change in kept:
        print(_row(change))
    return 0


def _row(change: Change) -> str:
    number, before, after = line_of(change)
    return f"{change.file}:{number}\n      {before}\n   -> {after}"


if __name__ == "__main__":
    sys.exit(main())
