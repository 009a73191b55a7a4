"""One wheel, from an empty folder, without network: everything is in it."""

import json
import zipfile
from pathlib import Path

NEEDED = (
    "twoplustwo/py.typed",
    "twoplustwo/kinds/interceptors.yaml",
    "twoplustwo/questions/reach/card.yaml",
    "twoplustwo/questions/reach/page.md",
    "twoplustwo/reports/templates/report.html.j2",
    "twoplustwo/dossiers/README.md",
    "twoplustwo/dossiers/common/borders/countries-50m.json",
    "twoplustwo/dossiers/common/tables/cells.csv",
    "twoplustwo/dossiers/europe-2007/dossier.yaml",
    "twoplustwo/reports/templates/validation.html.j2",
    "twoplustwo/validation/room/cases/radar.yaml",
    "twoplustwo/validation/room/authorities/standards.yaml",
    "twoplustwo/validation/room/tables/places.csv",
    "twoplustwo/validation/room/recorded.csv",
    "twoplustwo/doors/server/routes/answers.py",
)
COLUMNS = {
    "base",
    "target",
    "reachable",
    "outcome",
    "latest_launch_s",
    "commit_delay_s",
    "margin_s",
    "closing_speed_m_s",
    "flight_time_s",
    "intercept_lat_deg",
    "intercept_lon_deg",
    "intercept_altitude_km",
}


def test_the_wheel_holds_all_and_only_what_it_should(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert set(NEEDED) <= set(names)
    licences = {name.rsplit("/", 1)[1] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-data", "NOTICE"}
    strange = [n for n in names if not n.startswith(("twoplustwo/", "twoplustwo-"))]
    assert strange == []


def test_help_and_check(installed):
    assert "run" in installed("--help")
    assert "0 errors" in (said := installed("check", "europe-2007")) or "nothing wrong" in said


def test_ask(installed):
    answer = json.loads(installed("ask", "icbm-reach", "--position", "us", "--format", "json"))
    assert answer["schema"] == "twoplustwo.answer/1"
    assert set(answer["rows"][0]) >= COLUMNS
    assert {type(row["reachable"]) for row in answer["rows"]} == {bool}
    assert {row["base"] for row in answer["rows"]} > {"kozelsk"}
    assert len({row["target"] for row in answer["rows"]}) >= 12


def test_validate(installed):
    found = json.loads(installed("validate", "--topic", "leakage", "--format", "json"))
    assert found["counts"]["agrees"] >= 8 and found["counts"]["open"] == 0


def test_serve(installed):
    script = Path(__file__).with_name("one_request.py")
    found = json.loads(installed("/api/v1/answers/threat-timeline?p=us", "/", script=script))
    (answer,) = json.loads(found["/api/v1/answers/threat-timeline?p=us"])["answers"]
    assert answer["question"] == "threat-timeline" and answer["position"] == "us"
    assert answer["rows"]["length"] > 0 and answer["headline"]["sentence"]["ru"]
    assert found["/"].lower().startswith("<!doctype html>")
    assert found["said"] == "stopped" and found["status"] == 130


def test_the_page_is_in_the_wheel_if_it_is_built(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    built = Path(__file__).parents[2] / "src/twoplustwo/doors/server/page/index.html"
    assert ("twoplustwo/doors/server/page/index.html" in names) is built.is_file()


def test_run(installed, tmp_path: Path):
    said = installed("run", "--out", str(tmp_path))
    page = (tmp_path / "latest/report.html").read_text()
    assert "report:" in said and page.lstrip().lower().startswith("<!doctype html>")
    record = json.loads((tmp_path / "latest/run.json").read_text())
    assert record["positions"] == ["independent", "russia", "us"]
