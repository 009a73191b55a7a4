"""Check changed dossiers: `python tests/fuzz/fuzz.py COUNT [FIRST]` prints what goes wrong.

Each number is one change of one dossier, the same wherever it runs; the dossiers that come with the
package, the one that `twoplustwo new` writes and a small one take turns. A change is wrong if
`check` ends in anything but a list of problems, if an error has no file or a line is lacking that
could be said, if it takes over ten seconds, or if `load` takes what `check` refuses.
"""

import hashlib
import logging
import os
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from twoplustwo.base.errors import DossierError, TwoPlusTwoError
from twoplustwo.doors import dossiers
from twoplustwo.doors.checking import everything_wrong
from twoplustwo.doors.new_dossier import write_new
from twoplustwo.dossier.find import locate

if __package__:
    from . import files, structure
    from .mutate import mutate, yaml_files
    from .remembered import remembered
else:
    import files
    import structure
    from mutate import mutate, yaml_files
    from remembered import remembered

LONGEST_S = 10.0
AT_A_LINE = re.compile(r":\d+")
LOADED = 1 / 8
"""Which share is loaded too: it reads the same once more."""
LARGEST_TABLE = 200_000
NOT_ASKED, PROPOSITIONS = "cannot be answered", "propositions"
"""What can be read all the same: a dossier of which nothing can be asked, or whose propositions are
about what no question has.
"""
GOOD = Path(__file__).parents[1] / "bad_dossiers"
SMALL, NEW = "good", "my-dispute"
DOSSIERS = (SMALL, NEW, "europe-2007", "korea-2016")
TURNS = (0, 0, 1, 0, 2, 0, 1, 0, 3, 0)
"""Which of them the next change is of: the quick ones more often."""


class Fuzzer:
    """A copy of a dossier in which one file after the other is changed and put back.

    Parameters
    ----------
    home : Path
        An empty folder for the copy.
    name : str
        One of `DOSSIERS`.
    """

    def __init__(self, home: Path, name: str) -> None:
        self.dossier = home / name
        if name == NEW:
            write_new(self.dossier)
        for one in {SMALL: ("good", "good-common"), NEW: ()}.get(name, (name, "common")):
            shutil.copytree((GOOD if name == SMALL else locate(name).parent) / one, home / one)
        self.files = yaml_files(home)
        self.tables = sorted(
            one for one in home.rglob("*.csv") if one.stat().st_size < LARGEST_TABLE
        )
        self.texts = [one.read_text(encoding="utf-8") for one in self.files]
        self.names = sorted(
            {one.stem for one in self.files} | {one.parent.name for one in self.files}
        )
        found = everything_wrong(self.dossier)
        self.before = {one.what for one in found if not one.warning}

    def run(self, number: int) -> tuple[str, str]:
        """How one change ends: ``read``, ``refused`` or ``wrong``, and what is wrong."""
        chance = random.Random(number)
        put_back, file = self._change(chance)
        begun = time.process_time()  # whatever else the machine does
        try:
            end, what = self._checked(chance.random() < LOADED)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            end, what = "wrong", f"{type(error).__name__}: {str(error)[:300]} at {place}"
        finally:
            put_back()
        if (took_s := time.process_time() - begun) > LONGEST_S:
            end, what = "wrong", f"took {took_s:.0f} s"
        return end, f"{file.name}: {what}" if what else ""

    def _change(self, chance: random.Random) -> tuple[Callable[[], None], Path]:
        how = chance.choice(("lines", "lines", "structure", "structure", "structure", "file"))
        if self.tables and chance.random() < 0.02:
            return self._table(chance)
        at = chance.randrange(len(self.files))
        file, text = self.files[at], self.texts[at]
        if how == "file":
            return files.change(file, chance, self.files), file
        if how == "lines":
            new = mutate(text, chance, self.texts)
        else:
            new = structure.mutate(text, chance, self.names)
        file.write_bytes(new.encode("utf-8", errors="surrogatepass"))
        return lambda: _restore(file, text), file

    def _table(self, chance: random.Random) -> tuple[Callable[[], None], Path]:
        """A table changed, and its hash wherever it is claimed."""
        file = chance.choice(self.tables)
        data = file.read_bytes()
        text = data.decode("utf-8")
        new = mutate(text, chance, [text]).encode("utf-8", errors="surrogatepass")
        old_hash, new_hash = (hashlib.sha256(one).hexdigest() for one in (data, new))
        claiming = [i for i, one in enumerate(self.texts) if old_hash in one]
        file.write_bytes(new)
        for i in claiming:
            self.files[i].write_text(self.texts[i].replace(old_hash, new_hash), encoding="utf-8")

        def back() -> None:
            file.write_bytes(data)
            for i in claiming:
                _restore(self.files[i], self.texts[i])

        return back, file

    def _checked(self, loaded: bool) -> tuple[str, str]:
        found = [one for one in everything_wrong(self.dossier) if not one.warning]
        errors = [one for one in found if one.what not in self.before]
        for one in errors:
            if not _has_place(one):
                return "wrong", f"no file and line: {one.what} ({one.where})"
        try:
            if loaded:
                dossiers.load(self.dossier)
        except TwoPlusTwoError as error:
            if not errors:
                return "wrong", f"load refuses what check takes: {error.what} ({error.where})"
            if error.what not in {one.what for one in errors}:
                return "wrong", f"load says what check does not: {error.what}"
        else:
            readable = [NOT_ASKED in one.what or PROPOSITIONS in one.where for one in errors]
            refused = [one for one, can in zip(errors, readable, strict=True) if not can]
            if loaded and refused:
                return "wrong", f"load takes what check refuses: {refused[0].what}"
        return ("refused" if errors else "read"), ""


def _restore(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def _has_place(error: DossierError) -> bool:
    """Whether it says where: a line, or a file or folder of which that cannot be said."""
    return bool(AT_A_LINE.search(error.where)) or os.path.lexists(error.where)


def main(count: int, first: int = 0) -> int:
    """Try changes; 1 if any is wrong."""
    logging.disable(logging.WARNING)
    ends: Counter[str] = Counter()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, remembered():
        homes = [Path(folder) / name for name in DOSSIERS]
        fuzzers = [Fuzzer(home, home.name) for home in homes]
        for number in range(first, first + count):
            fuzzer = fuzzers[TURNS[number % len(TURNS)]]
            end, what = fuzzer.run(number)
            ends[end] += 1
            if end == "wrong":
                print(f"{number} ({fuzzer.dossier.name}): {what}", flush=True)
            if number % 1000 == 999:
                print(f"{number + 1 - first} tried: {dict(ends)}", flush=True)
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    print(f"{told}; {(time.monotonic() - begun) / max(count, 1) * 1000:.0f} ms each")
    return int(ends["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
