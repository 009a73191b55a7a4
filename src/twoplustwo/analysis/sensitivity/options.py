"""Options of the analysis: what is asked, how often it is drawn, from which seed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from twoplustwo.base.errors import OptionError
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.integer import integer_option
from twoplustwo.question_cards.question_of import question_of

OWN, ALL = "own", "all"
YES, NO = "yes", "no"


class Options(NamedTuple):
    """Options as read; `where` are those that the question itself has."""

    of: str
    samples: int
    seed: int
    steps: int
    every_headline: bool
    screened: bool
    where: dict[str, str]

    def record(self) -> dict[str, Any]:
        """The options as an answer carries them."""
        return {
            "of": self.of,
            "samples": self.samples,
            "seed": self.seed,
            "steps": self.steps,
            "headlines": ALL if self.every_headline else OWN,
            "screen": YES if self.screened else NO,
            **self.where,
        }


def read_options(options: Mapping[str, Any], dossier: Dossier) -> Options:
    """Read the options.

    Raises
    ------
    OptionError
        A number that is none or cannot be; an analysis in place of a question.
    QuestionError
        `of` is unknown.
    """
    of = str(options["of"])
    asked = question_of(dossier, of, "only a question has headlines for each draw")
    samples = integer_option(options, "samples", 2)
    if samples & (samples - 1):
        raise OptionError(
            f"samples = {samples} is not a power of two",
            "--option samples",
            "only then are the draws balanced",
            f"e.g. samples={1 << samples.bit_length() - 1}",
        )
    shared = [name for name in options if name in asked.options and name not in Options._fields]
    where = {name: str(options[name]) for name in shared if options[name] != ""}
    return Options(
        of,
        samples,
        integer_option(options, "seed", 0),
        integer_option(options, "steps", 2),
        options["headlines"] == ALL,
        options["screen"] == YES,
        where,
    )
