"""What is wrong with the database or its disk, in words: one sentence for readers of the site, one for its operator."""

import errno
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from django.db import DatabaseError, InterfaceError, connection


class Kind(StrEnum):
    BUSY = "busy"
    SLOW = "slow"
    FULL = "full"
    GONE = "gone"
    CROWDED = "crowded"
    REFUSED = "refused"
    READ_ONLY = "read only"
    UNOPENED = "cannot be opened"
    DAMAGED = "damaged"
    EMPTY = "without tables"
    OTHER_VERSION = "of another version"


@dataclass(frozen=True)
class Fault:
    """`reader`: for a page. `operator`: for the command line; it may name files and hosts."""

    kind: Kind
    reader: str
    operator: str


TOLD = "Tell the administrator of this site."
NOT_KEPT = "Nothing you sent was kept in part."
SENTENCES: dict[Kind, tuple[str, str]] = {
    Kind.BUSY: (
        f"Something large is being recorded, or two people saved at once. {NOT_KEPT} Wait ten seconds and try again.",
        "The database is locked: another program is writing to {where}. Nothing was changed. Try again when it is done.",
    ),
    Kind.SLOW: (
        f"What you asked for took the database too long and was stopped. {NOT_KEPT} Try again when the site is quieter.",
        "The database needed longer than it may take for one statement, and was stopped. Nothing was changed. Try again, "
        "or allow more: OUTTURN_DATABASE_SECONDS.",
    ),
    Kind.FULL: (
        f"The disk of the site is full. {NOT_KEPT} {TOLD}",
        "The disk is full ({where}). Nothing was changed. Free some space and run the command again.",
    ),
    Kind.GONE: (
        "The database of the site does not answer. If you sent something, look whether it is there before you send it "
        "again. Try again in a minute.",
        "The database does not answer ({where}). Start it, or correct DATABASE_URL; then look with 'outturn status' "
        "whether the last command had its effect.",
    ),
    Kind.CROWDED: (
        f"The database of the site has no connection free. {NOT_KEPT} Try again in a minute.",
        "The database has no connection free ({where}). Nothing was changed. Raise its max_connections, or stop a program.",
    ),
    Kind.REFUSED: (
        f"The database of the site lets nobody in. {TOLD}",
        "The database refuses the connection ({where}): {said}. Correct DATABASE_URL.",
    ),
    Kind.READ_ONLY: (
        f"The database of the site cannot be written to just now. {NOT_KEPT} {TOLD}",
        "The database cannot be written to ({where}). Nothing was changed. Give this user the right to write to the file "
        "and its folder.",
    ),
    Kind.UNOPENED: (
        f"The database of the site cannot be opened. {NOT_KEPT} {TOLD}",
        "The database cannot be opened ({where}). Look whether the folder is there and this user may read and write it.",
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
    (("SQLITE_FULL", "SQLITE_IOERR"), Kind.FULL),
    (("SQLITE_READONLY",), Kind.READ_ONLY),
    (("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"), Kind.UNOPENED),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"), Kind.DAMAGED),
)
"""Beginnings of SQLite's names. A disk that fills while the log is written is an input-output error to it."""

POSTGRESQL = (
    (("55P03", "40P01", "40001"), Kind.BUSY),
    (("57014",), Kind.SLOW),
    (("53100", "58030"), Kind.FULL),
    (("53300",), Kind.CROWDED),
    (("28", "3D000"), Kind.REFUSED),
    (("25006",), Kind.READ_ONLY),
    (("XX001", "XX002"), Kind.DAMAGED),
    (("57P", "08"), Kind.GONE),
)
"""Beginnings of SQLSTATE codes (PostgreSQL's manual, appendix A)."""

MISSING = ("no such table", "no such column", "has no column named")
FULL_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def explain(problem: BaseException | None) -> Fault | None:
    """What is wrong, if it is the database or its disk; None for faults of the program."""
    for each in _chain(problem):
        if kind := _kind(each):
            return _told(kind, each)
    return None


def _chain(problem: BaseException | None):
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
    return _of_postgresql(problem, cause)


def _of_sqlite(cause: sqlite3.Error) -> Kind | None:
    name = getattr(cause, "sqlite_errorname", "")
    if name == "SQLITE_ERROR" and any(words in str(cause) for words in MISSING):
        return _of_tables()
    return next((kind for names, kind in SQLITE if name.startswith(names)), None)


def _of_postgresql(problem: Exception, cause: BaseException | None) -> Kind | None:
    state = getattr(cause, "sqlstate", None)
    if state in ("42P01", "42703"):
        return _of_tables()
    if state:
        return next((kind for codes, kind in POSTGRESQL if state.startswith(codes)), None)
    words = str(problem)
    if "authentication failed" in words or "does not exist" in words:
        return Kind.REFUSED
    return Kind.CROWDED if "too many clients" in words else Kind.GONE


def _of_tables() -> Kind:
    """Nothing was ever made, or what was made is older or newer than the program."""
    connection.close()  # what failed may hold a transaction that answers nothing more
    try:
        return Kind.OTHER_VERSION if "django_migrations" in connection.introspection.table_names() else Kind.EMPTY
    except DatabaseError:
        return Kind.GONE


def _told(kind: Kind, problem: BaseException) -> Fault:
    reader, operator = SENTENCES[kind]
    first_line = str(problem).strip().split("\n")[0].rstrip(".")
    return Fault(kind, reader, operator.format(where=_where(), said=first_line))


def _where() -> str:
    """The file, or the database and its host; never a password."""
    known = connection.settings_dict
    host = f" at {known['HOST']}" if known.get("HOST") else ""
    return f"{connection.vendor}, {known['NAME']}{host}"
