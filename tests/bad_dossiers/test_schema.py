"""JSON Schemas of dossiers: what `check` passes validates, and what they refuse it refuses."""

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from twoplustwo.dossier.kinds import kinds
from twoplustwo.dossier.schema import schema_of, schemas
from twoplustwo.dossier.schema.things import CLAIM_NEEDS

HERE = Path(__file__).parents[2]
SHIPPED = sorted(
    {
        *(path.parent for path in (HERE / "dossiers").glob("*/dossier.yaml")),
        HERE / "dossiers" / "common",
        *(HERE / "tests" / "bad_dossiers").glob("good*"),
    }
)
VALIDATORS = {name: jsonschema_rs.validator_for(one) for name, one in schemas().items()}


class Core(yaml.CSafeLoader):
    """Scalars as YAML 1.2 reads them, and with it the editors: 2007 is a number, yes is a text."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [*first])


def wrong(file: str, text: str, loader=yaml.CBaseLoader) -> list[str]:
    validator = VALIDATORS[schema_of(file)]
    return [one.message for one in validator.iter_errors(yaml.load(text, loader))]


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, Core])
@pytest.mark.parametrize("root", SHIPPED, ids=lambda path: path.name)
def test_every_file_of_every_dossier_validates(root: Path, loader):
    files = sorted(root.rglob("*.yaml"))
    assert files
    for file in files:
        name = file.relative_to(root).as_posix()
        assert wrong(name, file.read_text(encoding="utf-8"), loader) == [], name


def test_there_is_one_of_each_kind_of_file():
    assert {"dossier", "sources", "speakers", "parties", "measures", *kinds()} <= {*VALIDATORS}
    assert schemas()["missiles"]["title"] == "missiles/NAME.yaml"
    assert schemas()["commit"]["title"] == "commit.yaml"
    assert json.loads(json.dumps(schemas())) == schemas()


SITE = """
name: Cape
location:
  book: {by: a, value: {latitude: 1 deg, longitude: 2 deg, altitude: 3 m}, stated: 2029, source: b,
         status: read}
"""
DART = """
number:
  book: {by: a, value: 10, stated: 2029-06, source: b, status: read}
burn_time:
  book: {by: a, value: 60..80 s, stated: 2029-06-01, source: b, status: read}
"""


@pytest.mark.parametrize(
    ("file", "text", "old", "new"),
    [
        ("sites/cape.yaml", SITE, "latitude:", "lattitude:"),
        ("sites/cape.yaml", SITE, "1 deg", "1 km"),
        ("sites/cape.yaml", SITE, ", altitude: 3 m", ""),
        ("sites/cape.yaml", SITE, "location:", "place:"),
        ("sites/cape.yaml", SITE, "status: read", "status: heard"),
        ("sites/cape.yaml", SITE, "stated: 2029", "stated: last year"),
        ("sites/cape.yaml", SITE, "name: Cape", "name: {english: Cape}"),
        ("sites/cape.yaml", SITE, "  book:", "  My Book:"),
        ("interceptors/dart.yaml", DART, "60..80 s", "60..80 kg"),
        ("interceptors/dart.yaml", DART, "60..80 s", "60 to 80 s"),
        ("interceptors/dart.yaml", DART, "60..80 s", "60"),
        ("interceptors/dart.yaml", DART, "value: 10", "value: ten"),
    ],
)
def test_what_is_wrong_is_refused(file, text, old, new):
    assert wrong(file, text) == []
    assert text.count(old) == 1
    assert wrong(file, text.replace(old, new))


@pytest.mark.parametrize("key", CLAIM_NEEDS)
def test_what_a_claim_needs_its_reader_needs_too(zoo, key):
    file = "sites/cape.yaml"
    lines = (zoo.root / file).read_text().splitlines()
    at = next(i for i, line in enumerate(lines) if re.match(rf"\s+{key}:", line))
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    text = "\n".join([*lines[:at], *lines[end:]]) + "\n"
    assert wrong(file, text)
    zoo.write(file, text)
    assert zoo.errors()


TOPICS = {
    "dossier.yaml": ("id", "title", "as_of"),
    "parties/east.yaml": ("name",),
    "measures/slow-dart.yaml": ("name", "bounds", "by", "status", "does"),
    "propositions/no-catch.yaml": ("text",),
}


@pytest.mark.parametrize(("file", "key"), [(f, k) for f, keys in TOPICS.items() for k in keys])
def test_what_a_file_needs_its_reader_needs_too(zoo, file, key):
    data = yaml.load((zoo.root / file).read_text(), yaml.CBaseLoader)
    assert schemas()[schema_of(file)]["required"] == list(TOPICS[file])
    del data[key]
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_style="'")
    assert wrong(file, text)
    zoo.write(file, text)
    assert zoo.errors()
