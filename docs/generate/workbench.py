"""Screenshots of the workbench for README and documents: `make pictures` draws them anew.

With a folder named, every view in both languages and themes, wide and narrow, goes there instead:
`python docs/generate/workbench.py build/looks`, to be looked at after a change of the page.
"""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "web"))
import chromium  # noqa: E402
import views  # noqa: E402
from serving import serving  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
SPEED = "interceptors.gbi-2.burnout_speed"
RANGES_MS = 4000
WIDE, NARROW = (1440, 900), (390, 844)
VIEWS = {
    **views.PLAIN,
    "footprint": "/?q=defended-footprint&p=us&p=russia&",
    "globe": "/?p=us&map=3d&t=700&",
    "over": "/?show=over&m=radar-mask-east&",
    "compared": f"/?p=us&p=russia&set={SPEED}%3D5+km/s&vs=p%3Dus%26p%3Drussia&",
    "radar": "/?q=radar-view&p=us&",
    "timeline": "/?q=threat-timeline&",
}


class Shot(NamedTuple):
    """One picture: its file, the address, the size of the window, and whether all of the page."""

    file: str
    path: str
    size: tuple[int, int]
    whole: bool


README = (
    Shot("workbench.png", "/?theme=light&lang=en", WIDE, False),
    Shot("workbench-footprint.png", f"{VIEWS['footprint']}theme=light&lang=en", WIDE, False),
    Shot("workbench-globe.png", f"{VIEWS['globe']}theme=dark&lang=en", WIDE, False),
    Shot("workbench-ru.png", "/?theme=light&lang=ru", WIDE, False),
)


def every() -> Iterator[Shot]:
    """Every view, look and width."""
    for (name, path), lang, theme in product(VIEWS.items(), ("en", "ru"), ("light", "dark")):
        for width, size in (("wide", WIDE), ("narrow", NARROW)):
            file = f"{name}-{lang}-{theme}-{width}.png"
            yield Shot(file, f"{path}lang={lang}&theme={theme}", size, True)


def take(page: Page, address: str, shot: Shot, folder: Path) -> None:
    """One picture, once nothing is awaited any more."""
    page.set_viewport_size({"width": shot.size[0], "height": shot.size[1]})
    page.goto(f"{address}{shot.path}")
    page.wait_for_load_state("networkidle", timeout=300_000)
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=90_000)
    page.wait_for_timeout(RANGES_MS)  # asked once hands are still
    expect(page.get_by_test_id("range").first).not_to_be_empty(timeout=90_000)
    if "map=3d" in shot.path:
        page.wait_for_timeout(4000)  # the globe's pictures come in by and by
    page.screenshot(path=folder / shot.file, full_page=shot.whole)
    print(folder / shot.file, flush=True)


def main() -> None:
    """Draw what was asked for."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    shots = [one for one in (every() if len(sys.argv) > 1 else README) if only in one.file]
    with serving() as address, sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=chromium.QUIET + chromium.GLOBE
        )
        page = browser.new_page(reduced_motion="reduce")
        for shot in shots:
            take(page, address, shot, folder)
        browser.close()


if __name__ == "__main__":
    main()
