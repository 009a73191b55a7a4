"""What ``--format`` may say: one way to read it for every command."""

from collections.abc import Sequence

from twoplustwo.base.errors import OptionError, nearest

ANSWERS = ("table", "json", "csv")
LISTS = ("text", "json")
DIFFERENCES = ("table", "json")
BIBLIOGRAPHIES = ("text", "bibtex", "ris", "csl")
OTHER_NAMES = {"bib": "bibtex", "csljson": "csl", "csl-json": "csl"}


def metavar(forms: Sequence[str]) -> str:
    """The forms as help shows them."""
    return f"[{'|'.join(forms)}]"


def chosen(text: str, forms: Sequence[str], of: str) -> str:
    """The form that is meant, whatever its capitals.

    Parameters
    ----------
    text : str
        As it was given; the first of the forms where nothing was.
    forms : sequence of str
    of : str
        What is printed in that form.

    Raises
    ------
    OptionError
        It is none of them; names the nearest.
    """
    said = text.strip().lower()
    said = OTHER_NAMES.get(said, said) or forms[0]
    if said in forms:
        return said
    raise OptionError(
        f"{of} has no form {text!r}",
        f"--format {text}",
        f"forms: {', '.join(forms)}",
        nearest(said, forms),
    )
