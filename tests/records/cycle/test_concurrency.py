"""Releases get consecutive numbers under one lock, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from outturn.records.catalogue import actions as catalogue
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.observations import actions
from outturn.records.observations.models import Observation, Release
from outturn.sample.files import find_shipped_definitions

from ..conftest import ANALYST, noon, plain

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")


@pytest.mark.django_db(transaction=True)
def test_recordings_at_once_get_consecutive_numbers_and_lose_nothing():
    catalogue.load(files=collect_definitions(find_shipped_definitions()), by=ANALYST, at=noon(date(2024, 12, 1)))

    def one(month: str) -> int | None:
        try:
            return actions.record(
                files=[("a.csv", plain(("ae-4h-type1", f"{month}-24", "50%", "")))], by=ANALYST
            ).release
        finally:
            connection.close()

    with ThreadPoolExecutor(len(MONTHS)) as pool:
        numbers = list(pool.map(one, MONTHS))
    assert sorted(numbers) == list(range(1, len(MONTHS) + 1))
    assert Observation.objects.count() == len(MONTHS)
    dates = list(Release.objects.order_by("number").values_list("at", flat=True))
    assert dates == sorted(dates)
