"""A dossier as read: typed values, places, hash, tables."""

import math
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from twoplustwo.base.errors import DossierError, PositionError
from twoplustwo.dossier import TableRef, load, locate
from twoplustwo.dossier.dates import first_day, last_day
from twoplustwo.dossier.find import packaged, parameter
from twoplustwo.dossier.kinds import kinds
from twoplustwo.dossier.values import shown_claim

GOOD = Path(__file__).parents[1] / "bad_dossiers" / "good"


@pytest.fixture(scope="module")
def good():
    return load(GOOD)


def test_names_and_dates(good):
    assert good.id == "two-shores"
    assert good.title["ru"] == "Спор двух берегов"
    assert (good.as_of, good.as_of_day) == ("2029-06", date(2029, 6, 30))
    assert sorted(good.parties) == ["east", "west"]
    assert good.speakers["almanac"].party is None
    assert [path.name for path in good.included] == ["good-common"]


def test_a_claim_knows_everything(good):
    claim = good.claim("interceptors.dart.burnout_speed@east-2028")
    assert claim.by == "east-office" and good.party_of(claim) == "east"
    assert (claim.value.low, claim.value.best, claim.value.high) == (4100.0, 4500.0, 4700.0)
    assert (claim.value.point, claim.value.interval) == ("best", True)
    assert (claim.stated, claim.stated_day) == ("2028-03-05", date(2028, 3, 5))
    assert (claim.source, claim.status, claim.reading) == ("east-paper", "read", "unstated")
    assert (claim.file, claim.line) == ("good/interceptors/dart.yaml", 4)
    assert claim.shown == "4.1..4.7 km/s, best 4.5 km/s"
    other = good.claim("interceptors.dart.burnout_speed@west-2029")
    assert other.value.best == pytest.approx(5300.0, rel=1e-15)
    assert other.shown == "5..5.6 km/s, midpoint, ours, 5.3 km/s"
    with pytest.raises(KeyError):
        good.claim("interceptors.dart.burnout_speed@nobody")


def test_values_are_si(good):
    by_path = {path: claims[0].value for path, claims in good.parameters.items()}
    assert by_path["bases.hill.location"].si == {
        "latitude": pytest.approx(math.radians(40)),
        "longitude": pytest.approx(math.radians(50)),
        "altitude": 900.0,
    }
    stages = by_path["missiles.heron.stages"].si
    assert [one["propellant"] for one in stages] == [9000.0, 2500.0]
    assert [one["burn_time"] for one in stages] == [50.0, 60.0]
    assert by_path["interceptors.dart.single_shot_probability"].si == 0.5
    assert by_path["bases.hill.missile"].si == "heron"
    assert by_path["missiles.heron.loft"].low == pytest.approx(-math.radians(4))
    assert shown_claim(by_path["bases.hill.location"], good.kind_of("bases.hill.location")) == (
        "latitude 40 deg, longitude 50 deg, altitude 900 m"
    )


def test_a_table_is_read_and_verified(good):
    ref = good.parameters["nature.drag.table"][0].value.si
    assert isinstance(ref, TableRef)
    assert ref.path == "good-common/nature/drag.csv"
    table = good.table(ref)
    assert table.names == ("mach", "cd", "note")
    assert np.array_equal(table.column("cd"), [0.3, 0.6, np.nan], equal_nan=True)
    assert table.column("note").tolist() == [None, "peak", None]
    with pytest.raises(DossierError, match="not the one that was claimed"):
        good.table(TableRef(ref.path, "0" * 64))


def test_sources_are_csl(good):
    item = good.sources["almanac-2029"].csl()
    assert item["id"] == "almanac-2029" and item["type"] == "book"
    assert item["issued"] == {"date-parts": [[2029]]}
    assert item["author"] == [
        {"family": "Penn", "given": "A."},
        {"literal": "The Almanac Society"},
    ]
    assert item["seen"] == "opening" and item["rank"] == "catalogue"


