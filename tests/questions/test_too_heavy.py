"""A missile too heavy to fly is an outcome of the question, not a failure."""

from twoplustwo.runs.ask import ask


def test_a_missile_too_heavy_to_rise_cannot_reach(europe):
    (answer,) = ask("icbm-reach", ["us+set:missiles.ss-25.payload=45 t"], europe)
    mine = answer.rows.column("missile") == "ss-25"
    assert mine.any()
    assert set(answer.rows.column("outcome")[mine]) == {"threat_cannot_reach"}
    assert (answer.rows.column("outcome")[~mine] == "met").any()
    assert not answer.rows.column("reachable")[mine].any()
