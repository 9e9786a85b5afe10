"""What a reader is told when the database is busy, gone, full or empty: what is so, without asking it."""

import sqlite3

import psycopg
import pytest
from django.db import DataError, IntegrityError, InterfaceError, OperationalError, ProgrammingError, connection
from doors.web.reading import read

from outturn.records import faults
from outturn.records.faults import Kind


def arisen(problem: Exception, cause: Exception) -> Exception:
    """As Django raises it: from what the driver said."""
    problem.__cause__ = cause
    return problem


def by_sqlite(name: str, words: str = "said") -> Exception:
    cause = sqlite3.OperationalError(words)
    cause.sqlite_errorname = name
    return arisen(OperationalError(words), cause)


def by_postgresql(state: str | None, words: str = "said", kind: type[Exception] = OperationalError) -> Exception:
    driver = psycopg.InterfaceError if kind is InterfaceError else psycopg.OperationalError
    cause = psycopg.errors.lookup(state)(words) if state else driver(words)
    return arisen(kind(words), cause)


SQLITE = [
    ("SQLITE_BUSY", Kind.BUSY),
    ("SQLITE_BUSY_SNAPSHOT", Kind.BUSY),
    ("SQLITE_FULL", Kind.FULL),
    ("SQLITE_IOERR_WRITE", Kind.DISK),
    ("SQLITE_READONLY", Kind.READ_ONLY),
    ("SQLITE_CANTOPEN", Kind.UNOPENED),
    ("SQLITE_CORRUPT", Kind.DAMAGED),
    ("SQLITE_CONSTRAINT_UNIQUE", None),
]
POSTGRESQL = [
    ("55P03", "", Kind.BUSY),
    ("40P01", "", Kind.BUSY),
    ("57014", "", Kind.SLOW),
    ("53100", "", Kind.FULL),
    ("58030", "", Kind.DISK),
    ("53300", "", Kind.CROWDED),
    ("25006", "", Kind.READ_ONLY),
    ("57P01", "", Kind.GONE),
    ("57P03", "", Kind.GONE),
    ("08006", "", Kind.GONE),
    ("28P01", "", Kind.REFUSED),
    ("3D000", "", Kind.REFUSED),
    (None, "connection refused", Kind.GONE),
    (None, 'password authentication failed for user "ada"', Kind.REFUSED),
    (None, 'database "outturn" does not exist', Kind.REFUSED),
    (None, "sorry, too many clients already", Kind.CROWDED),
]


@pytest.mark.parametrize(("name", "kind"), SQLITE)
def test_what_sqlite_says_is_understood(name, kind):
    fault = faults.explain(by_sqlite(name))
    assert (fault.kind if fault else None) == kind


@pytest.mark.parametrize(("state", "words", "kind"), POSTGRESQL)
def test_what_postgresql_says_is_understood(state, words, kind):
    fault = faults.explain(by_postgresql(state, words))
    assert fault and fault.kind == kind


def test_a_connection_that_is_closed_is_gone():
    assert faults.explain(by_postgresql(None, "the connection is closed", InterfaceError)).kind == Kind.GONE


@pytest.mark.parametrize("problem", [DataError, IntegrityError, ProgrammingError])
def test_faults_of_the_program_are_not_blamed_on_the_database(problem):
    assert faults.explain(by_postgresql("22001", kind=problem)) is None
    assert faults.explain(ValueError("x")) is None


def test_a_full_disk_is_known_when_it_is_not_the_database_that_finds_it(db):
    assert faults.explain(OSError(28, "No space left on device")).kind == Kind.FULL
    assert faults.explain(OSError(2, "No such file or directory")) is None


def test_every_kind_has_its_sentences_or_brings_its_own():
    assert set(Kind) - set(faults.SENTENCES) == {Kind.STOPPED}


@pytest.mark.parametrize("kind", faults.SENTENCES)
def test_every_kind_has_both_sentences_and_names_no_secret(kind):
    reader, operator = faults.SENTENCES[kind]
    assert reader.endswith(".")
    assert "{" not in reader, "a reader is told no file or host"
    assert "init" not in operator or kind in (Kind.EMPTY, Kind.OTHER_VERSION)


@pytest.fixture
def broken(reader, monkeypatch):
    """A page whose every question to the database fails as given."""

    def ask(problem: Exception):
        def fail(*args, **more):
            raise problem

        monkeypatch.setattr("outturn.web.today.views.present", fail)
        monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", fail)
        reader.cookies["sessionid"] = "somebody"
        reader.raise_request_exception = False
        return reader.get("/")

    return ask


@pytest.mark.parametrize(
    ("name", "words", "wait"),
    [("SQLITE_BUSY", "Wait ten seconds", "10"), ("SQLITE_FULL", "disk of the site is full", "60")],
)
def test_the_page_says_what_is_so_and_asks_to_come_back(broken, name, words, wait):
    response = broken(by_sqlite(name, "secret detail"))
    assert response.status_code == 503
    assert response["Retry-After"] == wait
    assert words in read(response).words
    assert "secret detail" not in response.content.decode()


def test_an_empty_database_is_told_from_one_of_another_version(broken, monkeypatch):
    monkeypatch.setattr(connection, "close", lambda: None)  # the test's own transaction is on it
    missing = by_sqlite("SQLITE_ERROR", "no such table: observations_release")
    assert "made by another version" in read(broken(missing)).words
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert "not set up yet" in read(broken(missing)).words
