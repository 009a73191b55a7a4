"""A folder that is written whole or not at all."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from twoplustwo.base.errors import OutputError

_DISK = (errno.ENOSPC, errno.EACCES, errno.EPERM, errno.EROFS, errno.EDQUOT, errno.EIO)
"""What the disk answers when it is full or closed; any other error is not about writing."""


@contextlib.contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Give a hidden folder beside `target` to write into; rename it at the end.

    Nothing is ever seen at `target` but a finished folder. When the block ends by any
    exception, Ctrl-C among them, the hidden folder and every folder made on the way go again.

    Parameters
    ----------
    target : Path
        Must not exist yet.

    Yields
    ------
    Path
        Where to write.

    Raises
    ------
    OutputError
        The folder cannot be written, or something stands at `target` already. Raised before
        the block runs, so that nothing is computed in vain.
    """
    target = target.absolute()
    if os.path.lexists(target):
        raise OutputError(
            f"{target} exists already",
            why="a run never writes over another run",
            fix="name another folder with --out",
        )
    made = _make_parents(target.parent)
    try:
        partial = Path(tempfile.mkdtemp(prefix=f".{target.name}.partial-", dir=target.parent))
    except OSError as error:
        _remove_empty(made)
        raise _cannot(target.parent, error) from None
    try:
        yield partial
        partial.chmod(0o755)  # mkdtemp makes it private; a report is for others to read
        _sync(partial)
        partial.rename(target)
        _sync_folder(target.parent)
    except BaseException as error:
        shutil.rmtree(partial, ignore_errors=True)
        _remove_empty(made)
        if isinstance(error, OSError) and error.errno in _DISK:
            raise _cannot(target, error) from error
        raise


def point_latest(target: Path, name: str = "latest") -> Path:
    """Make the link `name` beside `target` point to it; a text file where links cannot be."""
    link = target.parent / name
    beside = target.parent / f".{name}.new"
    beside.unlink(missing_ok=True)
    try:
        if link.is_dir() and not link.is_symlink():
            raise OSError("a folder of that name is in the way")
        beside.symlink_to(target.name, target_is_directory=True)
        beside.replace(link)
    except OSError:
        beside.unlink(missing_ok=True)
        link = target.parent / f"{name}.txt"
        link.write_text(target.name + "\n", encoding="utf-8")
    return link


def _make_parents(folder: Path) -> list[Path]:
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    made: list[Path] = []
    for one in reversed(missing):
        try:
            one.mkdir()
        except FileExistsError:
            continue  # another run made it meanwhile
        except OSError as error:
            _remove_empty(made)
            raise _cannot(one, error) from None
        made.append(one)
    return made


def _remove_empty(folders: list[Path]) -> None:
    for one in reversed(folders):
        with contextlib.suppress(OSError):
            one.rmdir()


def _cannot(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot write to {path}",
        why=error.strerror or str(error),
        fix="name a folder that you may write to with --out",
    )


def _sync(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows cannot sync a folder
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
