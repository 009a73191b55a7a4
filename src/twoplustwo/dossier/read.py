"""A folder of YAML to a Dossier, or to a list of all that is wrong with it."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from twoplustwo.base import csl
from twoplustwo.base.digest import digest
from twoplustwo.base.errors import DossierError, nearest
from twoplustwo.dossier.asks import read_asks
from twoplustwo.dossier.claims import read_thing
from twoplustwo.dossier.draft import Draft
from twoplustwo.dossier.fields import Fields, good_name
from twoplustwo.dossier.find import MAIN, included, included_with_package
from twoplustwo.dossier.interceptor_models import check_interceptors
from twoplustwo.dossier.kinds import kinds
from twoplustwo.dossier.measures import read_measure
from twoplustwo.dossier.models import Dossier, Source
from twoplustwo.dossier.own_parameters import with_own
from twoplustwo.dossier.people import read_party, read_sources, read_speakers
from twoplustwo.dossier.predicted import check_predictions
from twoplustwo.dossier.presets import check_presets, read_presets
from twoplustwo.dossier.problems import Problems
from twoplustwo.dossier.propositions import read_couplings, read_proposition
from twoplustwo.dossier.refer import check_references
from twoplustwo.dossier.refer_asks import check_asks
from twoplustwo.dossier.refer_keys import check_keys
from twoplustwo.dossier.refer_threats import check_threats
from twoplustwo.dossier.refer_topics import check_topics
from twoplustwo.dossier.region_tests import name_regions
from twoplustwo.dossier.regions import check_countries, put_in_order, read_region
from twoplustwo.dossier.steepness import read_steepness
from twoplustwo.dossier.topics import read_disputes
from twoplustwo.dossier.tree import Node, read_yaml, readable_path
from twoplustwo.dossier.values import Folder

_LISTS = ("sources", "speakers", "disputes", "couplings", "presets", "asks", "steepness")
_BLOCKS: dict[str, tuple[str, Callable[[Node, str, Problems], dict[str, Any]]]] = {
    "speakers": ("speaker", read_speakers),
    "disputes": ("dispute", read_disputes),
    "couplings": ("coupling", read_couplings),
    "presets": ("preset", read_presets),
    "asks": ("ask", read_asks),
    "steepness": ("question", read_steepness),
}
"""Files of several blocks: what one is called, and how they are read."""
_FOLDERS = ("parties", "measures", "propositions", "regions")
_MOST_FILES = 5000
MAIN_KEYS = ("id", "title", "as_of", "accessed", "includes", "regions", "note")
"""Keys of ``dossier.yaml``."""


def read_dossier(root: Path) -> tuple[Dossier | None, Problems]:
    """The dossier in `root`, None if it cannot stand, and everything that is wrong with it."""
    draft = Draft({**kinds()})
    problems = draft.problems
    main = root / MAIN
    includes: list[Path] = []
    if not main.is_file():
        problems.add(
            f"the folder has no {MAIN}", readable_path(root), "expected id, title and as_of in it"
        )
        return None, problems
    try:
        includes = _read_main(draft, root, main)
    except DossierError as error:
        problems.take(error)
        return None, problems
    if any(not one.warning for one in problems.errors):
        return None, problems  # with a folder missing, all that it holds would be told as unknown
    for at, folder in enumerate((root, *includes)):
        _read_root(draft, folder, main=at == 0)
        if at == 0:
            _warn_of_half_filled_languages(problems)
    check_keys(draft)
    disputes = {}
    if not draft.broken:
        put_in_order(draft)
        name_regions(draft)
        disputes = check_references(draft)
        check_topics(draft)
        check_interceptors(draft)
        check_threats(draft)
        check_presets(draft)
        check_asks(draft)
        check_countries(draft)
        check_predictions(draft)
    if any(not one.warning for one in problems.errors):
        return None, problems
    return Dossier(
        id=draft.id,
        root=root,
        title=draft.title,
        as_of=draft.as_of,
        as_of_day=draft.as_of_day,
        hash=digest(draft.hashes),
        things=draft.things | {kind: {} for kind in draft.kinds if kind not in draft.things},
        parameters=draft.parameters,
        kinds=draft.kinds,
        speakers=draft.speakers,
        parties=draft.parties,
        sources={id_: _accessed(one, draft.accessed) for id_, one in draft.sources.items()},
        disputes=disputes,
        measures=draft.measures,
        propositions=draft.propositions,
        couplings=draft.couplings,
        presets=draft.presets,
        regions=draft.regions,
        asks=draft.asks,
        steepness=draft.steepness,
        roots=draft.roots,
    ), problems


def _accessed(source: Source, on: str) -> Source:
    """A source with the date on which the dossier's were read; one that was not read has none."""
    if not on or source.seen == "none" or "accessed" in source.fields:
        return source
    return replace(source, fields={**source.fields, "accessed": csl.date(on)})


