"""Words that stand in tables of answers, in each language."""

from twoplustwo.wording.phrases import texts


def vocabulary() -> dict[str, dict[str, str]]:
    """Word to its text by language."""
    return texts("twoplustwo.wording", "vocabulary.yaml")
