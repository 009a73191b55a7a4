"""Over which flights a share is: how many there are, and how many pairs are listed beside."""

from collections.abc import Mapping

from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.figures import plural
from twoplustwo.wording.names import localized_count

FLIGHTS = {
    "en": {"one": "flight", "other": "flights"},
    "ru": {"one": "полёта", "few": "полётов", "many": "полётов"},
}
PAIRS = {
    "en": {"one": "pair is", "other": "pairs are"},
    "ru": {"one": "пара", "few": "пары", "many": "пар"},
}
ASIDE = {
    "en": " ({pairs} listed; in {cannot} of them the missile cannot fly so far{which})",
    "ru": " (в списке {pairs}, в {cannot} из них ракета так далеко не летит{which})",
}


def flight_counts(
    listed: int, flown: int, which: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Words for a sentence: ``flights_en``, «120 полётов» as after «из»; and ``aside_en``, empty
    where every pair of a start and an aim that is listed is a flight; `which` says of which pairs
    there is none, by language.
    """
    aside = dict.fromkeys(LANGUAGES, "")
    if flown < listed:
        aside = {
            lang: ASIDE[lang].format(
                pairs=f"{listed} {plural(listed, lang, PAIRS[lang])}",
                cannot=listed - flown,
                which=(which or {}).get(lang, ""),
            )
            for lang in LANGUAGES
        }
    return {
        **localized_count("flights", flown, **FLIGHTS),
        **{f"aside_{lang}": text for lang, text in aside.items()},
    }
