"""Which pairs no flight is listed of, in a few words: whose missile, how far, to which city."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from twoplustwo.question_cards.card import LANGUAGES, card
from twoplustwo.stages.pairs import BaseTargetPairs
from twoplustwo.wording.figures import quantity_text
from twoplustwo.wording.names import display_name


def left_out(pairs: BaseTargetPairs, position: int, cannot: NDArray[np.bool_]) -> dict[str, str]:
    """Of the pairs whose missile cannot fly so far: how many are of which missile, from which
    distance over the ground on, and to which city most are; by language.
    """
    if not cannot.any():
        return dict.fromkeys(LANGUAGES, "")
    phrases = card("reach").phrases
    count = len(pairs.targets)
    missiles = np.repeat(np.array(pairs.missile(position), dtype=object), count)[cannot]
    targets = np.tile(np.array(pairs.targets, dtype=object), len(pairs.bases))[cannot]
    by_missile = sorted(Counter(missiles).items(), key=lambda pair: (-pair[1], pair[0]))
    by_target = Counter(targets)
    most = [name for name, n in by_target.items() if n == max(by_target.values())]
    least_km = float(pairs.distance_m(position)[cannot].min()) / 1e3
    distance = f"{10.0 * np.floor(least_km / 10.0):.0f} km"  # "or more" holds as printed

    def name(thing: str, lang: str) -> str:
        return display_name(thing, pairs.names, lang)

    return {
        lang: phrases["left_out"][lang].format(
            missiles=", ".join(
                phrases["missile_in"][lang].format(name=name(missile, lang), n=n)
                for missile, n in by_missile
            ),
            distance=quantity_text(distance, lang),
            cities=", ".join(name(city, lang) for city in sorted(most)),
        )
        for lang in LANGUAGES
    }
