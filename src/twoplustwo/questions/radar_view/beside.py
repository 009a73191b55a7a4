"""The radars that stand beside the one asked about: what it alone sees of all of them."""

import re

from twoplustwo.base.errors import OptionError, nearest
from twoplustwo.question_cards.things import HasThings


def radars_beside(text: str, radar: str, dossier: HasThings) -> tuple[str, ...]:
    """Names out of an option such as ``one, two``, each once, in the order given.

    Raises
    ------
    OptionError
        One is no radar of the dossier, or the very radar that is asked about.
    """
    known = sorted(dossier.things.get("radars", {}))
    found = dict.fromkeys(re.findall(r"[^\s,]+", text))
    for name in found:
        if name not in known:
            raise OptionError(
                f"beside names an unknown radar, {name}",
                "--option beside",
                f"radars: {', '.join(known)}",
                nearest(name, known),
            )
        if name == radar:
            raise OptionError(
                f"beside names {name}, the radar that is asked about",
                "--option beside",
                "a radar sees nothing that it does not see itself",
                "name others, or ask with another `radar`",
            )
    return tuple(found)
