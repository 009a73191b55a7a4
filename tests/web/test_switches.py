"""Language, globe, side by side, two states: the switches of the page."""

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from . import chromium, verdict
from .conftest import Watched, settle, watch
from .verdict import SPEED


def test_the_language_switches_everything(bench: Watched) -> None:
    page = bench.open()
    verdict.value(page, "us")
    told = page.get_by_test_id("verdict-us").get_by_test_id("range")
    expect(told).to_contain_text("–", timeout=60_000)
    english = page.get_by_test_id("verdict-us").inner_text()
    page.get_by_test_id("lang-ru").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.get_by_test_id("verdict-us")).not_to_have_text(english)
    assert any("а" <= letter <= "я" for letter in page.get_by_test_id("verdict-us").inner_text())
    page.get_by_test_id("lang-en").click()
    expect(page.get_by_test_id("verdict-us")).to_have_text(english, use_inner_text=True)


def test_the_globe_comes_when_asked_for_and_goes(bench: Watched) -> None:
    asked: list[str] = []
    page = bench.open()
    page.on("request", lambda one: asked.append(one.url))
    verdict.value(page, "us")
    assert not any("cesium" in one for one in asked)
    page.get_by_test_id("map-3d").click()
    canvas = page.locator(".cesium-widget canvas").first
    expect(canvas).to_be_visible(timeout=60_000)
    page.get_by_test_id("map-2d").click()
    expect(canvas).to_have_count(0)
    expect(page.get_by_test_id("flat-map").first).to_be_visible()


def test_without_webgl_the_flat_map_stays(
    launch: Callable[[list[str]], Browser], served: str
) -> None:
    browser = launch(chromium.FLAT)
    try:
        watched = watch(browser.new_page(), served)
        page = watched.open("/?p=us")
        assert page.evaluate("document.createElement('canvas').getContext('webgl2')") is None
        page.get_by_test_id("map-3d").click()
        expect(page.get_by_test_id("no-globe")).to_be_visible(timeout=60_000)
        expect(page.get_by_test_id("flat-map").first).to_be_visible()
        page.get_by_test_id(f"mark-{SPEED}-russia").click()
        assert verdict.value(page, "us") > 0
        settle(watched)
    finally:
        browser.close()


def test_positions_stand_side_by_side_or_over_each_other(bench: Watched) -> None:
    page = bench.open()
    verdict.value(page, "us")
    page.get_by_test_id("show-side").click()
    expect(page.get_by_test_id("flat-map")).to_have_count(3)
    page.get_by_test_id("show-over").click()
    expect(page.get_by_test_id("flat-map")).to_have_count(1)
    page.get_by_test_id("show-side").click()
    expect(page.get_by_test_id("flat-map")).to_have_count(3)


def test_two_states_are_compared(bench: Watched) -> None:
    page = bench.open("/?p=us")
    before = verdict.value(page, "us")
    page.get_by_test_id("compare").click()
    page.get_by_test_id(f"mark-{SPEED}-russia").click()
    after = verdict.value(page, "us")
    assert after > before
    card = page.get_by_test_id("verdict-us")
    for number in (before, after):
        expect(card).to_contain_text(f"{round(number * 100)}")
