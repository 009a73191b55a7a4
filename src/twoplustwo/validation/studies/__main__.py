"""Compute the studies and record their tables: ``python -m twoplustwo.validation.studies``.

Names of studies may follow; without any, all are computed, which takes some minutes.
"""

import sys

from twoplustwo.base.errors import OptionError, TwoPlusTwoError, nearest
from twoplustwo.validation.studies.all import STUDIES
from twoplustwo.validation.studies.recorded import path, record


def main(names: list[str]) -> int:
    """Record the named studies, or all; the exit status."""
    unknown = [name for name in names if name not in STUDIES]
    try:
        if unknown:
            raise OptionError(
                f"there is no study {unknown[0]}",
                why=f"studies: {', '.join(STUDIES)}",
                fix=nearest(unknown[0], STUDIES),
            )
        for name in names or STUDIES:
            changed = record({name: STUDIES[name]})[name]
            sys.stdout.write(f"{path(name).name}: {changed} rows new or changed\n")
            sys.stdout.flush()
    except TwoPlusTwoError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
