"""Bytes of a delimited text file to a sheet: encoding, delimiter, and the first rows, in which the heading stands."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from outturn.core.intake.limits import LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, Unreadable, check_columns
from outturn.core.intake.records import explain_csv_error, refuse_unprintable
from outturn.core.intake.sheet import HEAD_ROWS, Columns, Sheet
from outturn.core.intake.text_columns import read_columns

DELIMITERS = (",", ";", "\t", "|")
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
BLOCK = 1 << 20
MANY = 100
"""How many delimiters may stand in the quoted cells of a line, for each cell that is read."""
NO_TABLES = {
    b"%pdf": "a PDF",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
    b"{": "JSON",
}


@dataclass(frozen=True)
class TextSheet(Sheet):
    """`data`: UTF-8. `lines`: for each row of the head, how many lines of the file end with it."""

    data: bytes
    delimiter: str
    lines: tuple[int, ...]

    def columns(self, first: int, width: int, wanted: list[int]) -> Columns:
        return read_columns(self.data, self.delimiter, first, self.lines[first - 1], width, wanted)


def open_text(data: bytes) -> TextSheet:
    """The sheet of a text file. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file has {len(data) // 1_000_000:,} MB.", "Load it in parts of up to 100 MB.")
    for start, what in NO_TABLES.items():
        if data[:64].lstrip().lower().startswith(start):
            raise Unreadable(f"This is {what}, not a table of figures.", "Ask for the figures as CSV or XLSX.")
    data = as_utf8(data)
    if not data or data.isspace():
        raise Unreadable("The file is empty.", "Save it again from where it came.")
    delimiter = delimiter_of(data[:64_000].decode("utf-8", errors="ignore"))
    refuse_unprintable(data, delimiter)
    head, lines = head_of(data, delimiter)
    return TextSheet("", head, data, delimiter, lines)


def as_utf8(data: bytes) -> bytes:
    """UTF-8 with or without mark, UTF-16, or else Windows-1252, in which every British spreadsheet once saved."""
    if data.isascii() and b"\0" not in data:
        return data
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "") or guess_unmarked(data)
    if encoding.startswith("utf-8") and is_utf8(data):
        return data.removeprefix(codecs.BOM_UTF8)
    try:
        return recode(data, encoding if encoding.startswith("utf-16") else "cp1252")
    except UnicodeDecodeError:
        raise Unreadable("The file's characters cannot be read.", "Save it as CSV UTF-8.") from None


def is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in cut_in_blocks(data):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def recode(data: bytes, encoding: str) -> bytes:
    """A block at a time: as one text it would take four times its size."""
    decoder = codecs.getincrementaldecoder(encoding)()
    parts = [decoder.decode(block).encode() for block in cut_in_blocks(data)]
    return b"".join([*parts, decoder.decode(b"", final=True).encode()])


def cut_in_blocks(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    return (view[at : at + BLOCK] for at in range(0, len(view), BLOCK))


def guess_unmarked(data: bytes) -> str:
    """UTF-16 without a mark shows as a nought in every other byte."""
    sample = data[:2_000]
    if len(sample) >= 4 and sample[1::2].count(0) > len(sample) * 0.4:
        return "utf-16-le"
    if len(sample) >= 4 and sample[0::2].count(0) > len(sample) * 0.4:
        return "utf-16-be"
    return "utf-8"


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells, and into the most."""
    sample = text.rpartition("\n")[0] or text if len(text) > 60_000 else text
    return max(DELIMITERS, key=lambda delimiter: regularity(sample, delimiter))


def regularity(sample: str, delimiter: str) -> tuple[int, int]:
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in rows if len(row) > 1)
    except csv.Error:
        return (0, 0)
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (times, width)


def head_of(data: bytes, delimiter: str) -> tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """The first rows, and after how many lines each ends. Raises Unreadable, which names the row."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(narrow_lines(data, delimiter), delimiter=delimiter, strict=True)
    head: list[tuple[str, ...]] = []
    lines: list[int] = []
    try:
        for row in islice(reader, HEAD_ROWS):
            check_columns(len(row))
            head.append(tuple(row))
            lines.append(reader.line_num)
    except csv.Error as error:
        raise explain_csv_error(error, len(head) + 1) from None
    return tuple(head), tuple(lines)


def narrow_lines(data: bytes, delimiter: str) -> Iterator[str]:
    """The lines, none of them with so many cells that they would fill the memory before they are counted."""
    for line in io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline=""):
        cells = line.count(delimiter) + 1
        if cells > MOST_COLUMNS and ('"' not in line or cells > MANY * MOST_COLUMNS):
            check_columns(cells)
        yield line
