"""A body is sent once: strong tags, for ever under its stamp, compressed."""

import gzip

import pytest

DESK = "/api/v1/dossiers/europe-2007"
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture
def stamp(served) -> str:
    """The stamp of the dossier."""
    return served.get("/api/v1/dossiers").json()["dossiers"][0]["v"]


def test_a_tag_is_of_the_bytes(served):
    one, two = served.get(DESK), served.get(DESK)
    assert one.headers["etag"] == two.headers["etag"] and one.content == two.content
    other = served.get("/api/v1/look")
    assert other.headers["etag"] != one.headers["etag"]
    assert not one.headers["etag"].startswith("W/")


@pytest.mark.parametrize("form", ["{}", "W/{}", '"x", {}', "*"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_who_has_it_gets_nothing(served, form, encoding):
    headers = {"accept-encoding": encoding}
    tag = served.get(DESK, headers=headers).headers["etag"]
    reply = served.get(DESK, headers={**headers, "if-none-match": form.format(tag)})
    assert reply.status_code == 304 and reply.content == b""
    assert reply.headers["vary"] == "Accept-Encoding" and "etag" in reply.headers


def test_a_304_names_the_body_that_a_200_would_be(served):
    """Else a cache that holds both, compressed and plain, cannot tell which of them is meant."""
    tags = {}
    for encoding in ("gzip", "identity"):
        headers = {"accept-encoding": encoding}
        tags[encoding] = served.get(DESK, headers=headers).headers["etag"]
        kept = served.get(DESK, headers={**headers, "if-none-match": tags[encoding]})
        assert kept.status_code == 304 and kept.headers["etag"] == tags[encoding]
        assert "content-encoding" not in kept.headers
    other = {"accept-encoding": "identity", "if-none-match": tags["gzip"]}
    assert served.get(DESK, headers=other).status_code == 200
    both = {"accept-encoding": "gzip", "if-none-match": f"{tags['identity']}, W/{tags['gzip']}"}
    assert served.get(DESK, headers=both).headers["etag"] == tags["gzip"]


@pytest.mark.parametrize(
    ("accepted", "zipped"),
    [
        ("gzip", True),
        ("*;q=0, gzip", True),
        ("*", True),
        ("gzip;q=0, *", False),
        ("br;q=1.0, *;q=0", False),
        ("identity", False),
        ("GZIP; q=0.5", True),
        ("", False),
    ],
)
def test_what_is_said_of_gzip_counts_before_what_is_said_of_all(served, accepted, zipped):
    reply = served.get(DESK, headers={"accept-encoding": accepted})
    assert (reply.headers.get("content-encoding") == "gzip") is zipped


def test_who_has_another_gets_this_one(served):
    assert served.get(DESK, headers={"if-none-match": '"other"'}).status_code == 200


def test_compressed_it_is_the_same_with_a_tag_of_its_own(served):
    plain = served.get(DESK, headers={"accept-encoding": "identity"})
    with served.stream("GET", DESK, headers={"accept-encoding": "br, gzip;q=0.5"}) as reply:
        raw = b"".join(reply.iter_raw())
    assert reply.headers["content-encoding"] == "gzip" and gzip.decompress(raw) == plain.content
    assert len(raw) * 3 < len(plain.content)
    assert reply.headers["etag"] != plain.headers["etag"]
    assert "content-encoding" not in plain.headers
    none = served.get(DESK, headers={"accept-encoding": "gzip;q=0"})
    assert "content-encoding" not in none.headers


def test_kept_for_ever_only_under_the_present_stamp(served, stamp):
    assert served.get(f"{DESK}?v={stamp}").headers["cache-control"] == FOREVER
    assert served.get(DESK).headers["cache-control"] == "no-cache"
    assert served.get(f"{DESK}?v=").headers["cache-control"] == "no-cache"
    assert served.get(f"{DESK}?v=0123456789abcdef").headers["cache-control"] == "no-cache"
    borders = served.get("/api/v1/borders/countries-110m")
    assert borders.headers["cache-control"] == "no-cache" and borders.json()["type"] == "Topology"
    again = {"if-none-match": borders.headers["etag"]}
    assert served.get("/api/v1/borders/countries-110m", headers=again).status_code == 304


def test_another_engine_is_another_stamp(known, europe):
    from twoplustwo.doors.server.registry import DossierRegistry

    newer = DossierRegistry(known.dossiers)
    newer.engine = "another"  # pyright: ignore[reportAttributeAccessIssue]
    assert newer.stamp(europe) != known.stamp(europe)


@pytest.mark.parametrize("what", ["packages", "processor"])
def test_another_library_or_processor_is_another_stamp(monkeypatch, what):
    """The last digits of a number may be others then, and what is kept for ever is not."""
    from twoplustwo.doors.server import sources

    before = sources.engine_hash()
    assert before == sources.engine_hash() and {"jax", "jaxlib", "numpy"} <= {*sources.packages()}
    monkeypatch.setattr(sources, what, lambda: {"jaxlib": "0.0.1"})
    assert sources.engine_hash() != before


def test_head_is_get_without_the_body(served):
    full, head = served.get("/api/v1/look"), served.head("/api/v1/look")
    assert head.status_code == 200 and head.content == b""
    for name in ("etag", "content-length", "content-type", "cache-control"):
        assert head.headers[name] == full.headers[name]


def test_a_cache_is_bounded_in_bytes():
    from twoplustwo.doors.server.cache import Cache

    cache: Cache[bytes] = Cache(100, each=0)
    for i in range(1000):
        cache.keep(i, b"x" * 30)
        cache.get(0)
    assert len(cache) == 3 and cache.currsize == 90
    assert cache.get(0) is not None and cache.get(999) is not None  # used lately
    assert cache.get(998) is not None and cache.get(500) is None
    cache.keep("too big", b"x" * 101)
    assert cache.get("too big") is None and len(cache) == 3
    cache.keep(999, b"y" * 40)
    assert cache.currsize == 100


def test_small_values_count_with_what_it_takes_to_keep_them():
    from twoplustwo.doors.server.cache import Cache

    cache: Cache[bytes] = Cache(1000, each=90)
    for i in range(100):
        cache.keep(i, b"x" * 10)
    assert len(cache) == 10 and cache.currsize == 1000


def test_what_is_compressed_later_has_its_weight_from_the_start():
    from twoplustwo.doors.server.reply import Body

    body = Body(b"text " * 1000)
    before = len(body)
    body.zipped = b"x" * 100
    assert len(body) == before > 5000
