"""Django's PostgreSQL, on connections that give up on a silent server.

The server ends a statement that takes too long, and TCP notices a machine that is gone; but a server or proxy that
takes what is sent and never answers would hold a thread for as long as it likes. So the wait has an end here.
"""

from types import SimpleNamespace
from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base

SILENT = 5
"""Seconds beyond what a statement may take, after which nothing is expected any more."""


LOOK_UP = 0.1
"""How often a wait looks up whether it was interrupted, in seconds: as psycopg does."""


class Connection(psycopg.Connection[Any]):
    """psycopg's own, with an end to every wait."""

    def wait(self, gen: Any, interval: float = LOOK_UP, timeout: float | None = None) -> Any:
        seconds = settings.OUTTURN_DATABASE_SECONDS + SILENT
        try:
            return super().wait(gen, interval, timeout or seconds)
        except psycopg.errors._WaitTimeout:
            if timeout:
                raise
            self.pgconn.finish()  # what it still has to say belongs to nobody
            raise psycopg.OperationalError(f"the server has not answered for {seconds} seconds") from None


class DatabaseWrapper(base.DatabaseWrapper):
    Database = SimpleNamespace(**{**vars(psycopg), "connect": Connection.connect})  # type: ignore[assignment]
