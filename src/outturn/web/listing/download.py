"""A list as CSV: all rows that fit, in the order that is shown, sent as they are read."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict, StreamingHttpResponse

from outturn.core.formulas import guard_formula
from outturn.web.listing.listing import Listing
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
    found = sort_rows(rows, listing.read(query)).iterator(AT_ONCE)
    read = (row for some in split_rows(found) for row in present(some))
    lines = ([cell.value(row) for cell in listing.cells] for row in read)
    return send_csv(name, [cell.title for cell in listing.cells], lines)


def send_csv(name: str, titles: Sequence[str], lines: Iterable[Iterable[object]]) -> StreamingHttpResponse:
    """Sent as it is written. None is an empty cell."""
    response = StreamingHttpResponse(write_lines(titles, lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def write_lines(titles: Sequence[str], lines: Iterable[Iterable[object]]) -> Iterator[str]:
    writer = csv.writer(Line(), lineterminator="\r\n")
    yield MARK + writer.writerow(titles)
    for line in lines:
        yield writer.writerow([as_text(cell) for cell in line])


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