def _read_main(draft: Draft, root: Path, main: Path) -> list[Path]:
    tree, data = read_yaml(main)
    draft.hashes[MAIN] = hashlib.sha256(data).hexdigest()
    keys = Fields(tree, "the dossier", readable_path(main), draft.problems, MAIN_KEYS)
    draft.id = keys.text("id", required=True)
    if draft.id:
        good_name(draft.id, "a dossier", keys.where("id"), draft.problems)
    draft.title = keys.words("title", required=True)
    draft.as_of, day = keys.date("as_of", required=True)
    draft.as_of_day = day or draft.as_of_day
    draft.accessed = keys.date("accessed")[0]
    draft.first_regions = {
        name: f"{readable_path(main)}:{line}" for name, line in keys.names("regions")
    }
    folders = []
    for name, line in keys.names("includes"):
        folder = included(root, name)
        if folder is None:
            last = Path(name).name
            packaged = included_with_package(last) is not None
            draft.problems.add(
                f"there is no folder {name} to include",
                f"{readable_path(main)}:{line}",
                f"looked for {readable_path((root / name).resolve())}",
                f"write `includes: [{last}]` for the one that comes with the package"
                if packaged
                else "write its path, from this folder or absolute, or the name of a folder that "
                "comes with the package, such as common",
            )
        else:
            folders.append(folder)
    return folders


def _read_root(draft: Draft, root: Path, main: bool) -> None:
    name = root.resolve().name
    if name in draft.roots:
        draft.problems.add(
            f"two folders named {name} are read",
            readable_path(root),
            "files of a dossier are told apart by the name of their folder",
            "rename one of them",
        )
        return
    draft.roots[name], draft.reading = root, name
    _tell_what_is_not_read(draft, root)
    files = sorted(file for file in root.rglob("*.y*ml") if file.suffix in (".yaml", ".yml"))
    if len(files) > _MOST_FILES:
        draft.problems.add(
            f"the folder holds {len(files)} YAML files",
            readable_path(root),
            f"at most {_MOST_FILES} are read",
        )
        draft.broken = True
        return
    for file in files:
        parts = file.relative_to(root).with_suffix("").parts
        if parts == ("dossier",) or any(part.startswith(".") for part in parts):
            continue
        try:
            _read_file(draft, file, parts, root, name, main)
        except DossierError as error:
            draft.problems.take(error)
            draft.broken = True


def _tell_what_is_not_read(draft: Draft, root: Path) -> None:
    """Folders that are links, and files of a kind whose name ends otherwise than in .yaml."""
    kinds = {*_FOLDERS, *draft.kinds}
    for path in sorted(root.glob("*")):
        if path.name.startswith("."):
            continue
        if path.is_symlink() and path.is_dir():
            draft.problems.add(
                f"{path.name} is a link to a folder",
                readable_path(path),
                "links are not followed: what is read would change with what they point to",
                "put the folder itself there, or name it in `includes`",
            )
        inside = sorted(path.glob("*")) if path.name in kinds and path.is_dir() else [path]
        for one in inside:
            if one.name.startswith(".") or one.suffix == ".yaml" or one.suffix == ".yml":
                continue
            like_ours = ".yaml" in one.name.lower() or ".yml" in one.name.lower()
            if one.is_symlink() and one.is_dir() and one is not path:
                draft.problems.add(
                    f"{one.name} is a link to a folder",
                    readable_path(one),
                    "links are not followed",
                    "put the files themselves there",
                )
            elif like_ours and one.is_file():
                draft.problems.add(
                    f"the name {one.name} does not end in .yaml",
                    readable_path(one),
                    "it would not be read",
                    "rename it, or take it away",
                )


