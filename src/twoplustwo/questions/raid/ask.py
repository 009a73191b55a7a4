"""The question in code: every force against every number of interceptors."""

from twoplustwo.base.localized_text import LocalizedText
from twoplustwo.engagement.leakage import Shield, whole, whole_raid
from twoplustwo.question_cards.result import Result
from twoplustwo.question_cards.things import HasThings
from twoplustwo.questions.raid.numbers import numbers_between, sizes_of
from twoplustwo.questions.raid.rows import RaidInputs, result
from twoplustwo.stages.inputs import Inputs


def ask(
    inputs: Inputs, dossier: HasThings, interceptor: str, against: str, scale: str, sizes: str
) -> list[Result]:
    """Answer for every position of `inputs`.

    Parameters
    ----------
    inputs : Inputs
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
    stock, growth = inputs.numbers(f"{path}.number"), inputs.optional(f"{path}.growth")
    single = inputs.numbers(f"{path}.single_shot_probability")
    common, tracking, goal = (inputs.numbers(f"raid.{n}") for n in ("common", "tracking", "goal"))
    doctrine = inputs.numbers("raid.shots_per_warhead")
    time = inputs.optional("raid.opportunities")
    inputs.numbers(f"forces.{against}.warheads")  # the headline's must be there; others need not
    listed = {f: inputs.optional(f"forces.{f}.warheads") for f in sorted(dossier.things["forces"])}
    names = {f: dossier.things["forces"][f].name or LocalizedText(en=f) for f in listed}

    def one(p: int) -> Result:
        most = whole(doctrine[p]) if time[p] is None else min(whole(doctrine[p]), whole(time[p]))
        held = whole(stock[p])
        grown = None if growth[p] is None else whole(growth[p])
        return result(
            RaidInputs(
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

    return [one(p) for p in range(len(inputs))]
