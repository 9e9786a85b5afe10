"""A list as CSV: all rows that fit, in the order that is shown, sent as they are read."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict, StreamingHttpResponse

from outturn.core.formulas import guard_formula
from outturn.web.listing.listing import Cell, Listing
from outturn.web.listing.showing import Row, sort_rows

AT_ONCE = 500
MARK = "\ufeff"
"""Spreadsheets take a file without it for one of another alphabet."""


class Line:
    """What the csv writer writes to: it hands back what is written."""

    def write(self, text: str) -> str:
        return text


def download_rows(
    listing: Listing,
    rows: QuerySet[Row],
    query: QueryDict,
    name: str,
    present: Callable[[Sequence[Row]], Iterable[Any]] = lambda rows: rows,
) -> StreamingHttpResponse:
    """`present` makes of some hundred rows what the cells are read from: what hangs on them is asked for together."""
    found = sort_rows(rows, listing.read(query))
    response = StreamingHttpResponse(write_rows(listing.cells, found, present), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def write_rows(
    cells: Sequence[Cell], rows: QuerySet[Row], present: Callable[[Sequence[Row]], Iterable[Any]]
) -> Iterator[str]:
    writer = csv.writer(Line(), lineterminator="\r\n")
    yield MARK + writer.writerow([cell.title for cell in cells])
    for some in split_rows(rows.iterator(AT_ONCE)):
        for row in present(some):
            yield writer.writerow([as_text(cell.value(row)) for cell in cells])


def split_rows(rows: Iterator[Row]) -> Iterator[list[Row]]:
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) == AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def as_text(value: object) -> str:
    """Spreadsheets know a hyphen before a figure, and take a minus sign for a letter."""
    return "" if value is None else guard_formula(str(value).replace("\u2212", "-"))
