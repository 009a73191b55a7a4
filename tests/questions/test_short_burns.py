"""Interceptors that burn for seconds, as printed: answered, or it is said which speeds would do."""

import pytest

from twoplustwo.runs.ask import ask

SHORT = "us+set:interceptors.gbi-2.burn_time=16 s+set:interceptors.gbi-2.burnout_speed={} km/s"
SHARES = {"equivalent.rise_share", "equivalent.kick_share"}


def paths(answer) -> set[str]:
    return {one.parameter for one in answer.assumptions}


def test_a_short_burn_is_answered_and_says_which_steering_it_counts_with(europe):
    slow, printed, usual = ask("icbm-reach", ["us", SHORT.format(2.65), SHORT.format(1.2)], europe)
    for one in (slow, printed, usual):
        assert one.outcomes != {"not_answerable": 1}
        assert one.headline.value is not None
    assert not paths(slow) & SHARES  # the interceptor as held burns long enough
    assert paths(printed) >= SHARES
    assert paths(usual) >= SHARES


@pytest.mark.parametrize("question", ["icbm-reach", "defended-footprint"])
def test_a_speed_that_a_burn_does_not_make_says_which_it_does(europe, question):
    (gone,) = ask(
        question, [SHORT.format(12).replace("16 s", "30 s") + "+set:equivalent.isp=200 s"], europe
    )
    en, ru = (gone.headline.sentence[lang] for lang in ("en", "ru"))
    assert gone.outcomes == {"not_answerable": 1}
    assert en.startswith(
        "Not answerable: no equivalent of gbi-2 makes the held speed of 12 km/s in the held burn "
        "time of 30 s, which makes 0."
    )
    assert " to 9.0" in en
    assert "ни один аналог gbi-2 не набирает принятой скорости 12 км/с" in ru
