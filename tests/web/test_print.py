"""On paper: marks stand where the axis says, names are there, and whose number is whose."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Watched

PAPER = (703, 994)
"""A sheet of A4 between its margins, in pixels of the page."""
MARKS = """() => {
  const russian = document.documentElement.lang === "ru";
  const boxed = (one) => one.getBoundingClientRect();
  const middle = (one) => boxed(one).x + boxed(one).width / 2;
  const number = (text) =>
    Number(text.replace("−", "-").replace(",", russian ? "." : "").replace(/[^0-9.-]/g, ""));
  return [...document.querySelectorAll("main .rows")].flatMap((rows, at) => {
    const named = [...rows.querySelectorAll(".ticks span:not(.before)")];
    const ticks = named.map((one) => [number(one.textContent), middle(one)]);
    if (ticks.length < 2) return [];
    const [[low, left], [high, right]] = [ticks[0], ticks[ticks.length - 1]];
    return [...rows.querySelectorAll(".lane svg svg path title")].map((title) => {
      const says = title.textContent.split(": ").pop();
      const expected = left + (right - left) * (number(says) - low) / (high - low);
      const off = middle(title.parentElement) - expected;
      return { at, says: title.textContent, none: !/[0-9]/.test(says), off };
    });
  });
}"""
WIDER = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const box = one.getBoundingClientRect();
  const told = one instanceof HTMLElement && !one.closest(".unseen");
  const seen = told && one.checkVisibility() && box.width > 1;
  return seen && box.right > document.documentElement.clientWidth + 1;
}).map((one) => one.outerHTML.slice(0, 120))"""


def printed(bench: Watched, path: str) -> Page:
    """The page as it goes to paper, once all that it shows is there."""
    page = bench.open(path)
    expect(page.locator("main [aria-busy=true]")).to_have_count(0, timeout=120_000)
    expect(page.locator("main .rows").first).to_be_visible()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    page.locator("section.sources").wait_for()  # drawn for paper alone
    return page


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_marks_stand_where_the_axis_says_and_nothing_is_cut_off(bench: Watched, lang: str) -> None:
    page = printed(bench, f"/?lang={lang}")
    marks = [one for one in page.evaluate(MARKS) if not one["none"]]
    assert len({one["at"] for one in marks}) == 3 and len(marks) > 100
    off = [one for one in marks if abs(one["off"]) > 1.5]  # values are told to a second
    assert off == []
    assert page.evaluate(WIDER) == []


def test_what_stood_in_buttons_and_lists_to_choose_from_is_named(bench: Watched) -> None:
    page = printed(bench, "/?lang=en")
    hinge = page.get_by_test_id("hinge")
    expect(hinge.get_by_text("How fast is the interceptor?").first).to_be_visible()
    expect(page.get_by_test_id("chart").locator("p.printed").first).to_be_visible()
    assert page.locator("main select:visible, main progress:visible").count() == 0


def test_provenance_stands_open_under_each_verdict(bench: Watched) -> None:
    page = printed(bench, "/?lang=en")
    said = page.get_by_test_id("provenance").all_inner_texts()
    assert len(said) == 3
    for one in said:
        assert re.match(r"Rests on \d+ numbers: .* assumed", one)


def test_each_number_is_its_speaker_s_and_each_party_s_in_its_own_way(bench: Watched) -> None:
    page = printed(bench, "/?lang=en")
    held = page.locator("section.sources .held")
    expect(held.first).to_be_visible()
    held = [one for one in held.all_inner_texts() if "Lewis" in one and "Postol" in one]
    assert held
    told = [" ".join(one.split()) for one in held if "250" in one]
    assert len(told) == 1
    assert re.search(
        r"recalled .* Independent critics: own claim; Russia: adopted claim \(", told[0]
    )
    assert not any(re.search(r"Russia[^;(]*: own claim", one) for one in held)


def test_what_is_not_computed_says_so(bench: Watched) -> None:
    page = bench.page
    page.route("**/api/v1/why/*", lambda route: None)  # it never comes
    bench.open("/?lang=en")
    page.locator("[data-testid=verdict-us][data-value]:not([aria-busy=true])").wait_for()
    page.emulate_media(media="print")
    expect(page.get_by_test_id("hinge").get_by_text("Not computed yet").first).to_be_visible()
    assert page.locator("main progress:visible").count() == 0
    page.unroute_all(behavior="ignoreErrors")
