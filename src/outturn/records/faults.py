"""What is wrong with the database or its disk, in words: one sentence for readers of the site, one for its operator."""

import errno
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import psycopg
from django.db import DatabaseError, InterfaceError, connection


class Kind(StrEnum):
    BUSY = "busy"
    SLOW = "slow"
    FULL = "full"
    DISK = "disk"
    GONE = "gone"
    CROWDED = "crowded"
    REFUSED = "refused"
    READ_ONLY = "read only"
    UNOPENED = "cannot be opened"
    DAMAGED = "damaged"
    EMPTY = "without tables"
    OTHER_VERSION = "of another version"
    STOPPED = "stopped"


class Stopped(Exception):
    """The machine does not allow it just now: its clock is wrong, a file is not as it was kept. The text says what and
    what to do, to readers and operators alike."""


@dataclass(frozen=True)
class Fault:
    """`reader`: for a page. `operator`: for the command line; it may name files and hosts."""

    kind: Kind
    reader: str
    operator: str


TOLD = "Tell the administrator of this site."
NOT_KEPT = "Nothing you sent was kept in part."
UNDONE = "What was under way was undone."
SENTENCES: dict[Kind, tuple[str, str]] = {
    Kind.BUSY: (
        f"Something large is being recorded, or two people saved at once. {NOT_KEPT} Wait ten seconds and try again.",
        "The database is locked: another program is writing to it ({where}). {undone} Try again when it is done.",
    ),
    Kind.SLOW: (
        f"What you asked for took the database too long and was stopped. {NOT_KEPT} Try again in a few minutes.",
        "The database took longer than OUTTURN_DATABASE_SECONDS allows. {undone} Try again, or set it higher.",
    ),
    Kind.FULL: (
        f"The disk of the site is full. {NOT_KEPT} {TOLD}",
        "The disk is full ({where}). {undone} Free some space and run the command again.",
    ),
    Kind.DISK: (
        f"The disk of the site is full, or fails. {NOT_KEPT} {TOLD}",
        "The disk of the database is full, or fails ({where}): {said}. {undone}",
    ),
    Kind.GONE: (
        "The database of the site does not answer. If you sent something, look whether it is there before you send it "
        "again. Try again in a minute.",
        "The database does not answer ({where}). Start it, or correct DATABASE_URL; then look with 'outturn status' "
        "whether the last command had its effect.",
    ),
    Kind.CROWDED: (
        f"The database of the site has no connection free. {NOT_KEPT} Try again in a minute.",
        "The database has no connection free ({where}). {undone} Stop a program, or raise max_connections.",
    ),
    Kind.REFUSED: (
        f"The database of the site lets nobody in. {TOLD}",
        "The database refuses the connection ({where}): {said}. Correct DATABASE_URL.",
    ),
    Kind.READ_ONLY: (
        f"The database of the site cannot be written to just now. {NOT_KEPT} {TOLD}",
        "The database cannot be written to ({where}). {undone} Let this user write to the file and its folder.",
    ),
    Kind.UNOPENED: (
        f"The database of the site cannot be opened. {NOT_KEPT} {TOLD}",
        "The database cannot be opened ({where}). Look whether its folder is there and open to this user.",
    ),
    Kind.DAMAGED: (
        f"The database of the site cannot be read. {NOT_KEPT} {TOLD}",
        "The database is damaged, or is none ({where}): {said}. Bring back the last back-up.",
    ),
    Kind.EMPTY: (
        f"This site is not set up yet: its database is empty. {TOLD}",
        "The database has no tables yet ({where}). Run: outturn init",
    ),
    Kind.OTHER_VERSION: (
        f"The database of this site was made by another version of it. {NOT_KEPT} {TOLD}",
        "The tables are of another version of Outturn ({where}). Make a back-up, then run: outturn init",
    ),
}

SQLITE = (
    (("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"), Kind.BUSY),
    (("SQLITE_FULL",), Kind.FULL),
    (("SQLITE_IOERR",), Kind.DISK),
    (("SQLITE_READONLY",), Kind.READ_ONLY),
    (("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"), Kind.UNOPENED),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"), Kind.DAMAGED),
)
"""Beginnings of SQLite's names for what went wrong."""

POSTGRESQL = (
    (("55P03", "40P01", "40001"), Kind.BUSY),
    (("57014",), Kind.SLOW),
    (("53100",), Kind.FULL),
    (("58030",), Kind.DISK),
    (("53300",), Kind.CROWDED),
    (("28", "3D000"), Kind.REFUSED),
    (("25006",), Kind.READ_ONLY),
    (("XX001", "XX002"), Kind.DAMAGED),
    (("57P", "08"), Kind.GONE),
)
"""Beginnings of SQLSTATE codes (PostgreSQL's manual, appendix A)."""

UNCODED = (
    ("authentication failed", Kind.REFUSED),
    ("does not exist", Kind.REFUSED),
    ("too many clients", Kind.CROWDED),
    ("remaining connection slots", Kind.CROWDED),
)
"""A connection that was not made has no code; everything else without one is a connection that was lost."""

MISSING = ("no such table", "no such column", "has no column named")
FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def explain(problem: BaseException | None) -> Fault | None:
    """What is wrong, if it is the database or its disk; None for faults of the program."""
    for each in _chain(problem):
        if isinstance(each, Stopped):
            return Fault(Kind.STOPPED, str(each), str(each))
        if kind := _kind(each):
            return _tell_fault(kind, each)
    return None


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    """The problem and what it arose from: Django wraps, and a session that was not saved only says that it is gone."""
    while problem is not None:
        yield problem
        problem = problem.__cause__ or problem.__context__


def _kind(problem: BaseException) -> Kind | None:
    if isinstance(problem, OSError):
        return Kind.FULL if problem.errno in FULL_DISK else None
    if not isinstance(problem, DatabaseError | InterfaceError):
        return None
    cause = problem.__cause__
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause)
    return _of_postgresql(cause) if isinstance(cause, psycopg.Error) else None


def _of_sqlite(cause: sqlite3.Error) -> Kind | None:
    name = getattr(cause, "sqlite_errorname", "")
    if name == "SQLITE_ERROR" and any(words in str(cause) for words in MISSING):
        return _of_tables()
    return next((kind for names, kind in SQLITE if name.startswith(names)), None)


def _of_postgresql(cause: psycopg.Error) -> Kind | None:
    if cause.sqlstate in ("42P01", "42703"):
        return _of_tables()
    if cause.sqlstate:
        return next((kind for codes, kind in POSTGRESQL if cause.sqlstate.startswith(codes)), None)
    if not isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
        return None
    return next((kind for words, kind in UNCODED if words in str(cause)), Kind.GONE)


def _of_tables() -> Kind:
    """Nothing was ever made, or what was made is older or newer than the program."""
    connection.close()  # what failed may hold a transaction that answers nothing more
    try:
        return Kind.OTHER_VERSION if "django_migrations" in connection.introspection.table_names() else Kind.EMPTY
    except DatabaseError:
        return Kind.GONE


def _tell_fault(kind: Kind, problem: BaseException) -> Fault:
    reader, operator = SENTENCES[kind]
    first_line = str(problem).strip().split("\n")[0].rstrip(".")
    return Fault(kind, reader, operator.format(where=_where(), said=first_line, undone=UNDONE))


def _where() -> str:
    """The file, or the database and its host; never a password."""
    known = connection.settings_dict
    host = f" at {known['HOST']}" if known.get("HOST") else ""
    return f"{connection.vendor}, {known['NAME']}{host}"
