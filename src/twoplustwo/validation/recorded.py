"""Our results as last recorded, so that pages can be drawn without computing anything."""

import csv
import math
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from twoplustwo.base.errors import DossierError, OutputError
from twoplustwo.base.units import UNITS, from_si, to_si
from twoplustwo.base.whole import write_whole
from twoplustwo.dossier.tree import read_bytes, readable_path
from twoplustwo.validation.cases import NOT_RUN, Case, Room
from twoplustwo.validation.judge import Ours, judge
from twoplustwo.validation.room import Result

NAME = "recorded.csv"
_HEAD = ["case", "ours", "unit", "date"]


class Recorded(NamedTuple):
    """One line: our result as written, in the unit written, and the day it first came out so."""

    ours: str
    unit: str
    date: str

    @property
    def value(self) -> Ours:
        """In SI, or the word."""
        return to_si(float(self.ours), self.unit) if self.unit else self.ours


def read(folder: Path) -> dict[str, Recorded]:
    """What was recorded in `folder`, by case; nothing where there is no file.

    Raises
    ------
    DossierError
        If the file is not what `write` writes.
    """
    path = folder / NAME
    if not path.is_file():
        return {}
    rows = list(csv.reader(StringIO(read_bytes(path).decode("utf-8"), newline="")))
    found: dict[str, Recorded] = {}
    for line, row in enumerate(rows, start=1):
        where = f"{readable_path(path)}:{line}"
        fix = "write it anew: twoplustwo validate --record"
        if line == 1:
            if row != _HEAD:
                raise DossierError(f"the columns are not {', '.join(_HEAD)}", where, fix=fix)
            continue
        if len(row) != len(_HEAD) or (row[2] and (row[2] not in UNITS or not _number(row[1]))):
            raise DossierError("the line is no recorded result", where, f"it says {row}", fix)
        if row[0] in found:
            raise DossierError(f"the case {row[0]} is recorded twice", where, fix=fix)
        found[row[0]] = Recorded(*row[1:])
    return found


def write(folder: Path, results: Iterable[Result], room: Room, today: date | None = None) -> int:
    """Record results; lines of other cases stay, lines of cases that are gone go.

    A line whose number does not change keeps its day. Gives back how many lines changed.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    before = read(folder)
    lines = {name: one for name, one in before.items() if name in room.cases}
    day = (today or date.today()).isoformat()
    for result in results:
        if result.ours is None:
            lines.pop(result.case.id, None)
            continue
        ours, unit = written(result.case, result.ours)
        old = before.get(result.case.id)
        same = old is not None and (old.ours, old.unit) == (ours, unit)
        lines[result.case.id] = old if same and old is not None else Recorded(ours, unit, day)
    text = StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_HEAD)
    table.writerows([name, *lines[name]] for name in room.cases if name in lines)
    try:
        write_whole(folder / NAME, text.getvalue().encode(), over=True)
    except OSError as error:
        raise OutputError(
            f"cannot record: {error.strerror}",
            readable_path(folder / NAME),
            "the file must be writable",
        ) from error
    return sum(lines.get(name) != before.get(name) for name in {*lines, *before})


def written(case: Case, ours: Ours) -> tuple[str, str]:
    """A result as recorded: six digits in the unit of what was expected; a word has no unit."""
    if isinstance(ours, str) or case.expected is None or case.expected.is_word:
        return str(ours), ""
    if not math.isfinite(ours):
        return "none", ""
    return f"{from_si(ours, case.expected.unit):.6g}", case.expected.unit


def results(room: Room, recorded: Mapping[str, Recorded]) -> list[Result]:
    """The recorded results, judged; a case without a record has no result of ours."""
    found = []
    for case in room.cases.values():
        line = recorded.get(case.id)
        if case.status == NOT_RUN or line is None:
            found.append(Result(case, None, case.status))
        else:
            found.append(Result(case, line.value, judge(case, line.value)))
    return found


def _number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False
