"""A new dossier to begin from: the small one of the package, or a copy of another."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from twoplustwo.base.errors import OutputError
from twoplustwo.base.whole import cannot_write, partial_folder
from twoplustwo.doors.schema_files import FOLDER, pointer, write_schemas
from twoplustwo.dossier import load, locate
from twoplustwo.dossier.fields import good_name
from twoplustwo.dossier.find import MAIN, included_with_package, packaged
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.tree import read_yaml

TEMPLATE = "template_dossier"
"""The folder of the package that holds the small dossier."""
WHERE = "FOLDER"


def write_new(folder: Path, like: str = "") -> list[Path]:
    """Write a dossier into a folder that is not there yet, or empty; whole or not at all.

    Its ``id`` is the name of the folder.

    Parameters
    ----------
    folder : Path
    like : str
        The dossier to copy, by name or path; empty for the small one of the package, whose files
        begin with the line that points an editor to their schema.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    DossierError
        The folder has no name that a dossier can have; what to copy is not there, or is wrong.
    OutputError
        Something stands there already, or nothing can be written there.
    """
    folder = folder.absolute()
    name = _name(folder)
    texts = _copied(like, name) if like else _template(name)
    try:
        _refuse_what_is_there(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with partial_folder(folder.parent, lambda: name) as partial:
            for path, data in texts:
                file = partial / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if not like:
                write_schemas(partial)
            partial.chmod(0o755)  # it was made private; a dossier is for others to read
            _into_place(partial, folder)
    except OSError as error:
        wrong = cannot_write(folder, error, option="")
        wrong.where, wrong.fix = WHERE, wrong.fix or "name a folder where you may write"
        raise wrong from error
    return [folder / path for path, _ in _files_of(folder)]


def _into_place(partial: Path, folder: Path) -> None:
    """Rename it; what was an empty folder stays that folder, for somebody may stand in it."""
    if not folder.is_dir():
        partial.rename(folder)
        return
    for one in sorted(partial.iterdir(), key=lambda one: one.name == MAIN):  # that one last
        one.rename(folder / one.name)


def _name(folder: Path) -> str:
    name, problems = folder.name, Problems()
    if not good_name(name, "a dossier", WHERE, problems):
        raise problems.errors[0]
    if name in packaged() or included_with_package(name):
        raise OutputError(
            f"{name} is the name of a folder that comes with the package",
            WHERE,
            "commands could not tell the two apart",
            f"call it otherwise, my-{name} for instance",
        )
    return name


def _refuse_what_is_there(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        there = sorted(one.name for one in folder.iterdir())
        if not there:
            return
        what, why = f"the folder {folder} is not empty", f"there: {', '.join(there[:5])}"
    elif folder.exists() or folder.is_symlink():
        what, why = f"{folder} is there already", "it is no folder"
    else:
        return
    raise OutputError(what, WHERE, f"{why}; nothing is written over", "name another folder")


def _template(name: str) -> Iterator[tuple[str, bytes]]:
    root = Path(str(files("twoplustwo"))) / TEMPLATE
    for path, data in _files_of(root):
        if path == MAIN:
            data = re.sub(rb"(?m)^id: .*$", f"id: {name}".encode(), data)
        head = f"{pointer(path)}\n".encode() if path.endswith(".yaml") else b""
        yield path, head + data


def _copied(like: str, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of another dossier, which must be whole, with a name and title of its own."""
    root = locate(like)
    load(root)
    for path, data in _files_of(root):
        yield path, _renamed(root, name).encode() if path == MAIN else data


def _files_of(root: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root)
        hidden = any(part.startswith(".") for part in path.parts)
        if file.is_file() and not hidden and path.parts[0] not in (FOLDER, "__pycache__"):
            yield path.as_posix(), file.read_bytes()


def _renamed(root: Path, name: str) -> str:
    """``dossier.yaml`` of a copy: its id and title changed, and the folders that it includes
    named so that they are found from there.
    """
    dossier = load(root)
    title = {lang: f"{text} ({name})" for lang, text in dossier.title.items()}
    included = [at for at in dossier.roots.values() if at != root]
    new = {
        "id": [f"id: {name}"],
        "title": ["title:", *(f"  {lang}: {_quoted(text)}" for lang, text in title.items())],
        "includes": [f"includes: [{', '.join(_include(at) for at in included)}]"],
    }
    tree, data = read_yaml(root / MAIN)
    lines = data.decode("utf-8").splitlines()
    starts = sorted((line, key) for key, line in tree.key_lines.items())
    ends = [line for line, _ in starts[1:]] + [len(lines) + 1]
    written = lines[: starts[0][0] - 1]
    for (start, key), end in zip(starts, ends, strict=True):
        block = lines[start - 1 : end - 1]
        comments = [one for one in block if one.lstrip().startswith("#")]
        written += [*new[key], *comments] if key in new else block
    return "\n".join(written) + "\n"


def _include(folder: Path) -> str:
    """How a folder is included from anywhere: by name if it comes with the package."""
    if included_with_package(folder.name) == folder.resolve():
        return folder.name
    return _quoted(str(folder.resolve()))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
