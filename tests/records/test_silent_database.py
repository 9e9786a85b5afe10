"""A database that takes what is sent and never answers holds a thread for a bounded time (PostgreSQL)."""

import socket
import threading
import time
from contextlib import suppress

import pytest
from django.db import OperationalError, connection

from outturn.records import faults

ON_POSTGRESQL = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is a file: it is never silent")


class Proxy:
    """Passes on what comes, in both ways, until it falls silent: it still takes what is sent, and answers nothing."""

    def __init__(self, target: str) -> None:
        self.target, self.silent, self.open = target, False, []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            here, _ = self.door.accept()
            there = socket.socket(socket.AF_UNIX)
            there.connect(self.target)
            self.open += [here, there]
            for source, sink in ((here, there), (there, here)):
                threading.Thread(target=self.pass_on, args=(source, sink), daemon=True).start()

    def pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if not self.silent:
                    sink.sendall(data)


@pytest.fixture
def through(settings, monkeypatch):
    """A connection of the site through a proxy, that gives up after two seconds."""
    settings.OUTTURN_DATABASE_SECONDS = 1
    monkeypatch.setattr("outturn.config.postgresql.base.SILENT", 1)
    known = connection.settings_dict
    proxy = Proxy(f"{known['HOST']}/.s.PGSQL.5432")
    here = connection.copy()
    here.settings_dict = known | {"HOST": "127.0.0.1", "PORT": str(proxy.port)}
    yield here, proxy
    here.close()
    for each in proxy.open:
        each.shutdown(socket.SHUT_RDWR)
        each.close()


@ON_POSTGRESQL
def test_a_silent_database_is_given_up(through, django_db_blocker):
    here, proxy = through
    with django_db_blocker.unblock(), here.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
        proxy.silent = True
        started = time.monotonic()
        with pytest.raises(OperationalError, match="has not answered for 2 seconds") as silent:
            cursor.execute("SELECT 1")
    assert time.monotonic() - started < 4
    assert faults.explain(silent.value).kind is faults.Kind.GONE


@ON_POSTGRESQL
def test_a_database_that_is_silent_from_the_start_is_given_up(through, django_db_blocker):
    here, proxy = through
    here.settings_dict["OPTIONS"] = here.settings_dict["OPTIONS"] | {"connect_timeout": 2}
    proxy.silent = True
    started = time.monotonic()
    with django_db_blocker.unblock(), pytest.raises(OperationalError) as silent:
        here.ensure_connection()
    assert time.monotonic() - started < 5
    assert faults.explain(silent.value).kind is faults.Kind.GONE


@ON_POSTGRESQL
def test_a_statement_that_takes_too_long_is_ended_by_the_server(db, settings):
    with connection.cursor() as cursor, pytest.raises(OperationalError) as slow:
        cursor.execute("SET LOCAL statement_timeout = 50")
        cursor.execute("SELECT pg_sleep(5)")
    assert faults.explain(slow.value).kind is faults.Kind.SLOW


@ON_POSTGRESQL
def test_the_server_and_the_network_have_their_own_limits(db):
    with connection.cursor() as cursor:
        shown = {}
        for name in ("statement_timeout", "lock_timeout"):
            cursor.execute(f"SHOW {name}")
            shown[name] = cursor.fetchone()[0]
    assert shown == {"statement_timeout": "10min", "lock_timeout": "20s"}
    options = connection.settings_dict["OPTIONS"]
    assert options["keepalives"] == 1
    assert options["tcp_user_timeout"] <= 30_000
    assert connection.settings_dict["CONN_HEALTH_CHECKS"]
