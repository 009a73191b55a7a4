"""A dossier narrowed to one threat and one shield: the things that an option leaves to be asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from twoplustwo.base.errors import OptionError
from twoplustwo.question_cards.things import Thing

THREAT, SHIELD = "threat", "shield"
"""Options of cards; each names a thing of the kind of that name in the plural."""
KINDS = {THREAT: "threats", SHIELD: "shields"}
OWNED = ("missiles", "bases", "launch-areas")
"""Kinds of which a threat keeps those of its owner, and those that are nobody's."""
REGIONS = "regions"


class HasThings(Protocol):
    """A dossier of which things are chosen."""

    @property
    def things(self) -> Mapping[str, Mapping[str, Any]]:
        """Things by kind and identifier."""
        ...


@dataclass(frozen=True)
class Narrowed:
    """What of a dossier is left.

    Parameters
    ----------
    only : mapping of str to (collection of str)
        By kind the names that are left; a kind that is not there has all of its things.
    interceptors : tuple of str
        Those that defend together; empty where each position holds who joins whom.
    regions : tuple of str
        Whom the threat is for; empty for all.
    """

    only: Mapping[str, Collection[str]] = field(default_factory=dict)
    interceptors: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    def things(self, every: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
        """The things that are left, in the order that they had."""
        return {
            kind: {name: thing for name, thing in some.items() if name in self.only[kind]}
            if kind in self.only
            else some
            for kind, some in every.items()
        }


def narrowed(dossier: HasThings, options: Mapping[str, str]) -> Narrowed:
    """What is left of a dossier by the options `threat` and `shield`, each empty for everything."""
    only: dict[str, Collection[str]] = {}
    threat, shield = (_chosen(dossier, options, name) for name in KINDS)
    if threat is not None:
        only |= _left_by_threat(dossier.things, threat)
    if shield is not None:
        only |= {k: shield.structure[k].split() for k in shield.structure if k != "interceptors"}
    return Narrowed(
        only,
        tuple(shield.structure["interceptors"].split()) if shield else (),
        tuple(threat.structure.get(REGIONS, "").split()) if threat else (),
    )


def _left_by_threat(
    things: Mapping[str, Mapping[str, Any]], threat: Thing
) -> dict[str, Collection[str]]:
    """By kind the names that a threat leaves: those that it lists, else those of its owner."""
    owner, only = threat.structure.get("owner", ""), dict[str, Collection[str]]()
    for kind in OWNED if owner else ():
        some = things.get(kind, {}).items()
        only[kind] = [n for n, one in some if one.structure.get("owner", "") in ("", owner)]
    listed = {k: names.split() for k, names in threat.structure.items() if k in things}
    return only | listed


def usual(rules: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The threat and the shield that the rules of some options name where nobody else does."""
    return {name: str(rules[name]["default"]) for name in KINDS if name in rules}


def implied(dossier: HasThings, options: Mapping[str, str]) -> dict[str, str]:
    """Options that a threat and a shield bring with them: its owner, its first interceptor.

    Raises
    ------
    OptionError
        Another owner is named than the threat has, or an interceptor that is not in the shield.
    """
    found: dict[str, str] = {}
    threat, shield = (_chosen(dossier, options, name) for name in KINDS)
    owner = threat.structure.get("owner", "") if threat else ""
    if threat and owner:
        found["owner"] = owner
        if options.get("owner", owner) != owner:
            raise OptionError(
                f"owner = {options['owner']!r}, but the threat {threat.id} is of {owner}",
                "--option owner",
                "a threat says whose missiles they are",
                f"leave the option out, or write -o {THREAT}=",
            )
    names = shield.structure.get("interceptors", "").split() if shield else []
    if shield and names:
        found["interceptor"] = names[0]
        if options.get("interceptor", names[0]) not in names:
            raise OptionError(
                f"interceptor = {options['interceptor']!r} is none of the shield {shield.id}",
                "--option interceptor",
                f"it has {', '.join(names)}",
                f"leave the option out, or write -o {SHIELD}=",
            )
    return found


def fits(dossier: HasThings, options: Mapping[str, str], name: str, value: str) -> bool:
    """Whether an option may have a value beside the threat and the shield of some options."""
    try:
        implied(dossier, {**options, name: value})
    except OptionError:
        return False
    return True


def _chosen(dossier: HasThings, options: Mapping[str, str], name: str) -> Any | None:
    return dossier.things.get(KINDS[name], {}).get(options.get(name, ""))
