"""Files of a dossier that are equal are read once: of hundreds one is changed at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from twoplustwo.dossier import kinds, read, regions, tables, tree

MOST = {"yaml": 4000, "tables": 12}


@contextmanager
def remembered() -> Iterator[None]:
    """Within it, what is read and not changed is not parsed again."""
    read_yaml, read_table = tree.read_yaml, tables.read_table
    # what a file of these says of its own parameters is taken out of its tree when it is read
    own = {name for name, kind in kinds.kinds().items() if kind.own}
    parsed: dict[Any, Any] = {}
    known: dict[Any, Any] = {}

    def yaml_once(path: Path):
        if path.stem in own or path.parent.name in own or not path.is_file():
            return read_yaml(path)
        return _once(parsed, (str(path), path.read_bytes()), lambda: read_yaml(path), "yaml")

    def table_once(path: Path, sha256: str):
        if not path.is_file():
            return read_table(path, sha256)
        key = (str(path), sha256, path.stat().st_size, path.stat().st_mtime_ns)
        return _once(known, key, lambda: read_table(path, sha256), "tables")

    changed = [(tree, "read_yaml", yaml_once), (read, "read_yaml", yaml_once)]
    changed += [(tables, "read_table", table_once), (regions, "read_table", table_once)]
    before = [(module, name, getattr(module, name)) for module, name, _ in changed]
    try:
        for module, name, new in changed:
            setattr(module, name, new)
        yield
    finally:
        for module, name, old in before:
            setattr(module, name, old)


def _once(known: dict, key: Any, make: Any, sort: str) -> Any:
    if key not in known:
        known[key] = make()
        if len(known) > MOST[sort]:
            known.pop(next(iter(known)))
    return known[key]
