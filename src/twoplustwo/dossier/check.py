"""Everything that is wrong with a dossier; one with nothing wrong can be had."""

from dataclasses import replace
from pathlib import Path

from twoplustwo.base.errors import DossierError
from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.counts import counts
from twoplustwo.dossier.find import MAIN, locate, packaged_roots, place_of
from twoplustwo.dossier.inhabited import check_people
from twoplustwo.dossier.interceptor_models import is_of_other_model
from twoplustwo.dossier.models import Claim, Dossier, TableRef
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.read import read_dossier
from twoplustwo.dossier.sectors import check_sectors
from twoplustwo.dossier.tree import readable_path


def check(path: str | Path) -> list[DossierError]:
    """All problems of a dossier, errors first; those with ``warning`` can be lived with.

    Raises
    ------
    DossierError
        Only if there is no such folder.
    """
    return checked(path)[1]


def checked(path: str | Path) -> tuple[Dossier | None, list[DossierError]]:
    """The dossier, None if it cannot stand, and all its problems as `check` gives them."""
    return _checked(locate(path), tables=True)


def load(path: str | Path) -> Dossier:
    """Read a dossier, by the name of one that came with the package or by its folder.

    Tables of one that came with the package were looked through when it was packed.

    Raises
    ------
    DossierError
        For the first thing that is wrong, with file and line; it says how many more there are.
        `check` finds the same.
    """
    root = locate(path)
    dossier, found = _checked(root, tables=root.resolve() not in packaged_roots())
    errors = [one for one in found if not one.warning]
    if errors:
        first, more = errors[0], len(errors) - 1
        if more:
            tail = f"{more} more wrong here: `twoplustwo check {path}` lists all"
            first = replace(first, fix=f"{first.fix}; {tail}" if first.fix else tail)
        raise first
    if dossier is None:
        raise DossierError("the dossier could not be read", readable_path(Path(path)))
    return dossier


def _checked(root: Path, tables: bool) -> tuple[Dossier | None, list[DossierError]]:
    dossier, problems = read_dossier(root)
    if dossier is not None:
        _check_not_empty(dossier, problems)
        _check_positions(dossier, problems)
        _check_use(dossier, root, problems)
        check_sectors(dossier, problems)
        if tables and _check_tables(dossier, problems):
            check_people(dossier, problems)
    found = sorted(problems.errors, key=lambda one: one.warning)
    return None if any(not one.warning for one in found) else dossier, found


def ambiguous(dossier: Dossier, party: str, path: str, left: tuple[Claim, ...]) -> DossierError:
    """The error that two claims are left at one step, with nothing to choose between them."""
    first = left[0]
    return DossierError(
        f"{party} is left with {len(left)} claims about {path}",
        f"{place_of(dossier, first.file)}:{first.line}",
        f"nothing chooses between {', '.join(f'{one.id} ({one.shown})' for one in left)}",
        f"write `chooses: {{{path}: {first.key}}}` in parties/{party}.yaml, or the other",
    )


def _check_not_empty(dossier: Dossier, problems: Problems) -> None:
    """Note that nobody is there to be asked, or that nothing is said of anything."""
    # what a shelf such as common says of nature and people makes no dispute
    own = {name for name, root in dossier.roots.items() if (root / MAIN).is_file()}
    said = (one for claims in dossier.parameters.values() for one in claims)
    claimed = any(claim.file.partition("/")[0] in own for claim in said)
    lacking, files = list[str](), list[str]()
    if not dossier.parties:
        lacking.append("no party")
        files.append("parties/NAME.yaml with `name: {en: …}` for each side")
    if not claimed:
        lacking += ["no claim", "nothing that could be asked"]
        files.append("speakers.yaml, sources.yaml and a file with claims for each thing")
    if lacking:
        problems.add(
            f"the dossier has {', '.join(lacking)}",
            readable_path(dossier.root / MAIN),
            "what is asked is answered once for each party, from the claims that it holds",
            f"write {'; '.join(files)}; or begin with `twoplustwo new FOLDER`, which writes a "
            "small dossier that has all of it",
        )


def _check_positions(dossier: Dossier, problems: Problems) -> None:
    for path in dossier.paths():
        kind = dossier.kind_of(path)
        choices = {
            party: choose(dossier, party, path, dossier.as_of_day) for party in dossier.parties
        }
        for party, choice in choices.items():
            if choice.left:
                problems.take(ambiguous(dossier, party, path, choice.left))
        if kind.optional:
            continue
        lacking = [one for one, choice in choices.items() if not (choice.claim or choice.left)]
        if lacking and len(lacking) < len(choices):
            first = dossier.parameters[path][0]
            problems.warn(
                f"{', '.join(lacking)} holds nothing for {path}, which others do",
                f"{place_of(dossier, first.file)}:{first.line}",
                choices[lacking[0]].why,
                "enter a claim or an adoption; answers that need it will say `not answerable`",
            )
        elif lacking and not is_of_other_model(dossier.parameters, path):
            thing = path.rpartition(".")[0]
            problems.warn(
                f"nobody holds anything for {path}",
                _thing_file(dossier, thing),
                choices[lacking[0]].why,
            )


def _thing_file(dossier: Dossier, path: str) -> str:
    for things in dossier.things.values():
        for thing in things.values():
            if thing.path == path:
                return place_of(dossier, thing.file)
    return ""


def _check_tables(dossier: Dossier, problems: Problems) -> bool:
    """Read every table that a claim names; whether all can be read."""
    good = True
    for claims in dossier.parameters.values():
        for claim in claims:
            if isinstance(claim.value.si, TableRef):
                try:
                    dossier.table(claim.value.si)
                except DossierError as error:
                    problems.take(error)
                    good = False
    return good


def _check_use(dossier: Dossier, root: Path, problems: Problems) -> None:
    """Warn of adoptions that have no effect: of an own claim, or of a superseded one."""
    for party in dossier.parties.values():
        for one in party.adopts:
            where = f"{place_of(dossier, one.file)}:{one.line}"
            claim = dossier.claim(one.claim)
            if dossier.party_of(claim) == party.id:
                problems.warn(
                    f"{party.id} adopts {one.claim}, which is its own",
                    where,
                    "its own speaker said it; the adoption is idle",
                )
                continue
            superseding = [
                other
                for other in dossier.parameters[claim.parameter]
                if other.supersedes == claim.key and counts(dossier, other, dossier.as_of_day)
            ]
            adopted = {other.claim for other in party.adopts}
            if superseding and superseding[0].key not in adopted:
                problems.add(
                    f"{party.id} adopts {one.claim}, which {superseding[0].id} supersedes",
                    where,
                    "a superseded claim is held by nobody",
                    f"adopt {superseding[0].key}, or take the adoption away",
                )
