"""Texts of sentences and words of tables by name and language, read from YAML beside the code."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from twoplustwo.question_cards.card import check_texts


@cache
def texts(package: str, file: str) -> dict[str, Any]:
    """The texts in a file of a package, each by language; read once."""
    written = (resources.files(package) / file).read_text(encoding="utf-8")
    found = yaml.load(written, Loader=yaml.CSafeLoader)
    check_texts(found, f"{package}/{file}")
    return found


def phrases(package: str = "twoplustwo.wording") -> dict[str, Any]:
    """The texts of a package's ``phrases.yaml``, each a template, or forms of a noun, by language.

    Without a package, those that sentences of several questions share.
    """
    return texts(package, "phrases.yaml")
