"""A test by a unit of something else than its column measures is a problem of the dossier."""

import shutil
from pathlib import Path

import pytest

from twoplustwo.analysis.claims.bind import problems
from twoplustwo.dossier import load
from twoplustwo.dossier.find import locate


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("propositions/a01-cannot-catch.yaml", "= 0 %", "< 5 km"),
        ("parties/russia.yaml", "share_reachable <= 1 %", "share_reachable <= 1 km"),
    ],
)
def test_a_unit_of_something_else(tmp_path: Path, file, before, after):
    for name in ("europe-2007", "common"):
        shutil.copytree(locate("europe-2007").parent / name, tmp_path / name)
    path = tmp_path / "europe-2007" / file
    path.write_text(path.read_text().replace(before, after))
    found = [one for one in problems(load(tmp_path / "europe-2007")) if not one.warning]
    assert found and all("by a unit of length" in one.what for one in found)
    assert all(one.why == "share_reachable is share or count" for one in found)
    assert file in found[0].where
