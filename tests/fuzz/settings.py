"""Ask under random settings within their bounds: `python tests/fuzz/settings.py COUNT [FIRST]`.

Each number is one position with one to three settings, and one question. It is wrong if it ends in
anything but an answer, which may be "not answerable", or words of ours that refuse it; if a number
of the answer is none; or if it takes over ten seconds once everything is compiled.
"""

import logging
import math
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.base.units import from_si
from twoplustwo.dossier import load, locate
from twoplustwo.dossier.kinds import FieldKind, ParameterKind
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.ask import ask

LONGEST_S = 60.0  # of processor time, compiling what no other test has compiled among it
QUICK = ("raid", "threat-timeline", "range-classes", "radar-view", "reach")
"""Questions that take well under a second, as they are called by themselves."""
Setting = tuple[str, ParameterKind | FieldKind]


class RandomSettings:
    """Random positions of a dossier, and how questions answer them.

    Parameters
    ----------
    dossier : Dossier
    questions : sequence of str
        Questions that may be asked, as they are called by themselves.
    """

    def __init__(self, dossier: Dossier, questions: Sequence[str] = QUICK) -> None:
        self.dossier = dossier
        self.settings = [*_settings(dossier)]
        every = cards_of(dossier).values()
        self.asks = [one.id for one in every if one.question in questions and one.unaided]

    def run(self, number: int) -> tuple[str, str]:
        """How one ends: ``answered``, ``not answerable``, ``refused`` or ``wrong``, and why."""
        chance = random.Random(number)
        party = chance.choice(sorted(self.dossier.parties))
        some = chance.sample(self.settings, chance.choice((1, 1, 2, 3)))
        said = "+".join(f"set:{path}={self._value(kind, chance)}" for path, kind in some)
        question, position = chance.choice(self.asks), f"{party}+{said}"
        begun = time.process_time()
        try:
            (answer,) = ask(question, [position], self.dossier)
            values = [one.value for one in (answer.headline, *answer.headlines)]
            for name in answer.tables:
                len(answer.tables[name])
        except TwoPlusTwoError as error:
            return "refused", f"{question} of {position}: {error}"
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            what = f"{type(error).__name__}: {str(error)[:200]} at {place}"
            return "wrong", f"{question} of {position}: {what}"
        if any(value is not None and not math.isfinite(value) for value in values):
            return "wrong", f"{question} of {position}: {values}"
        if (took_s := time.process_time() - begun) > LONGEST_S:
            return "wrong", f"{question} of {position}: took {took_s:.0f} s"
        return ("not answerable" if answer.headline.value is None else "answered"), ""

    def _value(self, kind: ParameterKind | FieldKind, chance: random.Random) -> str:
        """A value within its bounds, often one of them."""
        if isinstance(kind, ParameterKind) and kind.type == "name":
            names = [*kind.of, *sorted(self.dossier.things.get(kind.of_kind, {}))]
            return chance.choice(names or ["none"])
        low, high = kind.within or (-1e6, 1e6)
        spread = low + (high - low) * chance.random()
        if low > 0.0 or high > 1e3 * max(abs(low), 1.0):
            least = max(low, 1e-6 * high)
            spread = least * (high / least) ** chance.random()
        si = chance.choice((low, high, spread, spread, spread, spread, 0.5 * (low + high)))
        unit = "" if kind.unit in ("", "1") else f" {kind.unit}"
        return f"{from_si(si, kind.unit):.12g}{unit}"


def _settings(dossier: Dossier) -> Iterator[Setting]:
    for path in dossier.paths():
        kind = dossier.kind_of(path)
        if kind.type in ("number", "name"):
            yield path, kind
        for name, one in kind.fields.items():
            if kind.type == "block":
                yield f"{path}.{name}", one
            else:
                yield from ((f"{path}.{index}.{name}", one) for index in (1, 2))


def main(count: int, first: int = 0) -> int:
    """Ask; 1 if anything is wrong."""
    logging.disable(logging.WARNING)
    ends: Counter[str] = Counter()
    asking = [RandomSettings(load(locate(name))) for name in ("europe-2007", "korea-2016")]
    begun = time.monotonic()
    for number in range(first, first + count):
        end, what = asking[number % len(asking)].run(number)
        ends[end] += 1
        if end == "wrong":
            print(f"{number}: {what}", flush=True)
        if number % 100 == 99:
            print(f"{number + 1 - first} asked: {dict(ends)}", flush=True)
    told = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    print(f"{told}; {(time.monotonic() - begun) / max(count, 1) * 1000:.0f} ms each")
    return int(ends["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
