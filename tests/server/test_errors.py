"""Whatever goes wrong has one shape, and says what, where, why and what to do."""

import asyncio

import pytest

from twoplustwo.doors.server.computing import Computing
from twoplustwo.doors.server.errors import RefusalError
from twoplustwo.doors.server.jobs.call import Call
from twoplustwo.doors.server.jobs.queue import NOW
from twoplustwo.doors.server.limits import Limits

from .running import running

KEYS = {"status", "kind", "what", "where", "why", "fix"}
A = "/api/v1/answers/icbm-reach"

WRONG = [
    # address, status, kind, part of what, where, part of why, part of fix
    ("/api/v1/nothing", 404, "NotFound", "nothing at '/api/v1/nothing'", "", "", "openapi.json"),
    ("/nowhere", 404, "NotFound", "nothing at '/nowhere'", "", "", "the page is at /"),
    (
        "/api/v1/answers/icbm-reech",
        404,
        "NotFound",
        "no question 'icbm-reech'",
        "",
        "questions: ",
        "did you mean icbm-reach?",
    ),
    (
        "/api/v1/dossiers/europe-2008",
        404,
        "NotFound",
        "no dossier named 'europe-2008'",
        "",
        "dossiers: europe-2007",
        "did you mean europe-2007?",
    ),
    (
        "/api/v1/dossiers/europe-2007/parameters/interceptors.gbi-2.burnout_sped",
        404,
        "NotFound",
        "no parameter",
        "",
        "interceptors.gbi-2 has",
        "did you mean interceptors.gbi-2.burnout_speed",
    ),
    (
        "/api/v1/borders/countries-11m",
        404,
        "NotFound",
        "no borders named",
        "",
        "borders: ",
        "did you mean countries-110m?",
    ),
    (
        "/api/v1/export/icbm-reach.cvs",
        404,
        "NotFound",
        "no file named 'icbm-reach.cvs'",
        "",
        "QUESTION.FORM",
        "did you mean csv?",
    ),
    (
        f"{A}?d=europa-2007",
        422,
        "DossierError",
        "no dossier named",
        "d=europa-2007",
        "dossiers: ",
        "did you mean europe-2007?",
    ),
    (f"{A}?p=uss", 422, "PositionError", "unknown party uss", "position uss", "us", "mean us?"),
    (
        f"{A}?positon=us",
        400,
        "UnknownKey",
        "unknown key 'positon'",
        "positon",
        "keys: v, d, p, set",
        "",
    ),
    (
        f"{A}?intervl=1",
        400,
        "UnknownKey",
        "unknown key 'intervl'",
        "intervl",
        "keys:",
        "did you mean interval?",
    ),
    (
        f"{A}?d=europe-2007&d=europe-2007",
        400,
        "RepeatedKey",
        "d is given 2 times",
        "d",
        "only m, o, p, set may be repeated",
        "keep one",
    ),
    (
        f"{A}?m=no-sheld",
        422,
        "PositionError",
        "unknown measure no-sheld",
        "m=no-sheld",
        "has",
        "did you mean no-shield?",
    ),
    (f"{A}?m=", 422, "OptionError", "empty", "m", "names with commas", "--measures FIRST,SECOND"),
    (
        f"{A}?set=interceptors.gbi-2.burnout_speed=7%20kg",
        422,
        "PositionError",
        "7 kg",
        "set ",
        "expected speed",
        "",
    ),
    (
        f"{A}?set=missiles.ss-25.burn_time=%2B20%20s",
        422,
        "PositionError",
        "'+20 s' could mean 20 s more than is held, or 20 s in all",
        "set ",
        "held: independent, russia 175 s; us 170 s",
        "195 s for independent, russia; 190 s for us",
    ),
    (
        f"{A}?set=interceptors.gbi-2.burnout_speed",
        422,
        "PositionError",
        "sets nothing",
        "set=",
        "PATH=VALUE",
        "",
    ),
    (
        f"{A}?as_of=yesterday",
        422,
        "PositionError",
        "'yesterday' is no date",
        "as_of=yesterday",
        "expected a date",
        "",
    ),
    (
        f"{A}?as_of=2008%2Bno-shield",
        422,
        "PositionError",
        "'2008+no-shield' is no date",
        "as_of=2008+no-shield",
        "expected a date",
        "",
    ),
    (
        "/api/v1/dossiers/europe-2007?as_of=2008%2Bno-shield",
        422,
        "PositionError",
        "'2008+no-shield' is no date",
        "as_of=2008+no-shield",
        "expected a date",
        "",
    ),
    (
        "/api/v1/dossiers/europe-2007?as_of=soon",
        422,
        "PositionError",
        "'soon' is no date",
        "as_of=soon",
        "expected a date",
        "",
    ),
    (f"{A}?o=site", 422, "OptionError", "cannot read 'site'", "o", "key=value", "site="),
    (
        f"{A}?o=site=redzikov",
        422,
        "OptionError",
        "site = 'redzikov'",
        "",
        "redzikowo",
        "did you mean redzikowo?",
    ),
    (
        f"{A}?o=sites=redzikowo",
        422,
        "OptionError",
        "no option 'sites'",
        "",
        "options: site",
        "did you mean site?",
    ),
    (f"{A}?interval=perhaps", 422, "QueryError", "interval = 'perhaps'", "interval", "boolean", ""),
    (f"{A}?p=us%00", 422, "QueryError", "p = ", "p", "without a zero byte", ""),
    (
        "/api/v1/answers/hangs-on",
        422,
        "LimitError",
        "hangs-on is not answered here",
        "hangs-on",
        "minutes",
        "run: twoplustwo ask hangs-on",
    ),
    (
        "/api/v1/answers/divergence?interval=1",
        422,
        "OptionError",
        "has no interval",
        "interval",
        "several positions",
        "ask the question",
    ),
    (
        "/api/v1/why/icbm-reach?o=of=raid",
        422,
        "OptionError",
        "of = raid is not for why",
        "o=of",
        "named already",
        "",
    ),
    (
        "/api/v1/curves/icbm-reach",
        422,
        "QueryError",
        "parameter is missing",
        "parameter",
        "needed",
        "",
    ),
    (
        "/api/v1/curves/divergence?parameter=x",
        422,
        "OptionError",
        "divergence has no curve",
        "question",
        "several positions",
        "",
    ),
    (
        "/api/v1/curves/icbm-reach?parameter=bases.kozelsk.location",
        422,
        "PositionError",
        "bases.kozelsk.location cannot be moved",
        "parameter=bases.",
        "neither a number nor a choice",
        "",
    ),
    (
        "/api/v1/export/icbm-reach.csv?p=us&table=a%0D%0Ab",
        422,
        "OptionError",
        "has no table",
        "table=a",
        "it has rows",
        "",
    ),
    (
        "/api/v1/export/icbm-reach.csv?p=us&table=all",
        422,
        "OptionError",
        "holds one table",
        "table=all",
        "for maps",
        "kml",
    ),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda one: one[0].removeprefix("/api/v1/"))
