"""What a verdict on a question says of a statement in dispute."""

from twoplustwo.base.criterion import Criterion

OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def true_when(statement: Criterion | None, test: str) -> str | None:
    """Whether a statement is true where the test of its question ``holds`` or where it ``fails``.

    Parameters
    ----------
    statement : Criterion or None
        The test of the statement.
    test : str
        The test of the question.

    Returns
    -------
    str or None
        None where the verdict says nothing of it: another column, another number. Of a share,
        which is never below it, more than nothing is the opposite of nothing.
    """
    if statement is None or not test:
        return None
    asked = Criterion.parse(test)
    if (statement.column, statement.value) != (asked.column, asked.value):
        return None
    signs = statement.sign, asked.sign
    if signs[0] == signs[1]:
        return "holds"
    nothing = asked.value == 0.0 and asked.unit == "%"
    if OPPOSITE.get(signs[0]) == signs[1] or (nothing and {*signs} == {"=", ">"}):
        return "fails"
    return None
