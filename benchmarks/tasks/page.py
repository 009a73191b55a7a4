"""The workbench in Chromium: from a move of the slider to the painted map, and the first load.

Each move sets the burnout speed of the interceptor to a value that nobody has asked for, over every
party, as in a drag. A move ends when the map has painted the answers of all of them; the next
begins after the reader has looked for a moment. The browser is headless and draws by the processor;
server, browser and this program share the machine.
"""

import gzip
import json
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

import fresh
from row import Row

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "web"))
import chromium  # noqa: E402
from serving import serving  # noqa: E402

ORDER = 9
TITLE = "The workbench in the browser"
TARGET = "slider to painted map p95 at most 250 ms; first load 4 s; JavaScript 300 kB gzipped"
MOVES, LOADS, WARM, LOOK_MS = 66, 5, 6, 600
GOLDEN = 0.6180339887  # steps through an interval without coming back to where it was
MOVE_MS, LOAD_S, SCRIPT_KB = 250.0, 4.0, 300.0
SPEED = "interceptors.gbi-2.burnout_speed"
QUESTIONS = ("icbm-reach", "defended-footprint")
PAGE = ROOT / "src/twoplustwo/doors/server/page"
MOVE = """
([path, text]) => new Promise(done => {
  const slider = document.querySelector(`[data-testid="slider-${path}"]`);
  const before = document.querySelector("[data-map-state]").dataset.mapState;
  const start = performance.now();
  slider.value = text;
  slider.dispatchEvent(new Event("input", {bubbles: true}));
  const settled = () => {
    const map = document.querySelector("[data-map-state]");
    const waiting = document.querySelector('[data-testid^="verdict-"][aria-busy="true"]');
    if (!waiting && map.dataset.mapState !== before)
      requestAnimationFrame(() => done(performance.now() - start)); // painted
    else requestAnimationFrame(settled);
  };
  requestAnimationFrame(settled);
})
"""
"""Move a slider; the milliseconds until all verdicts are new and the frame of the map is out."""


def run() -> list[Row]:
    """Measure."""
    fresh.forget_rows()  # what an earlier run asked lies on disk
    with serving("rested") as address, browser() as started:
        rows = [_moves(started, address, question) for question in QUESTIONS]
        rows.append(_load(started, address))
    return [*rows, _script()]


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser of the tests."""
    with sync_playwright() as playwright:
        flags = [*chromium.QUIET, "--disable-gpu"]
        started = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        yield started
        started.close()


def _moves(started: Browser, address: str, question: str) -> Row:
    page = started.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/?q={question}&lang=en")
    _usable(page)
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=120_000)  # its curves too
    slider = page.get_by_test_id(f"slider-{SPEED}")
    low, high = (float(slider.get_attribute(name) or 0) for name in ("min", "max"))
    chosen = [low + (high - low) * (GOLDEN * k % 1) for k in range(1, MOVES + 1)]
    slider.dispatch_event("pointerdown")  # held until the end: a drag
    walls = []
    for value in chosen:
        walls.append(page.evaluate(MOVE, [SPEED, f"{value:.6g}"]))
        page.wait_for_timeout(LOOK_MS)
    walls = walls[WARM:]
    page.close()
    p95 = statistics.quantiles(walls, n=20)[-1]
    figures = {"median_ms": statistics.median(walls), "p95_ms": p95, "worst_ms": max(walls)}
    return Row(f"slider to map, {question}", figures, f"p95 at most {MOVE_MS:g} ms", p95 <= MOVE_MS)


def _load(started: Browser, address: str) -> Row:
    walls = []
    for _ in range(LOADS):
        context = started.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        start = time.perf_counter()
        page.goto(address)
        _usable(page)
        walls.append(time.perf_counter() - start)
        context.close()
    figures = {"median_s": statistics.median(walls), "worst_s": max(walls)}
    target = f"at most {LOAD_S:g} s"
    return Row("first load, empty browser, warm server", figures, target, max(walls) <= LOAD_S)


def _usable(page: Page) -> None:
    """Verdicts and map stand."""
    page.locator("[data-map-state]").first.wait_for()
    page.locator("[data-testid^=verdict-][data-value]").first.wait_for()
    expect(page.locator("[data-testid^=verdict-][aria-busy=true]")).to_have_count(0, timeout=30_000)


def _script() -> Row:
    """JavaScript that the first page asks for, gzipped: what index.html names, imports included."""
    index = (PAGE / "index.html").read_text(encoding="utf-8")
    scripts = [path for path in (PAGE / "assets").glob("*.js") if path.name in index]
    size = sum(len(gzip.compress(path.read_bytes())) for path in scripts) / 1000
    all_of_it = sum(path.stat().st_size for path in PAGE.rglob("*") if path.is_file()) / 1e6
    figures = {"scripts_kb_gzipped": size, "page_with_globe_mb": all_of_it}
    return Row("initial JavaScript", figures, f"at most {SCRIPT_KB:g} kB", size <= SCRIPT_KB)


if __name__ == "__main__":
    print(json.dumps([vars(row) for row in run()], indent=1))
