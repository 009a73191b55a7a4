"""The question in code: every force against every number of interceptors."""

from typing import Any

from twoplustwo.engagement.leakage import Shield, whole, whole_raid
from twoplustwo.question_cards.result import Result
from twoplustwo.questions.raid.numbers import numbers_between, sizes_of
from twoplustwo.questions.raid.rows import Asked, result
from twoplustwo.stages.inputs import Inputs


def ask(
    given: Inputs, dossier: Any, interceptor: str, against: str, scale: str, sizes: str
) -> list[Result]:
    """Answer for every position of `given`.

    Parameters
    ----------
    given : Given
        P positions.
    dossier : Dossier
        For its forces and their names; no values are read from it.
    interceptor : str
        Whose number, growth and single-shot probability count.
    against, scale : str
        The force of the headline, and the force to measure the shield against.
    sizes : str
        Numbers of warheads to draw, apart by spaces or commas.

    Raises
    ------
    OptionError
        `sizes` is no list of whole numbers.
    """
    grid = sizes_of(sizes)
    path = f"interceptors.{interceptor}"
    stock, growth = given.numbers(f"{path}.number"), given.optional(f"{path}.growth")
    single = given.numbers(f"{path}.single_shot_probability")
    common, tracking, goal = (given.numbers(f"raid.{n}") for n in ("common", "tracking", "goal"))
    doctrine = given.numbers("raid.shots_per_warhead")
    time = given.optional("raid.opportunities")
    given.numbers(f"forces.{against}.warheads")  # the headline's must be there; others need not
    listed = {f: given.optional(f"forces.{f}.warheads") for f in sorted(dossier.things["forces"])}
    names = {f: dossier.things["forces"][f].name or {"en": f} for f in listed}

    def one(p: int) -> Result:
        most = whole(doctrine[p]) if time[p] is None else min(whole(doctrine[p]), whole(time[p]))
        held = whole(stock[p])
        grown = None if growth[p] is None else whole(growth[p])
        return result(
            Asked(
                interceptor,
                Shield(float(single[p]), float(tracking[p]), float(common[p]), most),
                float(goal[p]),
                held,
                grown,
                numbers_between(held, grown),
                {f: None if w[p] is None else whole_raid(w[p]) for f, w in listed.items()},
                names,
                against,
                scale,
                grid,
            )
        )

    return [one(p) for p in range(len(given))]
