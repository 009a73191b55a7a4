"""The one place where JAX is configured: float64, fused loops, and a compile cache of one user."""

import getpass
import hashlib
import os
import platform
from importlib import metadata
from pathlib import Path

import jax
from platformdirs import user_cache_dir


def cache_folder() -> Path:
    """Folder of compiled code: per user, per jaxlib and per processor, never shared.

    Returns
    -------
    Path
        ``$TWOPLUSTWO_CACHE`` or the system's folder for caches (``~/.cache/twoplustwo`` on
        Linux), and below it one folder a machine.
    """
    root = os.environ.get("TWOPLUSTWO_CACHE") or user_cache_dir("twoplustwo", appauthor=False)
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


# kernels with several results: flights are half again as fast, for shared terms are computed once.
# As an extra option of the backend it is ignored where it is unknown.
FUSION = "xla_cpu_use_multi_output_fusion=true"
EXTRA = "--xla_backend_extra_options="


def _fuse() -> None:
    """Ask XLA for such kernels, unless somebody has chosen extra options of their own."""
    flags = os.environ.get("XLA_FLAGS", "")
    if EXTRA not in flags:
        os.environ["XLA_FLAGS"] = f"{flags} {EXTRA}{FUSION}".strip()


def configure() -> None:
    """Switch float64 on and point the compile cache at `cache_folder`, if it can be made."""
    _fuse()
    jax.config.update("jax_enable_x64", True)
    # a thread that asks also computes: pieces then run on all cores (measured: a fifth faster)
    jax.config.update("jax_cpu_enable_async_dispatch", False)
    folder = cache_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return  # a read-only home costs compile time, nothing else
    jax.config.update("jax_compilation_cache_dir", str(folder))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.2)


configure()
