"""Files and folders that are seen whole or not at all, whatever ends the program that writes them.

They are written under a hidden name beside their place and renamed at the end. What a program that
was killed left behind goes when the next one writes beside it: the living hold a lock on theirs.
"""

import contextlib
import errno
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from twoplustwo.base import stopping
from twoplustwo.base.errors import OutputError

try:
    import fcntl
except ImportError:  # no such locks on this system: what is left behind stays
    fcntl = None

MARK, OURS = ".partial-", ".twoplustwo"
SHORT = 60  # letters of a name that are kept in a hidden one: names have a longest length
DISK = (
    errno.ENOSPC,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.EDQUOT,
    errno.EIO,
    errno.EFBIG,
)
"""What the disk answers when it is full or closed; any other error is not about writing."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextlib.contextmanager
def partial_folder(parent: Path, name: Callable[[], str]) -> Iterator[Path]:
    """A hidden folder in `parent`, gone at the end unless it was renamed.

    Parameters
    ----------
    parent : Path
        Must be there.
    name : callable
        What it is for; asked while no other program makes one in the same parent.
    """

    def made() -> Path:
        return Path(tempfile.mkdtemp(prefix=f".{name()}{MARK}", suffix=OURS, dir=parent))

    with _partial(parent, made) as partial:
        yield partial


@contextlib.contextmanager
def partial_file(path: Path, lightly: bool = False) -> Iterator[Path]:
    """A hidden empty file beside `path`, gone at the end unless it was renamed."""

    def made() -> Path:
        name = f".{path.name[:SHORT]}{MARK}{os.getpid()}-{secrets.token_hex(4)}{OURS}"
        partial = path.with_name(name)
        partial.touch(exist_ok=False)  # not private, as a temporary file would be
        return partial

    with _partial(path.parent, made, lightly) as partial:
        yield partial


@contextlib.contextmanager
def _partial(parent: Path, made: Callable[[], Path], lightly: bool = False) -> Iterator[Path]:
    with contextlib.ExitStack() as stack:
        with stopping.uninterrupted(), contextlib.nullcontext() if lightly else locked(parent):
            if not lightly:
                sweep(parent)
            partial = made()
            stopping.undo(partial, lambda: stopping.remove(partial))
            stack.enter_context(locked(partial))
        try:
            yield partial
        finally:
            with contextlib.suppress(OSError):
                stopping.remove(partial)
            stopping.done(partial)


def write_whole(path: Path, data: bytes, over: bool = False, lightly: bool = False) -> None:
    """Write a file, whole or not at all.

    Parameters
    ----------
    path : Path
    data : bytes
    over : bool
        Whether it may take the place of another file.
    lightly : bool
        One of very many that can be made anew: nobody looks for what others left behind, and
        whether it outlives a fall of the machine is the system's business.

    Raises
    ------
    OSError
        It cannot be written; FileExistsError if something is there that it may not replace.
    """
    with partial_file(path, lightly) as partial:
        with partial.open("wb") as file:
            file.write(data)
            if not lightly:
                file.flush()
                os.fsync(file.fileno())
        with stopping.uninterrupted():
            if over:
                partial.replace(path)
            else:
                _into_place(partial, path)


def check_writable(folder: Path) -> None:
    """Raise the OSError that a file in a folder would meet, before it is computed."""
    with partial_file(folder / "try"):
        pass


def _into_place(partial: Path, path: Path) -> None:
    """Rename, over nothing: a link is refused where something is; not every disk knows links."""
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "it exists already", str(path)) from None
        partial.rename(path)


def sweep(parent: Path) -> None:
    """Remove what programs that are no more left half written in a folder."""
    with contextlib.suppress(OSError), os.scandir(parent) as found:
        for one in found:
            if (
                one.name.startswith(".")
                and MARK in one.name
                and one.name.endswith(OURS)
                and _is_left_behind(one.path)
            ):
                with contextlib.suppress(OSError):
                    stopping.remove(one.path)


def _is_left_behind(path: str) -> bool:
    if fcntl is None:
        return False
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file or folder as long as this process lives or the block lasts."""
    if fcntl is None:
        yield
        return
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        yield  # whoever may write there may not read it: then nobody sweeps it either
        return
    try:
        with contextlib.suppress(OSError):  # a disk without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def cannot_write(path: Path | str, error: OSError, option: str = "--out") -> OutputError:
    """The error of a disk, said for people.

    Parameters
    ----------
    path : Path or str
        What was to be written.
    error : OSError
    option : str
        By which another place is named; empty where it cannot be.
    """
    fix = f"name one that you may write to with {option}" if option else ""
    if error.errno in FULL:
        fix = "make room there" + (f", or name another place with {option}" if option else "")
    return OutputError(f"cannot write to {path}", why=error.strerror or str(error), fix=fix)
