"""Many at once: the same asked once, too many told so, the slow ended, the gone dropped."""

import concurrent.futures
import time

import pytest

from .running import raw, until

RAID = "/api/v1/answers/raid"


def nap(seconds: str, position: str = "us") -> str:
    """An address whose answer takes so long."""
    return f"{RAID}?p={position}&o=sizes={seconds}"


def test_the_same_asked_at_once_is_done_once(stand_in):
    client = stand_in()
    client.get(nap("0"))
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        found = list(pool.map(client.get, [nap("0.4")] * 8))
    assert {one.status_code for one in found} == {200}
    assert len({one.content for one in found}) == 1  # it says when it was made


def test_positions_are_kept_one_by_one(stand_in):
    client = stand_in()
    us = client.get(nap("0.01", "us")).json()["answers"][0]
    both = client.get(f"{RAID}?p=russia&p=us&o=sizes=0.01").json()["answers"]
    assert both[1] == us and both[0]["position"] == "russia"
    assert client.get(f"{RAID}?p=us&o=sizes=0.01").json()["answers"][0] == us
    assert client.get(f"{RAID}?p=us&o=sizes=0.02").json()["answers"][0] != us


def test_a_request_has_a_deadline_as_a_whole(stand_in):
    client = stand_in(whole_s=1.0)
    client.get(nap("0"))
    curve = "/api/v1/curves/raid?parameter=interceptors.gbi-2.number&points=41"
    for path in (f"{curve}&p=us&p=russia", f"{RAID}?p=us&p=russia&p=independent&o=sizes=0.6"):
        began = time.monotonic()
        reply = client.get(path)
        error = reply.json()["error"]
        assert 0.9 < time.monotonic() - began < 6.0
        assert reply.status_code == 503 == error["status"] and error["kind"] == "TooLong"
        assert reply.headers["retry-after"] == "10" and "within 1 s" in error["what"]
        assert "run: twoplustwo ask raid -p us" in error["fix"]
    until(lambda: client.service.computing.quick.waiting == 0)
    assert client.get(nap("0.02")).status_code == 200


def test_past_the_deadline(stand_in):
    client = stand_in(quick_s=0.5)
    reply = client.get(nap("30"))
    error = reply.json()["error"]
    assert reply.status_code == 422 and error["kind"] == "TooLong"
    assert error["what"] == "takes longer than 0.5 s here"
    assert error["fix"] == "run: twoplustwo ask raid -p us -o sizes=30"
    assert client.get(nap("0")).status_code == 200  # it is back


@pytest.mark.parametrize(
    "word, status, kind, said",
    [
        ("memory", 422, "TooLarge", "needs more memory"),
        ("die", 422, "Ended", "ended before it had an answer"),
        ("fault", 500, "Fault", "ZeroDivisionError"),
    ],
)
def test_what_goes_wrong_in_the_process(stand_in, word, status, kind, said):
    client = stand_in()
    error = client.get(nap(word)).json()["error"]
    assert (error["status"], error["kind"]) == (status, kind) and said in error["what"]
    assert "twoplustwo ask raid" in error["fix"] or "report" in error["fix"]
    assert client.get(nap("0")).status_code == 200


def test_too_many_are_told_when_to_come_back(stand_in):
    client = stand_in(waiting=2)
    client.get(nap("0"))
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        found = list(pool.map(client.get, [nap(f"0.{i}5") for i in range(3, 9)]))
    busy = [one for one in found if one.status_code == 429]
    assert len(busy) == 3 and {one.status_code for one in found} == {200, 429}
    error = busy[0].json()["error"]
    assert error["kind"] == "Busy" and error["why"] == "at most 2 may wait"
    assert error["what"] == "too many questions wait already"
    assert error["fix"].startswith("ask again in a moment, or run: twoplustwo ask")
    assert int(busy[0].headers["retry-after"]) > 0


def test_answers_come_before_the_points_of_a_curve(stand_in):
    client = stand_in()
    client.get(nap("0"))
    curve = "/api/v1/curves/raid?p=us&parameter=interceptors.gbi-2.number&points=41"
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        going = pool.submit(client.get, curve)
        time.sleep(0.3)
        assert client.get(nap("0.01")).status_code == 200
        assert not going.done()
        drawn = going.result().json()
    assert len(drawn["x"]) == 41 == len(drawn["series"][0]["columns"]["p_no_leaker"])
    assert drawn["x"] == sorted(drawn["x"]) and drawn["unit"] == "1"


def test_who_goes_away_is_waited_for_no_longer(stand_in):
    client = stand_in()
    client.get(nap("0"))
    quick = client.service.computing.quick
    busy = raw(client.port, f"GET {nap('1.2')} HTTP/1.1\r\nHost: x\r\n\r\n")
    time.sleep(0.1)
    leaving = [
        raw(client.port, f"GET {nap(f'9.{i}')} HTTP/1.1\r\nHost: x\r\n\r\n") for i in range(5)
    ]
    until(lambda: quick.waiting == 5)
    for one in leaving:
        one.close()
    until(lambda: quick.waiting == 0)
    began = time.monotonic()
    assert client.get(nap("0.03")).status_code == 200
    assert time.monotonic() - began < 9.0  # none of the naps of nine seconds was taken
    assert b"200 OK" in busy.recv(4096)
    busy.close()


def test_who_goes_away_from_a_curve_leaves_no_points(stand_in):
    client = stand_in()
    client.get(nap("0"))
    curve = "/api/v1/curves/raid?parameter=interceptors.gbi-2.number&points=41"
    gone = raw(client.port, f"GET {curve} HTTP/1.1\r\nHost: x\r\n\r\n")
    time.sleep(0.4)
    gone.close()
    time.sleep(0.3)
    kept = len(client.service.computing.kept)
    time.sleep(0.4)
    assert len(client.service.computing.kept) == kept < 41


def test_an_analysis_holds_up_no_question_and_no_question_an_analysis(stand_in):
    client = stand_in()
    about = "/api/v1/why/raid?p=us&p=russia"
    client.get(nap("0")), client.get(f"{about}&as_of=2008")
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        going = pool.submit(client.get, nap("4"))
        time.sleep(0.1)
        assert client.get(about).json()["answers"] == [{"question": "divergence"}]
        assert not going.done()


def test_the_first_questions_are_asked_by_the_server_itself(stand_in):
    client = stand_in(warming=True)
    asked = client.get(f"{RAID}?p=us").json()["answers"][0]  # comes before the rest
    assert client.get("/api/v1/health").json() == {"ok": True, "ready": False, "rested": False}
    until(lambda: client.get("/api/v1/health").json()["ready"], 30)
    everybody = client.get(RAID).json()["answers"]
    assert everybody[2] == asked
    again = client.get(RAID).json()["answers"]
    assert again == everybody and max(one["at"] for one in everybody) < time.monotonic_ns()


def test_a_new_machine_has_time_to_compile_once(stand_in):
    client = stand_in(quick_s=0.3, startup_grace_s=4.0)
    assert client.get(nap("0.8")).status_code == 200  # all is young
    assert client.get(nap("30")).json()["error"]["kind"] == "TooLong"
    began = time.monotonic()
    assert client.get(nap("20")).json()["error"]["kind"] == "TooLong"
    assert time.monotonic() - began < 15.0  # the next process is not; it would have taken 20 s
