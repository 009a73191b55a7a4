"""Below a sub-path of its host: the proxy may keep the prefix or strip it."""

import re

import pytest
from typer.testing import CliRunner

from twoplustwo.base.errors import OptionError
from twoplustwo.doors.cli.main import app
from twoplustwo.doors.server import serving, static
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.root_path import root_of

from .running import running

ROOT = "/shield/eu"


@pytest.fixture(scope="module")
def rooted(known):
    """A server that was told its sub-path."""
    with running(known, Limits(root=ROOT)) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    ["/", "/questions", "/question/icbm-reach", "/icon.svg", "/api/v1/health", "/api/v1/dossiers"],
)
def test_kept_or_stripped_the_prefix_gives_the_same(rooted, path):
    stripped, kept = rooted.get(path), rooted.get(f"{ROOT}{path}")
    assert stripped.status_code == 200 == kept.status_code
    assert stripped.content == kept.content
    if "api" not in path:
        assert stripped.headers["etag"] == kept.headers["etag"]


def test_all_that_the_page_names_is_below_the_root(rooted):
    for path in (ROOT, f"{ROOT}/", f"{ROOT}/parameter/a.b", "/parameter/a.b"):
        page = rooted.get(path).text
        named = re.findall(r'(?:src|href|data-root)="([^"]*)"', page)
        assert len(named) >= 4 and f"{ROOT}/" in named
        for one in named:
            assert one.startswith(f"{ROOT}/"), one
            assert rooted.get(one).status_code == 200


def test_the_interface_says_where_it_is(rooted):
    assert rooted.get(f"{ROOT}/api/v1/openapi.json").json()["servers"] == [{"url": ROOT}]
    lost = rooted.get(f"{ROOT}/api/nothing").json()["error"]
    assert lost["fix"] == f"the API is listed at {ROOT}/api/v1/openapi.json"
    assert rooted.get(f"{ROOT}/nothing").json()["error"]["fix"] == f"the page is at {ROOT}/"
    assert rooted.get("/shield/europe").status_code == 404


def test_without_one_the_page_is_at_the_top(served):
    page = served.get("/questions").text
    assert 'data-root="/"' in page and '"./' not in page


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", ""),
        ("/", ""),
        ("x", "/x"),
        ("/x/", "/x"),
        ("/a/b.c", "/a/b.c"),
        ("/a_b~c-d", "/a_b~c-d"),
    ],
)
def test_a_root_has_one_spelling(text, root):
    assert root_of(text) == root


@pytest.mark.parametrize(
    "text", ["/a//b", "/..", "/a/./b", "/a b", "/a?b", '/"', "https://x.org/a"]
)
def test_what_is_no_path_is_refused(text):
    with pytest.raises(OptionError, match="is no path") as error:
        root_of(text)
    assert error.value.where == "--root-path" and "/shield" in error.value.fix


@pytest.mark.parametrize("text", ["/api", "/assets/x", "/question"])
def test_a_root_that_is_an_address_of_ours_is_refused(text):
    said = CliRunner().invoke(app, ["serve", "--no-browser", "--port", "0", "--root-path", text])
    assert said.exit_code == 2 and "begins as an address of the server's own" in said.stderr


def test_every_first_word_of_the_page_is_known():
    """Else a root could be taken off an address of the page."""
    from twoplustwo.doors.server.root_path import OWN

    folders = {one.name for one in static.folder().iterdir() if one.is_dir()}
    assert folders <= set(OWN)


def test_the_address_that_is_said_has_the_root(monkeypatch):
    served = []
    monkeypatch.setattr(serving, "serve", lambda *given: (served.append(given), given[2]()))
    words = ["serve", "--no-browser", "--port", "0", "--root-path", "shield/"]
    said = CliRunner().invoke(app, [*words, "--allowed-host", "Shield.example.org"])
    assert re.search(r"the workbench is at http://127\.0\.0\.1:\d+/shield/ ", said.stdout)
    assert list(served[0][3:]) == [["Shield.example.org"], "/shield"]


def test_a_proxy_may_call_the_server_otherwise_than_its_pages(known):
    """Origin is the public name, Host what the proxy dials."""
    named = Limits(hosts=("127.0.0.1", "shield.example.org"), origins=("shield.example.org",))
    with running(known, named) as client:
        for origin, status in (
            ("https://shield.example.org", 200),
            ("https://SHIELD.example.org", 200),
            ("https://shield.example.org.evil.example", 403),
            ("http://127.0.0.1:3000", 403),
        ):
            reply = client.get("/api/v1/health", headers={"Origin": origin})
            assert reply.status_code == status, origin
        assert client.get("/api/v1/health", headers={"Host": "SHIELD.example.org"}).is_success
