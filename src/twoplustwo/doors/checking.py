"""All that is wrong in a dossier, and all that its asks lack: what ``check`` tells."""

from pathlib import Path

from twoplustwo.base.errors import DossierError


def everything_wrong(folder: str | Path, fly: bool = False) -> list[DossierError]:
    """Every problem of a dossier, errors first.

    Parameters
    ----------
    folder : str or Path
        Its folder, or the name of one that came with the package.
    fly : bool
        Whether missiles are flown, and interceptors looked at, too.

    Raises
    ------
    DossierError
        Only if there is no such folder.
    """
    from twoplustwo.dossier.check import checked

    dossier, problems = checked(folder)
    if dossier is None:
        return problems
    from twoplustwo.analysis.claims.bind import problems as propositions_unbound

    # what a dossier asks of the questions is known once it can be read
    problems = [*propositions_unbound(dossier), *problems]
    if dossier.parties:
        from twoplustwo.analysis.claims.idle_measures import idle_measures
        from twoplustwo.runs.unanswerable import played_asks

        played = played_asks(dossier)
        problems += [*played.errors, *idle_measures(dossier, played)]
    if fly:
        from twoplustwo.runs.flown_range import far_from_print
        from twoplustwo.runs.made_speed import speeds_not_made
        from twoplustwo.runs.threat_range import too_far

        problems += far_from_print(dossier)
        problems += speeds_not_made(dossier)
        problems += too_far(dossier)
    return sorted(problems, key=lambda one: one.warning)
