"""Interrupt commands at random moments: `python tests/interrupted.py [TIMES]`; 400 if not said.

Prints one line for each way in which a command ended; ends with status 1 if one crashed, went on to
its end though it was told to stop, or left something half done. What is killed may leave
something behind: the next run of all must have taken it away.
"""

import collections
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = """
import signal
for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)
from twoplustwo.doors.cli.main import program
program()
"""
COMMANDS = {
    "run": ["run", "--out", "out", "-p", "us"],
    "ask": ["ask", "icbm-reach", "-p", "us"],
    "export": ["export", "raid", "-p", "us", "--to", "json", "--out", "raid.json"],
    "serve": ["serve", "--no-browser", "--port", "0"],
}
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGKILL: -9}
LONGEST_S = 12.0
STARTING_S = 0.15
"""Until then the interpreter itself is starting, and ends as the system has it."""
END_S = 60.0


def main(times: int) -> int:
    """Interrupt commands; 1 if anything is wrong."""
    seen: collections.Counter[tuple[str, str, str]] = collections.Counter()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for number in range(times):
            moment = random.Random(number)
            name = moment.choice([*COMMANDS])
            how, after_s = moment.choice([*SIGNALS]), moment.uniform(0.0, LONGEST_S)
            told = _interrupted(name, how, after_s, home)
            seen[name, how.name, told] += 1
            if number % 10 == 9:
                print(f"{number + 1} tried", flush=True)
            if told.startswith("WRONG"):
                wrong += 1
                print(f"{number}: {name} {how.name} after {after_s:.2f} s: {told}", flush=True)
        whole = subprocess.run(
            [sys.executable, "-c", PROGRAM, *COMMANDS["run"]],
            cwd=home,
            capture_output=True,
            check=False,
        )
        left = [one.name for one in home.rglob(".*") if "partial" in one.name]
        if whole.returncode or left:
            wrong += 1
            print(f"the last run: status {whole.returncode}, left behind {left}")
    for (name, how, told), count in sorted(seen.items()):
        print(f"{name:8}{how:9}{told:40}{count}")
    return int(wrong > 0)


def _interrupted(name: str, how: signal.Signals, after_s: float, home: Path) -> str:
    """How a command ended that was sent a signal."""
    (home / "raid.json").unlink(missing_ok=True)
    made = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *COMMANDS[name]],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        made.communicate(timeout=after_s)
        return _halves(home) or "was done before"
    except subprocess.TimeoutExpired:
        made.send_signal(how)
    begun = time.monotonic()
    try:
        _, err = made.communicate(timeout=END_S)
    except subprocess.TimeoutExpired:
        made.kill()
        made.communicate()
        return "WRONG: went on"
    if how is not signal.SIGKILL and (halves := _halves(home)):
        return halves
    if made.returncode == SIGNALS[how]:
        took_s = time.monotonic() - begun
        return "stopped" if took_s < 10.0 else f"WRONG: stopped after {took_s:.0f} s"
    if made.returncode == -how and after_s < STARTING_S * 4:
        return "ended before our first line"
    if made.returncode == 0:
        return "was done"
    return f"WRONG: status {made.returncode}: {err[-200:]!r}"


def _halves(home: Path) -> str:
    """What is half done or hidden, but not of a run that was killed before."""
    runs = [one for one in (home / "out").glob("europe-*") if one.is_dir()]
    for one in runs:
        try:
            json.loads((one / "run.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return f"WRONG: half a run, {one.name}"
    return ""


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 400))
