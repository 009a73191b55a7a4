"""The question in code: speed over time, for every position."""

from twoplustwo.question_cards.card import card
from twoplustwo.question_cards.result import HeadlineValue, Result


def ask(inputs, dossier, interceptor):
    """Answer for every position of `inputs`: a list of Result, one for each."""
    path = f"interceptors.{interceptor}"
    speeds = inputs.numbers(f"{path}.burnout_speed")  # m/s, one for each position
    times = inputs.numbers(f"{path}.burn_time")  # s
    return [_result(interceptor, speed, time) for speed, time in zip(speeds, times, strict=True)]


def _result(interceptor, speed, time):
    acceleration = float(speed / time)
    row = {
        "interceptor": interceptor,
        "burnout_speed_m_s": float(speed),
        "burn_time_s": float(time),
        "acceleration": acceleration,
    }
    words = {"acceleration": f"{acceleration:.0f}"}
    headline = HeadlineValue("acceleration", acceleration, words, show="m/s^2")
    return Result(
        headlines=(headline,),
        outcomes={},
        make=lambda: (card("interceptor-acceleration").table("rows", [row]), {}),
    )
