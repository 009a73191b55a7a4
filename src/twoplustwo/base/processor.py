"""The processor that this runs on: code compiled for one must not run on another."""

import platform
from pathlib import Path


def processor() -> str:
    """Model and flags of the processor, as the system tells them."""
    info = Path("/proc/cpuinfo")
    if not info.is_file():
        return platform.processor()
    wanted = ("model name", "flags")
    lines = [ln for ln in info.read_text(errors="replace").splitlines() if ln.startswith(wanted)]
    return "".join(sorted(set(lines)))
