"""The table of outcomes, from the outcomes themselves."""

from twoplustwo.base.outcomes import SENTENCES


def page() -> str:
    """Every way in which a case can end, in MyST; included in the page on errors."""
    rows = [f"| `{one}` | {words['en']} |" for one, words in SENTENCES.items()]
    return "\n".join(["| outcome | means |", "|---|---|", *rows, ""])
