"""The rows of a text file one by one, for files that a plain split into lines would misread; and what is broken."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from outturn.core.intake.limits import LONGEST_CELL, MOST_ROWS, Unreadable, check_size
from outturn.core.intake.rows_in_words import say_other_rows

BATCH = 20_000
QUOTES = "Double the quotation marks that stand inside a cell, or save the file again as CSV from a spreadsheet."


def batches(data: bytes, delimiter: str, first: int) -> Iterator[list[list[str]]]:
    """The rows from number `first` (from 0) on. Raises Unreadable, which names the row that is broken."""
    csv.field_size_limit(LONGEST_CELL)
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    read = 0
    batch: list[list[str]] = []
    try:
        for row in reader:
            read += 1
            if read > first:
                batch.append(row)
            if len(batch) == BATCH:
                check_size(min(read - first, MOST_ROWS + 1), 1)
                yield batch
                batch = []
    except csv.Error as error:
        raise explain_csv_error(error, read + 1) from None
    yield batch


def explain_csv_error(error: csv.Error, row: int) -> Unreadable:
    """What the reader of rows stumbled on, in the words of who typed it."""
    message_of_reader = str(error)
    if "field limit" in message_of_reader:
        message = f"A cell holds more than {LONGEST_CELL:,} characters, or a quotation mark in it is not closed."
        return Unreadable(message, "Shorten or close it, and save the file again.", row)
    if "end of data" in message_of_reader:
        return Unreadable("A quotation mark is opened and never closed.", QUOTES, row)
    if "expected after" in message_of_reader:
        return Unreadable("A quotation mark is closed in the middle of a cell.", QUOTES, row)
    return Unreadable(
        f"The row cannot be followed ({message_of_reader}).", "Save the file again as CSV from a spreadsheet.", row
    )


def refuse_unprintable(data: bytes, delimiter: str) -> None:
    """Raises Unreadable where rows hold NUL, which no text does."""
    if b"\0" not in data:
        return
    rows = (n for n, row in enumerate(split_records(data, delimiter), 1) if any("\0" in cell for cell in row))
    first_rows = list(islice(rows, 10_000))
    first = first_rows[0] if first_rows else None
    cure = f"Save the file again as CSV UTF-8 or as XLSX.{say_other_rows(first_rows)}"
    raise Unreadable("The row holds characters that are not text (NUL).", cure, first)


def split_records(data: bytes, delimiter: str) -> Iterator[list[str]]:
    for batch in batches(data, delimiter, 0):
        yield from batch
