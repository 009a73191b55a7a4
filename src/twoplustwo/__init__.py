"""twoplustwo: an open, reproducible model for arguments about missile defence.

In a notebook: ``import twoplustwo as tpt; tpt.ask("reach", position=PARTY)``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.base.errors import TwoPlusTwoError
    from twoplustwo.doors.notebook import ask, cards, cite, compare, load, why, worst
    from twoplustwo.doors.notebook_answers import Answers, ShownAnswer

    __version__: str

__all__ = [
    "Answer",
    "Answers",
    "ShownAnswer",
    "TwoPlusTwoError",
    "__version__",
    "ask",
    "cards",
    "cite",
    "compare",
    "load",
    "why",
    "worst",
]
_FROM = {
    "Answer": "twoplustwo.answers.answer",
    "Answers": "twoplustwo.doors.notebook_answers",
    "ShownAnswer": "twoplustwo.doors.notebook_answers",
    "TwoPlusTwoError": "twoplustwo.base.errors",
}
"""Where what is not of the notebook's functions stands."""


def __getattr__(name: str) -> Any:
    # lazy, so that the command line's help need not load an engine
    if name == "__version__":
        from importlib.metadata import version

        return version("twoplustwo")
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(_FROM.get(name, "twoplustwo.doors.notebook")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
