"""The one place where JAX is configured: float64, fused loops, and a compile cache of one user."""

import hashlib
import os
import platform
from importlib import metadata
from pathlib import Path
from typing import Any

import jax

from twoplustwo.base.errors import OptionError
from twoplustwo.base.kept_files import KeptFiles, cache_root, user_name
from twoplustwo.base.processor import processor

MOST_BYTES = 1_000_000_000
DEVICES = "JAX_PLATFORMS"
"""Environment variable of JAX: on what to compute."""


def cache_folder() -> Path:
    """Folder of compiled code: per user, per jaxlib and per processor, written by nobody else.

    Returns
    -------
    Path
        ``$TWOPLUSTWO_CACHE`` or the system's folder for caches (``~/.cache/twoplustwo`` on
        Linux), and below it one folder a machine.
    """
    return cache_root() / f"xla-{user_name()}-{_machine()}"


def cache_folders() -> list[Path]:
    """Our folder, and those of others for the same machine, which may be read where they are
    trusted: a cache that came with a container.
    """
    ours = cache_folder()
    try:
        beside = sorted(ours.parent.glob(f"xla-*-{_machine()}"))
    except OSError:
        beside = []
    return [ours, *(one for one in beside if one != ours)]


def _machine() -> str:
    made_for = platform.machine() + processor() + f"{XLA_THREADS}={ONE}"
    cpu = hashlib.sha256(made_for.encode()).hexdigest()[:12]
    return f"{metadata.version('jaxlib')}-{cpu}"


# kernels with several results: flights are half again as fast, for shared terms are computed once.
# As an extra option of the backend it is ignored where it is unknown.
FUSION = "xla_cpu_use_multi_output_fusion=true"
EXTRA = "--xla_backend_extra_options="


def _fuse() -> None:
    """Ask XLA for such kernels, unless somebody has chosen extra options of their own."""
    flags = os.environ.get("XLA_FLAGS", "")
    if EXTRA not in flags:
        os.environ["XLA_FLAGS"] = f"{flags} {EXTRA}{FUSION}".strip()


XLA_THREADS, ONE = "PJRT_NPROC", "1"
"""Environment variable of XLA, and what it must be: threads inside of one computation."""


def _same_on_all_cores() -> None:
    """Compile alike whatever the number of cores.

    XLA cuts a loop by the cores that it finds, and a sum that is cut elsewhere differs in its last
    bit. Pieces of ours run side by side anyhow (`chunks`): it is as fast (measured on two cores).
    """
    os.environ[XLA_THREADS] = ONE


def configure() -> None:
    """Switch float64 on, look for the device that is asked for, and keep compiled code."""
    _fuse()
    _same_on_all_cores()
    jax.config.update("jax_enable_x64", True)
    # a thread that asks also computes: pieces then run on all cores (measured: a fifth faster)
    jax.config.update("jax_cpu_enable_async_dispatch", False)
    if os.environ.get(DEVICES, "") not in ("", "cpu"):
        device()
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.2)
    _keep_compiled()


_state = {"computes": False, "forked": False}


def _note_fork() -> None:
    _state["forked"] = _state["computes"]


def check_not_forked() -> None:
    """Refuse to compute in a process that was forked from one that had computed already.

    Raises
    ------
    OptionError
        Its threads did not come along, and whatever waits for them would wait for ever.
    """
    _state["computes"] = True
    if _state["forked"]:
        raise OptionError(
            "this process was forked from one that computes already",
            "multiprocessing",
            "the threads of the numerical library do not survive a fork: it would hang for ever",
            'start processes with multiprocessing.get_context("spawn"), as in '
            'ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))',
        )


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_note_fork)


def device() -> str:
    """Kind of device on which is computed.

    Raises
    ------
    OptionError
        The one that the environment asks for is not there.
    """
    try:
        return jax.default_backend()
    except (RuntimeError, AssertionError) as error:
        wanted = os.environ.get(DEVICES, "")
        raise OptionError(
            f"cannot compute on {wanted!r}",
            DEVICES,
            "there is no such device here" + (f": {error}" if str(error) else ""),
            f"unset {DEVICES}, or {DEVICES}=cpu",
        ) from None


def _keep_compiled() -> None:
    """Keep compiled code as everything is kept; as JAX does it where it has another inside."""
    folders = cache_folders()
    try:
        from jax._src import compilation_cache
        from jax._src.compilation_cache_interface import CacheInterface

        class KeptCode(CacheInterface):
            """Compiled code by key. JAX's own neither renames into place nor makes a damaged one
            anew.
            """

            def __init__(self, path: str) -> None:
                self._path = Path(path)  # type: ignore[assignment]
                self._files = KeptFiles(folders, "-code", MOST_BYTES)

            def get(self, key: str) -> Any:
                return self._files.get(key)

            def put(self, key: str, value: bytes) -> None:
                self._files.put(key, value)

        _ = compilation_cache.get_file_cache  # it is there
        compilation_cache.get_file_cache = lambda path: (KeptCode(path), path)
    except (ImportError, AttributeError):
        try:
            folders[0].mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return  # a read-only home costs compile time, nothing else
    jax.config.update("jax_compilation_cache_dir", str(folders[0]))


configure()
