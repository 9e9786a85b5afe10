"""Bytes of a delimited text file to rows of cells: encoding, delimiter, quotes."""

import codecs
import csv
import io
from collections import Counter

from outturn.core.intake.result import Problem

DELIMITERS = (",", ";", "\t", "|")
MOST_BYTES = 100 * 1024 * 1024
LONGEST_CELL = 1_000_000
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NO_TABLES = {
    b"%pdf": "a PDF",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"<?xml": "an XML file",
    b"{": "JSON",
}


class Unreadable(ValueError):
    """The file as a whole cannot be read."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.problem = Problem(None, None, "", message, cure)


def rows_of(data: bytes) -> list[list[str]]:
    """The rows as they stand, ragged or not. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The file has {len(data) // 1_000_000:,} MB.", "Load it in parts of up to 100 MB.")
    for start, what in NO_TABLES.items():
        if data[:64].lstrip().lower().startswith(start):
            raise Unreadable(f"This is {what}, not a table of figures.", "Ask for the figures as CSV or XLSX.")
    text = decoded(data)
    if not text.strip():
        raise Unreadable("The file is empty.", "Save it again from where it came.")
    if "\0" in text:
        raise Unreadable("The file holds bytes that are not text.", "Save it as CSV UTF-8 or as XLSX.")
    return parsed(text, delimiter_of(text))


def decoded(data: bytes) -> str:
    """UTF-8 with or without mark, UTF-16, or else Windows-1252, in which every British spreadsheet once saved."""
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "") or unmarked(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise Unreadable("The file's characters cannot be read.", "Save it as CSV UTF-8.") from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable("The file's characters cannot be read.", "Save it as CSV UTF-8.") from None


def unmarked(data: bytes) -> str:
    """UTF-16 without a mark shows as a nought in every other byte."""
    sample = data[:2_000]
    if len(sample) >= 4 and sample[1::2].count(0) > len(sample) * 0.4:
        return "utf-16-le"
    if len(sample) >= 4 and sample[0::2].count(0) > len(sample) * 0.4:
        return "utf-16-be"
    return "utf-8"


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first rows into the same number of cells, and into the most."""
    sample = text[:64_000].rsplit("\n", 1)[0] if len(text) > 64_000 else text
    return max(DELIMITERS, key=lambda delimiter: regularity(sample, delimiter))


def regularity(sample: str, delimiter: str) -> tuple[int, int]:
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in rows if len(row) > 1)
    except csv.Error:
        return (0, 0)
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (times, width)


def parsed(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise Unreadable(
            f"The file's quotes or lines cannot be followed ({error}).", "Save it again as CSV from a spreadsheet."
        ) from None
