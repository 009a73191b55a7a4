"""A dossier of somebody's own folder is served like one that came with the package."""

import pytest

from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.registry import DossierRegistry

from .running import running

REACH = "parameter=interceptors.parry.range"


@pytest.fixture(scope="module")
def own(islands):
    """A server of a dossier that is in no folder of the package, with the engine."""
    with running(DossierRegistry({islands.id: islands}), Limits(startup_grace_s=3600.0)) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "dossiers",
        "dossiers/my-dispute",
        "dossiers/my-dispute/parameters/interceptors.parry.range",
        "questions?d=my-dispute",
        "answers/who-is-covered?d=my-dispute",
        "answers/what-the-radar-sees?d=my-dispute",
        "answers/contested?d=my-dispute",
        "why/who-is-covered?d=my-dispute",
        f"curves/who-is-covered?d=my-dispute&{REACH}&points=3",
        "export/who-is-covered.csv?d=my-dispute&p=sesk",
    ],
)
def test_everything_that_the_page_asks_is_answered(own, path):
    reply = own.get(f"/api/v1/{path}")
    assert reply.status_code == 200, reply.text


def test_the_quarrel_is_found(own):
    (why,) = own.get("/api/v1/why/who-is-covered?d=my-dispute").json()["answers"]
    assert why["options"]["of"] == "who-is-covered"
    assert "How far does the interceptor go?" in why["headline"]["sentence"]["en"]
