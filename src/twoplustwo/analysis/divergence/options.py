"""Options of the analysis: what is asked, what the verdict is, what is moved, how it is drawn."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from twoplustwo.base.criterion import Criterion
from twoplustwo.base.errors import OptionError, PositionError, nearest
from twoplustwo.dossier.find import parameter
from twoplustwo.dossier.models import Dossier
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.integer import integer_option
from twoplustwo.question_cards.question_of import question_of
from twoplustwo.runs.ask import check_options


class Options(NamedTuple):
    """Options as read.

    Parameters
    ----------
    card : Card
        Of the question that is asked about.
    inner : dict
        Its own options.
    test : Test or None
        What the verdict is; None where the question has none.
    over : str
        Parameter to move; empty for the leading one of each pair.
    samples, seed : int
        Pairs of drawn orders where there are too many disputes, and the root seed.
    """

    card: Card
    inner: dict[str, str]
    test: Criterion | None
    over: str
    samples: int
    seed: int

    def record(self) -> dict[str, Any]:
        """The options as an answer carries them."""
        return {
            "of": self.card.id,
            "with": ",".join(f"{k}={v}" for k, v in self.inner.items()),
            "test": str(self.test or ""),
            "over": self.over,
            "samples": self.samples,
            "seed": self.seed,
        }


def read_options(options: Mapping[str, Any], dossier: Dossier) -> Options:
    """Read the options.

    Raises
    ------
    OptionError
        One cannot be read; an analysis in place of a question.
    PositionError, QuestionError
        There is no such parameter; no such question.
    """
    of = str(options["of"])
    asked = question_of(dossier, of, "only a question has an answer for each mixture")
    inner = check_options(asked, _pairs(str(options["with"])), dossier)
    text = str(options["test"]) or asked.test
    return Options(
        asked,
        inner,
        Criterion.parse(text) if text else None,
        _over(str(options["over"]), dossier),
        integer_option(options, "samples", 2),
        integer_option(options, "seed", 0),
    )


def _pairs(text: str) -> dict[str, str]:
    found = {}
    for pair in filter(None, text.split(",")):
        name, _, value = (one.strip() for one in pair.partition("="))
        if not (name and value):
            raise OptionError(
                f"cannot read {pair!r}",
                "--option with",
                "it holds options of the question: key=value, several with commas between",
                "e.g. with=capital=NAME",
            )
        found[name] = value
    return found


def _over(path: str, dossier: Dossier) -> str:
    if not path:
        return ""
    try:
        place = parameter(dossier, path)
    except PositionError as error:
        raise error.at("--option over") from None
    if place.kind.type != "number" or place.path != path:
        raise OptionError(
            f"over = {path}: that is no number",
            "--option over",
            "only a number can be moved from one end to the other",
            nearest(path, (p for p in dossier.paths() if dossier.kind_of(p).type == "number")),
        )
    return path
