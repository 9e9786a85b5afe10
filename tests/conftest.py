"""What all tests share: one browser a worker (Chromium, by Playwright), and what they may do to the database."""

import os
from collections.abc import Iterator

import pytest
from django.core.management.commands import flush
from django.db import connection, connections
from playwright.sync_api import Browser, sync_playwright

from outturn.records import added_only

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session", autouse=True)
def emptying_is_allowed() -> Iterator[None]:
    """Between tests with transactions of their own Django empties every table, also those whose rows are only added."""
    handle = flush.Command.handle

    def lift_and_handle(self: flush.Command, **options: object) -> None:
        added_only.lift(connections[str(options["database"])])
        handle(self, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush.Command, "handle", lift_and_handle)
        yield


@pytest.fixture
def unguarded(db: None) -> None:
    """In this test rows may be changed: somebody has taken the rule away. The rollback brings it back."""
    added_only.lift(connection)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()
