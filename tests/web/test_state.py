"""The state: in the address, undone and done again, laid by presets, told to the command line."""

import json
import re
import shlex
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from . import verdict
from .conftest import Watched
from .verdict import SPEED


def query(bench: Watched) -> dict[str, list[str]]:
    """The query of the page's address."""
    return parse_qs(urlsplit(bench.page.url).query)


def test_a_shared_address_gives_the_same_state(bench: Watched) -> None:
    page = bench.open("/?p=us&p=russia")
    page.get_by_test_id(f"mark-{SPEED}-russia").click()
    page.get_by_test_id("lang-ru").click()
    verdict.value(page, "us")
    there, said = page.url, page.get_by_test_id("verdict-us").inner_text()
    other = bench.page.context.new_page()
    other.goto(there)
    expect(other.get_by_test_id("verdict-us")).to_have_text(re.compile(r"\d"))
    assert verdict.value(other, "us") == verdict.value(page, "us")
    assert other.get_by_test_id("verdict-us").inner_text() == said
    assert (
        other.get_by_test_id(f"slider-{SPEED}").input_value()
        == page.get_by_test_id(f"slider-{SPEED}").input_value()
    )
    expect(other.locator("html")).to_have_attribute("lang", "ru")


def test_undo_redo_and_reset(bench: Watched) -> None:
    page = bench.open("/?p=us")
    at_first = verdict.value(page, "us")
    page.get_by_test_id(f"mark-{SPEED}-russia").click()
    assert "set" in query(bench)
    changed = verdict.value(page, "us")
    assert changed > at_first
    page.get_by_test_id("undo").click()
    assert "set" not in query(bench)
    assert verdict.value(page, "us") == at_first
    page.get_by_test_id("redo").click()
    assert verdict.value(page, "us") == changed
    page.get_by_test_id("reset").click()
    assert not {"set", "p", "m"} & set(query(bench))


def test_presets_lay_positions_and_measures(bench: Watched) -> None:
    page = bench.open()
    page.get_by_test_id("preset-no-shield").click()
    assert query(bench)["m"] == ["no-shield"]
    verdict.holds(page, "us", True)
    page.get_by_test_id("undo").click()
    page.get_by_test_id("preset-russia").click()
    assert query(bench)["p"] == ["russia"]
    expect(page.get_by_test_id("verdict-us")).to_have_count(0)


def test_the_copied_command_gives_the_same_answer(bench: Watched) -> None:
    page = bench.open(f"/?p=us&m=radar-mask-east&set={SPEED}=7.123 km/s")
    shown = verdict.value(page, "us")
    page.get_by_test_id("command").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    words = shlex.split(copied)
    assert words[0] == "twoplustwo"
    done = subprocess.run(
        [sys.executable, "-m", "twoplustwo.doors.cli.main", *words[1:], "-f", "json"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert abs(json.loads(done.stdout)["headline"]["value"] - shown) < 1e-5


def test_a_wrong_address_says_what_is_wrong_and_keeps_the_rest(bench: Watched) -> None:
    bench.forgiven = "status of 422"
    page = bench.open("/?p=us&p=atlantis")
    assert verdict.value(page, "us") > 0
    wrong = page.get_by_test_id("verdict-atlantis")
    expect(wrong).to_contain_text("atlantis")
    expect(wrong).to_contain_text("independent, russia, us")
