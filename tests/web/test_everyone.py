"""For everyone: axe finds nothing, in any view, theme, width or language; the keyboard suffices."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from . import verdict, views
from .conftest import Watched

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
VIEWS = {
    **views.PLAIN,
    "footprint": "/?q=defended-footprint&",
    "comparison": "/?p=us&vs=p%3Dus%26m%3Dno-shield&",
}
RESTED_MS = 600_000
"""Ranges take a new server minutes, where nothing is kept."""
TELEPHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


def found(bench: Watched) -> list[str]:
    """What axe finds against WCAG 2.2 AA, each with the first element it means."""
    bench.page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = bench.page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in result["violations"]]


def at_rest(page: Page) -> None:
    """Wait until nothing is on its way any more."""
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=RESTED_MS)


def put(page: Page, lang: str, theme: str) -> None:
    """Choose a language and a theme, as a person does."""
    for name in (f"lang-{lang}", f"theme-{theme}"):
        page.get_by_test_id(name).click()
    root = page.locator("html")
    expect(root).to_have_attribute("lang", lang)
    expect(root).to_have_attribute("data-theme", theme)
    at_rest(page)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_telephone(bench: Watched, view: str) -> None:
    page = bench.open(f"{view}theme=light&lang=en")
    at_rest(page)
    for lang, theme in (("en", "light"), ("ru", "dark")):
        put(page, lang, theme)
        assert found(bench) == [], (lang, theme)
        page.set_viewport_size(TELEPHONE)
        at_rest(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, lang
        page.set_viewport_size(DESK)


def test_axe_finds_nothing_on_a_telephone(bench: Watched) -> None:
    bench.page.set_viewport_size(TELEPHONE)
    page = bench.open("/")
    verdict.value(page, "us")
    assert found(bench) == []


def test_the_keyboard_reaches_the_first_slider_and_shows_where_it_is(bench: Watched) -> None:
    page = bench.open("/?p=us")
    verdict.value(page, "us")
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement?.type") == "range":
            break
    assert page.evaluate("document.activeElement?.type") == "range"
    assert page.evaluate("document.activeElement?.matches(':focus-visible')")


def test_the_tour_has_at_most_four_steps_and_ends_by_escape(bench: Watched) -> None:
    page = bench.open("/#tour")
    tour = page.get_by_test_id("tour")
    expect(tour).to_be_visible()
    assert int(tour.get_attribute("data-steps") or "99") <= 4
    page.keyboard.press("Escape")
    expect(tour).to_have_count(0)


def test_printed_it_shows_the_answers_and_not_the_controls(bench: Watched) -> None:
    page = bench.open("/?p=us")
    verdict.value(page, "us")
    page.emulate_media(media="print")
    expect(page.get_by_test_id("verdict-us")).to_be_visible()
    expect(page.get_by_test_id("undo")).to_be_hidden()
