"""Run cases: find the builder, compute ours, judge it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

import numpy as np

from twoplustwo.base import progress
from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.validation.cases import NOT_RUN, Case
from twoplustwo.validation.judge import Ours, difference, judge


@dataclass(frozen=True)
class Result:
    """What came out for a case; `ours` in SI, a word, or None where the case was not run."""

    case: Case
    ours: Ours | None
    judged: str

    @property
    def true(self) -> bool:
        """Whether the status that the case claims is the one it deserves."""
        return self.judged == self.case.status

    @property
    def apart(self) -> float | None:
        """Difference from what was published, SI; None for words."""
        return None if self.ours is None else difference(self.case, self.ours)


def compute(case: Case) -> Ours:
    """Our side of a case, afresh.

    Raises
    ------
    TypeError
        If its builder gives neither a number nor a word.
    """
    module, _, function = case.builder.partition(".")
    build = getattr(import_module(f"{__package__}.builders.{module}"), function)
    made = build(**case.inputs)
    if isinstance(made, bool | np.bool_):
        return "yes" if made else "no"
    if isinstance(made, str):
        return made
    if isinstance(made, float | int) or getattr(made, "shape", None) == ():
        return float(made)
    raise TypeError(f"builder {case.builder} gave {type(made).__name__} for case {case.id}")


def run(case: Case) -> Result:
    """Compute one case and judge it."""
    if case.status == NOT_RUN:
        return Result(case, None, NOT_RUN)
    try:
        ours = compute(case)
    except TwoPlusTwoError as error:
        raise error.at(f"{case.where}, case {case.id}") from error
    except Exception as error:
        told = f"case {case.id} ({case.where}): {type(error).__name__}: {error}"
        raise RuntimeError(told) from error
    return Result(case, ours, judge(case, ours))


def run_all(cases: Iterable[Case]) -> Iterator[Result]:
    """Compute cases one after the other, with progress."""
    listed = list(cases)
    for done, case in enumerate(listed):
        progress.step(f"checking {case.topic}", done, len(listed))
        yield run(case)
