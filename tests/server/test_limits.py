"""One request may ask for so much, and no more."""

import pytest

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


@pytest.mark.parametrize("points, said", [("42", "at most 41"), ("1", "greater than or equal to 2"),
                                          ("1e9", "integer"), ("-3", "2")])  # fmt: skip
def test_points_of_a_curve(served, points, said):
    query = f"parameter=interceptors.gbi-2.burnout_speed&points={points}"
    reply = served.get(f"/api/v1/curves/icbm-reach?{query}")
    assert reply.status_code == 422 and said in reply.json()["error"]["why"]


@pytest.mark.parametrize(
    "question, option",
    [("divergence", "samples=129"), ("certainty", "effort=thorough"), ("common-ground",
     "effort=quick")],
)  # fmt: skip
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
