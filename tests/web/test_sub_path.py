"""The page below a sub-path of its host, behind a proxy that keeps the prefix or strips it."""

import contextlib
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

from .serving import started, wait

ROOT = "/shield"
ROOTED = """
import sys
from twoplustwo.doors.server import registry, serving
from twoplustwo.doors.server.limits import Limits

listening = serving.bind("127.0.0.1", int(sys.argv[1]))
bounds = Limits(startup_grace_s=3600.0, root="/shield")
serving.Server(registry.load(None), bounds, warming=False).run(sockets=[listening])
"""


@contextlib.contextmanager
def stripping(behind: str) -> Iterator[str]:
    """A proxy that offers a server below ROOT, and gives it addresses without that."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.startswith(f"{ROOT}/"):
                self.send_error(404)
                return
            asked = urllib.request.Request(behind + self.path.removeprefix(ROOT))
            for name in ("Accept", "If-None-Match"):
                if name in self.headers:
                    asked.add_header(name, self.headers[name])
            try:
                reply = urllib.request.urlopen(asked, timeout=600)
            except urllib.error.HTTPError as error:
                reply = error
            with reply, contextlib.suppress(BrokenPipeError, ConnectionResetError):
                body = reply.read()
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    if name.lower() not in ("connection", "transfer-encoding", "date"):
                        self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{proxy.server_port}"
        proxy.shutdown()


@pytest.fixture(scope="module")
def rooted() -> Iterator[str]:
    """A server that was told its sub-path; it computes nothing before it is asked."""
    with started([], ROOTED, {}) as address:
        wait("ok", address)
        yield address


@pytest.mark.parametrize("strips", [False, True], ids=["kept", "stripped"])
def test_page_assets_interface_and_addresses_are_below_it(
    browser: Browser, rooted: str, strips: bool
) -> None:
    with stripping(rooted) if strips else contextlib.nullcontext(rooted) as address:
        page = browser.new_page()
        asked: list[str] = []
        page.on("response", lambda reply: asked.append(f"{reply.status} {reply.url}"))
        page.goto(f"{address}{ROOT}/questions?d=europe-2007")
        page.locator(f'a[href^="{ROOT}/question/icbm-reach"]').first.click()
        page.wait_for_url(re.compile(f"{address}{ROOT}/question/icbm-reach"))
        expect(page.locator("h1")).to_be_visible()
        page.reload()  # at an address two levels down, as somebody gets it who was sent it
        expect(page.get_by_test_id("ask")).to_have_attribute("href", re.compile(f"^{ROOT}/\\?q="))
        page.get_by_test_id("ask").click()
        page.wait_for_url(re.compile(f"{address}{ROOT}/\\?"))
        page.get_by_test_id("share").click()
        copied = page.get_by_test_id("share-address")
        expect(copied).to_have_value(re.compile(f"^{re.escape(address)}{ROOT}/\\?"))
        page.close()
    local = [one for one in asked if address in one]
    assert local and all(f"{address}{ROOT}/" in one for one in local), asked
    assert not [one for one in local if one[0] in "45"], local
