"""How a feature is called in a file, and what the file says of where it comes from."""

from collections.abc import Mapping, Sequence
from typing import Any

from .answer import Answer
from .features import Feature

LANGUAGE = "en"


def called(one: Feature, names: Mapping[str, Any]) -> str:
    """A feature by the names of what it is: ``Kozelsk, Washington``."""
    return ", ".join(name(part, names) for part in one.names) or one.id


def name(identifier: str, names: Mapping[str, Any]) -> str:
    """A thing by its name; by its identifier where there is none."""
    known = names.get(identifier, identifier)
    return str(known.get(LANGUAGE, identifier) if isinstance(known, Mapping) else known)


def provenance(answers: Sequence[Answer]) -> list[dict[str, Any]]:
    """What each answer is: enough to ask it again."""
    return [
        {
            "id": one.id,
            "question": one.question,
            "position": one.label,
            "as_of": one.as_of,
            "dossier": dict(one.dossier),
            "options": dict(one.options),
            "headline": one.headline.sentence.get(LANGUAGE, ""),
            "version": one.made.get("version", ""),
        }
        for one in answers
    ]


def said(answers: Sequence[Answer]) -> str:
    """The same in words, a line an answer."""
    return "\n".join(
        f"{one['question']}, {one['position']}, {one['as_of']}: {one['headline']} "
        f"(answer {one['id']}, dossier {one['dossier'].get('id', '')} "
        f"{str(one['dossier'].get('hash', ''))[:12]})"
        for one in provenance(answers)
    )
