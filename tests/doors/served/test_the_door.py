"""Between granian and Django: what a request becomes, and how long its body may take."""

import asyncio
import subprocess
import sys
from types import SimpleNamespace

import pytest
from sample_system import surroundings

from outturn.config import door


class Headers:
    def __init__(self, pairs):
        self.pairs = pairs

    def items(self):
        return self.pairs


def scope(**more):
    given = {
        "proto": "http",
        "method": "POST",
        "path": "/a/é",
        "query_string": "q=%41",
        "http_version": "1.1",
        "scheme": "http",
        "server": "127.0.0.1:8000",
        "client": "192.0.2.1:50000",
        "headers": Headers([]),
    }
    return SimpleNamespace(**given | more)


class Proto:
    """A connection that brings its pieces, and waits `pause` seconds before the last."""

    def __init__(self, *pieces, pause=0.0):
        self.pieces, self.pause, self.answer, self.taken = pieces, pause, None, 0

    async def __aiter__(self):
        for number, piece in enumerate(self.pieces):
            if number == len(self.pieces) - 1:
                await asyncio.sleep(self.pause)
            self.taken += len(piece)
            yield piece

    def response_bytes(self, status, headers, body):
        self.answer = (status, dict(headers), body)


def echo(environ, start_response):
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [body]


def unread(environ, start_response):
    start_response("302 Found", [("Location", "/")])
    return [b""]


def forgiving(environ, start_response):
    """As Django does: a stream that breaks off is an answer of its own."""
    try:
        return echo(environ, start_response)
    except OSError:
        start_response("403 Forbidden", [])
        return [b""]


def ask(proto, django=echo, **more):
    asyncio.run(door.Door(django).__rsgi__(scope(**more), proto))
    return proto.answer


def length(number):
    return Headers([("content-length", str(number))])


def test_a_request_becomes_what_wsgi_asks_for():
    pairs = [
        ("host", "a"),
        ("cookie", "a=1"),
        ("cookie", "b=2"),
        ("accept", "x"),
        ("accept", "y"),
        ("content-type", "t"),
    ]
    environ = door.environ_of(scope(headers=Headers(pairs), client="[2001:db8::1]:50000"))
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/a/é"
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["HTTP_ACCEPT"] == "x,y"
    assert environ["CONTENT_TYPE"] == "t"
    assert environ["REMOTE_ADDR"] == "2001:db8::1"
    assert (environ["SERVER_NAME"], environ["SERVER_PORT"]) == ("127.0.0.1", "8000")


def test_a_header_with_an_underscore_does_not_pass_for_another():
    environ = door.environ_of(scope(headers=Headers([("x_forwarded_for", "203.0.113.5")])))
    assert "HTTP_X_FORWARDED_FOR" not in environ


@pytest.mark.parametrize("size", [0, 5, door.SMALL, door.SMALL + 1, 300_000])
def test_a_body_arrives_whole(size):
    body = b"x" * size
    status, _, answer = ask(Proto(body[:100], body[100:]), headers=length(size))
    assert (status, answer) == (200, body)


def test_a_small_body_that_is_slow_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(door, "SMALL_SECONDS", 0.05)
    status, _, answer = ask(Proto(b"a", b"b", pause=5), headers=length(2))
    assert status == 408
    assert b"took too long to arrive" in answer


def test_a_large_body_that_is_slow_frees_its_thread(monkeypatch):
    monkeypatch.setattr(door, "LARGE_SECONDS", 0.05)
    status, _, answer = ask(Proto(b"a", b"b", pause=5), forgiving, headers=length(door.SMALL + 1))
    assert status == 408
    assert b"took too long to arrive" in answer


@pytest.mark.parametrize("size", [10, door.SMALL + 1])
def test_half_a_form_does_not_pass_for_a_form(size):
    status, _, answer = ask(Proto(b"a=1"), forgiving, headers=length(size))
    assert status == 400
    assert b"Only a part" in answer


def test_a_body_that_nobody_reads_is_thrown_away_before_the_answer():
    """Browsers show an answer only when all is sent."""
    proto = Proto(b"x" * 100_000, b"x" * 100_000)
    assert ask(proto, unread, headers=length(200_000))[0] == 302
    assert proto.taken == 200_000


def test_throwing_away_ends(monkeypatch):
    monkeypatch.setattr(door, "LINGER", 0.05)
    assert ask(Proto(b"x", b"x", pause=5), unread, headers=length(200_000))[0] == 302


def test_more_than_can_wait_are_asked_to_come_back():
    full = door.Door(echo)
    full.inside = door.THREADS + door.WAITING
    proto = Proto(b"")
    asyncio.run(full.__rsgi__(scope(), proto))
    assert proto.answer[0] == 503


@pytest.mark.outside
@pytest.mark.parametrize(("module", "seconds"), [("outturn.config.door", "25"), ("django", "600")])
def test_a_page_waits_less_long_for_the_database_than_a_command(tmp_path, module, seconds):
    program = f"import {module}\nfrom django.conf import settings\nprint(settings.OUTTURN_DATABASE_SECONDS)"
    around = surroundings(tmp_path) | {"DJANGO_SETTINGS_MODULE": "outturn.config.settings"}
    around.pop("OUTTURN_DATABASE_SECONDS", None)
    told = subprocess.run([sys.executable, "-W", "ignore", "-c", program], env=around, capture_output=True, text=True)
    assert told.stdout.strip() == seconds, told.stderr