def test_the_dossier_says_when_its_sources_were_read(good):
    assert good.sources["almanac-2029"].csl()["accessed"] == {"date-parts": [[2029, 6]]}


def test_what_is_remembered_was_not_accessed(europe):
    for source in europe.sources.values():
        assert ("accessed" in source.csl()) == (source.seen != "none"), source.id


def test_everything_else(good):
    assert good.disputes["dart-speed"].slider.low == 3000.0
    assert good.disputes["dart-number"].name == {"en": "How many darts?"}
    assert str(good.parties["west"].accepts[0].test) == "share_reachable <= 2 %"
    assert good.measures["slow-dart"].verified_by == ("display",)
    assert good.measures["promise"].does == ()
    assert good.propositions["no-catch"].asserted[0].by == "east-office"
    assert good.things["missiles"]["heron"].structure == {
        "owner": "east",
        "existence": "projected",
    }
    assert good.things["engagement"]["engagement"].path == "engagement"


def test_paths_and_the_nearest(good):
    assert "commit.decision_time" not in good.paths()  # no such thing in this dossier
    assert good.kind_of("missiles.heron.payload").unit == "kg"
    place = parameter(good, "missiles.heron.stages.2.burn_time")
    assert (place.path, place.index, place.field) == ("missiles.heron.stages", 1, "burn_time")
    for path, words in {
        "missiles.heron.paylod": "did you mean missiles.heron.payload?",
        "missiles.herron.payload": "missiles has heron",
        "missile.heron.payload": "a path starts with one of bases, engagement",
        "missiles.heron.stages.burn_time": "is a list: write missiles.heron.stages.1",
        "missiles.heron.stages.1.burntime": "did you mean burn_time?",
        "missiles.heron.payload.latitude": "missiles.heron.payload is a number",
        "engagement.maxflight": "did you mean engagement.max_flight?",
        "": "a path starts with one of",
    }.items():
        with pytest.raises(PositionError) as caught:
            parameter(good, path)
        assert words in str(caught.value), path


def test_the_hash_is_of_the_content_not_of_the_place(good, tmp_path):
    for name in ("good", "good-common"):
        shutil.copytree(GOOD.parent / name, tmp_path / name)
    shutil.move(tmp_path / "good", tmp_path / "elsewhere")
    assert load(tmp_path / "elsewhere").hash == good.hash
    (tmp_path / "elsewhere" / "README.md").write_text("not read")
    assert load(tmp_path / "elsewhere").hash == good.hash
    with (tmp_path / "elsewhere" / "sites" / "cape.yaml").open("a") as file:
        file.write("# a remark\n")
    assert load(tmp_path / "elsewhere").hash != good.hash


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2007-10-12", date(2007, 10, 12), date(2007, 10, 12)),
        ("2007-13", None, None),
        ("2007-00", None, None),
        ("0000", None, None),
        ("07", None, None),
        ("2007-1-1", None, None),
    ],
)
def test_dates(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


def test_locate():
    assert "europe-2007" in packaged()
    assert locate("europe-2007") == packaged()["europe-2007"]
    assert locate(GOOD) == GOOD
    assert locate(GOOD / "dossier.yaml") == GOOD
    with pytest.raises(DossierError, match="no dossier named nowhere"):
        locate("nowhere")


def test_every_kind_says_what_it_means():
    for kind in kinds().values():
        for parameter_ in kind.parameters.values():
            assert set(parameter_.means) == {"en", "ru"}, f"{kind.name}.{parameter_.name}"


def test_europe_loads_in_a_second():
    load("europe-2007")
    start = time.process_time()
    load("europe-2007")
    assert time.process_time() - start < 1.0


def test_reading_a_dossier_imports_neither_engine_nor_pint():
    code = (
        "import sys; from twoplustwo.dossier import load; load('europe-2007');"
        "print([m for m in ('jax', 'pint', 'pandas', 'matplotlib') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
