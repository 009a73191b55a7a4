"""Parameters, parties and speakers as people call them, by language."""

from twoplustwo.base.localized_text import text_in
from twoplustwo.dossier.fields import LANGUAGES
from twoplustwo.dossier.find import parameter
from twoplustwo.dossier.models import Dossier, Party, Region, Speaker, TableRef, Thing, Words
from twoplustwo.wording.names import names_by_language


def in_every_language(words: Words, otherwise: str) -> Words:
    """A text in every language of the program; another stands in for one that is missing."""
    return {lang: text_in(words, lang, otherwise) for lang in LANGUAGES}


def parameter_name(dossier: Dossier, path: str) -> Words:
    """A parameter in words: the thing, and what of it.

    Raises
    ------
    PositionError
        If there is no such parameter.
    """
    place = parameter(dossier, path)
    what = in_every_language(place.kind.short or place.kind.means, path)
    thing = _thing(dossier, place.path)
    if thing is None or not thing.name or dossier.kinds[thing.kind].single:
        return what
    name = in_every_language(thing.name, thing.id)
    return {lang: f"{name[lang]}: {text}" for lang, text in what.items()}


MISSILE_FOR = {"en": "missile for {}", "ru": "ракета для {}"}


def missile_for(region: Region) -> Words:
    """The missile that is there for a region, in words."""
    name = in_every_language(region.short or region.of or region.name, region.id)
    return {lang: MISSILE_FOR[lang].format(name[lang]) for lang in LANGUAGES}


def region_words(dossier: Dossier) -> dict[str, Words]:
    """Regions, places of predictions and conditions as people call them, by what tables hold."""
    told = {one.id: in_every_language(one.name, one.id) for one in dossier.regions.values()}
    told |= {words["en"]: words for words in (missile_for(one) for one in dossier.regions.values())}
    for one in dossier.kinds["records"].parameters.values():
        told |= {name: in_every_language(words, name) for name, words in one.called.items()}
    return {**country_words(dossier), **told}


def country_words(dossier: Dossier) -> dict[str, Words]:
    """The countries of the dossier's tables by name, in the languages that the tables have."""
    if "countries" not in dossier.memo:
        claims = dossier.parameters.get("population.countries", ())
        refs = [one.value.si for one in claims if isinstance(one.value.si, TableRef)]
        found = [names_by_language(dossier.table(ref)) for ref in refs]
        dossier.memo["countries"] = {name: words for one in found for name, words in one.items()}
    return dossier.memo["countries"]


def name_of(dossier: Dossier, whose: str) -> Words:
    """A party or speaker by name."""
    who = _party_or_speaker(dossier, whose)
    return in_every_language(who.name if who else {}, whose)


def numbers_of(dossier: Dossier, whose: str) -> Words:
    """A party or speaker as in "the numbers of …": in the genitive where the dossier has one."""
    who = _party_or_speaker(dossier, whose)
    return in_every_language((who.of or who.name) if who else {}, whose)


def in_sentence(dossier: Dossier, whose: str) -> Words:
    """A party or speaker within a sentence: in English with the article that it has after "of"."""
    return {**name_of(dossier, whose), "en": numbers_of(dossier, whose)["en"]}


def has_genitive(dossier: Dossier, whose: str) -> bool:
    """Whether the dossier says how a party or speaker stands in "the numbers of …"."""
    who = _party_or_speaker(dossier, whose)
    return who is not None and {*LANGUAGES} <= {*who.of}


def _party_or_speaker(dossier: Dossier, name: str) -> Party | Speaker | None:
    return dossier.parties.get(name) or dossier.speakers.get(name)


def _thing(dossier: Dossier, path: str) -> Thing | None:
    owner = path.rpartition(".")[0]
    every = (one for things in dossier.things.values() for one in things.values())
    return next((one for one in every if one.path == owner), None)
