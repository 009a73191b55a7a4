"""Differences of dates, and whose a marked value is, as people say them."""

from twoplustwo.analysis.ask import ask
from twoplustwo.base.table import Column
from twoplustwo.positions.claimed_value import ABOUT, claimed_value
from twoplustwo.positions.position import parse_position
from twoplustwo.reports import labels


def test_a_difference_of_two_dates_is_a_span_of_years(europe):
    (answer,) = ask("divergence", ["independent", "us"], europe, of="threat-timeline")
    units = {c.name: c.unit for c in answer.rows.columns}
    assert {units[name] for name in ("share", "only_this", "least", "most")} == {"years"}
    assert labels.number(-11.5, Column("share", unit=units["share"])) == "−11.5"
    assert {c.unit for c in answer.table("pairs").columns if c.name == "difference"} <= {"", "1"}


def test_a_held_date_is_printed_as_people_say_it(europe):
    (answer,) = ask("divergence", ["independent", "us"], europe, of="threat-timeline")
    held = [
        row for row in answer.rows.records() if "year of readiness" in (row["first_holds"] or "")
    ]
    assert held
    for row in held:
        assert "mid-2021" in row["first_holds"] and "2021.5" not in row["first_holds"]
        assert "середина 2017" in row["second_holds_ru"]
    (contested,) = ask("contested", ["independent", "us"], europe)
    shown = [
        row["shown"] for row in contested.rows.records() if row["parameter"].endswith(".available")
    ]
    assert shown and not any(".5" in one for one in shown)
    assert any("computed with mid-2021" in one for one in shown)


def test_the_mark_on_a_chart_says_whose_value_and_ends_it_has(europe):
    one = claimed_value(
        parse_position("us", europe), europe, "interceptors.gbi-2.burnout_speed", "x"
    )
    assert (one["by"], one["best_by"], one["ends_by"]) == ("mda", "postol", "compilers")
    assert {"best_by", "ends_by"} <= {*ABOUT} <= {*one}