def _read_file(
    draft: Draft, file: Path, parts: tuple[str, ...], root: Path, name: str, main: bool
) -> None:
    where, problems = readable_path(file), draft.problems
    if file.suffix == ".yml":
        problems.add("the file ends in .yml", where, "files of a dossier end in .yaml", "rename it")
        return
    if not _is_known_place(draft, parts, where):
        return
    tree, data = read_yaml(file)
    short = file.relative_to(root).as_posix()
    draft.hashes[short if main else f"{name}/{short}"] = hashlib.sha256(data).hexdigest()
    short = f"{name}/{short}"
    draft.files[short] = where
    if parts[0] in _LISTS:
        _read_list(draft, parts[0], tree, where, short)
    elif parts[0] in _FOLDERS:
        _read_topic(draft, parts[0], parts[1], tree, where, short)
    else:
        kind = with_own(draft.kinds[parts[0]], tree, where, problems)
        draft.kinds[parts[0]] = kind
        folder = Folder(file, root, name)
        thing_file = read_thing(tree, kind, parts[-1], where, problems, folder, short)
        draft.add_thing(thing_file, where)


def _is_known_place(draft: Draft, parts: tuple[str, ...], where: str) -> bool:
    """Whether a file stands where its kind wants it."""
    first, problems = parts[0], draft.problems
    single = first in _LISTS or (first in draft.kinds and draft.kinds[first].single)
    folder_names = [*_LISTS, *_FOLDERS, *draft.kinds]
    if first not in folder_names:
        problems.add(
            f"unknown kind {first}",
            where,
            f"known kinds: {', '.join(sorted(folder_names))}",
            nearest(first, folder_names),
        )
        return False
    if single and len(parts) != 1:
        problems.add(f"{first} is one file, not a folder", where, f"expected {first}.yaml")
        return False
    if not single and len(parts) != 2:
        problems.add(
            f"{first} is a folder with one file a thing", where, f"expected {first}/NAME.yaml"
        )
        return False
    return all(good_name(part, "a file", where, problems) for part in parts)


def _read_list(draft: Draft, what: str, tree: Node, where: str, short: str) -> None:
    problems = draft.problems
    line = tree.key_lines
    if what == "sources":
        for id_, source in read_sources(tree, where, problems, short).items():
            if draft.new(f"source {id_}", f"{where}:{line[id_]}"):
                draft.sources[id_] = source
        # A source with a mistake of its own is still there to be named.
        for id_ in tree.entries or {}:
            draft.places.setdefault(f"source {id_}", f"{where}:{line[id_]}")
        return
    name, read, records = _BLOCKS[what][0], _BLOCKS[what][1], getattr(draft, what)
    for id_, record in read(tree, where, problems).items():
        if draft.new(f"{name} {id_}", f"{where}:{line[id_]}"):
            records[id_] = record
    for id_, node in (tree.entries or {}).items() if what == "speakers" else ():
        place = f"{where}:{node.key_lines.get('party', line[id_])}"
        draft.speaker_places.setdefault(id_, place)


def _read_topic(draft: Draft, what: str, id_: str, tree: Node, where: str, short: str) -> None:
    problems = draft.problems
    if what == "parties" and draft.new(f"party {id_}", where):
        draft.parties[id_] = read_party(id_, tree, where, problems, short)
    elif what == "measures" and draft.new(f"measure {id_}", where):
        draft.measures[id_] = read_measure(id_, tree, where, problems, short)
    elif what == "propositions" and draft.new(f"proposition {id_}", where):
        draft.propositions[id_] = read_proposition(id_, tree, where, problems)
    elif what == "regions" and draft.new(f"region {id_}", where):
        draft.regions[id_] = read_region(id_, tree, where, problems, short)


def _warn_of_half_filled_languages(problems: Problems) -> None:
    """Warn of each language in which some texts of the dossier's own folder stand, not all."""
    texts = problems.texts
    for lang in sorted(frozenset().union(*(languages for _, languages in texts))):
        lacking = [where for where, languages in texts if languages and lang not in languages]
        if lacking:
            more = len(lacking) - 6
            problems.warn(
                f"{lang} is half filled: {len(lacking)} of {len(texts)} texts lack it",
                lacking[0],
                "readers of it see another language there",
                f"add `{lang}:` there"
                + (f", and in {', '.join(lacking[1:6])}" if lacking[1:] else "")
                + (f", and {more} more" if more > 0 else "")
                + f"; or take {lang} away everywhere",
            )
