"""Where dossiers stand, and which parameter a path means."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from twoplustwo.base.errors import DossierError, PositionError, nearest
from twoplustwo.dossier.kinds import ParameterKind
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.tree import readable_path

MAIN = "dossier.yaml"


def packaged() -> dict[str, Path]:
    """The dossiers that came with the package, by name."""
    dossiers: dict[str, Path] = {}
    for folder in _packaged_folders():
        dossiers |= {main.parent.name: main.parent for main in sorted(folder.glob(f"*/{MAIN}"))}
    return dossiers


def packaged_roots() -> set[Path]:
    """The folders of the dossiers that came with the package."""
    return {root.resolve() for root in packaged().values()}


def _packaged_folders() -> list[Path]:
    """Where dossiers that come with the package may stand."""
    package = Path(str(files("twoplustwo")))
    # An editable checkout keeps them beside src/, a wheel inside the package.
    beside = [package.parents[1]] if package.parent.name == "src" else []
    return [one / "dossiers" for one in (*beside, package)]


def locate(name_or_path: str | Path) -> Path:
    """The folder of a dossier, by the name of one that came with the package or by its path.

    Raises
    ------
    DossierError
        If there is none; names those that came with the package.
    """
    path = Path(name_or_path).expanduser()
    names = packaged()
    try:
        if path.name == MAIN and path.is_file():
            return path.parent
        if path.is_dir() and ((path / MAIN).is_file() or str(name_or_path) not in names):
            return path
    except OSError as error:
        raise DossierError(f"cannot read {name_or_path}: {error.strerror}") from error
    if str(name_or_path) in names:
        return names[str(name_or_path)]
    raise DossierError(
        f"no dossier named {name_or_path}, and no such folder",
        why=f"dossiers that came with the package: {', '.join(names) or 'none'}",
        fix=nearest(str(name_or_path), names),
    )


def included(root: Path, name: str) -> Path | None:
    """The folder that a dossier in `root` includes by `name`; None if there is none.

    A path from the dossier's folder or an absolute one; else the name of a folder that comes with
    the package, such as ``common``.
    """
    folder = (root / Path(name).expanduser()).resolve()
    return folder if folder.is_dir() else included_with_package(name)


def included_with_package(name: str) -> Path | None:
    """The folder of that name which comes with the package; None if there is none."""
    if Path(name).name != name:
        return None
    found = (folder / name for folder in _packaged_folders())
    return next((folder.resolve() for folder in found if folder.is_dir()), None)


def place_of(dossier: Dossier, short: str) -> str:
    """A file of a dossier, given by its short name, as a person can open it."""
    folder, _, rest = short.partition("/")
    return readable_path(dossier.roots[folder] / rest)


def claim_place(dossier: Dossier, key: str) -> str:
    """File and line of the claim ``parameter@id``."""
    claim = dossier.claim(key)
    return f"{place_of(dossier, claim.file)}:{claim.line}"


@dataclass(frozen=True)
class Place:
    """A parameter, or one number inside it.

    `field` names a field of a block and `index` (from 0) one of several blocks.
    """

    path: str
    kind: ParameterKind
    index: int | None = None
    field: str = ""


def parameter(dossier: Dossier, path: str) -> Place:
    """The parameter that `path` means, or the number inside it, such as ``x.stages.2.burn_time``.

    Raises
    ------
    PositionError
        If there is no such path; names the nearest.
    """
    places = dossier.memo.setdefault("parameters", {})
    if path not in places:
        places[path] = _parameter(dossier, path)
    return places[path]


def _parameter(dossier: Dossier, path: str) -> Place:
    for kind_name, things in dossier.things.items():
        for thing in things.values():
            if not path.startswith(thing.path + "."):
                continue
            name, *rest = path[len(thing.path) + 1 :].split(".")
            kind = dossier.kinds[kind_name].parameters.get(name)
            if kind is not None:
                return _inside(path, Place(f"{thing.path}.{name}", kind), rest)
    raise PositionError(
        f"no parameter {path}",
        why=_names_there(dossier, path),
        fix=nearest(path, dossier.paths()),
    )


def _inside(path: str, place: Place, rest: list[str]) -> Place:
    kind, index = place.kind, None
    if not rest:
        return place
    if kind.type == "blocks":
        if not rest[0].isdecimal() or int(rest[0]) < 1:
            raise PositionError(
                f"no parameter {path}", why=f"{place.path} is a list: write {place.path}.1 and on"
            )
        index, rest = int(rest[0]) - 1, rest[1:]
    if kind.type not in ("block", "blocks") or len(rest) != 1 or rest[0] not in kind.fields:
        inside = f"it has {', '.join(kind.fields)}" if kind.fields else "nothing stands inside it"
        raise PositionError(
            f"no parameter {path}",
            why=f"{place.path} is a {kind.type}; {inside}",
            fix=nearest(rest[-1] if rest else "", kind.fields),
        )
    return Place(place.path, kind, index, rest[0])


def _names_there(dossier: Dossier, path: str) -> str:
    """What could have stood where the path goes wrong."""
    first, *rest = path.split(".")
    if first not in dossier.kinds:
        there = sorted(kind for kind, things in dossier.things.items() if things)
        return f"a path starts with one of {', '.join(there)}"
    kind = dossier.kinds[first]
    if not dossier.things[first]:
        file = f"{first}.yaml" if kind.single else f"{first}/NAME.yaml"
        return f"the dossier has no {first}: write {file}"
    if not kind.single:
        if not rest or rest[0] not in dossier.things[first]:
            return f"{first} has {', '.join(sorted(dossier.things[first]))}"
        rest = rest[1:]
    return f"{path.rpartition('.')[0] if rest else path} has {', '.join(kind.parameters)}"
