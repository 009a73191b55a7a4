"""The arithmetic of a freeze and of a tied activation; every number in years."""

from typing import NamedTuple


class Plan(NamedTuple):
    """When a shield is ready and how it may be switched on.

    Parameters
    ----------
    ready : float
        Year in which it is complete without a freeze.
    restart : float
        Years to resume work, paid once by any freeze.
    horizon : float
        Year to which lost and spared years are counted.
    tied : bool
        Whether it is switched on only on proof of the threat.
    veto : bool
        Whether the decision to switch it on is refused for ever.
    proof : float
        Years from the first successful flight test to the last one that the proof takes.
    decision, ready_lag : float
        Years from the proof to the decision, and from there to a shield that works.
    test_to_threat : float
        Years from the first successful flight test to the deployed missile.
    """

    ready: float
    restart: float
    horizon: float
    tied: bool
    veto: bool
    proof: float
    decision: float
    ready_lag: float
    test_to_threat: float

    @property
    def proof_to_ready(self) -> float:
        """Years from the first successful flight test to a shield that works, once built."""
        return self.proof + self.decision + self.ready_lag


def year_built(plan: Plan, freeze: float) -> float:
    """Year in which the shield is complete after a freeze of some years."""
    return plan.ready + freeze + (plan.restart if freeze > 0.0 else 0.0)


def year_switched_on(
    plan: Plan, threat: float | None, freeze: float, tied: bool, proves: bool
) -> float:
    """Year from which the shield works; the horizon if it is not switched on before.

    `proves` says whether a flight test of this missile counts as proof at all.
    """
    year = year_built(plan, freeze)
    if tied:
        if threat is None or plan.veto or not proves:
            return plan.horizon
        year = max(year, threat - plan.test_to_threat + plan.proof_to_ready)
    return min(year, plan.horizon)


def years_uncovered(
    plan: Plan, threat: float | None, freeze: float, tied: bool = False, proves: bool = True
) -> float:
    """Years in which the missile is deployed and the shield does not work, to the horizon.

    max(0, ready + freeze + restart − threat); where activation is tied, no less than
    max(0, lag − (threat deployed − first test)), whatever the dates.
    """
    if threat is None:
        return 0.0
    return max(0.0, year_switched_on(plan, threat, freeze, tied, proves) - threat)


def free_freeze(plan: Plan, threat: float) -> float:
    """Longest freeze [years] that leaves the missile uncovered in no year."""
    return max(0.0, threat - plan.ready - plan.restart)


def tied_lag(plan: Plan) -> float | None:
    """Uncovered years that a tied activation costs by itself; None if it never comes."""
    return None if plan.veto else max(0.0, plan.proof_to_ready - plan.test_to_threat)


def years_working(
    plan: Plan, threat: float | None, freeze: float, tied: bool = False, proves: bool = True
) -> float:
    """Years in which the shield works, to the horizon."""
    return max(0.0, plan.horizon - year_switched_on(plan, threat, freeze, tied, proves))
