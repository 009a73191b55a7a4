"""Which mutants are tried: those that a piece of work concerns, and all where nobody knows."""

import pytest

from . import changed
from .change import ROOT
from .changed import concerned, since_upstream
from .test_fixed import MUTANTS

TWO = {
    "a": {"id": "a", "file": "physics/x.py", "tests": ["tests/physics/test_x.py::test_it"]},
    "b": {"id": "b", "file": "base/y.py", "tests": ["tests/base/test_y.py::test_y[1]"]},
}


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (set(), set()),
        ({"README.md", "src/twoplustwo/physics/z.py"}, set()),
        ({"src/twoplustwo/physics/x.py"}, {"a"}),
        ({"tests/base/test_y.py"}, {"b"}),
        ({"src/twoplustwo/physics/x.py", "tests/base/test_y.py"}, {"a", "b"}),
        ({"tests/mutants/trial.py"}, {"a", "b"}),
        ({"tests/conftest.py"}, {"a", "b"}),
    ],
)
def test_those_whose_module_or_tests_have_changed(paths, names):
    assert concerned(TWO, paths, TWO) == names


def test_those_whose_entry_has_changed():
    assert concerned(TWO, {changed.FIXED}, {"a": TWO["a"]}) == {"b"}
    assert concerned(TWO, set(), TWO | {"a": TWO["a"] | {"new": "1"}}) == {"a"}


def test_all_without_a_history(monkeypatch):
    monkeypatch.setattr(changed, "_git", lambda *_: "")
    assert since_upstream(MUTANTS) == {*MUTANTS}


def test_every_file_named_is_there():
    for one in MUTANTS.values():
        assert (ROOT / "src/twoplustwo" / one["file"]).is_file()
        assert all((ROOT / test.partition("::")[0]).is_file() for test in one["tests"])
