"""A small table of its own, made in the transaction of each test: allotments, some without a date or a yield."""

from datetime import date
from typing import Any

import pytest
from django.db import connection, models
from django.http import QueryDict
from django.utils.http import urlencode

from outturn.web.listing.listing import Listing
from outturn.web.listing.showing import Listed, list_rows


class Allotment(models.Model):
    name = models.CharField(max_length=50)
    parish = models.CharField(max_length=50)
    crop = models.CharField(max_length=50, null=True)
    kilos = models.IntegerField(null=True)
    dug = models.DateField(null=True)

    class Meta:
        app_label = "tests"
        db_table = "allotment"
        managed = False


TABLE = "CREATE TABLE allotment (id integer PRIMARY KEY, name text, parish text, crop text, kilos integer, dug date)"
ROWS = [
    ("Ash", "Oadby", "peas", 12, date(2024, 3, 1)),
    ("birch", "Oadby", "peas", 7, date(2024, 3, 2)),
    ("Cedar", "Wigston", "beans", None, None),
    ("Dogwood", "Wigston", "peas", 12, date(2024, 4, 30)),
    ("Elder", "Countesthorpe", None, 0, date(2024, 5, 1)),
    ("Éire 100%_", "Countesthorpe", "beans", -3, None),
]


@pytest.fixture
def plots(db: None) -> type[Allotment]:
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    names = ("name", "parish", "crop", "kilos", "dug")
    Allotment.objects.bulk_create(
        Allotment(id=number, **dict(zip(names, row, strict=True))) for number, row in enumerate(ROWS, 1)
    )
    return Allotment


def to(**query: Any) -> str:
    kept = {word: value for word, value in query.items() if value not in ("", [], None)}
    return f"/plots?{urlencode(kept, doseq=True)}" if kept else "/plots"


def ask(listing: Listing, address: str, rows: models.QuerySet[Allotment] | None = None) -> Listed[Allotment]:
    return list_rows(listing, Allotment.objects.all() if rows is None else rows, QueryDict(address), to)


def names(listed: Listed[Allotment]) -> list[str]:
    return [row.name.split()[0] for row in listed.rows]
