"""twoplustwo: an open, reproducible model for arguments about missile defence.

In a notebook: ``import twoplustwo as tpt; tpt.ask("reach", position=PARTY)``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twoplustwo.answers.answer import Answer
    from twoplustwo.doors.notebook import ask, cards, cite, compare, load, why, worst

    __version__: str

__all__ = ["Answer", "__version__", "ask", "cards", "cite", "compare", "load", "why", "worst"]


def __getattr__(name: str) -> Any:
    # lazy, so that the command line's help need not load an engine
    if name == "__version__":
        from importlib.metadata import version

        return version("twoplustwo")
    if name == "Answer":
        from twoplustwo.answers.answer import Answer

        return Answer
    if name in __all__:
        from twoplustwo.doors import notebook

        return getattr(notebook, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
