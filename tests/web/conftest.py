"""The workbench as a person meets it: served, in Chromium, watched for what it must not do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from ..europe_cards import cards
from . import chromium

PATIENCE_MS = 120_000
"""How long anything may take: where no compiled code is kept yet, a new answer compiles first."""


@pytest.fixture(scope="session")
def served(workbench: str) -> str:
    """Address of the server, which has answered what the page asks first."""
    for question in [one.id for one in cards().values() if not one.is_analysis]:
        httpx.get(f"{workbench}/api/v1/answers/{question}?tables=views", timeout=600)
    httpx.get(f"{workbench}/api/v1/answers/icbm-reach?interval=true&tables=none", timeout=600)
    return workbench


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """Playwright, which drives the browser found.

    No longer than these tests: while it runs no other test can start an event loop.
    """
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def launch(playwright: Playwright) -> Callable[[list[str]], Browser]:
    """Start Chromium with more flags; `make test` has installed it."""
    path = chromium.find()
    assert path, "no Chromium: run `make test`, which installs it, or set CHROMIUM"

    def start(flags: list[str]) -> Browser:
        return playwright.chromium.launch(executable_path=path, args=chromium.QUIET + flags)

    return start


@pytest.fixture(scope="package")
def browser(launch: Callable[[list[str]], Browser]) -> Iterator[Browser]:
    """Chromium with WebGL."""
    started = launch(chromium.GLOBE)
    yield started
    started.close()


@dataclass
class Watched:
    """A page, the hosts that it asked and what it complained of."""

    page: Page
    address: str
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    forgiven: str = ""
    """A part of the complaints that a test brings about itself."""

    def open(self, path: str = "/") -> Page:
        """Go to a path and wait until the page stands."""
        self.page.goto(f"{self.address}{path}")
        self.page.locator("main:not([aria-busy])").wait_for()
        return self.page


def watch(page: Page, address: str) -> Watched:
    """Keep account of a page."""
    watched = Watched(page, address)
    page.on("request", lambda asked: watched.hosts.add(urlsplit(asked.url).netloc))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on(
        "console",
        lambda said: watched.complaints.append(said.text) if said.type == "error" else None,
    )
    return watched


def settle(watched: Watched) -> None:
    """Nobody else was asked for anything, and nothing went wrong unseen."""
    own = urlsplit(watched.address).netloc
    assert watched.hosts <= {own, ""}, f"the page asked {watched.hosts - {own, ''}}"
    left = [
        one for one in watched.complaints if not watched.forgiven or watched.forgiven not in one
    ]
    assert left == []


@pytest.fixture
def bench(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """The workbench in a fresh profile; afterwards it must have asked no other host."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        locale="en-GB",
        reduced_motion="reduce",
        accept_downloads=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE_MS)
    watched = watch(context.new_page(), served)
    yield watched
    if request.session.testsfailed and (kept := Path("build/web-failures")):
        kept.mkdir(parents=True, exist_ok=True)
        watched.page.screenshot(path=kept / f"{request.node.name}.png")
    context.close()
    settle(watched)
