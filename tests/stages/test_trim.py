"""Remembered rows of all stages together can be bounded."""

import numpy as np

from twoplustwo.stages import stage as stages
from twoplustwo.stages.stage import Stage, trim


def test_the_oldest_of_the_heaviest_go_first(monkeypatch):
    heavy, light = Stage("trim heavy"), Stage("trim light")
    monkeypatch.setattr(stages, "_STAGES", [heavy, light])
    for n in range(10):
        heavy([[bytes([n])]], lambda p: np.zeros(1000))[0]
        light([[bytes([n])]], lambda p: np.zeros(10))[0]
    assert (heavy.weighs, light.weighs) == (80_000, 800)
    trim(33_000)
    assert heavy.weighs == 32_000 and light.weighs == 800 and heavy.runs == 10
    assert heavy.recall([bytes([9])]) is not None and heavy.recall([bytes([0])]) is None
    heavy([[bytes([0])]], lambda p: np.zeros(1000))[0]  # made again when it is asked for
    assert heavy.runs == 11
    trim(0)
    assert heavy.weighs == 0 == light.weighs
