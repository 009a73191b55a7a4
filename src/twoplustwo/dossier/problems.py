"""Everything that is wrong in a dossier, gathered rather than stopped at the first."""

from twoplustwo.base.errors import DossierError


class Problems:
    """A list of what is wrong, in the order found."""

    def __init__(self) -> None:
        self.errors: list[DossierError] = []
        self.texts: list[tuple[str, frozenset[str]]] = []
        """Texts by language that were read: where each stands, and in which languages."""

    def add(self, what: str, where: str, why: str = "", fix: str = "") -> None:
        """Note an error."""
        self.errors.append(DossierError(what, where, why, fix))

    def warn(self, what: str, where: str, why: str = "", fix: str = "") -> None:
        """Note something that a dossier can live with."""
        self.errors.append(DossierError(what, where, why, fix, warning=True))

    def take(self, error: DossierError) -> None:
        """Note an error that was raised."""
        self.errors.append(error)
