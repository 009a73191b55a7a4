"""No name of a place, state, missile, radar, interceptor or party of a shipped dossier stands in
the code, cards, strings or pages: what a dossier is about, it says itself.
"""

import csv
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

DOSSIERS = ("europe-2007", "korea-2016")
THINGS = (
    *("bases", "forces", "interceptors", "launch-areas", "missiles", "parties", "radars"),
    *("regions", "satellites", "sites", "states", "targets", "weapons"),
)
CODE = (".py", ".yaml", ".md", ".ts", ".svelte", ".json", ".j2", ".js", ".css", ".html")
"""What is read, in `src` and `web/src`; not the answers of the interface, which is made."""
PLACES = ("launch-areas", "bases", "sites", "targets", "states", "regions", "countries")
"""Whose Russian names are sought in every case, those of states as adjectives too."""
PEOPLES = re.compile(
    r"\b(?:American|British|Chinese|Czech|European|French|German|Iranian|Israeli|Japanese|Korean"
    r"|Polish|Romanian|Turkish)s?\b|\bRussians?\b(?! (?:has|``one``|after|«))",
)
LANGUAGE = re.compile(r"in Russian|is no Russian|all of it in Russian|it; Russian|in the Russian")
"""Where Russian is the language."""

COMMON = {
    "compilers": "those who wrote the claims of any dossier",
    "briefing": "a kind of slide, and of talk",
    "independent": "of what does not depend on another, and of authorities",
    "irbm": "a class of missiles, as ICBM is",
    "forward": "a mode of radars and a direction",
    "early-warning": "what such satellites are for",
    "early warning": "the same",
    "early-warning satellites": "the same",
    "printed": "of what stands in print",
    "press": "a rank of sources",
    "печать": "of paper",
}
"""Names that are words of the field or of the language first."""
WHERE = {
    "src/twoplustwo/doors/dossiers.py": "the dossier that is opened where none is named; an id",
    "src/twoplustwo/search/worst/steepness.yaml": "a measurement, of the dossier that it names",
    "src/twoplustwo/validation/drawn.py": "topics of what others published",
    "web/src/words/en/validation.json": "the same",
    "web/src/words/ru/validation.json": "the same",
    "web/src/words/en/about.json": "the talks that the program is called for",
    "web/src/words/ru/about.json": "the same",
}
"""Files that may name what they speak of."""
CITED = re.compile(
    r"US Standard Atmosphere|American Statistical|D\. Wilkening|Д\. Вилкенинг|Ctrl-C .* ends us"
)
"""Standards, journals, authors; and one pronoun."""
PARTY = re.compile(r"""(?:-p |["'`(])us["'`+@),]""")
"""Where two letters are a party and no pronoun."""


@pytest.fixture(scope="module")
def named(root) -> dict[str, str]:
    """Every name in small letters, and where a dossier has it."""
    found: dict[str, str] = {}
    for dossier in DOSSIERS:
        found |= {name.lower(): where for name, where in _names(root / "dossiers" / dossier)}
    return {name: where for name, where in found.items() if name not in COMMON}


@pytest.fixture(scope="module")
def inflected(named) -> re.Pattern[str]:
    """Russian names of places, whatever their endings; those of states as adjectives too."""
    forms = set()
    for name, where in named.items():
        if where.partition("/")[2] not in PLACES:
            continue
        for word in re.findall(r"[а-яё]{4,}", name):
            stem = re.sub(r"(?<=....)[аеёиоуыэюяйь]{1,2}$|(?<=....)[аеёиоуыэюяйь]$", "", word)
            forms.add(rf"{stem[0].upper()}{stem[1:]}[а-яё]{{0,3}}")
            forms.add(rf"{stem}[а-яё]{{0,2}}ск[а-яё]+")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(forms))})(?![\w-])")


def _names(folder: Path) -> Iterator[tuple[str, str]]:
    """Names of a dossier, in each language and form, with the kind of thing that is called so."""
    for kind in THINGS:
        for file in sorted((folder / kind).glob("*.yaml")):
            said = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            for name in {*_written(file.stem), *_called(said)}:
                yield name, f"{folder.name}/{kind}"
            yield from _countries(folder, said.get("countries", ()) if kind == "regions" else ())
    for file in sorted((folder / "measures").glob("*-*.yaml")):  # of one word are common ones
        yield file.stem, f"{folder.name}/measures"
    speakers = yaml.load((folder / "speakers.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    for name, said in speakers.items():
        for form in {*_written(name), *_called(said)}:
            yield form, f"{folder.name}/speakers"


def _countries(folder: Path, codes: Any) -> Iterator[tuple[str, str]]:
    with (folder.parent / "common/tables/countries.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["iso3"] in codes:
                yield row["name"], f"{folder.name}/countries"
                yield row["name_ru"], f"{folder.name}/countries"


def _written(name: str) -> set[str]:
    return {name.replace("-", sign) for sign in "-_ "}


def _called(said: dict[str, Any]) -> Iterator[str]:
    for key in ("name", "of", "short"):
        yield from said.get(key, {}).values()


def _found(texts: dict[str, str], named: dict[str, str], inflected: re.Pattern[str]) -> list[str]:
    """Places in texts where a name stands, with the name and what it is of."""
    words = {word for text in texts.values() for word in re.findall(r"\w+", text.lower())}
    there = [name for name in named if {*re.findall(r"\w+", name)} <= words]  # few of thousands
    longest = "|".join(sorted(map(re.escape, there), key=len, reverse=True))
    every = re.compile(rf"(?<!\w)(?:{longest or '(?!)'})(?!\w)", re.IGNORECASE)
    return [
        f"{where}:{number}: {hit[0]} ({named.get(hit[0].lower(), 'in another form')})"
        for where, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        for plain in [CITED.sub("", LANGUAGE.sub("", line))]
        for seek in (every, inflected, PEOPLES)
        for hit in seek.finditer(plain)
        if hit[0] != "us" or PARTY.search(plain)
    ]


def _names_nothing(texts: dict[str, str], *names: Any) -> None:
    found = _found(texts, *names)
    assert not found, "these names belong into a dossier:\n" + "\n".join(found)


def test_code_cards_and_strings_name_nothing_of_a_dossier(root, tracked, named, inflected):
    places = {file.relative_to(root).as_posix(): file for file in tracked}
    texts = {
        here: file.read_text(encoding="utf-8")
        for here, file in places.items()
        if here.startswith(("src/", "web/src/")) and file.suffix in CODE and here not in WHERE
    }
    assert len(texts) > 700
    _names_nothing(texts, named, inflected)


def test_pages_of_questions_name_nothing_of_a_dossier(root, named, inflected):
    pages = runpy.run_path(str(root / "docs/generate/questions.py"))["pages"]()
    _names_nothing(pages, named, inflected)


def test_what_may_name_something_does(root, named, inflected):
    """An entry of a list of exceptions that nothing needs any more goes."""
    for here in WHERE:
        assert _found({here: (root / here).read_text(encoding="utf-8")}, named, inflected), here


@pytest.mark.parametrize(
    "line",
    [
        "the site in Redzikowo",
        "коснулось бы Ирана",
        "для каждой российской базы",
        "-p us+speed-cap-5",
        "launch_areas: tabriz",
        "of every Chinese missile",
        "against North Korea",
    ],
)
def test_a_name_would_be_found(line, named, inflected):
    assert _found({"here": line}, named, inflected)
