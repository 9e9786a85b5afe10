"""The sample system, built once through its own actions and laid into the database of each test that asks for it."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.test import Client

from outturn import render
from outturn.core.access import Actor, Grant
from outturn.records.accounts.actions import add_person
from outturn.sample import build

OPERATOR = Actor.with_roles("operator", "administrator")
ROOMS = ("audit", "sequence", "areas", "catalogue", "observations", "assessments", "commentary", "findings", "reports")


def kept_models() -> list[type[models.Model]]:
    return [model for room in ROOMS for model in apps.get_app_config(room).get_models()]


@pytest.fixture(scope="session")
def sample_rows(django_db_setup, django_db_blocker) -> dict[type[models.Model], list[models.Model]]:
    """Every row of the sample. Built in a transaction that is rolled back, so that other tests find nothing of it.

    Paper, slides and workbook have tests of their own: here a few bytes stand for them.
    """
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        for name in ("report.pdf", "annex.pdf", "report.pptx", "report.xlsx"):
            stand_in = replace(render.FORMATS[name], draw=lambda document: b"drawn elsewhere")
            patch.setitem(render.FORMATS, name, stand_in)
        build.everything(lambda words: nullcontext(), lambda words: None)
        rows = {model: list(model.objects.all()) for model in kept_models()}
        transaction.set_rollback(True)
    return rows


@pytest.fixture
def sample(db, sample_rows) -> None:
    for model, rows in sample_rows.items():
        model.objects.bulk_create(rows, batch_size=500)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(sample_rows)):
            cursor.execute(statement)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def reader(sample) -> Client:
    return Client()


@pytest.fixture
def signed_in(sample) -> Callable[[str], Client]:
    """A client for a person who holds one role."""

    def sign_in(role: str) -> Client:
        add_person(name=f"a {role}", password="correct horse battery", grants=[Grant(role)], by=OPERATOR)
        client = Client()
        client.post("/sign-in", {"username": f"a {role}", "password": "correct horse battery"})
        return client

    return sign_in
