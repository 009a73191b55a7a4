"""Over which flights a share is: how many there are, and how many pairs are listed beside."""

from collections.abc import Mapping

from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.wording.names import count_text, localized_count
from twoplustwo.wording.phrases import phrases


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
            lang: phrases()["aside"][lang].format(
                pairs=count_text(listed, lang, phrases()["pairs"]),
                cannot=listed - flown,
                which=(which or {}).get(lang, ""),
            )
            for lang in LANGUAGES
        }
    return localized_count("flights", flown, phrases()["flights"]) | {
        f"aside_{lang}": text for lang, text in aside.items()
    }
