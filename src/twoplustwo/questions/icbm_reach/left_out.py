"""Which pairs no flight is listed of, in a few words: whose missile, how far, to which city."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from twoplustwo.question_cards.card import LANGUAGES
from twoplustwo.stages.pairs import FlightPairs
from twoplustwo.wording.figures import quantity_text
from twoplustwo.wording.names import display_name

SAYS = {
    "en": ": {missiles}; {distance} or more, most often to {cities}; how far it flies depends on "
    "the direction, as the Earth turns",
    "ru": ": {missiles}; расстояние от {distance}, чаще всего — {cities}; дальность зависит от "
    "направления, так как Земля вращается",
}
EACH = {"en": "{name} in {n}", "ru": "{name} — {n}"}


def left_out(pairs: FlightPairs, position: int, cannot: NDArray[np.bool_]) -> dict[str, str]:
    """Of the pairs whose missile cannot fly so far: how many are of which missile, from which
    distance over the ground on, and to which city most are; by language.
    """
    if not cannot.any():
        return dict.fromkeys(LANGUAGES, "")
    count = len(pairs.targets)
    missiles = np.repeat(np.array(pairs.missile(position), dtype=object), count)[cannot]
    targets = np.tile(np.array(pairs.targets, dtype=object), len(pairs.bases))[cannot]
    by = sorted(Counter(missiles).items(), key=lambda one: (-one[1], one[0]))
    to = Counter(targets)
    most = sorted(name for name, n in to.items() if n == max(to.values()))
    least_km = float(pairs.distance_m(position)[cannot].min()) / 1e3
    distance = f"{10.0 * np.floor(least_km / 10.0):.0f} km"  # "or more" holds as printed

    def told(lang: str) -> str:
        each = [EACH[lang].format(name=display_name(m, pairs.names, lang), n=n) for m, n in by]
        cities = ", ".join(display_name(name, pairs.names, lang) for name in most)
        return SAYS[lang].format(
            missiles=", ".join(each), distance=quantity_text(distance, lang), cities=cities
        )

    return {lang: told(lang) for lang in LANGUAGES}
