"""What a worst case is: a value, how sure it is the worst, and the position that attains it."""

from dataclasses import dataclass

from twoplustwo.positions.position import Position

EXACT, BOUNDED, SEARCHED, UNANSWERED = "exact", "bounded", "searched", "not_answerable"


@dataclass(frozen=True)
class Worst:
    """The extreme of one headline over all claims on the table.

    Parameters
    ----------
    question, column : str
        What was asked; `column` is a headline of the question.
    most : bool
        Whether the greatest value was sought; the least otherwise.
    value : float or None
        The most extreme value found, SI; None if it is not answerable or there is none anywhere,
        such as the margin of a shield without interceptors.
    label : str
        ``exact``: every combination of claims is covered by corners, by parameters proven
        monotone and by alternatives enumerated. ``bounded``: no combination goes further than
        `bound` beyond the value. ``searched``: the best of a search, no guarantee.
        ``not_answerable``.
    bound : float or None
        How much further the headline could go, in its SI unit; 0 where exact, None where nobody
        knows.
    attained : Position or None
        A position that attains the value: paste its text after ``-p``.
    moved : tuple of (path, text)
        The settings of `attained` that stand in place of what its party holds.
    evaluations : int
        At how many positions the question was asked.
    open : tuple of str
        The numbers that keep it from being exact: nothing is proven of them.
    missing : str
        What is not claimed by anybody, where it is not answerable; or at some combination.
    """

    question: str
    column: str
    most: bool
    value: float | None
    label: str
    bound: float | None = None
    attained: Position | None = None
    moved: tuple[tuple[str, str], ...] = ()
    evaluations: int = 0
    open: tuple[str, ...] = ()
    missing: str = ""

    @property
    def shown(self) -> str:
        """The label as people read it: ``exact``, ``bounded ±x`` or ``searched, no guarantee``."""
        if self.label == BOUNDED:
            return f"bounded ±{self.bound:.3g}"
        return {SEARCHED: "searched, no guarantee", UNANSWERED: "not answerable"}.get(
            self.label, self.label
        )

    @property
    def limit(self) -> float | None:
        """The value beyond which no claim on the table takes the headline; None if unknown."""
        if self.value is None or self.bound is None:
            return None
        return self.value + self.bound if self.most else self.value - self.bound
