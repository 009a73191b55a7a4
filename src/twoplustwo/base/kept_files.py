"""What is kept in files between runs, by key: whole and unchanged, or made anew.

A file says by a digest that it is the one of its key. One that was cut, damaged or put there by
somebody else is told once, thrown away and made anew; where nothing can be written, what is there
is read.
"""

import contextlib
import getpass
import hashlib
import logging
import os
import stat
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from platformdirs import user_cache_dir

from twoplustwo.base.whole import sweep, write_whole

CACHE = "TWOPLUSTWO_CACHE"
"""Environment variable: the folder, where the system's for caches is not wanted."""
DIGEST_BYTES = 16
BETWEEN = 256  # files kept between two looks at the weight of all
SHARED_BITS = stat.S_IWGRP | stat.S_IWOTH

log = logging.getLogger("twoplustwo")
_told: set[str] = set()


def cache_root() -> Path:
    """Where everything is kept: ``$TWOPLUSTWO_CACHE``, or the system's folder for caches.

    For a user without a home it is a folder among the temporary ones.
    """
    said = os.environ.get(CACHE, "").strip()
    with contextlib.suppress(RuntimeError):  # no home is known
        if said:
            return Path(said).expanduser().absolute()
        root = Path(user_cache_dir("twoplustwo", appauthor=False))
        if root.is_absolute():
            return root
    return Path(tempfile.gettempdir()) / f"twoplustwo-{user_name()}"


def user_name() -> str:
    """What tells this user from others in the name of a folder: a name, or else a number."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a number without a name, as in containers
        name = str(os.getuid()) if hasattr(os, "getuid") else "somebody"
    tame = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in name)
    return tame[:40] or "somebody"


class KeptFiles:
    """Bytes by name, in folders of which one may be written to.

    Parameters
    ----------
    folders : sequence of Path
        The first is ours, and made if it can be; the others are read where they can be trusted.
    ending : str
        Of the names of the files.
    most_bytes : int
        What they may weigh together in ours and the folders beside it.
    """

    def __init__(self, folders: Sequence[Path], ending: str, most_bytes: int) -> None:
        self._ending, self._most = ending, most_bytes
        self._kept = count()
        ours = folders[0]
        self._ours: Path | None = None
        with contextlib.suppress(OSError):
            ours.mkdir(mode=0o700, parents=True, exist_ok=True)
            sweep(ours)
            self._ours = ours
        self._readable = [one for one in folders if is_trusted(one)]

    def get(self, name: str) -> bytes | None:
        """What is kept under a name; None if nothing is, or what is there is not that."""
        for folder in self._readable:
            path = folder / f"{name}{self._ending}"
            try:
                data = _read(path)
            except OSError:
                continue
            if data is None or data[:DIGEST_BYTES] != self._digest(name, data[DIGEST_BYTES:]):
                self.drop(name)
                continue
            with contextlib.suppress(OSError):
                os.utime(path)  # used now
            return data[DIGEST_BYTES:]
        return None

    def put(self, name: str, data: bytes) -> None:
        """Keep something, whole or not at all; where that cannot be, it costs time only."""
        if self._ours is None:
            return
        path = self._ours / f"{name}{self._ending}"
        with contextlib.suppress(OSError):
            write_whole(path, self._digest(name, data) + data, over=True, lightly=True)
            if next(self._kept) % BETWEEN == 0:
                self._tidy(self._ours.parent)

    def drop(self, name: str) -> None:
        """Throw away what turned out to be damaged, and tell so once."""
        if self._ours is not None:
            path = self._ours / f"{name}{self._ending}"
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        _tell(f"something kept in {self._readable[0].parent} was damaged; it is made anew")

    def _digest(self, name: str, data: bytes) -> bytes:
        whole = hashlib.blake2b(name.encode() + b"\0", digest_size=DIGEST_BYTES)
        whole.update(data)
        return whole.digest()

    def _tidy(self, root: Path) -> None:
        """Throw away what was used least recently once all together are too heavy."""
        found = []
        for file in root.rglob(f"*{self._ending}"):
            with contextlib.suppress(OSError):  # another process may tidy too
                about = file.stat()
                found.append((about.st_mtime, about.st_size, file))
        total = 0
        for _, size, file in sorted(found, reverse=True):
            total += size
            if total > self._most:
                with contextlib.suppress(OSError):
                    file.unlink()


def is_trusted(folder: Path) -> bool:
    """Whether nobody else can have written into a folder than we, the administrator, or whoever
    owns the folder above it, which somebody chose: code that is kept is run.
    """
    try:
        about, above = folder.stat(), folder.parent.stat()
    except OSError:
        return False
    if not stat.S_ISDIR(about.st_mode):
        return False
    if not hasattr(os, "getuid"):
        return True
    owners = {os.getuid(), 0}
    if not above.st_mode & SHARED_BITS:
        owners.add(above.st_uid)
    return about.st_uid in owners and not about.st_mode & SHARED_BITS


def _read(path: Path) -> bytes | None:
    """The bytes of a file; None if it is no file."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        with open(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def _tell(text: str) -> None:
    if text not in _told:
        _told.add(text)
        log.warning("note: %s", text)
