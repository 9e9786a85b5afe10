"""The download of a list: every row that fits, in its order, safe to open in a spreadsheet."""

import csv
import io

import pytest
from django.http import QueryDict, StreamingHttpResponse

from outturn.core.report.say.orders import Order
from outturn.web.listing import download
from outturn.web.listing.download import download_rows
from outturn.web.listing.filters import Search
from outturn.web.listing.listing import Cell, Listing
from outturn.web.listing.sorts import By, Sort

from .conftest import Allotment

LISTING = Listing(
    noun="plot",
    columns=(),
    sorts=(Sort("old", Order("", "", ""), (By("id"),)), Sort("gap", Order("", "", ""), (By("kilos", down=True),))),
    filters=(Search(("name",), ""),),
    per_page=1,
    cells=(Cell("Plot", lambda row: row.name), Cell("Kilos", lambda row: row.kilos), Cell("Dug", lambda row: row.dug)),
)


def rows(response: StreamingHttpResponse) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def load(address: str, **more) -> StreamingHttpResponse:
    return download_rows(LISTING, Allotment.objects.all(), QueryDict(address), "plots", **more)


def test_it_holds_every_page_in_the_order_that_is_shown(plots):
    response = load("sort=gap&q=e&page=3")
    assert response["Content-Disposition"] == 'attachment; filename="plots.csv"'
    assert rows(response) == [
        ["Plot", "Kilos", "Dug"],
        ["Elder", "0", "2024-05-01"],
        ["Éire 100%_", "-3", ""],
        ["Cedar", "", ""],
    ]


def test_it_opens_as_utf8_and_nothing_of_it_runs(plots):
    Allotment.objects.filter(id=1).update(name="=cmd|' /C calc'!A1")
    Allotment.objects.filter(id=2).update(name="\u22121.3% since Oct 2024")
    response = load("")
    assert b"".join(response).startswith(b"\xef\xbb\xbfPlot")
    assert [row[0] for row in rows(load(""))][1:3] == ["'=cmd|' /C calc'!A1", "-1.3% since Oct 2024"]


@pytest.mark.parametrize("size", [1, 2, 3, 6, 7])
def test_what_hangs_on_the_rows_is_asked_for_together(plots, monkeypatch, size):
    monkeypatch.setattr(download, "AT_ONCE", size)
    seen: list[int] = []

    def present(some):
        seen.append(len(some))
        return some

    assert len(rows(load("", present=present))) == 7
    assert sum(seen) == 6
    assert max(seen) == min(size, 6)
