"""Clients that dawdle, send what is no HTTP, or ask for what is not there."""

import contextlib
import socket
import time

import pytest

from .running import Running, heard, raw


def test_a_request_that_does_not_arrive_loses_its_connection(stand_in):
    client = stand_in(head_s=0.5)
    slow = raw(client.port, "GET /api/v1/health HTTP/1.1\r\nHo")
    silent = raw(client.port, "")
    began = time.monotonic()
    assert client.get("/api/v1/health").json() == {"ok": True, "ready": False, "rested": False}
    for one in (slow, silent):
        with _closed():
            heard(one)
    assert 0.3 < time.monotonic() - began < 8.0


def test_one_letter_at_a_time_is_not_patience_enough(stand_in):
    client = stand_in(head_s=0.5)
    slow = raw(client.port, "GET /api/v1/health HTTP/1.1\r\n")
    with pytest.raises(OSError):
        for _ in range(40):
            slow.sendall(b"X-Slow: 1\r\n")
            time.sleep(0.1)


def test_an_answer_that_is_not_taken_loses_its_connection(stand_in):
    client = stand_in(send_s=0.5)
    lazy = socket.socket()
    lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    lazy.connect(("127.0.0.1", client.port))
    ask = "GET /api/v1/borders/countries-50m HTTP/1.1\r\nHost: x\r\n\r\n"
    lazy.sendall(ask.encode() * 20)
    server = client.server.server_state
    time.sleep(0.2)
    before = len(server.connections)
    assert client.get("/api/v1/health").status_code == 200  # nobody else waits
    time.sleep(1.5)
    assert len(server.connections) < before + 1 and before >= 1
    with _closed():
        heard(lazy)


def test_a_kept_connection_takes_one_request_after_the_other(stand_in):
    client = stand_in(head_s=0.5)
    ask = "GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n"
    one = raw(client.port, ask)
    time.sleep(1.0)  # longer than a request may take to arrive: between requests is no request
    one.sendall(ask.encode() + ask.replace("x\r\n", "x\r\nConnection: close\r\n").encode())
    assert heard(one).count(b"200 OK") == 3


@pytest.mark.parametrize(
    "sent",
    [
        "\x16\x03\x01\x02\x00\x01\x00\x01",
        "GET\r\n\r\n",
        "GET / HTTP/x\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_what_is_no_http(served: Running, sent: str):
    said = heard(raw(served.port, sent))
    head, _, body = said.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ") and b"application/json" in head
    assert b'"what":"this is no HTTP request that can be read"' in body
    assert served.get("/api/v1/health").status_code == 200


@pytest.mark.parametrize("head", ["Content-Length: 1000000000", "Transfer-Encoding: chunked"])
def test_a_body_is_not_waited_for(served: Running, head: str):
    said = heard(raw(served.port, f"POST /api/v1/look HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n"))
    assert said.startswith(b"HTTP/1.1 413 ") and b'"fix":"send no body"' in said


def test_an_upgrade_is_not_taken(served: Running):
    head = "Host: x\r\nConnection: upgrade, close\r\nUpgrade: websocket"
    said = heard(raw(served.port, f"GET /api/v1/health HTTP/1.1\r\n{head}\r\n\r\n"))
    assert said.startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "image/png;q=0.1", "nonsense"])
def test_whatever_is_accepted_json_is_sent(served: Running, accept: str):
    reply = served.get("/api/v1/health", headers={"accept": accept, "content-type": "text/x"})
    assert reply.headers["content-type"] == "application/json"


def _closed() -> contextlib.AbstractContextManager:
    """What is inside ends with the connection closed, politely or not."""
    return contextlib.suppress(ConnectionResetError, BrokenPipeError)


def test_a_small_answer_does_not_wait_for_more_to_send(served: Running):
    served.get("/api/v1/health")
    waits = []
    for _ in range(60):
        began = time.monotonic()
        served.get("/api/v1/health")
        waits.append(time.monotonic() - began)
    assert min(waits[30:]) < 0.03  # at first a system does not wait either
