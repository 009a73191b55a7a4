"""``twoplustwo ask``: data on stdout, everything else on stderr."""

import csv
import io
import json

import pytest


def test_one_position_gives_the_answer_object(command, engine):
    said = command("ask", "icbm-reach", "--position", "us", "--format", "json")
    assert said.status == 0
    data = json.loads(said.out)
    assert data["schema"] == "twoplustwo.answer/1" and data["position"] == "us"
    assert {
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
    } <= set(data["rows"][0])
    assert "NaN" not in said.out


def test_without_a_position_every_party_answers_alphabetically(command, engine):
    data = json.loads(command("ask", "icbm-reach", "--format", "json").out)
    assert data["schema"] == "twoplustwo.answers/1"
    assert [one["position"] for one in data["answers"]] == ["independent", "russia", "us"]


def test_set_reaches_every_party(command, engine):
    command("ask", "icbm-reach", "--set", "engagement.max_flight=900 s", "--format", "csv")
    ((_, positions, _),) = engine
    assert positions == [
        f"{party}+set:engagement.max_flight=900 s" for party in ("independent", "russia", "us")
    ]


def test_as_of_and_options(command, engine):
    command("ask", "icbm-reach", "-p", "us", "--as-of", "2007-10-12", "-o", "site=redzikowo")
    ((question, positions, options),) = engine
    assert (question, positions, options) == (
        "icbm-reach",
        ["us@2007-10-12"],
        {"site": "redzikowo"},
    )


def test_measures_are_laid_over_every_position(command, engine):
    command(
        "ask",
        "icbm-reach",
        "-p",
        "us",
        "-p",
        "russia",
        "-m",
        "speed-cap-5, ten-at-most",
        "--measures",
        "not-directed",
    )
    ((_, positions, _),) = engine
    assert positions == [
        f"{party}+speed-cap-5+ten-at-most+not-directed" for party in ("us", "russia")
    ]


def test_an_unknown_measure(command, engine):
    said = command("ask", "icbm-reach", "--measures", "speed-cap-55")
    assert said.status == 2 and said.out == ""
    assert "unknown measure speed-cap-55 (--measures speed-cap-55)" in said.err
    assert "did you mean speed-cap-5?" in said.err


def test_csv(command, engine):
    rows = list(csv.reader(io.StringIO(command("ask", "icbm-reach", "-f", "csv").out)))
    assert rows[0][:2] == ["question", "position"] and {"label_en", "base", "target"} <= {*rows[0]}
    assert len({len(row) for row in rows}) == 1 and len(rows) == 1 + 3 * 132


def test_table(command, engine):
    said = command("ask", "icbm-reach", "-p", "us")
    assert "Base–target pairs within reach: 0 of 132." in said.out
    assert "test: share_reachable = 0 %: holds" in said.out
    assert "more columns: --format csv or json" in said.out


def test_interval_fills_low_and_high(command, engine, monkeypatch):
    from dataclasses import replace

    import twoplustwo.analysis.ranges.ranges

    def filled(answers, dossier, **options):
        return [replace(a, headline=replace(a.headline, low=0.25, high=0.75)) for a in answers]

    monkeypatch.setattr(twoplustwo.analysis.ranges.ranges, "with_ranges", filled)
    said = command("ask", "icbm-reach", "-p", "us", "-f", "json", "--interval")
    headline = json.loads(said.out)["headline"]
    assert (headline["low"], headline["high"]) == (0.25, 0.75)
    assert "range: 25 to 75 %" in command("ask", "icbm-reach", "-p", "us", "--interval").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["icbm-rech"], ["no question 'icbm-rech'", "did you mean icbm-reach?"]),
        (["icbm-reach", "-p", "uss"], ["unknown party uss", "did you mean us?"]),
        (
            ["icbm-reach", "--set", "interceptors.gbi-2.burnout_sped=7 km/s"],
            ["burnout_sped", "did you mean interceptors.gbi-2.burnout_speed?"],
        ),
        (["icbm-reach", "--set", "interceptors.gbi-2.burnout_speed=7 kg"], ["7 kg", "km/s"]),
        (["icbm-reach", "--set", "nonsense"], ["nonsense"]),
        (
            ["icbm-reach", "--set", "missiles.ss-25.burn_time=+20 s"],
            [
                "'+20 s' could mean 20 s more than is held, or 20 s in all",
                "held: independent, russia 175 s; us 170 s",
                "190 s for us; 20 s in all",
            ],
        ),
        (
            ["icbm-reach", "--set", "interceptors.gbi-2.burnout_speed=+5 %"],
            ["'+5 %' could mean 5 % more than is held", "us 6.3 km/s", "6.615 km/s for us"],
        ),
        (["icbm-reach", "--as-of", "soon"], ["'soon' is no date", "(--as-of soon)"]),
        (["icbm-reach", "--as-of", "2008+no-shield"], ["'2008+no-shield' is no date"]),
        (["icbm-reach", "-o", "site"], ["cannot read 'site' (--option)", "key=value"]),
        (["contested", "--interval"], ["contested has no interval (--interval)"]),
        (["icbm-reach", "-d", "europe-2008"], ["europe-2008", "did you mean europe-2007?"]),
        (["icbm-reach", "--formt", "json"], ["No such option", "--format"]),
        (["icbm-reach", "--format", "jsn"], ["--format", "json"]),
        ([], ["Missing argument"]),
    ],
)
def test_bad_input_is_said_clearly(command, engine, words, told):
    said = command("ask", *words)
    assert said.status == 2 and said.out == ""
    flat = " ".join(said.err.replace("│", " ").split())
    for part in told:
        assert part in flat
    assert "Traceback" not in said.err


def test_a_fault_of_ours_is_no_traceback(command, engine, monkeypatch):
    import twoplustwo.analysis.ask

    def broken(*words, **options):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(twoplustwo.analysis.ask, "ask", broken)
    said = command("ask", "icbm-reach")
    assert said.status == 70
    assert "a fault in twoplustwo: ZeroDivisionError: oh" in said.err
    assert "Traceback" not in said.err


def test_an_analysis_of_the_real_dossier(command):
    said = command("ask", "contested", "-f", "json")
    assert said.status == 0
    data = json.loads(said.out)
    assert data["positions"] == ["independent", "russia", "us"] and data["rows"]
