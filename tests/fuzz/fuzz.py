"""Check changed dossiers: `python tests/fuzz/fuzz.py FIRST COUNT` prints what goes wrong.

Each number is one change, the same wherever it runs. It is wrong if it ends in anything but a list
of problems, if a problem that is no warning has no place, or if it takes over ten seconds.
"""

import functools
import logging
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twoplustwo.analysis.claims.bind import problems as unanswerable
from twoplustwo.base.errors import DossierError
from twoplustwo.dossier import tables, tree
from twoplustwo.dossier.check import checked
from twoplustwo.dossier.find import locate

if __package__:
    from .mutate import mutate, yaml_files
else:
    from mutate import mutate, yaml_files

LONGEST_S = 10.0
AT_A_LINE = re.compile(r":\d+")


class Fuzzer:
    """A copy of a dossier in which one file after the other is changed and put back.

    Parameters
    ----------
    home : Path
        An empty folder for the copy.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        for name in ("europe-2007", "common"):
            shutil.copytree(locate("europe-2007").parent / name, home / name)
        self.dossier = home / "europe-2007"
        self.files = yaml_files(self.dossier, home / "common")
        self.texts = [one.read_text(encoding="utf-8") for one in self.files]

    def run(self, number: int) -> tuple[str, str]:
        """How one change ends: ``read``, ``refused`` or ``wrong``, and what is wrong."""
        chance = random.Random(number)
        at = chance.randrange(len(self.files))
        text = mutate(self.texts[at], chance, self.texts)
        if text == self.texts[at]:
            return "same", ""
        file = self.files[at]
        file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
        begun = time.process_time()  # whatever else the machine does
        try:
            told = self._checked()
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            return "wrong", f"{file.name}: {type(error).__name__}: {error} at {place}"
        finally:
            file.write_text(self.texts[at], encoding="utf-8")
        if (took_s := time.process_time() - begun) > LONGEST_S:
            return "wrong", f"{file.name}: took {took_s:.0f} s"
        return told if told[0] == "wrong" else (told[0], "")

    def _checked(self) -> tuple[str, str]:
        dossier, found = checked(self.dossier)
        if dossier is not None:
            found = [*unanswerable(dossier), *found]
        errors = [one for one in found if not one.warning]
        for one in errors:
            if not _has_place(one):
                return "wrong", f"no file and line: {one.what} ({one.where})"
        return ("refused" if errors else "read"), ""


def _has_place(error: DossierError) -> bool:
    """Whether it says where: a line, or a file or folder of which that cannot be said."""
    return bool(AT_A_LINE.search(error.where)) or Path(error.where).exists()


@contextmanager
def remembered() -> Iterator[None]:
    """Parse what is equal once: of hundreds of files one is changed."""
    parsed, table = tree.read_yaml, tables.read_table
    known: dict = {}

    def read_yaml(path: Path):
        if path.stem in own or path.parent.name in own:
            return parsed(path)
        data = path.read_bytes() if path.is_file() else None
        key = (str(path), data)
        if key not in known:
            known[key] = parsed(path)
            if len(known) > 4000:
                known.pop(next(iter(known)))
        return known[key]

    from twoplustwo.dossier import kinds, read, regions

    # what a file of these says of its own parameters is taken out of its tree when it is read
    own = {name for name, kind in kinds.kinds().items() if kind.own}

    changed = [(tree, "read_yaml", read_yaml), (read, "read_yaml", read_yaml)]
    kept = functools.cache(table)
    changed += [(tables, "read_table", kept), (regions, "read_table", kept)]
    before = [(module, name, getattr(module, name)) for module, name, _ in changed]
    try:
        for module, name, new in changed:
            setattr(module, name, new)
        yield
    finally:
        for module, name, old in before:
            setattr(module, name, old)


def main(first: int, count: int) -> int:
    """Try changes; 1 if any is wrong."""
    logging.disable(logging.WARNING)
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, remembered():
        fuzzer = Fuzzer(Path(folder))
        for number in range(first, first + count):
            end, what = fuzzer.run(number)
            ends[end] += 1
            if end == "wrong":
                print(f"{number}: {what}", flush=True)
            if number % 500 == 499:
                print(f"{number + 1 - first} tried: {dict(ends)}", flush=True)
    print(", ".join(f"{count} {end}" for end, count in sorted(ends.items())))
    return int(ends["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
