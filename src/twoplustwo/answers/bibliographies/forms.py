"""Which forms of a bibliography there are, and how each is written."""

from collections.abc import Callable, Mapping, Sequence

from twoplustwo.answers import cite, schema
from twoplustwo.answers.bibliographies.bibtex import bibtex
from twoplustwo.answers.bibliographies.parts import Item
from twoplustwo.answers.bibliographies.ris import ris


def csl_json(items: Sequence[Item]) -> str:
    """CSL-JSON, for Zotero and pandoc."""
    return schema.dumps(cite.csl(items))


FORMS: Mapping[str, Callable[[Sequence[Item]], str]] = {
    "text": cite.texts,
    "bibtex": bibtex,
    "ris": ris,
    "csl": csl_json,
}
