"""One request may ask for so much, and no more."""

import pytest

from twoplustwo.doors.server import serving
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.registry import load

from .running import running

A = "/api/v1/answers/icbm-reach"
SET = "set=engagement.max_flight=900%20s"


@pytest.mark.parametrize(
    "key, query, most",
    [
        ("p", "&".join(["p=us"] * 7), 6),
        ("set", "&".join([SET] * 21), 20),
        ("m", "m=" + ",".join(["no-shield"] * 13), 12),
        ("m", "&".join(["m=no-shield"] * 13), 12),
        ("o", "&".join(["o=site=redzikowo"] * 13), 12),
    ],
)
def test_how_many(served, key, query, most):
    error = served.get(f"{A}?{query}").json()["error"]
    assert (error["status"], error["kind"], error["where"]) == (422, "LimitError", key)
    assert error["why"] == f"at most {most} in one request"
    assert error["what"].endswith(f"times {key}") and "command line" in error["fix"]


def test_how_long_an_address(served):
    reply = served.get(f"{A}?p={'u' * 4095}")
    error = reply.json()["error"]
    assert reply.status_code == 414 == error["status"]
    assert error["what"] == "the address is too long" and "4097 bytes; at most 4096" in error["why"]
    assert served.get(f"{A}?p={'u' * 4094}").status_code == 422  # read, and no party


@pytest.mark.parametrize(
    "points, said",
    [("42", "at most 41"), ("1", "greater than or equal to 2"), ("1e9", "integer"), ("-3", "2")],
)
def test_points_of_a_curve(served, points, said):
    query = f"parameter=interceptors.gbi-2.burnout_speed&points={points}"
    reply = served.get(f"/api/v1/curves/icbm-reach?{query}")
    assert reply.status_code == 422 and said in reply.json()["error"]["why"]


@pytest.mark.parametrize(
    "question, option",
    [
        ("divergence", "samples=129"),
        ("certainty", "effort=thorough"),
        ("common-ground", "effort=quick"),
    ],
)
def test_what_takes_minutes_is_for_the_command_line(served, question, option):
    error = served.get(f"/api/v1/answers/{question}?p=us&p=russia&o={option}").json()["error"]
    name, _, value = option.partition("=")
    assert error["status"] == 422 and error["what"] == f"{name} = {value} is too much"
    assert error["where"] == f"o={option}"
    assert error["fix"] == f"run: twoplustwo ask {question} -p us -p russia -o {option}"


def test_a_command_is_quoted_for_a_shell(served):
    query = "p=us&set=engagement.max_flight=900%20s&as_of=2008&m=no-shield"
    error = served.get(f"/api/v1/answers/hangs-on?{query}").json()["error"]
    assert error["fix"] == (
        "run: twoplustwo ask hangs-on -p us -m no-shield --set 'engagement.max_flight=900 s' "
        "--as-of 2008"
    )


def test_a_server_of_this_machine_goes_by_its_own_names_only():
    """A page from elsewhere whose name was made to point here is not let in."""
    with running(load(["europe-2007"]), Limits(hosts=serving.own_names("127.0.0.1"))) as client:
        for name in ("localhost", "127.0.0.1:8000", "[::1]:8000"):
            assert client.get("/api/v1/health", headers={"Host": name}).status_code == 200
        for path in ("/", "/api/v1/health"):
            reply = client.get(path, headers={"Host": "elsewhere.example:8000"})
            error = reply.json()["error"]
            assert reply.status_code == 421 == error["status"]
            assert error["what"] == "this server is not called 'elsewhere.example'"
            assert "localhost" in error["why"] and "--host 0.0.0.0" in error["fix"]
    assert serving.own_names("0.0.0.0") == ()
    assert "127.0.0.5" in serving.own_names("127.0.0.5")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200),
        ({}, 200),
    ],
)
def test_a_page_of_another_site_has_nothing_computed(served, headers, status):
    reply = served.get("/api/v1/health", headers=headers)
    assert reply.status_code == status
    if status == 403:
        assert reply.json()["error"]["what"].startswith("a page of another site asks: ")


def test_the_page_itself_may_ask(served):
    own = {"Origin": f"http://127.0.0.1:{served.port}"}
    assert served.get("/api/v1/health", headers=own).status_code == 200


def test_a_server_for_others_goes_by_the_names_that_are_allowed(monkeypatch):
    bounds = []
    monkeypatch.setattr(serving.Server, "run", lambda self, sockets: None)
    monkeypatch.setattr(
        serving.Server, "__init__", lambda self, known, limits, up: bounds.append(limits)
    )
    with serving.bind("0.0.0.0", 0) as listening:
        serving.serve(load(["europe-2007"]), listening, print, ["shield.example.org"])
        serving.serve(load(["europe-2007"]), listening, print)
    assert "shield.example.org" in bounds[0].hosts and "localhost" in bounds[0].hosts
    assert bounds[1].hosts == ()
