"""What a user of the notebook interface writes; a strict checker must like it."""

from pathlib import Path

import twoplustwo as tpt


def share(question: str, party: str) -> float:
    answer = tpt.ask(question, position=party, sets="engagement.max_flight=900 s")
    value = answer.headline.value
    if value is None:
        raise ValueError(str(answer))
    return value


def shares(question: str) -> dict[str, float]:
    answers = tpt.ask(question, measures="speed-cap-5")
    both: tpt.Answers = answers[:2]
    one: tpt.ShownAnswer = answers["us"]
    assert one in both or one is answers[0]
    return {each.label: each.headline.value or 0.0 for each in answers}


def files(folder: Path) -> list[Path]:
    why = tpt.why("icbm-reach", ["us", "russia"], samples=8)
    worst = tpt.worst("raid", "us", effort="corners")
    drawn = [why.plot(), *tpt.compare("raid", ["us", "russia"]).plot("curve")]
    print(worst["guaranteed"], len(why.to_frame("shares")), tpt.cite(why)[0]["id"])
    return [one.save(folder / f"{at}.png") for at, one in enumerate(drawn)]


def titles() -> list[str]:
    try:
        return [card.id for card in tpt.cards(tpt.load()).values()]
    except tpt.TwoPlusTwoError as error:
        return [error.what, error.fix]
