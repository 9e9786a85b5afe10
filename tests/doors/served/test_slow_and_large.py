"""Slow connections and large bodies do not stop the site, and no upload is read before it is known who sends it."""

import http.client
import socket
import time
from contextlib import ExitStack

import pytest

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("served")]  # one worker has the server

COOKIE = f"Cookie: csrftoken={'a' * 32}"  # with it, Django looks for the token in the body
FORM = "Content-Type: application/x-www-form-urlencoded"
HALF_A_FORM = f"POST /sign-in HTTP/1.1\r\nHost: localhost\r\n{COOKIE}\r\n{FORM}\r\nContent-Length: 900\r\n\r\na="
SLOW = {
    "nothing": "",
    "a head that does not end": "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    "a form that does not end": HALF_A_FORM,
}
MORE_THAN_THREADS = 60


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def status_of(port: int, path: str = "/sign-in") -> tuple[int, float]:
    started = time.perf_counter()
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    asked.request("GET", path)
    status = asked.getresponse().status
    asked.close()
    return status, time.perf_counter() - started


def send(port: int, head: str, body: bytes = b"") -> tuple[int, bytes]:
    """The status of what is answered, and the answer."""
    with connect(port) as sent:
        sent.sendall(head.encode())
        sent.sendall(body)
        answer = http.client.HTTPResponse(sent)
        answer.begin()
        return answer.status, answer.read()


@pytest.mark.parametrize("slow", SLOW)
def test_slow_connections_do_not_keep_others_waiting(port, slow):
    with ExitStack() as open_:
        for _ in range(MORE_THAN_THREADS):
            open_.enter_context(connect(port)).sendall(SLOW[slow].encode())
        time.sleep(0.5)
        answers = [status_of(port) for _ in range(5)]
    assert [status for status, _ in answers] == [200] * 5
    assert max(seconds for _, seconds in answers) < 5


def test_slow_readers_do_not_keep_others_waiting(port):
    with ExitStack() as open_:
        for _ in range(MORE_THAN_THREADS):
            reader = open_.enter_context(socket.socket())
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            reader.connect(("127.0.0.1", port))
            reader.sendall(b"GET /static/nhsuk/nhsuk-frontend.min.css HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(0.5)
        status, seconds = status_of(port)
    assert status == 200
    assert seconds < 5


def test_a_strangers_upload_is_turned_away_and_never_lies_on_the_disk(port, scratch):
    megabytes = 200
    kind = "Content-Type: multipart/form-data; boundary=b"
    part = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n'
    largest = 0
    with connect(port) as sent:
        length = len(part) + megabytes * 2**20
        head = (
            f"POST /data/bring-in HTTP/1.1\r\nHost: localhost\r\n{COOKIE}\r\n{kind}\r\nContent-Length: {length}\r\n\r\n"
        )
        sent.sendall(head.encode() + part)
        for _ in range(megabytes):
            sent.sendall(b"x" * 2**20)
            largest = max(largest, sum(path.stat().st_size for path in scratch.rglob("*")))
        answer = http.client.HTTPResponse(sent)
        answer.begin()
    assert answer.status == 302
    assert answer.headers["Location"].startswith("/sign-in")
    assert largest == 0


def test_a_form_that_is_too_large_is_not_read_and_says_what_may_be_sent(port):
    head = f"POST /sign-in HTTP/1.1\r\nHost: localhost\r\n{COOKIE}\r\n{FORM}\r\nContent-Length: {2**20}\r\n\r\n"
    status, body = send(port, head, b"x" * 2**20)
    assert status == 413
    assert b"At most 256 KB can be sent here at once." in body


def test_a_body_of_unknown_length_ends_where_a_form_does(port):
    head = f"POST /sign-in HTTP/1.1\r\nHost: localhost\r\n{FORM}\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
    status, body = send(port, head, chunk * 3)
    assert status == 411
    assert body == b"What you sent does not say how long it is. Send it with a Content-Length."


def test_a_form_arrives_whole(port):
    """Small and just larger than small: read before a thread is taken, and after."""
    for length in (1000, 64 * 1024 + 1000):
        head = f"POST /sign-in HTTP/1.1\r\nHost: localhost\r\n{FORM}\r\nContent-Length: {length}\r\n\r\n"
        status, body = send(port, head, b"a=" + b"x" * (length - 2))
        assert (status, b"keeps no cookies" in body) == (403, True)
