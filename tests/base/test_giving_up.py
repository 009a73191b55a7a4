"""Work that nobody waits for is left at its next point, and nothing half done stays behind."""

import pytest

from twoplustwo.base import progress
from twoplustwo.base.giving_up import GivenUpError, point, while_wanted
from twoplustwo.stages.stage import Stage


def test_work_goes_on_for_as_long_as_it_is_wanted():
    answers = iter([True, True, False])
    point()  # whoever asked for nothing is never stopped
    with while_wanted(lambda: next(answers)):
        point()
        progress.step("a step is such a point")
        with pytest.raises(GivenUpError):
            point()
    point()


def test_a_row_that_was_given_up_is_made_when_it_is_asked_for_again():
    stage = Stage("given up")
    with while_wanted(lambda: False), pytest.raises(GivenUpError):
        stage([[b"a"]], lambda p: "made")[0]
    assert stage.runs == 0 and not stage._busy
    with while_wanted(lambda: True):
        assert stage([[b"a"]], lambda p: "made")[0] == "made"


def test_a_row_that_failed_holds_nobody_up():
    stage = Stage("failed")

    def compute(p):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stage([[b"a"]], compute)[0]
    assert not stage._busy


@pytest.mark.parametrize("several", [1, 3])
def test_rows_of_many_threads_are_given_up_as_well(several):
    stage = Stage(f"threads {several}")
    rows = stage([[bytes([n]) for n in range(several)]], lambda p: p)
    with while_wanted(lambda: False), pytest.raises(GivenUpError):
        rows.all_rows()
    assert stage.runs == 0