def test_what_where_why_fix(served, wrong):
    address, status, kind, what, where, why, fix = wrong
    reply = served.get(address)
    error = reply.json()["error"]
    assert reply.status_code == status == error["status"]
    assert set(error) == KEYS and error["kind"] == kind
    assert what in error["what"]
    assert error["where"].startswith(where)
    assert why in error["why"]
    assert fix in error["fix"]
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/api/v1/dossiers", "/", "/assets/x.js", A])
def test_only_get(served, method, path):
    reply = served.request(method, path)
    error = reply.json()["error"]
    assert reply.status_code == 405 == error["status"] and set(error) == KEYS
    assert "does not take this method" in error["what"] and "only answers" in error["why"]
    assert reply.headers["allow"] == "GET, HEAD" and "allowed: GET" in error["fix"]


def test_a_body_is_refused_unread(served):
    reply = served.request("GET", "/api/v1/dossiers", content=b"x" * 100_000)
    error = reply.json()["error"]
    assert reply.status_code == 413 == error["status"] and set(error) == KEYS
    assert error["what"] == "the request has a body" and error["fix"] == "send no body"


def test_a_fault_of_ours_says_so_and_nothing_of_the_inside(known, monkeypatch):
    from twoplustwo.doors.server.payload import style

    def broken():
        raise KeyError("a secret of the inside")

    monkeypatch.setattr(style, "style_summary", broken)
    with running(known) as client:
        reply = client.get("/api/v1/look")
    error = reply.json()["error"]
    assert reply.status_code == 500 == error["status"] and set(error) == KEYS
    assert error["what"] == "a fault in twoplustwo: KeyError" and "report" in error["fix"]
    assert "secret" not in reply.text and "Traceback" not in reply.text
    assert reply.headers["x-content-type-options"] == "nosniff"


def test_a_server_that_stops_says_so(known):
    computing = Computing(known, Limits())

    async def ask():
        await computing.close()
        await computing.result(computing.quick, Call("os:getpid"), NOW, "twoplustwo ask")

    with pytest.raises(RefusalError) as refused:
        asyncio.run(ask())
    error = refused.value
    assert (error.status, error.kind) == (503, "Stopping") and "Retry-After" in error.headers
    assert error.what == "the server is stopping" and error.fix == "ask again when it is back"
