"""Assessments that were kept as one text each are columns now, and say what they said: on every day, to every page."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from pydantic import TypeAdapter

from outturn.core.assess.result import Result
from outturn.records import added_only
from outturn.records.assessments import queries
from outturn.records.assessments.models import Assessment
from outturn.records.catalogue.models import Due, Entry
from outturn.records.observations import queries as observations

from ..conftest import noon

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [("assessments", "0003_act_is_set"), ("catalogue", "0003_act_is_set")]
AE = "ae-4h-type1"
ROW = ("act_id", "release", "entry__version__number", "entry__framework", "entry__indicator", "entry__area")


@pytest.fixture
def two_days(record) -> tuple:
    record((AE, "Sep-24", "56.1%", "57.3%"), (AE, "Oct-24", "55.0%", "57.3%"), at=noon(date(2024, 12, 2)))
    record((AE, "Oct-24", "56.7%", "56.3%"), accept=("restatement",), at=noon(date(2025, 1, 10)))
    return observations.moment(date(2024, 12, 31)), observations.moment()


def texts() -> list[dict]:
    """Every assessment as a row of before."""
    adapter = TypeAdapter(Result)
    rows = []
    for act, release, definitions, *key in Assessment.objects.order_by("id").values_list(*ROW):
        moment = replace(observations.moment_at(act), release=release)
        body = adapter.dump_json(queries.result(moment, *key)).decode()
        rows.append({"act_id": act, "release": release, "definitions": definitions, "body": body, "position": 0})
        rows[-1] |= dict(zip(("framework", "indicator", "area"), key, strict=True)) | {"rating": "x"}
    return rows


@pytest.fixture
def forward() -> Iterator:
    """The models as they were, on tables as they were; afterwards the tables are those of today again."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    yield lambda: MigrationExecutor(connection).migrate(leaves)
    MigrationExecutor(connection).migrate(leaves)
    added_only.lay_down(connection)


def go_back(rows: list[dict]):
    added_only.lift(connection)
    apps = MigrationExecutor(connection).migrate(BEFORE).apps
    kept = apps.get_model("assessments", "Assessment")
    kept.objects.bulk_create([kept(**row) for row in rows])
    return kept


def test_every_day_says_what_it_said(two_days, forward):
    said = [queries.results(moment) for moment in two_days]
    columns = list(Assessment.objects.order_by("act", "entry__place").values("worsening", "urgency_share", "restated"))
    entries = list(Entry.objects.order_by("place").values("place", "framework", "name", "name_order", "words"))
    due = Due.objects.count()
    go_back(texts())
    forward()
    assert [queries.results(moment) for moment in two_days] == said
    assert columns == list(
        Assessment.objects.order_by("act", "entry__place").values("worsening", "urgency_share", "restated")
    )
    assert entries == list(Entry.objects.order_by("place").values("place", "framework", "name", "name_order", "words"))
    assert Due.objects.count() == due > 0


def test_a_rating_kept_before_it_said_what_it_means_says_what_it_was_taken_to_mean(two_days, forward):
    rows = texts()
    for row in rows:
        body = json.loads(row["body"])
        del body["rating"]["means"]
        row["body"] = json.dumps(body)
    before = [[(result.key, result.rating.off, result.rating.on) for result in queries.results(m)] for m in two_days]
    go_back(rows)
    forward()
    assert before == [
        [(result.key, result.rating.off, result.rating.on) for result in queries.results(moment)] for moment in two_days
    ]
    assert set(Assessment.objects.values_list("means", flat=True)) >= {"adverse", "met"}


@pytest.mark.parametrize("body", ["", "{}", '{"framework": 1}'])
def test_a_text_that_could_not_be_read_still_says_so(two_days, forward, body):
    rows = texts()
    gone = [row for row in rows if row["indicator"] == AE]
    for row in gone:
        row["body"] = body
    go_back(rows)
    forward()
    result = queries.of_indicator(two_days[1], AE)[0]
    assert result.fault == queries.UNREADABLE
