"""What a dossier lacks for what it asks, each ask played dry for every party; nothing is flown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from twoplustwo.base.errors import DossierError, TwoPlusTwoError
from twoplustwo.dossier.choose import choose
from twoplustwo.dossier.find import MAIN
from twoplustwo.dossier.lines_to_write import (
    ADOPTS,
    adoption_lines,
    claim_lines,
    file_of,
    thing_lines,
)
from twoplustwo.dossier.models import Dossier
from twoplustwo.dossier.tree import readable_path
from twoplustwo.question_cards.card import Card
from twoplustwo.question_cards.for_dossier import cards_of
from twoplustwo.runs.ask import check_options, unnamed_options
from twoplustwo.runs.dry_play import Lacking, play_dry

ASKS = "asks.yaml"

INSTEAD = {"radars.reach": "warhead_range"}
"""Parameters, by kind and name, in whose place another one does where it is held."""

Lines = dict[str, list[str]]
"""What is to be written, by file."""


@dataclass(frozen=True)
class PlayedAsks:
    """What came of playing every ask of a dossier dry.

    Parameters
    ----------
    errors : list of DossierError
        What is missing, ask by ask.
    readers : mapping of str to (set of str)
        Asks by the path that they read.
    whole : bool
        Whether every play came to its end, so that all that is read is known.
    """

    errors: list[DossierError]
    readers: Mapping[str, set[str]]
    whole: bool


def unanswerable_asks(dossier: Dossier) -> list[DossierError]:
    """What is missing, ask by ask, with the lines to write; empty where all can be answered."""
    return played_asks(dossier).errors


def played_asks(dossier: Dossier) -> PlayedAsks:
    """What is missing, ask by ask, with the lines to write, and what is read.

    Every ask is played dry for every party, and every question that `run` would ask besides;
    those set aside by ``plays: no`` are not. They are warnings, for each is about one ask; where
    no party can be answered anything they are errors.
    """
    report = _Report(dossier)
    answered = False
    for card in cards_of(dossier).values():
        for options in card.plays:
            if card.is_analysis:
                _check_analysis(card, options, report)
            else:
                answered |= _play(card, options, report)
    errors = [replace(one, warning=answered) for one in report.errors]
    return PlayedAsks(errors, report.readers, not report.errors)


def _play(card: Card, options: Mapping[str, str], report: "_Report") -> bool:
    """Play an ask dry and report what is missing; whether some party can be answered."""
    things = report.dossier.things
    names = unnamed_options(card, options, report.dossier)
    unnamed = {name: card.options[name].get("kind", "") for name in names}
    # something stands in for what is not named, so that all that is missing is found at once
    stand_ins = {name: min(things[kind]) for name, kind in unnamed.items() if things.get(kind)}
    played: list[Lacking] = []
    if unnamed.keys() <= stand_ins.keys():
        try:
            played = play_dry(card, report.dossier, {**options, **stand_ins})
        except TwoPlusTwoError as error:
            report.as_raised(card, error)
            return False
    if unnamed:
        report.unnamed(card, unnamed)
    for one in played:
        for path in one.read:
            report.readers.setdefault(path, set()).add(card.id)
        if not one.nothing:
            report.lacking(card, one)
    return not unnamed and any(one.nothing for one in played)


def _check_analysis(card: Card, options: Mapping[str, str], report: "_Report") -> None:
    """Report an option that an analysis lacks which the dossier asks by a name of its own."""
    if card.id not in report.dossier.asks or card.plays_about:
        return
    try:
        check_options(card, options, report.dossier)
    except TwoPlusTwoError as error:
        report.as_raised(card, error)


@dataclass
class _Report:
    """Errors so far; lines to write are told once, at the first ask that needs them."""

    dossier: Dossier
    errors: list[DossierError] = field(default_factory=list)
    written: set[tuple[str, str]] = field(default_factory=set)
    readers: dict[str, set[str]] = field(default_factory=dict)

    def unnamed(self, card: Card, kinds: Mapping[str, str]) -> None:
        """An ask does not say which thing is meant, or there is none; `kinds` by option."""
        things = self.dossier.things
        none = list(dict.fromkeys(kind for kind in kinds.values() if not things.get(kind)))
        several = {name: kind for name, kind in kinds.items() if things.get(kind)}
        why = [f"the dossier has no {kind}" for kind in none]
        why += [f"{kind} has {', '.join(sorted(things[kind]))}" for kind in several.values()]
        lines: Lines = {}
        for kind in none:
            self._add_lines(lines, kind, kind, thing_lines(kind, self.dossier.kinds))
        if several:
            ask = self.dossier.asks.get(card.id)
            said = dict(ask.options if ask else {})
            said |= {name: min(things[kind]) for name, kind in several.items()}
            named = ", ".join(f"{name}: {one}" for name, one in said.items())
            keys = [f"{card.id}:", f"  question: {card.question}", f"  options: {{{named}}}"]
            lines[ASKS] = keys
        which = " and ".join(f"which {name}" for name in kinds)
        self._add(card, f"nothing says {which} is meant", "; ".join(why), lines)

    def lacking(self, card: Card, one: Lacking) -> None:
        """Some parties hold nothing of what an ask reads, or there is nothing of a kind."""
        whose, lines, why = ", ".join(one.parties), Lines(), []
        wanted = [self._claimed(path) for path in one.parameters]
        for path in wanted:
            if self.dossier.parameters.get(path):
                party, day = one.parties[0], self.dossier.as_of_day
                why.append(f"{path}: {choose(self.dossier, party, path, day).why}")
            self._add_claim(lines, path, one.parties)
        if one.kind and not one.parameters:
            self._add_lines(lines, one.kind, one.kind, thing_lines(one.kind, self.dossier.kinds))
        named = ", ".join(wanted)
        what = f"nothing is held of {named}" if named else one.says
        self._add(card, f"{what}; so for {whose}", "; ".join(why), lines)

    def as_raised(self, card: Card, error: TwoPlusTwoError) -> None:
        """An error as it was raised, with the place of the ask."""
        self._add(card, error.what, error.why, {}, error.fix)

    def _claimed(self, path: str) -> str:
        """The parameter, or where nobody claims it the one that does in its place if claimed."""
        thing, _, name = path.rpartition(".")
        other = INSTEAD.get(f"{path.partition('.')[0]}.{name}")
        claimed = self.dossier.parameters
        does = other and claimed.get(f"{thing}.{other}") and not claimed.get(path)
        return f"{thing}.{other}" if does else path

    def _add(self, card: Card, what: str, why: str, lines: Lines, fix: str = "") -> None:
        ask = self.dossier.asks.get(card.id)
        where = f"{ask.file}:{ask.line}" if ask else readable_path(self.dossier.root / MAIN)
        told = [fix] if fix else []
        if ask is None and self.dossier.asks:  # it says what it asks, and not this
            told.append(f"to set it aside, write in {ASKS}:")
            told.append(f"  {card.id}: {{question: {card.question}, plays: no}}")
        for file, some in lines.items():
            told += [f"write in {file}:", *(f"  {line}" for line in some)]
        sort = "question" if ask is None else "ask"
        what = f"the {sort} {card.id} cannot be answered: {what}"
        self.errors.append(DossierError(what, where, why, "\n".join(told)))

    def _add_claim(self, lines: Lines, path: str, parties: Iterable[str]) -> None:
        """Adoptions of what others claim; a new claim of what nobody does."""
        claims = self.dossier.parameters.get(path, ())
        if claims:
            for party in parties:
                self._add_lines(lines, f"parties.{party}", path, adoption_lines(claims[0].key))
            return
        kind, _, name = path.partition(".")
        parameter = self.dossier.kinds[kind].parameters.get(name.rpartition(".")[2])
        if parameter is not None:
            self._add_lines(lines, path, path, claim_lines(parameter))

    def _add_lines(self, lines: Lines, place: str, what: str, some: list[str]) -> None:
        file = file_of(self.dossier.kinds, place)
        if (file, what) in self.written:
            some = [f"{some[0].partition(':')[0]}:  # as above"]
        self.written.add((file, what))
        there = lines.setdefault(file, [])
        there += [line for line in some if line != ADOPTS or ADOPTS not in there]
