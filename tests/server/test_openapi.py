"""The interface as it describes itself: complete, true, and never at fault."""

import json
import subprocess
import sys

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from twoplustwo.doors.server.app import create
from twoplustwo.doors.server.registry import DossierRegistry

ANSWERED = (
    "/api/v1/dossiers",
    "/api/v1/dossiers/europe-2007",
    "/api/v1/questions",
    "/api/v1/look",
    "/api/v1/dossiers/europe-2007/parameters/interceptors.gbi-2.burnout_speed",
    "/api/v1/questions/icbm-reach",
    "/api/v1/validation",
    "/api/v1/health",
    "/api/v1/answers/threat-timeline",
    "/api/v1/answers/raid?p=us&interval=1",
    "/api/v1/why/threat-timeline?p=us&p=russia",
    "/api/v1/curves/raid?p=us&parameter=interceptors.gbi-2.number&points=3",
)
document = create(DossierRegistry({}), warming=False).openapi()


def test_it_is_printed_without_starting_anything():
    done = subprocess.run(
        [sys.executable, "-m", "twoplustwo.doors.server.schema"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == document and done.stderr == ""


def test_the_server_gives_the_same(served):
    assert served.get("/api/v1/openapi.json").json() == document


def test_it_is_read_only_and_told_whole():
    for path, item in document["paths"].items():
        assert list(item) == ["get"], path
        told = item["get"]
        assert told["summary"] and {"200", "404", "405", "413", "414", "422", "429"} <= set(
            told["responses"]
        )
        for parameter in told.get("parameters", ()):
            assert parameter["in"] == "path" or parameter["description"], (path, parameter)
        for status, reply in told["responses"].items():
            if int(status) >= 400:
                shape = reply["content"]["application/json"]["schema"]
                assert shape == {"$ref": "#/components/schemas/Errors"}


@pytest.mark.parametrize("address", ANSWERED)
def test_what_is_sent_has_the_shape_that_is_told(served, address):
    path = address.partition("?")[0]
    template = next(one for one in document["paths"] if _fits(one, path))
    reply = served.get(address)
    assert reply.status_code == 200, reply.text[:500]
    schema = schemathesis.openapi.from_dict(document)
    schema[template]["GET"].validate_response(reply)


def _fits(template: str, path: str) -> bool:
    parts, given = template.split("/"), path.split("/")
    same = len(parts) == len(given)
    return same and all(p == g or p.startswith("{") for p, g in zip(parts, given, strict=True))


schema = schemathesis.openapi.from_dict(document)


@schema.parametrize()
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_nothing_that_is_sent_brings_a_fault(case, served):
    # a text may be of the right form and still name nothing: that is refused, and rightly so
    case.call_and_validate(
        base_url=f"http://127.0.0.1:{served.port}", excluded_checks=[positive_data_acceptance]
    )


JUNK = st.text(max_size=12)
STATES = st.fixed_dictionaries(
    {},
    optional={
        "d": st.sampled_from(["europe-2007", "europe", ""]) | JUNK,
        "p": st.lists(
            st.sampled_from(["us", "russia", "us+russia:burnout-speed", "us@2008", "+"]) | JUNK,
            max_size=8,
        ),
        "set": st.lists(
            st.builds(
                "{}={}".format,
                st.sampled_from(["interceptors.gbi-2.number", "commit.remote", "x.y"]) | JUNK,
                st.sampled_from(["0", "-1", "1e400", "nan", "3 km", "true"]) | JUNK,
            ),
            max_size=3,
        ),
        "m": st.lists(
            st.sampled_from(["no-shield", "site-romania", "speed-cap-3,speed-cap-5", ","]) | JUNK,
            max_size=3,
        ),
        "as_of": st.sampled_from(["2008", "2008-02-30", "9999-12-31", "0000"]) | JUNK,
        "o": st.lists(
            st.builds(
                "{}={}".format,
                st.sampled_from(["sizes", "scale", "against"]) | JUNK,
                st.sampled_from(["1 2 3", "1e9", "russia-sort"]) | JUNK,
            ),
            max_size=3,
        ),
        "interval": st.sampled_from(["1", "0", "yes", "maybe"]) | JUNK,
        "tables": st.sampled_from(["views", "none", "all", "rows", "sizes,marks"]) | JUNK,
        "v": JUNK,
    },
)


@settings(max_examples=60)
@given(state=STATES)
def test_states_half_right_are_answered_or_refused_in_words(served, state):
    reply = served.get("/api/v1/answers/raid", params=state)
    assert reply.status_code in (200, 400, 422), reply.text[:500]
    if reply.status_code != 200:
        assert reply.json()["error"]["what"]
