"""The page's files and addresses; nothing else on this disk can be asked for."""

import asyncio
from pathlib import Path

import pytest
from starlette.requests import Request

from twoplustwo.doors.server.static import Page

from .running import Running, heard, raw


@pytest.fixture
def built(tmp_path: Path) -> Page:
    """A page as the build leaves it, beside a file that is nobody's business."""
    home = tmp_path / "page"
    (home / "assets").mkdir(parents=True)
    (home / "index.html").write_text("<!doctype html><title>the page</title>")
    (home / "assets/app-1a2b.js").write_text("'use strict'")
    (home / "assets/engine.wasm").write_bytes(b"\0asm")
    (home / "icon.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("secret")
    return Page(home, 10_000)


def get(page: Page, path: str, **headers: str):
    """What the page answers to a path, after the server has decoded it."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "headers": [(k.encode(), v.encode()) for k, v in headers.items()],
    }
    return asyncio.run(page.respond(Request(scope)))


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/parameters",
        "/questions",
        "/validation",
        "/about",
        "/question/icbm-reach",
        "/parameter/interceptors.gbi-2.burnout_speed",
    ],
)
def test_addresses_of_the_page_give_the_page(built, path):
    reply = get(built, path)
    assert reply.status_code == 200 and b"the page" in reply.body
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path, kind, kept",
    [
        ("/assets/app-1a2b.js", "text/javascript; charset=utf-8", True),
        ("/assets/engine.wasm", "application/wasm", True),
        ("/icon.svg", "image/svg+xml", False),
    ],
)
def test_files_have_their_type_and_those_with_a_hash_are_kept(built, path, kind, kept):
    reply = get(built, path)
    assert reply.headers["content-type"] == kind
    assert ("immutable" in reply.headers["cache-control"]) is kept
    again = get(built, path, **{"if-none-match": reply.headers["etag"]})
    assert again.status_code == 304 and again.body == b""


TRICKS = [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/..",
    "/.",
    "/..",
    "//etc/passwd",
    "/assets",
    "/assets/",
    "/..\\secret.txt",
    "/assets\\app-1a2b.js",
    "/index.html\0",
    "/\0",
    "/question/",
    "/question/..",
    "/question/a/b",
    "/parameter/../../secret.txt",
    "/question/a\nb",
    "/INDEX.HTML",
    "/index.html/",
    "/nothing",
    "/question",
    "/about/more",
    "/ ",
    "/assets/app-1a2b.js ",
    "/assets/./app-1a2b.js",
]


@pytest.mark.parametrize("path", TRICKS)
def test_nothing_else_is_there(built, path):
    from twoplustwo.doors.server.errors import RefusalError

    with pytest.raises(RefusalError) as error:
        get(built, path)
    assert error.value.status == 404 and "there is nothing at" in error.value.what


@pytest.mark.parametrize(
    "target",
    [
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%5c..%5c..%5cetc",
        "/%00",
        "/assets/%2e%2e/%2e%2e/app.py",
        "/static.py",
        "/assets/..;/x",
        "/%c0%ae%c0%ae/etc/passwd",
        "/../../../../etc/passwd",
        "/page/index.html",
        "/%252e%252e/etc/passwd",
        "/api/v1/../../x",
        "/api/v1/dossiers/..%2f..%2fetc",
        "/api/v1/borders/..%2f..%2fdossier",
        "/api/v1/borders/%2e%2e",
        "/api/v1/export/..%2fx.csv",
        "//evil.example/",
    ],
)
def test_tricks_with_paths(served: Running, target: str):
    said = heard(raw(served.port, f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
    assert said.startswith(b"HTTP/1.1 404 ") and b'"status":404' in said
    assert b"root:" not in said and b"Traceback" not in said


def test_without_a_built_page_it_says_how_to_build_one(tmp_path):
    bare = Page(tmp_path / "none", 10_000)
    reply = get(bare, "/question/icbm-reach")
    assert reply.status_code == 200 and b"make page" in reply.body
    assert reply.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/v1/health", "/api/v1/answers/x"])
def test_every_response_bounds_what_a_browser_may_do(served: Running, path: str):
    headers = served.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["style-src"] == "'self'" and policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'" and policy["base-uri"] == "'none'"
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert "http:" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers and "set-cookie" not in headers
    assert "access-control-allow-origin" not in headers
