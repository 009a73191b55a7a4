"""Memory of a server that is asked more and more: ``python benchmarks/new_states.py [STATES]``.

Each state is one that nobody has asked before: a speed of the interceptor, under one party in turn,
put to each of the questions in turn. Printed is what the server and its computing processes take
together after half of the states and after all of them: the resident set of each, and the sum of
their proportional shares (a page that two of them share counts once).
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "web"))
from serving import unwarmed  # noqa: E402

SPEED = "interceptors.gbi-2.burnout_speed"
PARTIES = ("independent", "russia", "us")
STEP_KM_S = 0.0007
FIRST_KM_S = 5.5
SPAN = 3000  # speeds, then the other parties' turn comes


def main() -> None:
    """Ask, and print."""
    states = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    with unwarmed() as address, httpx.Client(base_url=address, timeout=120) as client:
        questions = _questions(client)
        for question in questions:  # whatever is still to be compiled
            client.get(f"/api/v1/answers/{question}").raise_for_status()
        print(f"after the first questions: {_told(address)}", flush=True)
        began = time.monotonic()
        for number in range(states):
            party = PARTIES[number % len(PARTIES)]
            speed = FIRST_KM_S + STEP_KM_S * (number % SPAN)
            question = questions[(number // len(PARTIES)) % len(questions)]
            asked = {"p": party, "set": f"{SPEED}={speed:.4f} km/s"}
            client.get(f"/api/v1/answers/{question}", params=asked).raise_for_status()
            if number + 1 in (states // 2, states):
                took = time.monotonic() - began
                told = _told(address)
                print(f"{number + 1} new states, {took:.0f} s: {told}", flush=True)


def _questions(client: httpx.Client) -> list[str]:
    """Those whose answers the speed moves."""
    cards = client.get("/api/v1/questions").raise_for_status().json()["questions"]
    asked = [one["id"] for one in cards if not one["analysis"]]
    return [one for one in asked if one in ("icbm-reach", "defended-footprint", "raid")]


def _told(address: str) -> str:
    processes = _processes(int(address.rpartition(":")[2]))
    each = {pid: _kib(pid, "Rss") / 1024 for pid in processes}
    share = sum(_kib(pid, "Pss") for pid in processes) / 1024
    parts = " + ".join(f"{one:.0f}" for one in each.values())
    return f"{share:.0f} MiB together (resident {parts} MiB)"


def _processes(port: int) -> list[int]:
    """The server that listens at a port, and all that it started."""
    table = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split(None, 2) for line in table.splitlines()]
    found = [int(pid) for pid, ppid, *_ in rows if int(ppid) == os.getpid() and int(pid) != port]
    for pid in found:
        found += [int(one) for one, parent, *_ in rows if int(parent) == pid]
    return [pid for pid in found if _kib(pid, "Pss") > 0]


def _kib(pid: int, what: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{what}:")), 0)


if __name__ == "__main__":
    main()
