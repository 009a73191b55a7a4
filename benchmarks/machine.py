"""On what, and with what, it was measured: no host, no path."""

import datetime
import os
import time
from importlib import metadata
from pathlib import Path

PACKAGES = ("twoplustwo", "jax", "jaxlib", "numpy", "scipy", "heyoka", "diffrax", "rocketpy")


def processor() -> str:
    """Model name as the system prints it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(errors="replace").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else "unknown"


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def versions() -> str:
    """Packages that are installed, with their versions."""
    found = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(found)


def stamp() -> dict[str, str]:
    """Columns that stand beside every figure."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return {"date": str(today), "cores": str(cores()), "cpu": processor(), "versions": versions()}


def others() -> float:
    """Share of the machine that is busy while we rest for a second; 0 where it is not told."""
    before = _ticks()
    time.sleep(1.0)
    spent = [b - a for a, b in zip(before, _ticks(), strict=True)]
    return 1.0 - (spent[3] + spent[4]) / max(sum(spent), 1) if spent else 0.0


def _ticks() -> list[int]:
    """Time spent so far in each way of working; fourth and fifth: idle, waiting for a disk."""
    file = Path("/proc/stat")
    return [int(n) for n in file.read_text().split("\n")[0].split()[1:9]] if file.is_file() else []
