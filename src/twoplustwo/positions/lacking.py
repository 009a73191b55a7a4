"""How it is said that a number is lacking: nobody claims it, or nobody had by a day."""

from typing import Any

from twoplustwo.base.phrase import Phrase


def lacks(path: str, unsaid_on: Any = None) -> Phrase:
    """What stands after "Not answerable:": no claim at all, or none said by a day."""
    if unsaid_on is None:
        return Phrase(f"no claim of {path}", ru=f"нет утверждения о {path}")
    return Phrase(
        f"not yet said on {unsaid_on}: {path}", ru=f"на {unsaid_on} ещё не сказано: {path}"
    )


def lacks_kind(kind: str) -> Phrase:
    """What stands after "Not answerable:" where the dossier has no thing of a kind."""
    return Phrase(
        f"the dossier has no {kind}, write {kind}/NAME.yaml",
        ru=f"в досье нет {kind}, нужен файл {kind}/NAME.yaml",
    )
