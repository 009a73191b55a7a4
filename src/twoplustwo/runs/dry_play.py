"""What an ask of a dossier lacks, found without a flight: it is played dry for every party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from twoplustwo.base.errors import TwoPlusTwoError
from twoplustwo.dossier.kinds import FieldKind, ParameterKind
from twoplustwo.dossier.models import Dossier
from twoplustwo.positions.position import Position
from twoplustwo.positions.resolve import Held, resolve
from twoplustwo.question_cards.brought import BroughtQuestionError, blamed
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import as_asked
from twoplustwo.question_cards.implementation import implementation
from twoplustwo.runs.ask import check_options
from twoplustwo.stages.dry import NotMadeDry, dry
from twoplustwo.stages.inputs import Inputs, Missing


@dataclass(frozen=True)
class Lacking:
    """What is lacking for one question at some parties.

    Parameters
    ----------
    parties : tuple of str
        Who lacks it.
    parameters : tuple of str
        Parameters of which they hold nothing, though the question reads them.
    says : str
        What ends the play besides, such as a kind of which the dossier has nothing.
    read : frozenset of str
        Everything that was read.
    kind : str
        That kind, if it is one.
    """

    parties: tuple[str, ...]
    parameters: tuple[str, ...] = ()
    says: str = ""
    read: frozenset[str] = field(default_factory=frozenset)
    kind: str = ""

    @property
    def nothing(self) -> bool:
        """Whether nothing is lacking."""
        return not (self.parameters or self.says)


def play_dry(
    card: Card,
    dossier: Dossier,
    options: Mapping[str, str] | None = None,
    measures: tuple[str, ...] = (),
) -> list[Lacking]:
    """What each party lacks for a question, those that lack the same together.

    Parameters of which nothing is held are read as something in the middle of what can be, so
    that all of them are found at once; nothing is flown, and no number comes out. `measures` are
    laid over every party alike.

    Raises
    ------
    OptionError
        An option has no value, or one that it cannot have.
    """
    chosen = check_options(card, options or {}, dossier)
    parties = sorted(dossier.parties)
    held = [resolve(dossier, Position(party, measures=measures)) for party in parties]
    together = _played(card, dossier, chosen, held)
    if together.nothing:
        return [replace(together, parties=tuple(parties))]
    found: dict[tuple[tuple[str, ...], str, str], list[tuple[str, frozenset[str]]]] = {}
    for party, one in zip(parties, held, strict=True):  # who lacks what
        alone = _played(card, dossier, chosen, [one])
        what = alone.parameters, alone.says, alone.kind
        found.setdefault(what, []).append((party, alone.read))
    return [
        Lacking(
            tuple(party for party, _ in some),
            parameters,
            says,
            frozenset().union(*(read for _, read in some)),
            kind,
        )
        for (parameters, says, kind), some in found.items()
    ]


def _played(
    card: Card, dossier: Dossier, chosen: Mapping[str, str], held: Sequence[Held]
) -> Lacking:
    given, says, kind = _DryInputs(held, dossier), "", ""
    seen, own = as_asked(dossier, card, chosen)
    try:
        with dry(), blamed(card, Missing, NotMadeDry):
            implementation(card).ask(given, seen, **own)
    except Missing as gone:
        says, kind = str(gone.what), gone.kind
    except BroughtQuestionError:
        if not given.lacking:
            raise
    except TwoPlusTwoError:
        raise
    except NotMadeDry:
        pass
    except Exception:
        # with stand-ins a formula may fail anywhere; what was read until then is what is asked
        if not given.lacking:
            raise
    read = frozenset().union(*(given.read_of(p) for p in range(len(held))))
    return Lacking((), tuple(given.lacking), says, read, kind)


class _DryInputs(Inputs):
    """Inputs that note what is lacking and go on with a stand-in."""

    def __init__(
        self, held: Sequence[Held], dossier: Dossier, lacking: dict[str, None] | None = None
    ) -> None:
        super().__init__(held)
        self._dossier = dossier
        self.lacking: dict[str, None] = {} if lacking is None else lacking

    def subset(self, positions: Sequence[int]) -> Inputs:
        some = _DryInputs([self._held[p] for p in positions], self._dossier, self.lacking)  # type: ignore[misc]
        self._parts.append(({p: i for i, p in enumerate(positions)}, some))
        return some

    def values(self, path: str) -> list[Any]:
        return self._filled(path, super().optional(path), [False] * len(self))

    def values_or_none_if_removed(self, path: str) -> list[Any]:
        return self._filled(path, super().optional(path), self.removed(path.rpartition(".")[0]))

    def _filled(self, path: str, found: list[Any], gone: list[bool]) -> list[Any]:
        absent = [i for i, value in enumerate(found) if value is None and not gone[i]]
        if absent:
            self.lacking.setdefault(path)
            stand_in = _stand_in(self._dossier, path)
            if stand_in is None:
                raise self._missing(path, absent)
            for i in absent:
                found[i] = stand_in
        return found


def _stand_in(dossier: Dossier, path: str) -> Any:
    """Something that the parameter could be; None where there is none."""
    kind_name, _, name = path.partition(".")
    kind = dossier.kinds.get(kind_name)
    parameter = kind.parameters.get(name.rpartition(".")[2]) if kind else None
    if parameter is None or parameter.type == "table":
        return None
    if parameter.type == "name":
        names = [*parameter.of, *dossier.things.get(parameter.of_kind, {})]
        return names[0] if names else None
    if parameter.type == "number":
        return _middle(parameter)
    block = {name: _middle(one) for name, one in parameter.fields.items()}
    return [block] if parameter.type == "blocks" else block


def _middle(kind: ParameterKind | FieldKind) -> float:
    return 0.5 * (kind.within[0] + kind.within[1]) if kind.within else 1.0
