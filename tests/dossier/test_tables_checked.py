"""A table that a question could not read is refused by `check`, with file and line."""

import hashlib
import shutil
from pathlib import Path

import pytest

from twoplustwo.base.errors import DossierError
from twoplustwo.dossier import load
from twoplustwo.dossier.check import check
from twoplustwo.dossier.find import locate


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("europe-2007", "common"):
        shutil.copytree(locate("europe-2007").parent / name, tmp_path / name)
    return tmp_path / "europe-2007"


def rewrite(copy: Path, line: int, text: str) -> None:
    """Another line in the table of drag, and its hash entered anew."""
    table = copy.parent / "common/nature/drag.csv"
    claim = table.with_suffix(".yaml")
    before = hashlib.sha256(table.read_bytes()).hexdigest()
    lines = table.read_text().splitlines()
    lines[line - 1] = text
    table.write_text("\n".join(lines) + "\n")
    after = hashlib.sha256(table.read_bytes()).hexdigest()
    claim.write_text(claim.read_text().replace(before, after))


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        (1, "moch,cd", "the table has no column mach"),
        (5, "0.85,abc", "cd is 'abc', no number"),
        (5, ",0.2", "mach is empty"),
        (5, "0,0.2", "mach does not rise: 0 after 0.8"),
        (5, '"1.0,0.2', "the row has 1 cells"),
        (5, "1.0", "the row has 1 cells"),
    ],
)
def test_a_table_that_cannot_be_computed_with(copy: Path, line, text, told):
    rewrite(copy, line, text)
    (error,) = [one for one in check(copy) if not one.warning]
    assert error.what == told and error.where.endswith(f"drag.csv:{line}")
    with pytest.raises(DossierError, match=told.replace("'", ".")):  # what check refuses is refused
        dossier = load(copy)
        (claim,) = dossier.parameters["nature.drag.table"]
        dossier.table(claim.value.si)


@pytest.mark.parametrize("act", ["at_most: -5 km/s", "at_least: 40 km/s", "add: 1000 km/s"])
def test_a_measure_that_cannot_be(copy: Path, act):
    measure = copy / "measures/speed-cap-5.yaml"
    measure.write_text(measure.read_text().replace("at_most: 5 km/s", act))
    (error,) = [one for one in check(copy) if not one.warning]
    assert "cannot be" in error.what and error.why == "it can be 1..12 km/s"
    assert error.where.endswith("speed-cap-5.yaml:9")
