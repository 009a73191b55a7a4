"""Interrupt commands at random moments: `python tests/interrupted.py [TIMES] [FIRST]`; 400 times.

Each number is one command, one signal and one moment. Prints a line for each way in which a command
ended; ends with status 1 if one crashed, went on though it was told to stop, left something half
done where a whole thing is expected, or if what is made afterwards has other bytes than what was
made before. What is killed may leave something hidden behind: the next run must have taken it away.
"""

import collections
import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = """
import signal
for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)  # as in a terminal, wherever this runs
from twoplustwo.doors.cli.main import program
program()
"""
EXPORTED = "raid.json"
COMMANDS = {
    "run": ["run", "--out", "out", "-p", "us"],
    "ask": ["ask", "icbm-reach", "-p", "us"],
    "export": ["export", "raid", "-p", "us", "--to", "json", "--out", EXPORTED],
    "serve": ["serve", "--no-browser", "--port", "0"],
}
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGKILL: -9}
LONGEST_S = {"run": 12.0, "ask": 5.0, "export": 4.0, "serve": 8.0}
"""Moments lie before these: about as long as each takes where flights are kept."""
STARTING_S = 0.6
"""Until then the interpreter itself may be starting, and ends as the system has it."""
SOON_S = 10.0
END_S = 60.0
VARY = {"started", "seconds", "run"}
"""What of a run's description is of that run alone."""


class Interruptions:
    """Commands in one folder, stopped one after the other.

    Parameters
    ----------
    home : Path
        An empty folder.
    """

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, number: int, within_s: float = 60.0) -> tuple[str, str, str]:
        """Which command, which signal, and how it ended; that begins with WRONG if it is."""
        moment = random.Random(number)
        name = [*COMMANDS][number % len(COMMANDS)]
        how = moment.choice([*SIGNALS])
        after_s = moment.uniform(0.0, min(LONGEST_S[name], within_s))
        return name, how.name, self._stopped(name, how, after_s)

    def left(self, before: dict[str, str]) -> list[str]:
        """What is wrong once nothing is interrupted any more.

        Parameters
        ----------
        before : dict
            What `bytes_of_all` gave at the beginning.
        """
        wrong = []
        after = self.bytes_of_all()
        if after != before:
            names = sorted({*after.items()} ^ {*before.items()})
            wrong.append(f"other bytes than before: {sorted({name for name, _ in names})[:5]}")
        hidden = [one.name for one in self.home.rglob(".*") if "partial" in one.name]
        if hidden:
            wrong.append(f"left behind: {hidden}")
        return wrong

    def _stopped(self, name: str, how: signal.Signals, after_s: float) -> str:
        (self.home / EXPORTED).unlink(missing_ok=True)
        made = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *COMMANDS[name]],
            cwd=self.home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            made.communicate(timeout=after_s)
            return self._halves() or "was done before"
        except subprocess.TimeoutExpired:
            made.send_signal(how)
        begun = time.monotonic()
        try:
            _, err = made.communicate(timeout=END_S)
        except subprocess.TimeoutExpired:
            made.kill()
            made.communicate()
            return f"WRONG: went on, {after_s:.2f} s after its start"
        took_s = time.monotonic() - begun
        if halves := self._halves():
            return halves
        if "Traceback" in err or "Exception ignored" in err:
            return f"WRONG: said {err[-300:]!r}, {after_s:.2f} s after its start"
        if took_s > SOON_S:
            return f"WRONG: ended after {took_s:.0f} s, {after_s:.2f} s after its start"
        if made.returncode == SIGNALS[how]:
            return "stopped"
        if made.returncode == -how and after_s < STARTING_S:
            return "ended before our first line"
        if made.returncode == 0:
            return "was done"
        return f"WRONG: status {made.returncode}, {after_s:.2f} s after its start: {err[-200:]!r}"

    def _halves(self) -> str:
        """What is half done under a name of its own."""
        told = [one / "run.json" for one in (self.home / "out").glob("europe-*") if one.is_dir()]
        if (self.home / EXPORTED).exists():
            told.append(self.home / EXPORTED)
        for one in told:
            try:
                json.loads(one.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                return f"WRONG: half of {one.relative_to(self.home)}"
        return ""

    def bytes_of_all(self) -> dict[str, str]:
        """Everything that can be kept, made without an interruption: each file and its hash."""
        out = self.home / "out"
        shutil.rmtree(out, ignore_errors=True)
        (self.home / EXPORTED).unlink(missing_ok=True)
        found = {}
        for name in ("run", "ask", "export"):
            done = subprocess.run(
                [sys.executable, "-c", PROGRAM, *COMMANDS[name]],
                cwd=self.home,
                capture_output=True,
                check=True,
            )
            if name == "ask":
                found["stdout of ask"] = hashlib.sha256(done.stdout).hexdigest()
        files = [self.home / EXPORTED, *(out / "latest/").rglob("*")]
        for file in files:
            if file.is_file() and file.suffix in (".json", ".csv", ".svg", ".png"):
                data = file.read_bytes()
                if file.name == "run.json":
                    told = json.loads(data)
                    data = repr({k: v for k, v in told.items() if k not in VARY}).encode()
                found[str(file.relative_to(self.home))] = hashlib.sha256(data).hexdigest()
        return found


def main(times: int = 400, first: int = 0) -> int:
    """Interrupt commands; 1 if anything is wrong."""
    seen: collections.Counter[tuple[str, str, str]] = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        interruptions = Interruptions(Path(folder))
        before = interruptions.bytes_of_all()
        wrong: list[str] = []
        for number in range(first, first + times):
            name, how, told = interruptions.run(number)
            seen[name, how, told.partition(",")[0]] += 1
            if number % 10 == 9:
                print(f"{number + 1 - first} tried", flush=True)
            if told.startswith("WRONG"):
                wrong.append(told)
                print(f"{number}: {name} {how}: {told}", flush=True)
        wrong += interruptions.left(before)
    for (name, how, told), count in sorted(seen.items()):
        print(f"{name:8}{how:9}{told:40}{count}")
    print(f"{times} interruptions; wrong: {len(wrong)}", *wrong, sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
