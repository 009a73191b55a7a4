"""What is laid over what a party holds, in words: swaps, settings, measures, another day."""

from twoplustwo.dossier.display_names import in_every_language, parameter_name
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.models import Dossier, Words
from twoplustwo.positions.position import Position
from twoplustwo.wording.figures import quantity_text

SWAP = {"en": "“{dispute}” as held by {party}", "ru": "«{dispute}» — как у стороны: {party}"}
SET = {"en": "{name}: {value} (set by hand)", "ru": "{name}: {value} (задано вручную)"}
DAY = {"en": "what was said up to {day}", "ru": "сказанное до {day}"}


def changes_in_words(dossier: Dossier, position: Position) -> tuple[Words, ...]:
    """Everything that makes a position differ from what its party holds, each by language."""
    found: list[Words] = []
    if position.as_of and position.as_of != dossier.as_of:
        found.append({lang: DAY[lang].format(day=position.as_of) for lang in LANGUAGES})
    for party, dispute in position.swaps:
        known = dossier.disputes.get(dispute)
        asks = in_every_language(known.name, dispute) if known else parameter_name(dossier, dispute)
        name = in_every_language(dossier.parties[party].name, party)
        found.append(
            {lang: SWAP[lang].format(dispute=asks[lang], party=name[lang]) for lang in LANGUAGES}
        )
    for path, value in position.sets:
        name = parameter_name(dossier, path)
        found.append(
            {
                lang: SET[lang].format(name=name[lang], value=quantity_text(value, lang))
                for lang in LANGUAGES
            }
        )
    found += [in_every_language(dossier.measures[one].name, one) for one in position.measures]
    return tuple(found)
