"""Whatever is set within its bounds, quick questions end in an answer or in words of ours."""

from collections import Counter

import pytest

from twoplustwo.dossier import load, locate

from .settings import RandomSettings

COUNT = 60


@pytest.mark.parametrize("name", ["europe-2007", "korea-2016"])
def test_settings_within_bounds_never_fault(name: str):
    asking, ends = RandomSettings(load(locate(name))), Counter[str]()
    for number in range(COUNT):
        end, what = asking.run(number)
        ends[end] += 1
        assert end != "wrong", f"{number}: {what}"
    assert ends["answered"] > COUNT // 2  # they are settings that can be asked about
