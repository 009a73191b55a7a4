"""Every study by the name of its file."""

from collections.abc import Callable

from twoplustwo.base.table import Table
from twoplustwo.validation.studies.convergence import aims, steps
from twoplustwo.validation.studies.neglected import neglected
from twoplustwo.validation.studies.sampling import found_again, samplings

STUDIES: dict[str, Callable[[], Table]] = {
    "steps": steps,
    "aims": aims,
    "arrivals": found_again,
    "samplings": samplings,
    "neglected": neglected,
}
