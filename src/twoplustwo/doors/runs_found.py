"""Runs by name: in the folder that is named, under ``out`` here, or in a folder above."""

from pathlib import Path

from twoplustwo.base.errors import OutputError, nearest

OUT, RECORD = "out", "run.json"
"""Where runs are put, and what each says of itself."""


def run_folder(name: Path) -> Path:
    """The folder of a run.

    Parameters
    ----------
    name : Path
        Its path, or its name under ``out``; where it is not here, each folder above is looked
        through, as somebody may stand in a folder of a project.

    Raises
    ------
    OutputError
        There is none; says where it was looked for, and which runs there are.
    """
    here = Path.cwd()
    folders = () if name.is_absolute() else (here, *here.parents)
    places = [name, *(path for above in folders for path in (above / name, above / OUT / name))]
    if name.exists() and len(name.parts) > 1:
        return name
    # A file or folder here that happens to be called so does not hide a run of that name.
    runs = (path for path in places if (path / RECORD).is_file())
    found = next(runs, None) or next((path for path in places if path.is_dir()), None)
    if found or name.exists():
        return found or name
    known = runs_near(here)
    raise OutputError(
        f"there is no run at {name}",
        str(name),
        f"looked for in {here} and in the folders above it, and in {OUT} of each"
        + (f"; runs there: {', '.join(known)}" if known else "; there is no run in any of them"),
        nearest(name.name, known) or "name the folder that `twoplustwo run` said it wrote",
    )


def runs_near(folder: Path) -> list[str]:
    """Names of the runs under ``out`` of a folder or of the first above it that has some."""
    for above in (folder, *folder.parents):
        found = sorted({one.parent.name for one in (above / OUT).glob(f"*/{RECORD}")})
        if found:
            return found
    return []
