"""The one place where JAX is configured: float64, and a compile cache of this user alone."""

import getpass
import hashlib
import os
import platform
from importlib import metadata
from pathlib import Path

import jax


def cache_folder() -> Path:
    """Folder of compiled code: per user, per jaxlib and per processor, never shared.

    Returns
    -------
    Path
        ``$TWOPLUSTWO_CACHE`` or ``~/.cache/twoplustwo``, and below it one folder a machine.
    """
    root = os.environ.get("TWOPLUSTWO_CACHE") or Path.home() / ".cache" / "twoplustwo"
    cpu = hashlib.sha256((platform.machine() + _cpu_flags()).encode()).hexdigest()[:12]
    return Path(root) / f"xla-{getpass.getuser()}-{metadata.version('jaxlib')}-{cpu}"


def _cpu_flags() -> str:
    """Processor model and flags: code compiled for one must not run on another."""
    info = Path("/proc/cpuinfo")
    if not info.is_file():
        return platform.processor()
    wanted = ("model name", "flags")
    lines = [ln for ln in info.read_text(errors="replace").splitlines() if ln.startswith(wanted)]
    return "".join(sorted(set(lines)))


def configure() -> None:
    """Switch float64 on and point the compile cache at `cache_folder`, if it can be made."""
    jax.config.update("jax_enable_x64", True)
    folder = cache_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return  # a read-only home costs compile time, nothing else
    jax.config.update("jax_compilation_cache_dir", str(folder))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.2)


configure()
