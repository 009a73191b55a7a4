"""The answers of a run that was made before, to be written in another form."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twoplustwo.base.errors import DossierError, OptionError, OutputError
from twoplustwo.doors.runs_found import RECORD, run_folder

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
    from twoplustwo.question_cards.for_dossier import cards_of

    if name in cards_of(dossier):
        return None
    is_path = len(Path(name).parts) > 1
    try:
        folder = run_folder(Path(name))
    except OutputError:
        if is_path:
            raise
        return None  # a question that there is not: whoever asks it will say so
    if (folder / RECORD).is_file():
        return folder
    if is_path:
        raise OutputError(
            f"{folder} is not a run",
            name,
            f"it has no {RECORD}",
            "name a folder that `twoplustwo run` wrote, e.g. out/latest",
        )
    return None  # a file or folder that happens to be called so


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
    given = next((name for name, value in laid.items() if value), "")
    if given:
        again = f"run again: twoplustwo run {given} …"
        if given == "--option":  # a question's own, and a run asks every question
            again = "ask one question: twoplustwo export QUESTION --option …"
        raise OptionError(
            f"{folder} has been computed",
            given,
            "nothing can be laid over the answers of a run",
            f"leave it out, or {again}",
        )
    return store.read(folder)


def dossier_of(folder: Path, named: "Dossier | None") -> "tuple[Dossier, str]":
    """The dossier that a run is of, for its names and units, and what is to be said of it.

    Parameters
    ----------
    folder : Path
    named : Dossier or None
        What was named with ``--dossier``; nothing else is then looked for.

    Returns
    -------
    tuple of Dossier and str
        The text is empty unless the dossier has changed since the run.

    Raises
    ------
    OptionError
        The run is of another dossier than the one named; or none was named, and the run's
        own does not come with the package.
    OutputError
        The run does not say of which dossier it is.
    """
    from twoplustwo.doors import dossiers

    record = _record(folder)
    of = str(record["dossier"])
    if named is not None and named.id != of:
        raise OptionError(
            f"{folder} is a run of {of}",
            f"--dossier {named.id}",
            "names and units of one dossier say nothing of the answers of another",
            f"name the dossier of this run with -d: the folder of {of}",
        )
    try:
        dossier = named or dossiers.load(of)
    except DossierError as error:
        raise _not_here(folder, of, str(error.what)) from error
    if dossier.id != of:  # a folder of that name which holds another
        raise _not_here(folder, of, f"what lies at {of} is {dossier.id}")
    if record.get("hash", dossier.hash) == dossier.hash:
        return dossier, ""
    return dossier, (
        f"{of} is not as it was when {folder} was run: names and meanings are those of today, "
        "numbers those of the run\nif the run is of a copy of your own, name that with -d"
    )


def _record(folder: Path) -> "dict[str, Any]":
    """What ``run.json`` of a run says, the dossier among it."""
    import json

    path = folder / RECORD
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return {**record, "dossier": record["dossier"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError(
            f"cannot read of which dossier a run is: {type(error).__name__}: {error}",
            str(path),
            "names and units of its answers are the dossier's",
            "run `twoplustwo run` again",
        ) from error


def _not_here(folder: Path, of: str, why: str) -> OptionError:
    return OptionError(
        f"{folder} is a run of {of}, which is not to be found", "--dossier", why,
        f"name the dossier of this run with -d: the folder of {of}",
    )  # fmt: skip
