"""A folder that is written whole or not at all."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from twoplustwo.base import stopping
from twoplustwo.base.errors import OutputError
from twoplustwo.base.whole import DISK, MARK, cannot_write, partial_folder, write_whole


@dataclass
class NumberedFolder:
    """A folder that is being written, and the name that is kept free for it.

    Parameters
    ----------
    partial : Path
        Where to write.
    target : Path
        Where it will stand.
    """

    partial: Path
    target: Path


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
    if os.path.lexists(target):
        raise OutputError(
            f"{target.absolute()} exists already",
            why="a run never writes over another run",
            fix="name another folder with --out",
        )
    with numbered_folder(target) as folder:
        yield folder.partial


@contextlib.contextmanager
def numbered_folder(wanted: Path) -> Iterator[NumberedFolder]:
    """As `whole_folder`, with a number behind its name where that is taken.

    A name counts as taken as soon as somebody writes a folder for it, so that of two runs in one
    second each has its own from the start.

    Parameters
    ----------
    wanted : Path
        Its name, if that is free.

    Yields
    ------
    NumberedFolder
        With the name that it will have.

    Raises
    ------
    OutputError
        The folder cannot be written.
    """
    wanted = wanted.absolute()
    made = _make_parents(wanted.parent)
    target = wanted
    try:
        with contextlib.ExitStack() as stack:

            def name() -> str:
                nonlocal target
                target = _free(wanted)
                return target.name

            try:
                partial = stack.enter_context(partial_folder(wanted.parent, name))
            except OSError as error:
                raise cannot_write(wanted.parent, error) from None
            folder = NumberedFolder(partial, target)
            yield folder
            partial.chmod(0o755)  # it was made private; a report is for others to read
            _sync(partial)
            with stopping.uninterrupted():
                _into_place(folder, wanted)
                stopping.say(f"stopped: the run is whole, in {folder.target}")
            _sync_folder(wanted.parent)
    except BaseException as error:
        _remove_empty(made)
        if isinstance(error, OSError) and error.errno in DISK:
            raise cannot_write(wanted, error) from error
        raise
    finally:
        stopping.done(wanted.parent / MARK)


def _into_place(folder: NumberedFolder, wanted: Path) -> None:
    """Rename it to its name; to the next one if somebody else took that meanwhile."""
    while True:
        try:
            if os.path.lexists(folder.target):
                folder.target = _free(wanted)
            folder.partial.rename(folder.target)
        except FileExistsError:
            continue
        except OSError as error:
            if os.path.lexists(folder.target) and error.errno not in DISK:
                continue
            raise
        return


def _free(wanted: Path) -> Path:
    """The name, or the name with the first number that nobody has or writes for."""
    for number in count(1):
        free = wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}")
        if not os.path.lexists(free) and not any(
            one.startswith(f".{free.name}{MARK}") for one in _hidden(wanted.parent)
        ):
            return free
    raise AssertionError


def _hidden(folder: Path) -> list[str]:
    try:
        return [one for one in os.listdir(folder) if one.startswith(".")]  # noqa: PTH208 - names
    except PermissionError:
        return []  # it may be written into all the same


def point_latest(target: Path, name: str = "latest") -> Path:
    """Make the link `name` beside `target` point to it; a text file where links cannot be."""
    link = target.parent / name
    beside = target.parent / f".{name}.{secrets.token_hex(4)}"
    try:
        if link.is_dir() and not link.is_symlink():
            raise OSError("a folder of that name is in the way")
        with stopping.uninterrupted():
            beside.symlink_to(target.name, target_is_directory=True)
            beside.replace(link)
    except OSError:
        beside.unlink(missing_ok=True)
        link = target.parent / f"{name}.txt"
        try:
            write_whole(link, (target.name + "\n").encode(), over=True)
        except OSError as error:
            raise cannot_write(link, error) from error
    return link


def _make_parents(folder: Path) -> list[Path]:
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    made: list[Path] = []
    for one in reversed(missing):
        try:
            with stopping.uninterrupted():
                one.mkdir()
                made.append(one)
                stopping.undo(folder / MARK, lambda: _remove_empty(made))
        except FileExistsError:
            continue  # another run made it meanwhile
        except OSError as error:
            _remove_empty(made)
            raise cannot_write(one, error) from None
    return made


def _remove_empty(folders: list[Path]) -> None:
    for one in reversed(folders):
        with contextlib.suppress(OSError):
            one.rmdir()


def _sync(folder: Path) -> None:
    def one(path: Path) -> None:
        with path.open("rb+") as file:
            os.fsync(file.fileno())

    with ThreadPoolExecutor(8) as pool:  # hundreds of small files, each waiting for the disk
        list(pool.map(one, (path for path in folder.rglob("*") if path.is_file())))


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows cannot sync a folder
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
