"""The answers of a run that was made before, to be written in another form."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from twoplustwo.base.errors import DossierError, OptionError

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.doors.request import Request
    from twoplustwo.dossier.models import Dossier


def find_run(name: str, dossier: "Dossier") -> Path | None:
    """The folder of the run that is meant; None where a name can only be a question.

    Parameters
    ----------
    name : str
        A question, or a run by its path or its name under ``out``.
    dossier : Dossier

    Raises
    ------
    OutputError
        It is a path at which there is no run.
    """
    from twoplustwo.base.errors import OutputError
    from twoplustwo.doors.runs_found import run_folder
    from twoplustwo.question_cards.for_dossier import cards_of

    if name in cards_of(dossier):
        return None
    try:
        return run_folder(Path(name))
    except OutputError:
        if len(Path(name).parts) > 1:
            raise
        return None  # a question that there is not: whoever asks it will say so


def answers_of(folder: Path, form: str, forms: Sequence[str], request: "Request") -> "list[Answer]":
    """All answers of a run.

    Parameters
    ----------
    folder : Path
    form : str
        In which they are to be written.
    forms : sequence of str
        Those that hold the answers to many questions.
    request : Request
        What else was said; nothing may be.

    Raises
    ------
    OptionError
        The form holds one question, or something is to be laid over what has been computed.
    OutputError
        The folder is no run.
    """
    from twoplustwo.answers import store

    if form not in forms:
        raise OptionError(
            f"a file of the form {form} holds one question",
            f"--to {form}",
            f"{folder} is a run, with many",
            f"name a question in its place, or take --to {' or --to '.join(forms)}",
        )
    laid = {
        "--position": request.positions,
        "--measures": request.measures,
        "--set": request.sets,
        "--as-of": request.as_of,
        "--option": request.options,
    }
    given = [name for name, value in laid.items() if value]
    if given:
        raise OptionError(
            f"{folder} has been computed",
            given[0],
            "nothing can be laid over the answers of a run",
            f"leave it out, or run again: twoplustwo run {given[0]} …",
        )
    return store.read(folder)


def dossier_of(folder: Path, otherwise: "Dossier") -> "Dossier":
    """The dossier that a run is of, where it is one that comes with the package; else the other."""
    import json

    from twoplustwo.doors import dossiers

    try:
        record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
        return dossiers.load(str(record["dossier"]))
    except (OSError, ValueError, KeyError, DossierError):
        return otherwise
